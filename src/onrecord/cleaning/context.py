"""Rules that need a line's place: blocks at the top, runs at the end, headings between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.cleaning.lines import Line
from onrecord.names.given import is_given
from onrecord.records import PassageKind

type Label = tuple[PassageKind, str]
type Labels = list[Label | None]

HIGHLIGHTS = re.compile(
    r"^(?:story highlights|highlights|key points|at a glance|key takeaways)\b", re.IGNORECASE
)
DATELINE = re.compile(r"^[A-Z][\w .,()/-]{2,60}\s*[—–-]{1,2}\s*$")
FILM = re.compile(r"^\d{1,2}:\d\d\s*[–—|-]\s*Source:")
CUT = re.compile(r"^(?!@)(?!.*https?:).*[\w,’']\s?(?:…|\.\.\.)$")
# A video id as players write it, glued to the text after it: mixed letters and digits, then a capital.
VIDEO_ID = re.compile(r"^(?=\S{0,10}\d)(?=\S{0,10}[a-z])(?=\S{0,10}[A-Z])[\w-]{11}(?=[A-Z“\"][\w’]* )")
OPENER = re.compile(
    r"^(?:related|read (?:more|next|also)|more|see also|further reading|keep reading|what to read next"
    r"|more (?:great )?stories(?: from [\w .]{2,40})?|more from [\w .]{2,40}|more on this(?: story| topic)?"
    r"|related (?:stories|articles|links|coverage|topics|reading|news|posts|videos)"
    r"|recommended(?: (?:for you|reading|stories|videos))?|you (?:may|might) also (?:like|enjoy)"
    r"|trending(?: now| stories)?|popular(?: now| stories)?|editors?['’] (?:picks?|choice)|must[- ]reads?"
    r"|most (?:read|popular|viewed|shared|watched)(?: [\w ]{2,30})?|(?:sponsored|promoted) stories"
    r"|in case you missed it|around the web|from (?:our partners|around the web))\s?:?$",
    re.IGNORECASE,
)
# Lines that open a list of other stories where one follows, and are a heading of the report where none does.
LOOSE = re.compile(
    r"^(?:(?:top|latest|other|featured|similar|more) (?:stories|news|headlines|articles|videos|coverage)"
    r"|more (?:on|about|in) [\w .'’-]{2,40}|also (?:read|see|in [\w ]{2,30})|next up|up next|don['’]t miss"
    r"|watch next|from the archives?)\s?:?$",
    re.IGNORECASE,
)
PERSON = re.compile(r"[A-Z][a-z'’]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'’-]+){1,2}")
HEADING_CHARS, HEADING_WORDS = 100, 16
LISTED = 200
"""Characters that an entry of a list of stories may have."""
BIOGRAPHY = re.compile(
    r"^(?:[–—*•(-]\s*)?(?!The )(?:[A-Z][\w.’'-]+,? ){1,4}(?:\([^)]*\) |[^.]{3,80}, )?is \w+\b.{0,120}"
    r"\b(?:columnist|contributor|contributing|editor|commentator|fellow at|author of|staff writer"
    r"|(?:reporter|correspondent) (?:for|at)|journalist)\b"
)


def highlights(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """A block of highlights near the top: its name, then short lines without a full stop."""
    at = next((i for i, line in enumerate(lines[:8]) if HIGHLIGHTS.match(line.text)), None)
    if at is None:
        return
    alone = HIGHLIGHTS.sub("", lines[at].text).strip(" :") == ""
    labels[at] = (
        ("heading", "names the block of highlights") if alone else ("summary", "a highlight of the story")
    )
    for i in range(at + 1, min(at + 8, len(lines))):
        text = lines[i].text
        if lines[i].final or len(text) > 200 or DATELINE.match(text):
            break
        labels[i] = ("summary", "a highlight of the story")


def film_block(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """What stands above the credit of a film at the top belongs to the film and its picture."""
    at = next((i for i, line in enumerate(lines[:4]) if FILM.match(line.text)), 0)
    for i in range(at):
        if labels[i] is None and len(lines[i].text) < 250:
            labels[i] = ("caption", "stands above the credit of a film")


def cut_teasers(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """Two or more lines cut short at the very end announce other stories."""
    first = len(lines)
    while first and (labels[first - 1] is not None or CUT.search(lines[first - 1].text)):
        first -= 1
    tail = range(first, len(lines))
    cut = [i for i in tail if labels[i] is None]
    listed = any((labels[i] or ("",))[0] in {"promo", "teaser"} for i in tail)
    if len(cut) >= 2 or listed:
        for i in cut:
            labels[i] = ("teaser", "a line cut short among others at the end")


def glued_id(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """A video's id glued to the line: it comes from a player or a list of links."""
    for i, line in enumerate(lines):
        if labels[i] is None and VIDEO_ID.match(line.text):
            labels[i] = ("teaser", "begins with the id of a video")


