"""Verbs of speech acts whose content is no clause, by what follows them (``acts``).

A verb stands here when its infinitive or phrase tells what was said. Verbs that report what came of the
words are left out (persuade, agree to meet, refuse, decline), and so are wishes and plans (want, plan,
seek): nobody need have said anything. "Encourage" is left out, as programmes and prices do it, too.
"""

from __future__ import annotations

from onrecord.extraction.quotes.lexicon import words

REQUESTS = words(
    """
    ask urge tell beg beseech implore entreat exhort press push lobby petition request order command instruct
    direct advise counsel caution warn remind challenge call appeal plead pray demand
    """
)
"""Verbs with a person and an infinitive (urged the board to resign)."""
TO_WHOM = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with", "to"), "lobby": ("for",)}
"""Verbs whose person stands after a preposition (called on the board to resign)."""
OF_ONESELF = words("ask beg request demand plead")
"""Requests that need no person (asked to see the plan)."""
PROMISES = words("vow pledge promise threaten swear volunteer undertake")
"""Verbs with an infinitive that tells what the speaker will do."""
CLAIMS = words("claim profess")
"""Verbs with an infinitive that tells what the speaker is or did (claimed to have seen it)."""
GERUNDS = words("suggest propose recommend advocate deny admit acknowledge")
"""Verbs with a gerund (suggested closing the dam, denied taking money)."""
REPROACHES = {
    "of": words("accuse"),
    "for": words(
        """
        blame criticize criticise condemn denounce fault attack blast slam mock ridicule chide rebuke scold
        lambaste assail deride berate castigate thank praise congratulate commend applaud laud hail salute
        """
    ),
    "over": words("criticize criticise condemn attack blast slam rebuke lambaste assail berate"),
}
"""Verbs with a person and, after a preposition, what he is blamed, praised or thanked for."""
CALLS = words("call appeal plead ask apologize apologise")
"""Verbs with "for" and what is called for (called for a new dam)."""
DEMANDS = words("demand urge promise")
"""Verbs with what is asked for or promised as their object (demanded an apology)."""
DENIED = words(
    """
    involvement wrongdoing knowledge role part allegation accusation charge claim report suggestion rumor
    rumour story existence collusion responsibility link tie connection relationship affair guilt intent
    intention plan contact misconduct assertion
    """
)
"""What is denied in words; a request or a visa is denied by a decision."""
POINTERS = words("these those this that the it them its his her their such")
"""Objects that say nothing of what is denied or called for (denied the allegations)."""
ACTS = REQUESTS | PROMISES | CLAIMS | GERUNDS | frozenset().union(*REPROACHES.values()) | CALLS | DEMANDS
"""All of them."""
