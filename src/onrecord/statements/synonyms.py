"""Words that reporters put for one another: a line is one meaning, its first word stands for all of it.

Reported speech keeps what was said and changes the words: "step down" becomes "resign", "freeze" becomes
"suspend". A table does here what the model's word vectors cannot (docs/accuracy-statements.md). It holds
words that stand for each other in most of their uses; never opposites, and no word in two meanings.
"""

from __future__ import annotations

_MEANINGS = """
abandon, give up, scrap, ditch, forgo
abolish, eliminate, do away, get rid
accuse, accusation, allege, allegation
acquire, buy, purchase
admit, acknowledge, concede, confess
aid, help, assist, assistance
allow, permit
angry, furious, outraged
apologize, sorry, apology, apologise, apologetic
appoint, nominate, nominee, nomination
argue, contend
arrest, detain, custody
assault, attack, strike
avoid, avert, prevent
ban, prohibit, outlaw, forbid
begin, start, commence
big, large, huge
brother, sibling
cancel, call off
candidate, finalist, hopeful
cautious, careful
child, kid, youngster
claim, assert, assertion
close, shut, shutter, shut down, close down
combat, fight, battle
conduct, carry out
confirm, verify
country, nation
criticize, criticise, criticism, critique
curb, restrict, limit
cut, reduce, slash, decrease, trim, scale back
damage, harm
deal, accord, agreement, pact
defeat, beat
delay, postpone, put off
depart, leave, exit, walk out, departure, walk away
destroy, wreck, demolish
determine, decide, make up
die, dead, death, pass away
doubt, doubtful, unsure, unclear, uncertain
employ, hire
employee, worker, staffer
end, finish, conclude
expel, deport, kick out
explode, blow up, explosion
false, untrue, bogus
fire, dismiss, sack, oust, let go
friend, ally
fund, money, cash
global, worldwide
goal, aim, objective
gun, firearm
happen, occur, take place
hide, conceal
hurt, injure, wound
illegal, unlawful
immediate, instant, at once, right away
important, crucial, vital, significant
improve, better
increase, raise, rise, grow, hike, growth, go up
injustice, unfair, unjust
inquiry, investigation, probe, investigate, look into
insane, crazy, mad
insurgent, rebel

interim, temporary
jail, prison, imprison
job, post, position
keep, retain
kill, slay, murder
lawmaker, legislator, congressman, congresswoman
lawsuit, sue
lawyer, attorney, counsel
lie, mislead, deceive
mass, large scale
mistake, error, wrong
mom, mother
dad, father
need, require
negotiate, negotiation
new, fresh
obey, comply
obtain, get hold
offer, propose, proposal
oppose, resist, opposition
opportunity, chance
penalize, punish, penalty, punishment
pledge, promise, vow
policeman, cop
poll, survey
possible, potential
prepare, ready
price, cost
problem, issue, trouble
proof, evidence
protect, defend, safeguard
protest, demonstration, demonstrate
quick, rapid, swift, fast
reelection, reelect
refuse, decline, reject, turn down
reimburse, repay, pay back
replace, succeed, successor, replacement
resign, quit, step down, stand down, step aside, resignation, retire, retirement
retaliation, retaliate, revenge
return, come back, go back
rich, wealthy, wealth
rocket, missile
sad, unhappy
safe, safety
salary, wage
search, hunt
send, dispatch
sick, illness
soldier, troop
solve, resolve, solution
spokesman, spokeswoman, spokesperson
stop, halt, cease, suspend, freeze, pause, suspension, hold off, on hold
strengthen, boost, bolster
strong, powerful
surprise, shock, stun
talk, speak, discuss, conversation, discussion, spoken
terrible, awful, horrible, dreadful, horrific
terrorist, militant
test, trial
thank, grateful, gratitude
threat, threaten, menace
truth, true, truthful
try, attempt, effort
understand, realize, realise
unemployed, jobless
victory, win, triumph
vote, voter, ballot, electorate
warn, caution
weak, feeble
withdraw, pull out, pull back, retreat, withdrawal
worry, concern, fear, afraid
"""


def meanings() -> list[list[str]]:
    """Every meaning as its words and phrases."""
    return [line.split(", ") for line in _MEANINGS.strip().splitlines()]
