"""Given names: gender and the variants that name the same person (James, Jim, Jimmy)."""

from __future__ import annotations

from functools import cache
from typing import Literal

_TABLE = """
m alexander alex alec sandy alexandre aleksandr alejandro
m andrew andy drew andrei andrey
m anthony tony antony antonio
m arthur art artie
m benjamin ben benny
m bernard bernie
m charles charlie chuck chas carlos
m christopher chris
m daniel dan danny
m david dave davey
m dennis denny
m donald don donnie
m douglas doug
m edward ed eddie ted teddy ned
m edwin ed
m eugene gene
m francis frank
m franklin frank
m frederick fred freddie frederic
m gerald gerry jerry
m gerard gerry
m gregory greg
m harold hal harry
m henry hank harry
m herbert herb
m jacob jake
m james jim jimmy jamie jaime
m jeffrey jeff geoffrey geoff
m jeffery jeff
m jefferson jeff
m jeremy jerry
m jerome jerry
m john jack johnny jon
m jonathan jon jonny
m joseph joe joey jose
m joshua josh
m kenneth ken kenny
m lawrence larry laurence
m leonard len lenny leo
m louis lou louie
m martin marty
m matthew matt
m maxwell max
m michael mike mick mikhail mickey
m mitchell mitch
m mitchel mitch
m nathaniel nathan nate nat
m nicholas nick nicolas nic
m patrick pat paddy
m peter pete
m philip phil phillip
m raymond ray
m richard rick dick rich ricky
m robert bob bobby rob robbie
m rodney rod
m rodrick rod
m ronald ron ronnie
m rudolph rudy
m russell russ
m samuel sam sammy
m stephen steve steven stevie stephan
m stuart stu stewart
m theodore ted teddy theo
m terrence terry terence
m thomas tom tommy
m timothy tim timmy
m vincent vince
m vladimir volodymyr
m walter walt wally
m william bill billy will willy willie
m zachary zach zack
m muhammad mohammed mohamed mohammad muhammed mohamad
m reinhold reince
m newton newt
m addison mitch
m barack
m brett
m brian bryan
m bruce
m carl karl
m craig
m dean
m derek derrick
m donovan
m dwight ike
m emmanuel manny
m eric erik
m ernest ernie
m evan
m gary
m george
m glenn glen
m graham
m howard howie
m hugh
m ian
m ivan
m jack
m jared
m jason
m javier
m jay
m jeb
m jesse
m joaquin
m joel
m juan
m justin
m keith
m kevin
m kyle
m luis
m marco
m marcus
m mark marc
m mario
m mitt
m neil neal
m nigel
m oliver ollie
m oscar
m paul
m pedro
m ralph
m rand
m rex
m roger
m ross
m roy
m scott
m sean shaun shawn
m sergei sergey
m stanley stan
m todd
m travis
m tyler
m victor viktor vic
m wayne
m abdul
m abdullah
m ahmed ahmad
m ali
m bashar
m benito
m boris
m diego
m enrique
m felipe
m fernando
m francisco paco
m hassan
m hussein
m ibrahim
m jorge
m jesus
m kofi
m manuel
m mahmoud
m mustafa
m narendra
m nicolas
m omar
m osama
m pablo
m pierre
m rafael rafa
m recep
m shinzo
m vladimir
m xavier
m yasser
m yusuf yousef
f abigail abby
f alexandra alexa
f alice
f amanda mandy
f amy
f andrea
f angela angie
f ann anne annie anna
f barbara barb
f bernadette
f beverly bev
f brigitte
f carly
f carol caroline carolyn
f catherine kate katie cathy kathy katherine kathryn kathleen cate
f charlotte
f christine christina chris tina chrissy
f claire clare
f condoleezza condi
f cynthia cindy
f dana
f deborah debbie deb debra
f diana diane dianne
f donna
f dorothy dot
f elena
f elizabeth liz beth betsy betty lizzie
f ellen
f elaine
f emily
f emma
f eleanor ellie
f fiona
f florence
f gabrielle gabby
f gina
f gloria
f grace
f hannah
f heather
f helen
f hillary hilary
f ivanka
f jacqueline jackie
f jane
f janet
f jennifer jen jenny
f jessica jess
f jill
f joan
f judith judy
f julia
f julie
f kamala
f karen
f kellyanne
f kimberly kim
f kirsten
f kirstjen
f laura
f lauren
f linda
f lisa
f loretta
f lucy
f madeleine
f margaret maggie meg peggy
f maria
f marie
f marine
f marsha
f martha
f mary
f melania
f melissa
f michelle
f monica
f nancy
f naomi
f natalia natalie
f nicole nikki
f nikki
f olivia
f pamela pam
f patricia pat patty tricia
f rachel
f rebecca becky
f ruth
f samantha sam
f sandra
f sarah sara
f sharon
f sheila
f sofia sophia sophie
f sonia
f stephanie
f susan sue susie
f suzanne
f tammy
f teresa theresa
f tiffany
f tulsi
f valerie
f vanessa
f veronica
f victoria vicky
f virginia ginny
f wendy
f yvonne
f zoe
"""


@cache
def _groups() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(filter(None, _TABLE.splitlines())):
        for name in line.split()[1:]:
            table.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in table.items()}


@cache
def _genders() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in filter(None, _TABLE.splitlines()):
        gender, *names = line.split()
        for name in names:
            table[name] = gender if table.get(name, gender) == gender else "?"
    return table


def same_given(a: str, b: str) -> bool:
    """Whether two folded given names may be one person's: equal, variants, or one the other's initial."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    groups = _groups()
    return not groups.get(a, frozenset()).isdisjoint(groups.get(b, frozenset()))


def is_given(name: str) -> bool:
    """Whether a folded word is a common given name."""
    return name in _groups()


def gender_of(given: str) -> Literal["m", "f"] | None:
    """The gender a folded given name tells, where it does."""
    gender = _genders().get(given)
    return gender if gender in ("m", "f") else None  # type: ignore[return-value]


@cache
def root_of(given: str) -> str:
    """The fullest of a folded given name's variants where there is one choice: ``jim`` gives ``james``."""
    groups = _groups().get(given, frozenset())
    if len(groups) != 1:
        return given
    return [line for line in _TABLE.splitlines() if line][next(iter(groups))].split()[1]
