"""Titles and offices that stand before or after a person's name."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from onrecord.names.forms import word_set

GENDERED: dict[str, Literal["m", "f"]] = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "father": "m",
    "congressman": "m",
    "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "dame": "f", "lady": "f", "queen": "f", "princess": "f",
    "congresswoman": "f", "baroness": "f", "duchess": "f", "duke": "m", "baron": "m", "sister": "f",
    "spokesman": "m", "spokeswoman": "f", "chairman": "m", "chairwoman": "f", "businessman": "m",
    "businesswoman": "f", "councilman": "m", "councilwoman": "f", "assemblyman": "m", "assemblywoman": "f",
}  # fmt: skip

HONORIFICS = word_set("mr mister mrs ms miss madam dr prof professor rev reverend hon")
"""Bare courtesy: tells a person (and often the gender), but is no fact worth keeping."""

ROYAL = word_set(
    "sir lord lady dame pope king queen prince princess emperor empress sultan emir saint mother"
)
"""Titles that a single given name needs in order to be a name at all."""

HEADS = (
    HONORIFICS
    | ROYAL
    | word_set(
        """president chancellor minister premier secretary senator sen sens representative rep reps
    congressman congresswoman congressmen governor gov govs lieutenant lt gen general adm admiral col colonel
    capt captain maj major sgt sergeant cpl corporal cmdr commander commodore brigadier brig
    field-marshal marshal private pvt pfc officer detective inspector superintendent constable
    sheriff deputy judge justice magistrate prosecutor attorney lawyer counsel solicitor barrister
    advocate ambassador envoy diplomat consul commissioner director chairman chairwoman chairperson
    chair chief head leader speaker whip mayor councilman councilwoman councillor councilor alderman
    assemblyman assemblywoman lawmaker legislator mp mep spokesman spokeswoman spokesperson aide
    adviser advisor strategist analyst economist researcher scientist expert scholar historian
    author writer journalist reporter editor columnist correspondent anchor host commentator pundit
    photographer pollster activist organizer organiser campaigner nominee candidate hopeful
    frontrunner challenger incumbent ceo cfo coo cto founder co-founder cofounder owner manager
    executive banker investor billionaire businessman businesswoman tycoon coach quarterback striker
    midfielder goalkeeper defender winger pitcher player skipper actor actress singer rapper
    musician comedian filmmaker producer artist bishop archbishop cardinal pastor priest imam rabbi
    ayatollah sheikh sheik cleric mullah father sister brother dictator strongman ruler monarch
    baron baroness duke duchess count vice-president vice-chairman treasurer trustee principal dean
    provost teacher student doctor nurse surgeon psychologist engineer astronaut pilot veteran
    undersecretary comptroller regent rector secretary-general baron baroness viscount crown
    advocate adjutant petitioner plaintiff defendant rapporteur czar tsar guru"""
    )
)

MODIFIERS = word_set(
    """vice deputy assistant associate prime foreign defense defence interior finance health education
    treasury commerce energy labor labour agriculture transport transportation justice trade
    environment culture home housing homeland security national intelligence economic press attorney
    special lead senior junior chief executive managing general acting interim former ex
    then-president then retired late first supreme crown federal state district county city town
    police fire army navy air force military house senate majority minority party campaign
    opposition union communications policy political legal financial operating technology medical
    scientific presidential vice-presidential gubernatorial congressional republican democratic
    democrat conservative liberal labour progressive independent honorary royal grand lieutenant
    staff sergeant major rear two-star three-star four-star top high veterans affairs veteran budget
    science world human rights services urban development cabinet co- brig right hon top-ranking
    ranking incoming outgoing newly-elected"""
)

FRAGMENTS = word_set(
    """state defense defence treasury commerce interior finance energy labor labour education agriculture
    health transportation justice foreign attorney homeland trade environment transport housing"""
)
"""Half a title that may be taken for a name: Secretary of *State*, *Defense* Secretary."""

OFFICES = HONORIFICS | word_set(
    """president senator sen rep gov gen chancellor minister secretary judge justice congressman
    congresswoman"""
)
"""Titles that, with a capital and right before a name, prove a person."""

NUMERALS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may follow a person's family name."""


@lru_cache(maxsize=65536)
def is_head(word: str) -> bool:
    """Whether a word can close a title: President, Sen., Secretary."""
    return word.lower().rstrip(".").removeprefix("ex-").removeprefix("then-") in HEADS


@lru_cache(maxsize=65536)
def is_title_word(word: str) -> bool:
    """Whether a word can be part of a title: Deputy, Prime, Defense, Secretary."""
    plain = word.lower().rstrip(".").removeprefix("ex-").removeprefix("then-")
    return plain in HEADS or plain in MODIFIERS


@lru_cache(maxsize=65536)
def nearly_head(word: str) -> bool:
    """Whether a word is an office with letters misplaced (``Charmain``); eight letters or more."""
    if len(word) < 8 or is_head(word):
        return False
    from rapidfuzz.distance import OSA

    return any(
        len(h) >= 7 and h[0] == word[0].lower() and OSA.distance(word.lower(), h, score_cutoff=2) <= 2
        for h in HEADS
    )