def listed_stories(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """Headlines under "Related:", "More stories from …" and the like, as far as they go."""
    inside = False
    for i, line in enumerate(lines):
        if line.glue == "card":
            labels[i], inside = ("teaser", "a headline glued to the label of its link"), False
        elif OPENER.match(line.text) or (LOOSE.match(line.text) and _headlines_follow(lines, i)):
            labels[i], inside = ("promo", "opens a list of other stories"), True
        elif inside and labels[i] is None:
            cut = CUT.search(line.text) is not None
            inside = len(line.text) <= LISTED and (not line.final or cut)
            if inside:
                labels[i] = ("teaser", "stands in a list of other stories")


def _headlines_follow(lines: Sequence[Line], at: int) -> bool:
    """Whether the next two lines, or the last one there is, are as short and open as headlines."""
    after = lines[at + 1 : at + 3]
    return bool(after) and all(
        not line.final and line.words >= 4 and len(line.text) <= LISTED for line in after
    )


def shouted(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """A headline in capitals between paragraphs is a link to another story; headings are shorter."""
    for i, line in enumerate(lines[1:], start=1):
        text = line.text
        if (
            labels[i] is None
            and 40 <= len(text) <= 160
            and line.words >= 6
            and text.isupper()
            and not line.final
        ):
            labels[i] = ("teaser", "a headline in capitals between paragraphs")


def signatures(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """The outlet's own name on a line; who the author is, at the top or the end."""
    name = (outlet or "").casefold().removesuffix(".com").replace(" ", "")
    edges = {0, 1, len(lines) - 1, len(lines) - 2, len(lines) - 3}
    for i, line in enumerate(lines):
        if labels[i] is not None:
            continue
        if name and line.text.casefold().replace(" ", "").removesuffix(".com") == name:
            labels[i] = ("credit", "the outlet's own name")
        elif i in edges and len(line.text) <= 400 and BIOGRAPHY.match(line.text):
            labels[i] = ("credit", "says who the author is")


def author_on_top(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """A person's name alone above the first paragraph: the byline without its "By"."""
    for i, line in enumerate(lines[:10]):
        if labels[i] is None and PERSON.fullmatch(line.text) and is_given(line.text.split()[0].casefold()):
            labels[i] = ("credit", "a person's name alone above the text")
        elif labels[i] is None and line.final and line.words > 8:
            return


def headings(lines: Sequence[Line], labels: Labels, outlet: str | None) -> None:
    """A short line without a full stop, with a paragraph after it."""
    for i, line in enumerate(lines[:-1]):
        short = len(line.text) <= HEADING_CHARS and line.words <= HEADING_WORDS and not line.final
        if (
            labels[i] is None
            and short
            and line.glue != "inline"
            and line.words
            and _opens(line.text)
            and _paragraph_after(lines, labels, i)
        ):
            labels[i] = ("heading", "a short line without a full stop above a paragraph")


def _opens(text: str) -> bool:
    opening = text.lstrip("'\"‘“(«¿¡")
    return bool(opening) and (opening[0].isupper() or opening[0].isdigit()) and not DATELINE.match(text)


def _paragraph_after(lines: Sequence[Line], labels: Labels, at: int) -> bool:
    after = next((i for i in range(at + 1, len(lines)) if labels[i] is None), None)
    if after is None:
        return False
    return lines[after].glue == "inline" or (
        lines[after].final and len(lines[after].text) > len(lines[at].text)
    )


CONTEXT: tuple[Callable[[Sequence[Line], Labels, str | None], None], ...] = (
    highlights,
    film_block,
    listed_stories,
    glued_id,
    cut_teasers,
    shouted,
    signatures,
    author_on_top,
    headings,
)
"""Applied in order, after the rules for single lines; each labels only what has no label yet, or is surer."""
