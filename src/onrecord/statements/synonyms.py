"""Words that reporters put for one another: a line is one meaning, its first word stands for all of it.

Reported speech keeps what was said and changes the words: "step down" becomes "resign", "freeze" becomes
"suspend". A table does here what the model's word vectors cannot (docs/accuracy-statements.md). It holds
words that stand for each other in most of their uses; never opposites, and no word in two meanings.
"""

from __future__ import annotations

_MEANINGS = """
abandon, give up, scrap, ditch, forgo
abolish, eliminate, do away, get rid
abuse, mistreat, mistreatment
accident, crash, collision
accuse, accusation, allege, allegation
achieve, achievement, accomplish, accomplishment
acquire, buy, purchase
admit, acknowledge, concede, confess
aid, help, assist, assistance
allow, permit
amend, modify, alter, revise
angry, furious, outraged
apologize, sorry, apology, apologise, apologetic
appoint, nominate, nominee, nomination
argue, contend
arrest, detain, custody
assault, attack, strike
avoid, avert, prevent
baby, infant
ban, prohibit, outlaw, forbid
bankrupt, bankruptcy, insolvency
begin, start, commence
big, large, huge
brave, courage, courageous, bravery
brother, sibling
cancel, call off
candidate, finalist, hopeful
car, vehicle, automobile
cautious, careful
child, kid, youngster
claim, assert, assertion
close, shut, shutter, shut down, close down
combat, fight, battle
compensate, compensation
complain, complaint
condemn, denounce, condemnation, deplore
conduct, carry out
confirm, verify
consequence, repercussion
corrupt, corruption, graft
country, nation
criticize, criticise, criticism, critique
curb, restrict, limit
cut, reduce, slash, decrease, trim, scale back
dad, father
damage, harm
danger, dangerous, hazard, hazardous, peril
deal, accord, agreement, pact
defeat, beat
delay, postpone, put off
depart, leave, exit, walk out, departure, walk away
destroy, wreck, demolish
determine, decide, make up
die, dead, death, pass away
disagree, disagreement, differ
disaster, catastrophe, catastrophic, disastrous
disclose, reveal, divulge, disclosure, revelation
discover, discovery, uncover
doubt, doubtful, unsure, unclear, uncertain
embarrass, embarrassment, humiliate, humiliation
employ, hire
employee, worker, staffer
end, finish, conclude
enemy, adversary, foe
escape, flee, fled
examine, scrutinize, scrutiny
expand, widen, broaden, enlarge, expansion
expel, deport, kick out
explode, blow up, explosion
extend, prolong
false, untrue, bogus
fatal, lethal
fire, dismiss, sack, oust, let go
fix, repair, mend
forecast, predict, prediction
forgive, pardon, clemency
fraud, fraudulent, defraud, cheat
friend, ally
fund, money, cash
glad, happy, pleased, delighted
global, worldwide
goal, aim, objective
gun, firearm
happen, occur, take place
hate, hatred, loathe
hide, conceal
hostage, captive
hurt, injure, wound
illegal, unlawful
immediate, instant, at once, right away
immigrant, migrant
impeach, impeachment
important, crucial, vital, significant
improve, better
increase, raise, rise, grow, hike, growth, go up
indict, indictment
inform, notify
injustice, unfair, unjust
innocent, innocence
inquiry, investigation, probe, investigate, look into
insane, crazy, mad
insult, insulting
insurgent, rebel
intelligent, smart, clever
interim, temporary
invade, invasion
jail, prison, imprison
job, post, position
journalist, correspondent
keep, retain
kill, slay, murder
lawmaker, legislator, congressman, congresswoman
lawsuit, sue
lawyer, attorney, counsel
lie, mislead, deceive
loyal, loyalty
lucky, fortunate
mass, large scale
memo, memorandum
mistake, error, wrong
mock, ridicule
mom, mother
need, require
negotiate, negotiation
new, fresh
nuclear, atomic
obey, comply
obstacle, hurdle
obtain, get hold
offer, propose, proposal
oil, petroleum
opportunity, chance
oppose, resist, opposition
overturn, reverse, rescind, revoke, repeal, roll back, undo, reversal
participate, participation, take part
peace, peaceful
penalize, punish, penalty, punishment
persuade, convince
plane, aircraft, airplane, jet
pledge, promise, vow
policeman, cop
poll, survey
possible, potential
praise, applaud, commend, laud, hail
pregnant, pregnancy
prepare, ready
price, cost
problem, issue, trouble
progress, headway
proof, evidence
protect, defend, safeguard
protest, demonstration, demonstrate
proud, pride
quarantine, isolate, isolation
quick, rapid, swift, fast
racist, racism
react, reaction
rebuild, reconstruct, reconstruction
recommend, recommendation
recover, recovery
reelection, reelect
refuse, decline, reject, turn down
regret, remorse, regrettable
reimburse, repay, pay back
replace, succeed, successor, replacement
resign, quit, step down, stand down, step aside, resignation, retire, retirement
restore, restoration
retaliation, retaliate, revenge
return, come back, go back
rich, wealthy, wealth
rocket, missile
rumor, rumour
sad, unhappy
safe, safety
salary, wage
search, hunt
seize, confiscate, seizure
send, dispatch
settle, settlement
shortage, scarcity
sick, illness
skeptical, skepticism, sceptical, scepticism
soldier, troop
solve, resolve, solution
spokesman, spokeswoman, spokesperson
spy, espionage
steal, theft
stop, halt, cease, suspend, freeze, pause, suspension, hold off, on hold
strange, odd, weird, bizarre
strengthen, boost, bolster
strong, powerful
stupid, dumb, foolish, idiotic
surprise, shock, stun
suspect, suspicion, suspicious
talk, speak, discuss, conversation, discussion, spoken
teenager, teen
terrible, awful, horrible, dreadful, horrific
terrorist, militant
test, trial
thank, grateful, gratitude
threat, threaten, menace
tragic, tragedy
transparent, transparency
truth, true, truthful
try, attempt, effort
unacceptable, intolerable
understand, realize, realise
unemployed, jobless
unite, unity
unusual, rare
urge, encourage, implore
victory, win, triumph
vote, voter, ballot, electorate
warn, caution
weak, feeble
weapon, weaponry
withdraw, pull out, pull back, retreat, withdrawal
worry, concern, fear, afraid
"""


def meanings() -> list[list[str]]:
    """Every meaning as its words and phrases."""
    return [line.split(", ") for line in _MEANINGS.strip().splitlines()]
