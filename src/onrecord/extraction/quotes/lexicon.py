"""The cue lexicon: which verbs and nouns report speech, and in which frames.

A frame says what a verb's complement may be for the whole to report something:

- ``direct``: words in quotation marks right beside it ("…," she joked)
- ``clause``: a clause with or without *that* (he conceded the point was weak)
- ``that``: only a clause with *that*, or with words in marks (he complained that …)
- ``naming``: an object and what it is called (called the plan "a mistake"); counts with words in marks
- ``phrase``: any complement that holds words in marks (praised her "courage")

A new verb goes on the line of its class; a verb may stand in several.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(text.split())


SPEECH = words(
    """
    say add tell note write explain argue insist announce declare claim state report warn acknowledge
    assert contend maintain admit concede confirm deny stress emphasize emphasise reiterate repeat
    recall remark observe comment complain boast brag joke quip tweet retweet post reply respond answer
    counter retort conclude predict promise vow pledge swear testify caution inform assure remind advise
    clarify elaborate allege charge posit opine muse lament bemoan gripe grumble grouse fume rant
    exclaim shout yell cry scream whisper mutter murmur mumble proclaim pronounce recount relate reveal
    disclose divulge mention confide confess profess suggest hint imply indicate signal propose
    recommend urge demand plead beg implore pray theorize theorise speculate surmise conjecture
    hypothesize hypothesise estimate calculate forecast foresee protest object rejoin riposte interject
    interrupt chime blurt gush rave enthuse crow gloat marvel deadpan intone drawl bark snap snarl sneer
    scoff hiss growl thunder roar bellow holler chant sing recite read narrate attest certify affirm
    aver avow rule decree dictate specify stipulate underscore underline reaffirm restate reassure
    threaten tout trumpet advertise bluster caveat guarantee counsel instruct lecture preach admonish
    chide scold berate rebuke chastise tease taunt mock text email e-mail blog quote cite sum summarize
    summarise reason rationalize message telegraph publish rebut refute dispute agree disagree concur
    accept vent lie fib pout sob weep wail moan groan laugh chuckle giggle smile grin sigh gasp shrug
    nod pen scrawl scribble jot interpret infer allow volunteer venture offer bet wager appeal bristle
    rail seethe decry
    """
)

TAKES_CLAUSE = words(
    """
    say add tell note write explain argue insist announce declare claim state report warn acknowledge
    assert contend maintain admit concede confirm deny stress emphasize emphasise reiterate repeat
    recall remark observe comment complain boast brag joke quip tweet retweet reply respond answer
    counter retort conclude predict promise vow pledge swear testify caution inform assure remind advise
    clarify elaborate allege charge posit opine muse lament bemoan gripe grumble grouse fume exclaim
    shout yell proclaim pronounce recount relate reveal disclose divulge mention confide confess profess
    suggest hint imply indicate signal theorize theorise speculate surmise conjecture hypothesize
    hypothesise estimate calculate forecast foresee protest object rejoin interject crow gloat marvel
    attest certify affirm aver avow rule specify stipulate underscore underline reaffirm restate
    reassure threaten guarantee rebut refute dispute agree disagree concur volunteer venture bet wager
    ask question reason rationalize text email blog post propose recommend urge demand plead chime
    """
)

MENTAL = words(
    """
    think believe hope fear worry expect suspect feel know doubt wonder understand realize realise
    recognize recognise consider assume guess learn hear imagine regret wish anticipate suppose reckon
    remember decide conclude find hold judge deem envision
    """
)

EVIDENCE = words(
    """
    show suggest find indicate reveal demonstrate prove conclude say note report estimate state read
    warn allege confirm project predict detail document imply
    """
)
"""Verbs that a report, a poll or a study takes."""

DIRECT_ONLY = words(
    """
    continue begin go start conclude finish open close reply laugh chuckle smile grin sigh nod shrug
    gesture scoff sneer snort sniff sob cry moan groan gasp gush pout read ask inquire enquire query
    wonder press probe quote sing chant recite scream shout yell bellow holler roar bark snap snarl
    growl hiss whisper mutter murmur mumble intone deadpan interject interrupt blurt plead beg implore
    urge demand tease taunt mock scold chide berate offer ponder think recall remember joke text email
    post blog caption explain summarize summarise thunder rave rant enthuse bristle rail pen scrawl
    scribble jot demur preach lecture warn thank greet call apologize apologise pile pounce fire shoot
    hit lash clap
    """
)

NAMING = words(
    """
    call dub label brand term describe characterize characterise deem consider denounce dismiss decry
    deride portray depict refer slam blast hail praise paint condemn criticize criticise reject cast
    style nickname mock ridicule tout bill present regard view pronounce declare christen liken compare
    """
)

PHRASE = words(
    """
    praise laud applaud commend hail welcome celebrate thank congratulate honor endorse salute criticize
    criticise condemn denounce decry deplore attack blast slam assail lambaste bash rip hit lash rail
    inveigh accuse blame fault chide scold rebuke ridicule mock deride taunt belittle disparage dismiss
    reject question challenge dispute deny refute rebut oppose warn caution urge exhort implore beg
    plead ask demand call encourage advise counsel recommend propose suggest promise pledge vow threaten
    offer agree commit reaffirm reiterate restate repeat stress emphasize emphasise underscore underline
    highlight tout trumpet boast brag cite quote mention reference invoke note outline detail describe
    explain discuss speak talk express voice convey lament bemoan mourn complain protest object
    apologize apologise predict forecast foresee advocate defend justify champion argue insist claim
    admit concede acknowledge confess announce declare proclaim state say tell write tweet post report
    confirm allege charge hint imply indicate characterize characterise portray depict compare liken
    label brand dub term refer chant shout yell joke quip
    """
)

STRONG = words(
    """
    say add tell note write explain argue insist announce declare claim state report warn acknowledge
    assert contend maintain admit concede confirm stress emphasize emphasise reiterate recall remark
    observe comment complain boast joke quip tweet reply respond counter retort conclude predict vow
    testify caution suggest ask
    """
)
"""Verbs that need nothing but their position: the word beside a quotation, the end of a sentence."""

ADDRESSED = words("tell inform remind assure warn advise notify promise ask urge caution reassure text email")
"""Verbs whose direct object is who was spoken to."""

ADJECTIVES = words(
    """
    confident sure convinced certain worried concerned afraid hopeful skeptical sceptical aware adamant
    optimistic doubtful proud glad clear fearful pessimistic disappointed surprised grateful
    """
)

PHRASAL = {
    "point": ("out",), "go": ("on",), "chime": ("in",), "pipe": ("up",), "weigh": ("in",),
    "fire": ("back",), "hit": ("back",), "shoot": ("back",), "spell": ("out",), "sum": ("up",),
    "blurt": ("out",), "cry": ("out",), "call": ("out",), "carry": ("on",), "let": ("on",), "lay": ("out",),
    "put": ("it",),
}  # fmt: skip
"""Verbs that report only with a particle."""

NOT_SAID = words(
    """
    ensure mean make see require prove cause forget notice ignore pretend dream have get let help allow
    check doubt care guarantee feel sense discover determine convince take be wait watch matter happen
    turn appear seem sure such so
    """
)
"""Verbs with a *that*-clause that report nothing."""

LIGHT_VERBS = words(
    """
    make issue give release repeat voice express offer deliver have send post reiterate renew raise
    continue share publish file state write hold harbor harbour level air tweet
    """
)
"""Verbs that add nothing to a noun of saying (made the claim that …)."""

NOUNS = words(
    """
    claim statement announcement assertion allegation accusation argument contention suggestion warning
    prediction promise pledge vow declaration belief view opinion conclusion admission acknowledgment
    acknowledgement confession revelation insistence complaint charge comment remark observation report
    concern fear hope worry assurance guarantee proposal recommendation estimate forecast testimony
    finding speculation rumor rumour notion expectation conviction confidence suspicion assessment
    recognition reminder news story
    """
)
"""Nouns whose *that*-clause is what somebody said (his claim that …)."""

SAYING_NOUNS = words(
    """
    statement letter email e-mail memo message note tweet post article column report release interview
    speech remark comment book filing lawsuit complaint op-ed editorial brief transcript testimony sign
    banner caption headline poster shirt text response reply question answer
    """
)

DOCUMENTS = words(
    """
    report poll survey tape recording footage roundup list chart map photo study article memo letter
    document filing lawsuit complaint statement email e-mail transcript record analysis review book
    column editorial op-ed tweet post story release data figure statistic census paper investigation
    audit indictment affidavit order ruling bill law text message website site video ad advertisement
    advert headline sign banner motion testimony file research finding result research-paper note
    posting essay blog
    """
)

COLLECTIVE = words(
    """
    official aide ally adviser advisor lawmaker critic supporter opponent analyst expert source people
    person observer leader republican democrat conservative liberal voter resident witness police
    authority authorities prosecutor investigator scientist researcher economist lawyer attorney
    executive employee worker member activist protester organizer strategist operative friend colleague
    family relative parent student teacher doctor nurse doctors campaign government administration media
    reporter journalist outlet newspaper network agency department ministry company firm bank group
    organization organisation union party committee council board court panel team staff crowd audience
    others many some several most few both they nation country man woman men women neighbors neighbours
    delegate senator congressman
    """
)

PERSONAL = words(
    """
    spokesman spokeswoman spokesperson official aide adviser advisor lawmaker critic supporter opponent
    analyst expert source person man woman leader voter resident witness prosecutor investigator
    scientist researcher economist lawyer attorney executive employee worker member activist protester
    organizer strategist operative friend colleague relative parent student teacher doctor nurse
    reporter journalist senator congressman congresswoman representative president minister secretary
    general governor mayor director chairman chairwoman chair chief head ceo founder professor judge
    officer soldier nominee candidate candidate's mother father wife husband son daughter brother sister
    veteran diplomat ambassador commander commissioner manager editor author writer actor actress singer
    billionaire businessman businesswoman mogul tycoon star celebrity host anchor commentator pundit
    lady pope king queen prince princess pastor priest rabbi bishop player coach owner lieutenant
    colonel captain sergeant democrat republican native incumbent premier chancellor envoy deputy
    partner neighbor neighbour negotiator farmer driver customer client boss pollster biographer
    historian engineer physician surgeon pilot sheriff detective trooper firefighter paramedic survivor
    victim councilman councilwoman councillor delegate treasurer auditor superintendent principal dean
    scholar fellow graduate grad coordinator consultant contractor developer trader broker banker
    investor landlord tenant refugee migrant immigrant villager fisherman shopkeeper vendor grandmother
    grandfather uncle aunt cousin niece nephew girlfriend boyfriend widow widower ombudsman regulator
    inspector archbishop cardinal imam cleric monk nun emir sultan sheikh marine sailor guard inmate
    prisoner defendant plaintiff juror attendee participant volunteer donor fundraiser caller blogger
    comedian musician rapper artist athlete
    """
)
"""Heads of noun phrases that name one person by role."""

OCCASIONS = words(
    """
    interview statement speech conference briefing meeting rally email e-mail letter memo tweet post
    call appearance debate hearing testimony address remarks event press-conference message release
    announcement ceremony talk op-ed column article book report video program show broadcast
    conversation transcript note summit visit town-hall forum fundraiser twitter facebook instagram
    session translator interpreter spokesman telephone phone text filing podcast blog lawsuit complaint
    segment panel tour
    """
)

OCCASION_PREPOSITIONS = words("in at during on via through to after")

FIRST_AND_SECOND = words("i we you one")
"""Subjects whose clauses are the writer's own, or the reader's."""

HYPOTHETICAL = words("if unless whether")
"""Conjunctions under which nobody has said anything yet."""

FRAMES: dict[str, frozenset[str]] = {
    "direct": SPEECH | DIRECT_ONLY,
    "clause": TAKES_CLAUSE,
    "mental": MENTAL,
    "evidence": EVIDENCE,
    "naming": NAMING,
    "phrase": PHRASE | (SPEECH - {"read", "recite"}) | NAMING,
}
