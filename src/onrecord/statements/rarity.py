"""How much a shared word says: little if everybody uses it, more if hardly anybody does.

The weights are fixed instead of counted in the corpus, so that a pair of quotes is decided alike in a
corpus of three articles and of a million, and stays decided when articles come or go. What is rare in the
language but on every page of one event is weighed down where two articles are compared
(``Tellings.local_weight``).
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.statements.words import stem

_EVERYDAY = """
new president time year state take people two part party even call leader work last tell report house first
government include week day act support give right former need issue policy talk country national come
washington public political elect long month point three white vote leave show campaign continue office end
high find late look help run care ask accord law add plan hold bill story official change group percent
clear believe sign case write recent become million mean try question fact move decide keep four base follow
far good begin next number force place win lose close meet world around turn happen day man woman
"""
_COMMON = """
able access accept account across action actual address administration advice affect age agency agenda agree
ahead air allow alone along amount announce answer anti anyone anything appeal appear approach approve area
argue army arm article attack attention authority available average avoid aware away bad bank ban behind
benefit best big billion black blame block board body book border break brief bring budget build business
buy candidate carry cause center central century certain challenge chance charge check chief child choose
citizen city civil claim class college comment commission commit committee common community company compare
complete concern condition conference confirm congress connect consider contact control conversation cost
council couple course court cover create crime crisis critical crowd current cut damage data date daughter
deal death debate decade deep defense defend deliver demand democracy democrat deny department describe
design detail develop difference different difficult direct director discuss doctor document dollar door
doubt draw drive drop due early easy economic economy education effect effort either election emerge
employee energy enforce engage enough ensure entire especially establish event everybody everyone everything
evidence exact example executive exist expect experience expert explain express extreme face fail fair faith
fall family father favor fear federal feel few field fight figure file final finance fire five focus food
foreign former forward found free freedom friend front full fund future game gain general gets global goal
great ground grow guy half hand handle hard head health hear heart history hit home honest hope host hour
house huge human hundred husband idea immediate impact important improve increase independent individual
industry influence information inside instead intend interest internal international interview involve job
join judge justice key kid kill kind know lack large latest launch lead learn least legal less letter level
life light like likely line list listen little live local lose lot love low main major majority manage
market matter media member memory message military mind minister minute miss mission mistake moment money
moral morning mother movie name nation natural near necessary negative network never news night nobody
normal north note nothing numerous offer officer old open operate opinion opportunity oppose option order
organization original others outside own page paper parent pass past pay perhaps period person personal
phone pick picture piece play please pledge police politician poll poor popular position positive possible
post potential power practice prepare present press pressure pretty prevent previous price private probably
problem process produce product professional program project promise protect prove provide push put quick
quite race raise range rate reach read ready real reason receive record reduce refer reform refuse region
relate release remain remember remove represent republican request require research respect respond response
responsible rest result return review risk role room rule safe save school season seat second secret
secretary section security see seek seem sell send senate senator senior sense separate series serious serve
service set seven several shape share shift short side significant similar simple single site situation six
small social society someone son soon sort source south speak special specific speech spend staff stage
stand standard start statement stay step stop strategy street strong student study subject success suggest
summer sure surprise system table target task tax team ten tend term test thank thought thousand threat
today together tomorrow tonight total tough town track trade trial trip trouble true trust truth understand
unit united usa usual value various view violence visit voice wait walk wall war warn watch water way
weekend welcome west wife willing wish word worker worry wrong yesterday young monday tuesday wednesday
thursday friday saturday sunday spokesman spokeswoman
"""
EVERYDAY, COMMON, RARE, NUMBER = 0.4, 0.6, 0.85, 1.0
"""Weights of a word that most articles have, of one that many have, of any other, of a number over nine."""

_WEIGHTS = {stem(word): COMMON for word in _COMMON.split()} | {
    stem(word): EVERYDAY for word in _EVERYDAY.split()
}


def common_words() -> list[str]:
    """The words that most articles have, then those that many have."""
    return [*_EVERYDAY.split(), *_COMMON.split()]


@lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """Weight of a stem, from 0 to 1."""
    if word.isdecimal() and len(word) > 1:
        return NUMBER
    return _WEIGHTS.get(word, RARE)
