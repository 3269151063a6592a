"""Rules that know junk by the line itself: known phrases, credits, controls.

A rule is precise before it is complete: a caption that stays costs a stray name, a paragraph that goes
costs the analyst's trust. ``longest`` keeps a phrase from taking a whole paragraph with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import PassageKind


@dataclass(frozen=True)
class Rule:
    """``pattern`` is searched in a line of at most ``longest`` characters."""

    name: str
    kind: PassageKind
    reason: str
    pattern: re.Pattern[str]
    longest: int


def _rule(
    name: str, kind: PassageKind, reason: str, *forms: str, longest: int = 300, case: bool = True
) -> Rule:
    """A rule of several forms; with ``case`` capitals in the forms mean capitals."""
    flags = re.NOFLAG if case else re.IGNORECASE
    return Rule(name, kind, reason, re.compile("|".join(f"(?:{form})" for form in forms), flags), longest)


AGENCY = (
    r"(?:AP|AFP|EPA|UPI|Reuters|REUTERS|Getty|Bloomberg|Shutterstock|Alamy|Xinhua|Newscom|Zuma|ZUMA|TASS)"
)
NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|von|van|al|bin|el)){1,4}"
LETTER = r"(?:newsletters?|inbox|e-?mail|alerts?|updates|podcasts?|channel|briefing|headlines|digest)"
STORY = r"(?:report|story|article|post|column|piece|dispatch)"
# What precedes the colon of a pointer to another story.
LOUD = (
    r"(?:RELATED|WATCH|WATCH LIVE|READ|READ MORE|SEE ALSO|ALSO SEE|ALSO READ|LISTEN|VIDEOS?|PHOTOS?|GALLERY"
    r"|MORE|MORE FROM [\w .]+|ALSO ON [\w .]+|FROM [\w .]+ MAGAZINE|DON['’]T MISS|POLL|OPINION)"
)
QUIET = (
    r"(?:Related|Watch|Read|Read more|Read also|See also|Also read|Also see|More|Must read|Don['’]t miss"
    r"|Related (?:stories|coverage|articles))"
)

RULES: tuple[Rule, ...] = (
    _rule(
        "control", "ui", "a button or a notice of the page",
        r"^(?:advertisement|sponsored|continue reading|story continue[sd]|article continues)\b[^.!?]{0,60}"
        r"[.:…]*$",
        r"^(?:close|share|tweet|print|e-?mail|comments?|replay|loading|log ?in|sign in|reply|copy link"
        r"|view comments|show more|hide caption|play video|skip ad\w*|report ad\w*|back to top)"
        r"(?: (?:this|on|via|by|your|to|share|tweet|post|e-?mail|print|article|story|facebook|twitter"
        r"|link))*[.:…]*$",
        r"^read or share this (?:story|article)\b",
        r"^slideshow \(\d+ images?\)$",
        r"^listen to (?:this )?article\b",
        r"^video length\b",
        r"\bprotected by recaptcha\b",
        r"^please enable javascript\b",
        r"^\(?click here (?:for updates|to go back)\b",
        r"^\W{0,3}(?:image|video|photo|hide caption) \d+ of \d+$",
        longest=160, case=False,
    ),
    _rule("drawn line", "ui", "a drawn line", r"^[_*=~•·#\s—–-]{2,}$", longest=120),
    _rule(
        "ticker", "ui", "a price of the stock exchange",
        r"^[A-Z][A-Z0-9.]{0,11}, ?[+−-]?\d+(?:\.\d+)?%$",
        longest=40,
    ),
    _rule(
        "clock", "ui", "a note of when the page changed",
        r"^(?:(?:first |last )?(?:updated|published|posted|modified)(?: at| on)?:? )?(?:\w+ ){0,3}"
        r"\d{1,2}:\d\d ?[ap]\.?m\.?,?(?: [A-Z]{1,4}T?)?(?:,? [\w/., ]{0,30})?$",
        r"^(?:about )?(?:\d+|an?|one|two) (?:minute|hour|day|week|month|year)s? ago$",
        r"^update:? this (?:story|article|post) (?:was|has been) updated\b",
        longest=110, case=False,
    ),
    _rule(
        "photo credit", "caption", "ends with the credit of a picture",
        rf"[(\[][^()\[\]]*(?:\b{AGENCY}\b|Getty Images|Photo(?:graph)?(?: by|:)|Photos? courtesy|Image:"
        r"|Screenshot)[^()\[\]]*[)\]]\.?$",
        rf"(?:\||—|–|/| - )\s?(?:{AGENCY}|[\w ]+/Getty)(?: (?:Photos?|Images))?(?:, {AGENCY}(?: Images)?)*"
        r"\)?$",
        r"\bREUTERS/[A-Z][\w .’'-]+$",
        r"\bGetty Images$",
        r"\bAP Photo(?:/[\w .’'-]+)?$",
        rf"\bPhoto by {NAME}\.?$",
        longest=700,
    ),
    _rule(
        "picture", "caption", "describes a picture",
        r"^FILE\s?(?:PHOTO)?\s?[:–—-]",
        r"^(?:Enlarge this image ?)?toggle caption\b",
        r"^Enlarge this image$",
        rf"^{NAME} ?/ ?(?:{AGENCY}|[A-Z]\w+)(?: ?/ ?{AGENCY})* ?(?:Images|Photo)\b",
        r"^(?:Photographer|Photo|Image|Video|Picture|Photo credit|Image credit|Credit)s?(?: by)?:(?! [a-z])",
        r"^Photos: ",
        r"^(?:Photo|Image)$",
        r"^Image .{20,}\b(?:Credit|Getty Images|The New York Times)\b",
        longest=20_000,
    ),
    _rule(
        "film credit", "caption", "names the length and source of a film",
        r"^\d{1,2}:\d\d\s*[–—|-]\s*Source:",
    ),
    _rule(
        "pointer", "promo", "points to another story",
        rf"^\W{{0,3}}(?:{LOUD}|{QUIET})\s?:",
        r"^(?:Related (?:Coverage|Video|Stories|Articles|Links|Content|Topics)|Read [Mm]ore|READ MORE"
        r"|[Ss]ee also|Further reading)\b(?! (?:than|about how))[^.]{0,150}$",
        r"^JUST WATCHED\b",
        r"^\( ?(?:Also on|From|PHOTOS|WATCH|VIDEO|Understanding|Full coverage|[A-Z]+['’]s full)\b[^()]*\)$",
        longest=400,
    ),
    _rule(
        "glued label", "teaser", "a headline glued to its label",
        r"^[^:.!?]{2,40}[^\W\d][\"'’”]?:[\"'‘“]?[A-Z][^/.]{20,150}$",
        longest=200,
    ),
    _rule(
        "byline", "credit", "names the author",
        rf"^By {NAME}(?:(?:,| and| &|;) [\w .,’'-]{{2,80}})?$",
        r"^(?:[–—-]\s*)?(?:Follow|Write to|Contact|E-?mail) [A-Z][\w .’'-]{2,50} (?:on|at)\b.{0,100}$",
        r"\bcan be reached (?:at|via|by|on)\b",
        r"\b[Rr]each (?:him|her|them) (?:at|via|on) \S*@",
        r"^Follow (?:him|her|them) (?:on|at)\b",
        longest=300,
    ),
    _rule(
        "invitation", "promo", "asks to subscribe, follow or download",
        rf"^(?:please )?(?:sign up|subscribe|(?:click|tap) here|register)\b.{{0,99}}\b(?:{LETTER}|free)\b",
        r"^(?:get|receive|want)\b.{0,120}\b(?:in|to|from) your (?:e-?mail )?inbox\b",
        rf"\bsign up (?:for|to) (?:our|the|receive|get)\b.{{0,80}}\b{LETTER}\b",
        rf"\bsubscribe to (?:the|our) [\w ]{{0,40}}{LETTER}\b",
        r"^get (?:breaking news|the latest)\b.{0,80}\b(?:alerts|here)\b",
        r"^(?:click|tap) here (?:to|for)\b",
        r"\bclick here to (?:subscribe|sign up|read more|get|download)\b",
        r"\bby clicking here$",
        r"\bdownload (?:the|our) [\w ]{0,40}\bapps?\b",
        r"^(?:follow|like|join|find) us on\b",
        r"^follow @\w+",
        r"^(?:you can |for more .{3,80}, |to stay \w+, )?follow .{3,60} on (?:twitter|facebook|instagram)\b",
        r"^(?:we want to hear|tell us) what you think\b",
        r"^(?:like what you're reading|looking for more)\?",
        r"\b(?:unsubscribe at any time|never miss a story)\b",
        r"^(?:support (?:our|independent) journalism|(?:donate|contribute) (?:now|today))\b",
        longest=500, case=False,
    ),
    _rule(
        "form", "promo", "a form to subscribe, with its fields and notices",
        r"\bverify you['’]re not a robot\b",
        r"\bsign up\b.{0,300}\b(?:invalid email address|choose your country|enter your email|zip code)\b",
        longest=20_000, case=False,
    ),
    _rule(
        "contribution", "credit", "names who contributed",
        rf"\bcontributed to (?:this|the) {STORY}\b.{{0,40}}$",
        r"\bcontributed reporting\b",
        r"^(?:[–—(-]\s*)?(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten)"
        rf" by {NAME}",
        r"\b[Rr]eporting by\b.{0,200}\b[Ee]diting by\b",
        r"^\W?Contribut(?:ing|ors?):",
        r"^[A-Z].{3,250}\bcontributed\.$",
        longest=400,
    ),
    _rule(
        "rights", "credit", "states the rights",
        r"^(?:copyright|\(c\)|©)",
        r"©\s?\d{4}",
        r"\b(?:all rights reserved|reprint permission|content created by the)\b",
        r"\bmay not be (?:published|reproduced),? (?:broadcast|rewritten|redistributed)",
        r"^the (?:views|opinions) expressed (?:in|by|here)\b",
        r"\boriginally (?:appeared|published) (?:on|in|at|by)\b.{0,80}$",
        longest=600, case=False,
    ),
)  # fmt: skip
"""In order: the first that knows a line labels it."""


def first_match(line: str, rules: Iterable[Rule] = RULES) -> Rule | None:
    """The first rule that knows the line, in the order of the table."""
    size = len(line)
    return next((rule for rule in rules if size <= rule.longest and rule.pattern.search(line)), None)
