"""Quotations in marks, tied to the reporting clause beside them by position: no parse decides where they end.

Each function tries one pattern of ``rules.RULES`` and returns an attribution or None.
"""

from __future__ import annotations

from onrecord.extraction.quotes.content import trim, words_of
from onrecord.extraction.quotes.cues import NOMINAL, is_cue, nearest_nominal, subject_of, was_said
from onrecord.extraction.quotes.findings import Attribution
from onrecord.extraction.quotes.lexicon import SAYING_NOUNS, STRONG
from onrecord.extraction.quotes.marked import title_like
from onrecord.extraction.quotes.marks import Region
from onrecord.extraction.quotes.parse import Parse
from onrecord.extraction.quotes.sentences import Sentences

REACH = 30
"""Tokens: how far from a quotation its cue may stand."""
DASHES = frozenset({"-", "–", "—", "―", "--"})


class Beside:
    """Walks an article's outermost quotations in order and ties each to a cue beside it."""

    def __init__(self, parse: Parse, sentences: Sentences, regions: list[Region]) -> None:
        self.parse = parse
        self.sentences = sentences
        self.regions = regions
        self.found: list[Attribution] = []
        self.by_region: dict[int, Attribution] = {}

    def run(self) -> list[Attribution]:
        for at, region in enumerate(self.regions):
            tied = self._tie(at, region)
            if tied is not None:
                self.by_region[region.start] = tied
                if tied not in self.found:
                    self.found.append(tied)
        return self.found

    def _tie(self, at: int, region: Region) -> Attribution | None:
        if self._names_a_work(region):
            return None
        if region.continues and at and (earlier := self.by_region.get(self.regions[at - 1].start)):
            earlier.pieces.append(words_of(self.parse.text, region))
            return earlier
        before = self._before(at, region) or self._block(at, region)
        if before is not None and before.rule.endswith("colon") and (after := self._after(at, region)):
            return self._both(before, after)
        return before or self._after(at, region) or self._resumed(at, region) or self._signed(at, region)

    def _names_a_work(self, region: Region) -> bool:
        """On "Meet the Press", in his book "A Better Town": no verb right before, capitals inside."""
        parse = self.parse
        first = parse.token_at(region.start)
        return 0 < first and not parse.is_verb(first - 1) and title_like(parse.text, region)

    def _both(self, before: Attribution, after: Attribution) -> Attribution:
        """Lee was blunt: "…," he said. The name stands before, the cue after."""
        if after.source is not None and self.parse.pos[after.source] == "PRON":
            after.source = before.source
        after.notes = before.cue
        return after

    # Windows -------------------------------------------------------------------------------

    def _window_before(self, at: int, region: Region) -> tuple[int, int]:
        end = self.parse.token_at(region.start)
        start = self.sentences.span(end)[0] if end < len(self.parse) else end
        if at and self.regions[at - 1].end <= region.start:
            start = max(start, self.parse.token_at(self.regions[at - 1].end - 1) + 1)
        return start, max(start, end)

    def _window_after(self, at: int, region: Region) -> tuple[int, int]:
        parse = self.parse
        start = parse.token_at(region.end - 1) + 1
        if start >= len(parse) or "\n" in parse.text[region.end : parse.start[start]]:
            return start, start
        end = min(self.sentences.span(start)[1], start + REACH)
        if at + 1 < len(self.regions):
            end = min(end, parse.token_at(self.regions[at + 1].start))
        while start < end and parse.word[start] in {",", *DASHES}:
            start += 1
        return start, max(start, end)

    # Patterns ------------------------------------------------------------------------------

    def _after(self, at: int, region: Region) -> Attribution | None:
        """ "…," she said. / "…," said the minister."""
        parse, text = self.parse, self.parse.text
        last = text[region.inner_start : region.inner_end].rstrip()[-1:]
        outside = text[region.end : region.end + 2].lstrip()[:1]
        if (
            last == "."
            and outside != ","
            and not text[region.inner_start : region.inner_end].rstrip().endswith("..")
        ):
            return None
        start, end = self._window_after(at, region)
        comma = last == "," or outside == ","
        open_end = comma or last in "?!…." or outside in "—–-"
        for verb in range(start, end):
            if not is_cue(parse, verb, "direct") or not self._reports(verb, start, end):
                continue
            if not open_end and parse.lemma[verb] not in STRONG:
                return None
            source = self._source_beside(verb, start, end)
            if source is None or self._relative_clause(start, verb):
                continue
            if not open_end and (verb - start > 6 or self._inside_clause(region)):
                return None
            return self._with_lead(at, region, self._tied("after", region, verb, source))
        if comma and start + 1 < end and parse.word[start] == "according" and parse.word[start + 1] == "to":
            source = parse.child(start + 1, "pobj")
            if source is not None:
                return self._with_lead(at, region, self._tied("after_according", region, start, source))
        if last == "," and region.inner_end - region.inner_start > 20:
            return self._after_any_verb(at, region, start, end)
        return None

    def _with_lead(self, at: int, region: Region, tied: Attribution) -> Attribution:
        """The reporter's own words before a fragment belong to the report: The dam is "safe," she said."""
        parse = self.parse
        start, end = self._sentence_lead(at, region)
        if start < end and not parse.text[: region.start].rstrip().endswith((":", ".")):
            tied.rule = "after_mixed"
            tied.pieces = [(parse.start[start], words_of(parse.text, region)[1])]
        return tied

    def _sentence_lead(self, at: int, region: Region) -> tuple[int, int]:
        """Tokens of the region's sentence before it, fragments included, tied quotations left out."""
        parse = self.parse
        end = parse.token_at(region.start)
        start = self.sentences.span(end)[0] if end < len(parse) else end
        for other in self.regions[max(at - 4, 0) : at]:
            if other.start in self.by_region:
                start = max(start, parse.token_at(other.end - 1) + 1)
                tied = self.by_region[other.start]
                if tied.cue is not None and start <= tied.cue[0] < end:
                    return end, end
        if not any(
            parse.pos[token] in ("NOUN", "PRON", "PROPN", "VERB", "AUX") for token in range(start, end)
        ):
            return end, end
        return start, end

    def _after_any_verb(self, at: int, region: Region, start: int, end: int) -> Attribution | None:
        """ "…," thundered the judge: any verb will do where a comma closes the quotation."""
        parse = self.parse
        for verb in range(start, min(end, start + 8)):
            if parse.tag[verb] in ("VBD", "VBZ") and parse.pos[verb] == "VERB":
                source = self._source_beside(verb, start, end)
                if source is not None and not self._relative_clause(start, verb):
                    return self._with_lead(at, region, self._tied("after_any_verb", region, verb, source))
        return None

    def _before(self, at: int, region: Region) -> Attribution | None:
        """She said, "…" / told reporters: "…" / wrote "…"."""
        parse, text = self.parse, self.parse.text
        start, end = self._window_before(at, region)
        if start >= end:
            return None
        punctuation = text[max(region.start - 3, 0) : region.start].rstrip()[-1:]
        speechlike = self._speechlike(region)
        if punctuation not in (",", ":") and not (speechlike and text[region.inner_start].isupper()):
            return None
        if punctuation not in (",", ":") and parse.pos[end - 1] == "ADP":
            return None
        if punctuation == "," and not (speechlike or text[region.inner_start].isupper()):
            return None
        verb = self._cue_leftwards(start, end)
        if verb is not None and (punctuation in (",", ":") or end - verb <= 12):
            source = subject_of(parse, verb)
            if source is None:
                source = nearest_nominal(parse, start, verb)
            if source is not None and self._in_a_region(at, source):
                source = self._speaker_so_far(at, start, verb)
            if source is not None:
                tied = self._tied("before_colon" if punctuation == ":" else "before", region, verb, source)
                return self._with_front(region, tied, start)
        if punctuation == ":":
            return self._introduced(region, start, end)
        return None

    def _with_front(self, region: Region, tied: Attribution, start: int) -> Attribution:
        """The plan is, he said, "a waste": words before an inserted reporting clause belong to the report."""
        parse = self.parse
        if tied.source is None or tied.cue is None or not tied.cue[0] > tied.source >= start:
            return tied
        low = parse.left[tied.source]
        inserted = parse.word[low - 1 : low] == [","] and parse.word[tied.cue[0] + 1] == ","
        if inserted and low - 1 > start and parse.text[region.inner_start].islower():
            tied.pieces.insert(0, trim(parse.text, parse.start[start], parse.end[low - 2]))
            tied.rule = "before_inserted"
        return tied

    def _cue_leftwards(self, start: int, end: int) -> int | None:
        parse = self.parse
        for token in range(end - 1, max(start, end - REACH) - 1, -1):
            if not parse.is_verb(token):
                continue
            if is_cue(parse, token, "direct") and parse.dep[token] not in ("relcl", "amod"):
                return token if was_said(parse, token) or parse.word[end - 1] == ":" else None
            if parse.tag[token] in ("VBD", "VBZ", "VBP") and not self._in_relative(token):
                return None
        return None

    def _in_relative(self, token: int) -> bool:
        parse = self.parse
        verb = parse.head[token] if parse.dep[token] in ("aux", "auxpass") else token
        return parse.dep[verb] in ("relcl", "acl")

    def _introduced(self, region: Region, start: int, end: int) -> Attribution | None:
        """His message was blunt: "…" / Her answer: "…"."""
        parse = self.parse
        for token in range(end - 1, start - 1, -1):
            if parse.lemma[token] in SAYING_NOUNS and parse.pos[token] in NOMINAL:
                owner = parse.child(token, "poss")
                if owner is not None:
                    return self._tied("introduced_noun", region, token, owner)
        for token in range(start, end):
            if parse.dep[token] == "nsubj" and parse.pos[token] in NOMINAL:
                owner = parse.child(token, "poss")
                return self._tied("introduced", region, parse.head[token], token if owner is None else owner)
        return None

    def _block(self, at: int, region: Region) -> Attribution | None:
        """The paper reports: (new paragraph) "…"."""
        parse, text = self.parse, self.parse.text
        line = text.rfind("\n", 0, region.start) + 1
        above = text[:line].rstrip()
        if text[line : region.start].strip() or not above.endswith(":"):
            return None
        end = parse.token_at(len(above) - 1)
        start = self.sentences.span(end)[0]
        verb = self._cue_leftwards(start, end + 1)
        if verb is None:
            return self._introduced(region, start, end)
        source = subject_of(parse, verb) or nearest_nominal(parse, start, verb)
        return None if source is None else self._tied("block", region, verb, source)

    def _resumed(self, at: int, region: Region) -> Attribution | None:
        """ "…," she said, "…": the second piece of an interrupted quotation."""
        if not at:
            return None
        earlier = self.by_region.get(self.regions[at - 1].start)
        if earlier is None or earlier.cue is None:
            return None
        start, end = self._window_before(at, region)
        if not start <= earlier.cue[0] < end:
            return None
        earlier.pieces.append(words_of(self.parse.text, region))
        return earlier

    def _signed(self, at: int, region: Region) -> Attribution | None:
        """ "…" — Name, to the end of the line."""
        parse, text = self.parse, self.parse.text
        line_end = text.find("\n", region.end)
        tail = text[region.end : line_end if line_end >= 0 else len(text)].strip()
        if not tail or tail[0] not in "-–—―" or len(tail) > 80 or any(ch.isdigit() for ch in tail):
            return None
        start = parse.token_at(region.end + text[region.end :].find(tail[0]))
        for token in range(start + 1, min(start + 6, len(parse))):
            if parse.pos[token] == "PROPN":
                while (
                    token + 1 < len(parse)
                    and parse.dep[token] == "compound"
                    and parse.pos[token + 1] == "PROPN"
                ):
                    token += 1  # noqa: PLW2901
                return self._tied("signed", region, None, token)
        return None

    # Checks --------------------------------------------------------------------------------

    def _tied(self, rule: str, region: Region, verb: int | None, source: int) -> Attribution:
        cue = None if verb is None else (verb, verb + 1)
        return Attribution(rule, [words_of(self.parse.text, region)], cue, source)

    def _speechlike(self, region: Region) -> bool:
        """Long enough, or closed like a sentence: more than a word or two picked out."""
        inner = self.parse.text[region.inner_start : region.inner_end].strip()
        words = inner.count(" ") + 1
        return words >= 5 or (words >= 1 and inner[-1:] in ".?!,…" and inner[:1].isupper())

    def _inside_clause(self, region: Region) -> bool:
        """Something of the reporter's own stands before the quotation in its sentence."""
        token = self.parse.token_at(region.start)
        return token < len(self.parse) and self.sentences.span(token)[0] < token

    def _reports(self, verb: int, start: int, end: int) -> bool:
        """The verb has no complement of its own after it."""
        parse = self.parse
        if parse.tag[verb] == "VB" or any(parse.dep[child] == "neg" for child in parse.children[verb]):
            return False
        complement = parse.child(verb, "ccomp")
        return complement is None or not (
            complement > verb and parse.word[parse.left[complement]] in ("that", "if", "whether")
        )

    def _relative_clause(self, start: int, verb: int) -> bool:
        """ ", which China also claims" is about the quotation's last words."""
        parse = self.parse
        return parse.tag[start] in ("WDT", "WP", "WP$", "WRB") and parse.word[start] != "what"

    def _source_beside(self, verb: int, start: int, end: int) -> int | None:
        """The subject, which must stand in the window, on either side of the verb."""
        parse = self.parse
        source = subject_of(parse, verb)
        if source is not None and start <= source < end:
            return source
        if verb == start or (verb == start + 1 and parse.pos[start] == "ADV"):
            return nearest_nominal(parse, verb + 1, min(end, verb + 8))
        return nearest_nominal(parse, start, verb)

    def _in_a_region(self, at: int, token: int) -> bool:
        offset = self.parse.start[token]
        return any(other.start <= offset < other.end for other in self.regions[max(at - 2, 0) : at + 2])

    def _speaker_so_far(self, at: int, start: int, verb: int) -> int | None:
        """Who speaks in the sentence up to the verb: of the quotation before, else its first subject."""
        parse = self.parse
        earlier = self.by_region.get(self.regions[at - 1].start) if at else None
        if earlier is not None and earlier.source is not None:
            return earlier.source
        return next((t for t in range(start, verb) if parse.dep[t] in ("nsubj", "nsubjpass")), None)
