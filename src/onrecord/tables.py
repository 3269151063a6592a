"""The workspace's tables, as Arrow schemas with a docstring per column.

Ids are stable: the same text read twice gets the same ids. Offsets (``start``, ``end`` and their
kin) are Python character offsets into ``articles.text``, end exclusive. Every row carries the
``batch`` that wrote it; a row counts when the ``articles`` table lists its article with that batch.
"""

from __future__ import annotations

import pyarrow as pa

TEXT, INT, FLOAT, DAY = pa.string(), pa.int32(), pa.float32(), pa.date32()
SPANS = pa.list_(pa.list_(pa.int32()))
ALERTS = pa.list_(pa.struct([("kind", TEXT), ("words", TEXT)]))


def _table(**columns: tuple[pa.DataType, str]) -> pa.Schema:
    fields = [pa.field(name, kind, metadata={"doc": doc}) for name, (kind, doc) in columns.items()]
    return pa.schema(fields)


ARTICLE = {"article_id": (TEXT, "The article: first 16 hex digits of its content_hash.")}
OFFSETS = {
    "start": (INT, "First character in the article's text."),
    "end": (INT, "Character after the last."),
}
BATCH = {"batch": (TEXT, "The batch that wrote the row; batches sort by time of start.")}
KIND = {"passage_kind": (TEXT, "Kind of the passage the row lies in: body, heading, summary, caption …")}

