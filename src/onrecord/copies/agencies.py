"""Which news agency an article credits: in its outlet or byline, its dateline, or the lines at its end."""

from __future__ import annotations

import re

FULL = {
    "Reuters": "Reuters",
    "Associated Press": "Associated Press",
    "Agence France-Presse": "AFP",
    "Press Association": "PA Media",
    "PA Media": "PA Media",
    "United Press International": "UPI",
    "Bloomberg News": "Bloomberg",
    "Deutsche Presse-Agentur": "dpa",
    "Canadian Press": "Canadian Press",
    "Australian Associated Press": "AAP",
    "Press Trust of India": "PTI",
    "Asian News International": "ANI",
    "Indo-Asian News Service": "IANS",
    "Kyodo News": "Kyodo",
    "Yonhap": "Yonhap",
    "Xinhua": "Xinhua",
    "Anadolu": "Anadolu",
    "Interfax": "Interfax",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "CNN Wire": "CNN Wire",
    "Tribune News Service": "Tribune News Service",
    "States Newsroom": "States Newsroom",
    "Stacker": "Stacker",
    "PR Newswire": "PR Newswire",
    "PRNewswire": "PR Newswire",
    "Business Wire": "Business Wire",
    "GlobeNewswire": "GlobeNewswire",
}
"""How an agency (or a wire for press releases) is written in full, and what we call it."""

SHORT = {
    "AP": "Associated Press", "Reuters": "Reuters", "AFP": "AFP", "PA": "PA Media", "UPI": "UPI",
    "dpa": "dpa", "DPA": "dpa", "AAP": "AAP", "PTI": "PTI", "ANI": "ANI", "IANS": "IANS", "Kyodo": "Kyodo",
    "TASS": "TASS", "Bloomberg": "Bloomberg", "JTA": "JTA", "BNO": "BNO News",
}  # fmt: skip
"""How it is written in a dateline, "OSLO (AP) —", or a byline; too short to be looked for elsewhere."""

OPENING, CLOSING = 250, 500
"""Characters at a text's beginning and end in which a credit stands."""

_FULL = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, FULL), key=len, reverse=True))})\b")
_SHORT = "|".join(map(re.escape, SHORT))
_DATELINE = re.compile(rf"\((?P<in>{_SHORT})\)|^\W*(?P<first>{_SHORT})\s*[—–-]", re.MULTILINE)
# "OSLO, May 4 (Northern Wire) -": whoever stands there sent it, whether we know the name or not.
_ANY_DATELINE = re.compile(
    r"^\W*[A-Z]{3}[A-Z .'’-]*(?:,[^()\n]{0,40})?\s*\((?P<name>[A-Z][\w.&'’ -]{1,40})\)\s*[—–-]", re.MULTILINE
)
_WHOLE = re.compile(rf"(?:.*[/,|(]\s*)?(?P<name>{_SHORT})\)?\s*")


def credited(text: str, *, outlet: str | None = None, author: str | None = None) -> str | None:
    """The agency's name as we write it; ``None`` where the article names none as its source."""
    for fact in (author, outlet):
        if fact and (found := _FULL.search(fact)):
            return FULL[found.group()]
        if fact and (short := _WHOLE.fullmatch(fact)):
            return SHORT[short["name"]]
    opening = text[:OPENING]
    if dateline := _DATELINE.search(opening):
        return SHORT[dateline["in"] or dateline["first"]]
    if dateline := _ANY_DATELINE.search(opening):
        return FULL.get(dateline["name"], dateline["name"])
    found = _FULL.search(opening) or _FULL.search(text[OPENING:][-CLOSING:])
    return FULL[found.group()] if found else None
