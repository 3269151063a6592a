"""Rules that know junk by the line itself: known phrases, credits, controls.

A rule is precise before it is complete: a caption that stays costs a stray name, a paragraph that goes
costs the analyst's trust. ``longest`` keeps a phrase from taking a whole paragraph with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.cleaning.patterns import AGENCY, DAY, LETTER, NAME, NETWORK, PICTURED, STORY
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
        r"^\W{0,3}(?:(?:prev|next) )?(?:image|video|photo|slide|hide caption) \d+ of \d+(?: (?:prev|next))?$",
        r"^(?:link copied|skip to (?:main )?content|(?:jump|go) to (?:comments|navigation)|load more|ad"
        r"|read full article|(?:show|hide|view|read|leave|post) (?:all )?(?:\d+ )?comments?"
        r"|\[(?:image|video|pullquote|related)\])$",
        r"^\d{1,3}(?:,\d{3})* (?:comments?|shares?)$",
        rf"^(?:(?:{NETWORK}|reddit|pinterest|tumblr|e-?mail|print|share|tweet|save|copy link|more)"
        r"(?:\W+|$)){1,12}$",
        longest=160, case=False,
    ),
    _rule("drawn line", "ui", "a drawn line", r"^[_*=~•·#\s—–-]{2,}$", longest=120),
    _rule(
        "code", "ui", "code or an address, no words",
        r"^\{\s*[\"'][\w-]+[\"']\s*:",
        r"^(?:https?://|www\.)\S+$",
        longest=20_000,
    ),
    _rule(
        "ticker", "ui", "a price of the stock exchange",
        r"^[A-Z\d][A-Z\d.]{0,11}, ?[+−-]?\d+(?:\.\d+)?%$",
        longest=40,
    ),
    _rule(
        "clock", "ui", "a note of when the page changed",
        r"^(?:(?:first |last )?(?:updated|published|posted|modified)(?: at| on)?:? )?(?:\w+ ){0,3}"
        r"\d{1,2}:\d\d ?[ap]\.?m\.?,?(?: [A-Z]{1,4}T?)?(?:,? [\w/., ]{0,30})?$",
        rf"^(?:(?:(?:first|last|originally) )?(?:updated|published|posted|modified|created)(?: at| on)?:? )?"
        rf"(?:\w+day,? )?{DAY}(?:,? at)?[\d:., apmest|–-]{{0,30}}$",
        r"^(?:about )?(?:\d+|an?|one|two) (?:minute|hour|day|week|month|year)s? ago$",
        r"^(?:update:? )?this (?:story|article|post) (?:was|has been|will be|is being) (?:last )?updated\b",
        r"\b(?:we(?:['’]ll| will)|check back|this is a) \b.{0,60}"
        r"\b(?:update[sd]?|developing story)\b.{0,40}$",
        longest=110, case=False,
    ),
    _rule(
        "photo credit", "caption", "ends with the credit of a picture",
        PICTURED + "$",
        rf"[(\[][^()\[\]]*(?:\b{AGENCY}\b|Getty Images|Photo(?:graph)?(?: by|:)|Photos? courtesy|Image:"
        r"|Screenshot)[^()\[\]]*[)\]]\.?$",
        rf"(?:\||—|–|/| - )\s?(?:{AGENCY}|[\w ]+/Getty)(?: (?:Photos?|Images))?(?:, {AGENCY}(?: Images)?)*"
        r"\)?$",
        r"\bREUTERS/[A-Z][\w .’'/-]+$",
        r"\bGetty Images\.?$",
        rf"[.!?\"”] {NAME} ?/ ?[A-Z][\w.]*(?: [A-Z][\w.]*)*(?:/[\w. -]+)?$",
        r"[.!?\"”] (?:Image|Photo|Screenshot|Screen ?grab|Video)s? (?:via|courtesy(?: of)?|from|:) "
        r"[A-Z@][\w .’'-]{1,40}\.?$",
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
        r"^CLOSE\s+[A-Z\"“'‘]",
        r"\bVideo provided by [A-Z]\w+(?: [A-Z]\w+)?$",
        r"^\((?:stock photo|Pixabay|Unsplash|Flickr|Screen ?shot|Screen ?grab|YouTube|Twitter|Facebook)"
        r"[^()]{0,40}\)$",
        rf"^(?!The ){NAME} ?/ ?[A-Z]\w+(?: [A-Z]\w+)?$",
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
        r"^(?:JUST WATCHED|MUST WATCH|WATCH(?: LIVE| MORE| THIS| FULL| PART)?$)",
        r"^(?:WATCH|READ MORE FROM|CLICK|GET THE|DOWNLOAD THE)\b[^a-z]{8,120}$",
        r"^(?:Urgent|URGENT|Breaking(?: [Nn]ews)?|BREAKING(?: NEWS)?|Special|Recommended|Sponsored|Promoted"
        r"|Latest|Vote Now)\s?:$",
        r"(?:^|[?!.] )Vote (?:[Nn]ow|[Hh]ere|in)\b[^.]{0,60}$",
        r"^(?:READ|WATCH|LISTEN|SEE|PHOTOS|VIDEO) (?=[A-Z][a-z’'])[^.]{15,150}$",
        r"^(?:See|Read|View|Browse) (?:[Oo]ther|[Mm]ore|[Aa]ll|[Aa]lso)\b[^.]{0,60} (?:by|from) "
        r"[A-Z][\w .’'-]{2,40}$",
        r"^More [Oo]n [Tt]his\W*$",
        r"^\( ?(?:Also on|From|PHOTOS|WATCH|VIDEO|Understanding|Full coverage|[A-Z]+['’]s full)\b[^()]*\)$",
        longest=400,
    ),
    _rule(
        "glued label", "teaser", "a headline glued to its label",
        r"^[^:.!?]{2,40}[^\W\d][\"'’”]?:[\"'‘“]?[A-Z](?:[^/.]|\.(?=[\w ])){20,150}(?<!\.)$",
        longest=200,
    ),
    _rule(
        "cut card", "teaser", "a story cut short, with the link to its rest",
        r"(?:…|\.\.\.|\[…\])\s*(?:\(?(?:read|show|see|continue)(?: (?:more|full \w+|reading|the rest))\W*)$",
        longest=600, case=False,
    ),
    _rule(
        "age", "teaser", "a headline with how long ago it came",
        r"^(?=[A-Z\"“‘'])[^.]{20,180}[\w\"”’'?!] (?:\d+|an?) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?) ago$",
        longest=220,
    ),
    _rule(
        "byline", "credit", "names the author",
        r"^(?:BY|(?:PHOTOGRAPH|ILLUSTRATION)S? BY|(?:Photograph|Illustration)s? by) "
        r"[A-Z][\w .,’'&/-]{3,80}$",
        rf"^(?:{NAME} )?(?:on )?(?:Twitter)?:? ?@\w{{2,30}}$",
        r"^(?:DISTRIBUTED|SYNDICATED) BY\b",
        rf"^By {NAME}(?:(?:,| and| &|;) [\w .,’'-]{{2,80}})?$",
        r"^(?:[–—-]\s*)?(?:Follow|Write to|Contact|E-?mail) [A-Z][\w .’'-]{2,50} (?:on|at)\b.{0,100}$",
        r"\bcan be reached (?:at|via|by|on)\b",
        r"\b[Rr]each (?:him|her|them) (?:at|via|on) \S*@",
        rf"(?:^|[.;] |[Yy]ou can )[Ff]ollow (?:him|her|them|me) (?:on {NETWORK}|at\b)",
        longest=300,
    ),
    _rule(
        "contribution", "credit", "names who contributed",
        rf"\bcontributed to (?:this|the) {STORY}\b.{{0,40}}$",
        r"\bcontributed reporting\b",
        r"^(?:[–—(-]\s*)?(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten)"
        rf" by {NAME}",
        r"\b[Rr]eporting by\b.{0,200}\b[Ee]diting by\b",
        r"^\W?Contribut(?:ing|ors?):",
        r"^(?:[–—(-]\s*)?With (?:additional )?(?:assistance|reporting|files|contributions?) "
        r"(?:by|from) [A-Z]",
        r"^[A-Z].{3,250}\bcontributed\.$",
        longest=400,
    ),
    _rule(
        "invitation", "promo", "asks to subscribe, follow or download",
        rf"^(?:please )?(?:sign up|subscribe|(?:click|tap) here|register)\b.{{0,99}}\b(?:{LETTER}|free)\b",
        r"^(?:get|receive|want)\b.{0,120}\b(?:in|to|from) your (?:e-?mail )?inbox\b",
        rf"(?<![\"“‘])\bsign up (?:for|to) (?:our|the|receive|get)\b.{{0,80}}\b{LETTER}\b",
        rf"(?:^|[.!?] )sign up (?:here )?(?:for|to) .{{0,80}}\b{LETTER}\b",
        r"^(?:do|have|are|did|got|want|interested|looking|enjoy\w*|like)\b[^.!?]{0,140}\?\W{0,3}"
        r"(?:here|see|add|support|e-?mail|contact|send|tell|reach|write|text|call|click|fill|sign|let us"
        r"|share|join|subscribe|download|check|visit)\b",
        r"^(?:check out|catch|tune in|listen to|watch|read|visit|see) "
        r"(?:our|the latest|more|all|us|[A-Z]\w+['’]s)\b.{0,120}"
        r"\b(?:here|online|homepage|website|magazine|app|podcast|page|coverage|video|episode)\W*$",
        r"^(?:send|e-?mail|submit|share)\b.{0,60}\b(?:tips?|letters?|questions?|comments?|ideas?)\b.{0,60}@",
        r"^(?:contact|e-?mail|write to|reach) (?:us|the (?:author|writer|reporter|editor))\b.{0,80}@",
        rf"\bsubscribe to (?:the|our) [\w ]{{0,40}}{LETTER}\b",
        r"^get (?:breaking news|the latest)\b.{0,80}\b(?:alerts|here)\b",
        r"^(?:click|tap) here (?:to|for)\b",
        r"\bclick here to (?:subscribe|sign up|read more|get|download)\b",
        r"\bby clicking here$",
        r"\bdownload (?:the|our) [\w ]{0,40}\bapps?\b",
        r"^(?:follow|like|join|find) us on\b",
        r"^follow @\w+",
        r"^[^\"“”]{0,120}?(?:^|[.!?,;] |\bcan |[*–—-] )follow (?!(?:him|her|them|me) on).{3,60}"
        rf" on {NETWORK}\b",
        r"^(?:we want to hear|tell us) what you think\b",
        r"^(?:like what you're reading|looking for more)\?",
        r"\b(?:unsubscribe at any time|never miss a story)\b",
        r"(?:^|[.!?:*] )sign up (?:here|now|today)\b.{0,80}$",
        r"\bjoin our (?:new |free )?(?:membership|newsletter|mailing list|community|text list)\b",
        r"\btext list\b.{0,120}\bhttps?://",
        r"^(?:support (?:our|independent|\w+) (?:journalism|daily!|newsroom))\b",
        r"^(?:donate|contribute) (?:now|today)\b",
        longest=500, case=False,
    ),
    _rule(
        "form", "promo", "a form to subscribe, with its fields and notices",
        r"\bverify you['’]re not a robot\b",
        r"\bsign up\b.{0,300}\b(?:invalid email address|choose your country|enter your email|zip code)\b",
        longest=20_000, case=False,
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
    line = line.lstrip("*•·▪►▶└>| ") or line
    size = len(line)
    return next((rule for rule in rules if size <= rule.longest and rule.pattern.search(line)), None)
