"""Every rule by name, with an example and how often it was right on the development articles.

``CONTENT`` are the rules that find what was said and tie it to a cue; ``SPEAKERS`` those that say who the
source is. A quote's ``resolved_by`` is one of each: ``after/pronoun``. ``right`` is the share of right ones,
measured by ``tests/benchmarks/accuracy_quotes.py`` and drawn towards the mean where a rule is rare; the
counts stand in ``docs/accuracy.md``. In the examples, ⟨…⟩ is what the rule takes as content.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """An example, the module where the rule lives, and the share of right ones (0-1)."""

    example: str
    module: str
    right: float


CONTENT: dict[str, Rule] = {
    # Quotations in marks and the reporting clause beside them
    "after": Rule("“⟨The dam will hold⟩,” said Ann Lee.", "after", 0.98),
    "after_mixed": Rule("⟨The dam is “safe⟩,” she said.", "after", 0.83),
    "after_any_verb": Rule("“⟨The dam will hold for years⟩,” thundered the judge.", "after", 0.85),
    "after_according": Rule("⟨The dam is “safe⟩,” according to Lee.", "after", 0.85),
    "before": Rule("Lee said, “⟨The dam will hold⟩.”", "before", 0.95),
    "before_colon": Rule("Lee told reporters: “⟨The dam will hold⟩.”", "before", 0.93),
    "before_inserted": Rule("⟨The dam is⟩, Lee said, “⟨a waste⟩.”", "before", 0.88),
    "introduced": Rule("Lee was blunt: “⟨The dam will hold⟩.”", "before", 0.82),
    "introduced_noun": Rule("Her answer: “⟨The dam will hold⟩.”", "before", 0.85),
    "block": Rule("The paper reported: ¶ “⟨The dam will hold⟩.”", "before", 0.88),
    "block_unmarked": Rule("Lee wrote: ¶ ⟨The dam will hold.⟩", "blocks", 0.75),
    "signed": Rule("“⟨The dam will hold⟩.” — Ann Lee", "after", 0.93),
    "label_marked": Rule("“LEE: ⟨The dam will hold⟩.”", "labelled", 0.85),
    "label": Rule("Ann Lee: ⟨Dam will hold⟩", "labelled", 0.8),
    # Quotations without a reporting clause of their own
    "float_paragraph": Rule("“Yes,” Lee said. “⟨The dam will hold⟩.”", "floats", 0.96),
    "float_sentence": Rule("Lee was calm. “⟨The dam will hold⟩.”", "floats", 0.8),
    "float_previous": Rule("… Lee said. ¶ “⟨The dam will hold⟩.”", "floats", 0.8),
    # Reported clauses
    "that_clause": Rule("Lee said that ⟨the dam would hold⟩.", "verbs", 0.93),
    "clause": Rule("Lee said ⟨the dam would hold⟩.", "verbs", 0.92),
    "clause_mended": Rule("They thanked Lee for stating ⟨all gates were open⟩.", "mended", 0.74),
    "rest": Rule("They estimated ⟨by 2050, the dam would fail⟩.", "mended", 0.7),
    "unknown_verb": Rule("Lee telegraphed that ⟨the dam would hold⟩.", "verbs", 0.8),
    "thought": Rule("Lee believes ⟨the dam will hold⟩.", "verbs", 0.81),
    "evidence": Rule("The survey shows ⟨the dam is sound⟩.", "verbs", 0.91),
    "noun": Rule("Lee repeated the claim that ⟨the dam would hold⟩.", "nouns", 0.83),
    "adjective": Rule("Lee was confident that ⟨the dam would hold⟩.", "nouns", 0.82),
    "fronted": Rule("⟨The dam would hold⟩, Lee said.", "parenthetical", 0.91),
    "inserted": Rule("⟨The dam⟩, Lee said, ⟨would hold⟩.", "parenthetical", 0.9),
    "inverted": Rule("⟨The dam⟩, said Ann Lee, ⟨would hold⟩.", "parenthetical", 0.93),
    "parenthesis": Rule("⟨The dam was safe⟩, Lee said on Monday, ⟨and would hold⟩.", "parenthetical", 0.72),
    "as_clause": Rule("As Lee has said, ⟨the dam would hold⟩.", "parenthetical", 0.8),
    "according": Rule("⟨The dam would hold⟩, according to the ministry.", "according", 0.9),
    "in_words": Rule("In Lee’s words, ⟨the dam would hold⟩.", "according", 0.85),
    # Speech acts whose content is no clause
    "request": Rule("Lee urged ⟨the board to keep the dam⟩.", "acts", 0.88),
    "promise": Rule("Lee vowed ⟨to keep the dam⟩.", "acts", 0.88),
    "claim": Rule("Lee denied ⟨taking money⟩.", "acts", 0.82),
    "reproach": Rule("Lee accused ⟨the board of hiding a leak⟩.", "acts", 0.86),
    "demand": Rule("Lee called for ⟨a new dam⟩.", "acts", 0.88),
    # Fragments in marks
    "naming": Rule("Lee called ⟨the dam “a waste”⟩.", "phrases", 0.76),
    "phrase": Rule("Lee restated ⟨the “firm promise” to the valley⟩.", "phrases", 0.75),
    "phrase_noun": Rule("Lee issued a statement calling the dam “⟨a waste⟩.”", "phrases", 0.78),
}

SPEAKERS: dict[str, Rule] = {
    "name": Rule("Ann Lee said; the minister, Ann Lee, said", "speakers", 0.99),
    "pronoun": Rule("she said", "pronouns", 0.93),
    "relative": Rule("Lee, who said", "speakers", 0.82),
    "role": Rule("the foreign minister said", "roles", 0.92),
    "office": Rule("Ann Lee came. The foreign minister said", "roles", 0.8),
    "they": Rule("they said", "antecedents", 0.86),
    "it": Rule("it said", "antecedents", 0.86),
    "own words": Rule("two officials said; a report found", "speakers", 0.95),
    "inherited": Rule("(no source of its own)", "floats", 0.95),
    "other pronoun": Rule("we said", "speakers", 0.6),
    "none": Rule("It is said that", "speakers", 0.2),
}
"""An unresolved pronoun is as unsure as no source at all; see ``confidence``."""