ARTICLES = _table(
    **ARTICLE,
    source_id=(TEXT, "The id the input gave, or the file's name without its ending."),
    title=(TEXT, "Headline, where known."),
    outlet=(TEXT, "Who published it, where known."),
    published=(DAY, "Day of publication, where known."),
    url=(TEXT, "Address of the original, where known."),
    author=(TEXT, "Byline, where known."),
    path=(TEXT, "The file it was read from."),
    text=(TEXT, "The article, to the character as it was read."),
    words=(INT, "Words, counted at white space."),
    language=(TEXT, "ISO 639-1 code, where known."),
    content_hash=(TEXT, "SHA-256 of the text, hex."),
    added=(pa.timestamp("us", "UTC"), "When the article was added."),
    engine=(TEXT, "What extracted it: the model's name and version, or 'given' for the interchange."),
    title_from=(TEXT, "Where the title comes from: 'stated' with the article, or how it was inferred."),
    outlet_from=(TEXT, "The same for the outlet: stated, address, credit line …"),
    published_from=(TEXT, "The same for the day: stated, address, dateline, text …"),
    author_from=(TEXT, "The same for the author: stated, byline …"),
    text_from=(TEXT, "'mended' where broken characters of the text were repaired, else null."),
    **BATCH,
)
PASSAGES = _table(
    **ARTICLE,
    **OFFSETS,
    kind=(TEXT, "body, heading, summary, caption, promo, teaser, credit or ui."),
    reason=(TEXT, "The rule that labelled it, in words; empty for body."),
    line=(TEXT, "Key of the passage's words, equal for equal lines; see cleaning.repeated."),
    if_repeated=(TEXT, "The kind it is if the outlet repeats the line; null if it stays what it is."),
    **BATCH,
)
MENTIONS = _table(
    mention_id=(TEXT, "The mention."),
    **ARTICLE,
    **OFFSETS,
    text=(TEXT, "The name as it stands."),
    label=(TEXT, "OntoNotes label of this mention: PERSON, ORG, GPE …; TITLE: a title beside a name."),
    sentence_start=(INT, "First character of its sentence."),
    sentence_end=(INT, "Character after its sentence."),
    **KIND,
    source=(TEXT, "'model', or the rule that added or mended the mention."),
    local_entity=(TEXT, "The entity within its article; links.local_entity."),
    **BATCH,
)
LINKS = _table(
    local_entity=(TEXT, "An entity within one article."),
    **ARTICLE,
    name=(TEXT, "Its fullest name in that article."),
    kind=(TEXT, "Its kind in that article."),
    aliases=(pa.list_(TEXT), "Forms of the name in that article."),
    titles=(pa.list_(TEXT), "Titles it bears in that article."),
    key=(TEXT, "What the article calls it: local_entity is the stable id of article and key."),
    gender=(TEXT, "m or f, where the article tells."),
    entity_id=(TEXT, "What it is in the corpus."),
    why=(TEXT, "The rule that resolved it, in words."),
    made=(pa.timestamp("us", "UTC"), "When; of the links of one local entity the newest counts."),
    **BATCH,
)
ENTITIES = _table(
    entity_id=(TEXT, "The entity; never changes its meaning."),
    name=(TEXT, "Canonical name."),
    kind=(TEXT, "OntoNotes label: PERSON, ORG, GPE …"),
    aliases=(pa.list_(TEXT), "Names it is known by."),
    titles=(pa.list_(TEXT), "Titles it bears."),
    made=(pa.timestamp("us", "UTC"), "When; of the rows of one entity the newest counts."),
    **BATCH,
)
QUOTES = _table(
    quote_id=(TEXT, "The quote (a piece, where the reporting clause interrupts it)."),
    **ARTICLE,
    **OFFSETS,
    text=(TEXT, "The quote's words, without the outer marks."),
    type=(TEXT, "direct, mixed or indirect."),
    marked=(SPANS, "Spans inside the quote that stand in quotation marks."),
    group=(TEXT, "Equal for the pieces of one utterance."),
    cue_start=(INT, "The reporting word, where there is one."),
    cue_end=(INT, "Character after it."),
    speaker_start=(INT, "The speaker as the text names it, where it does."),
    speaker_end=(INT, "Character after it."),
    local_entity=(TEXT, "The speaker within the article, where it is an entity."),
    speaker_name=(TEXT, "The speaker's name in the article; for groups and documents their own words."),
    speaker_class=(TEXT, "named, anonymous, collective, document or unresolved."),
    resolved_by=(TEXT, "The rule that found the speaker."),
    confidence=(FLOAT, "How sure the attribution is, 0 to 1."),
    addressee=(TEXT, "To whom, where the text says it."),
    occasion=(TEXT, "On what occasion or by what channel, where the text says it."),
    **KIND,
    **BATCH,
)
MARKED_TEXT = _table(
    **ARTICLE,
    **OFFSETS,
    text=(TEXT, "The words, without the marks."),
    kind=(TEXT, "scare, title, slogan, nickname or term."),
    **KIND,
    **BATCH,
)
STATEMENT_ARTICLES = _table(
    **ARTICLE,
    state=(TEXT, "What its quotes were when they were linked, as a hash; null if it had none."),
    stems=(pa.list_(pa.int64()), "Content words of its quotes, as numbers."),
    counts=(pa.list_(pa.int32()), "In how many of its quotes each of them stands."),
    **BATCH,
    run=(TEXT, "The matching run; of an article the newest counts."),
)
STATEMENT_PARTS = _table(
    **ARTICLE,
    quote_id=(TEXT, "The quote."),
    part=(INT, "Number of the part in the quote; 0 is the whole."),
    content=(pa.float64(), "Weight of its content words."),
    features=(pa.list_(pa.int64()), "Words and word pairs that it is found by, as numbers."),
    run=(TEXT, "The matching run."),
)
STATEMENT_LINKS = _table(
    a=(TEXT, "A quote."),
    b=(TEXT, "Another that tells the same utterance; a < b."),
    relation=(TEXT, "verbatim, truncated or reworded."),
    score=(pa.float64(), "Likeness, 0 to 1."),
    whole=(pa.bool_(), "Whether they match as they stand, not in part only."),
    run=(TEXT, "The matching run; it counts unless a newer one linked one of the two articles."),
)
STATEMENTS = _table(
    statement_id=(TEXT, "One utterance, told in several places."),
    quote_id=(TEXT, "The quote that represents it: the fullest direct one."),
    speaker_name=(TEXT, "Who said it."),
    run=(TEXT, "The matching run; of a statement the newest counts. Runs sort by time."),
)
STATEMENT_QUOTES = _table(
    statement_id=(TEXT, "The statement; null if the quote tells none any more."),
    quote_id=(TEXT, "A quote that reports it."),
    relation=(TEXT, "To the representative: verbatim, truncated or reworded."),
    score=(FLOAT, "Similarity to the representative, 0 to 1."),
    cut=(TEXT, "Words of the representative that this quote leaves out; empty if none."),
    cut_at=(pa.list_(TEXT), "Where it leaves words out: start, middle, end, in this order."),
    alerts=(ALERTS, "What that changes: kind (negation, condition, hedge, number, joined) and the words."),
    run=(TEXT, "The matching run."),
)
SKETCHES = _table(
    **ARTICLE,
    scheme=(TEXT, "How the sketch was made: sketches of two schemes cannot be compared."),
    fingerprint=(TEXT, "Equal for equal words in equal order; empty for an article without kept words."),
    words=(INT, "Kept words, the headline and other headings aside."),
    agency=(TEXT, "The news agency that the article credits, where it does."),
    keys=(pa.list_(INT), "Bands of its MinHash signatures: two articles that share one may be copies."),
    **BATCH,
)
COPY_PAIRS = _table(
    fingerprint=(TEXT, "A text: sketches.fingerprint. True of every article with these words."),
    other=(TEXT, "The fingerprint of a text that it is like, which has no fewer words."),
    form=(TEXT, "near, or cut: the text is the beginning of the other."),
    share=(FLOAT, "Share of the text's words that stand in the other, 0 to 1."),
    other_share=(FLOAT, "Share of the other's words that stand in the text, 0 to 1."),
    scheme=(TEXT, "How they were found and compared: as for sketches."),
)
COPIES = _table(
    **ARTICLE,
    cluster=(TEXT, "The copies of one text: the article_id of their original."),
    relation=(TEXT, "To the original: exact, near, cut, agency copy or updated version; or original."),
    similarity=(FLOAT, "Share of the shorter text's words that stand in the other, 0 to 1."),
    words=(INT, "Kept words, headings aside; of copies of one day, the fullest represents the others."),
    why=(TEXT, "What they have in common, in words."),
    run=(TEXT, "The run that clustered; the newest complete run counts. Runs sort by time."),
)
CORRECTIONS = _table(
    correction_id=(TEXT, "The correction."),
    who=(TEXT, "Who decided."),
    made=(pa.timestamp("us", "UTC"), "When."),
    target=(TEXT, "The id it is about: of a quote, a mention, an entity, an article …"),
    action=(TEXT, "What was decided, as a name."),
    value=(TEXT, "The decision's value, JSON."),
    undone_by=(TEXT, "The correction that this row undoes, where it does."),
)
FAILURES = _table(
    failure_id=(TEXT, "What could not be read: a hash of the name and where it lay."),
    name=(TEXT, "The file, or the row or article in it, as it was named."),
    path=(TEXT, "The file on the disk of the machine that read it; null for one dropped into a browser."),
    reason=(TEXT, "Why; null once it was read, or put away: the newest row of a failure_id counts."),
    made=(pa.timestamp("us", "UTC"), "When."),
)

SCHEMAS: dict[str, pa.Schema] = {
    "articles": ARTICLES,
    "passages": PASSAGES,
    "mentions": MENTIONS,
    "links": LINKS,
    "entities": ENTITIES,
    "quotes": QUOTES,
    "marked_text": MARKED_TEXT,
    "statement_articles": STATEMENT_ARTICLES,
    "statement_parts": STATEMENT_PARTS,
    "statement_links": STATEMENT_LINKS,
    "statements": STATEMENTS,
    "statement_quotes": STATEMENT_QUOTES,
    "sketches": SKETCHES,
    "copy_pairs": COPY_PAIRS,
    "copies": COPIES,
    "corrections": CORRECTIONS,
    "failures": FAILURES,
}
"""Every table by name."""
