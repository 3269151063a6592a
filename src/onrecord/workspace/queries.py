"""The questions a workspace answers, as SQL over one snapshot, on a cursor that ``narrow`` prepared.

Rows come newest first (by day of publication, undated last), then in the order of the text.
"""

from __future__ import annotations

from onrecord.workspace.selecting import REPRESENTATIVE

QUOTE_COLUMNS = """
    quote_id, article_id, outlet, title, headline, published, start, "end", quote.text, type, marked, "group",
    cue_start, cue_end, speaker_start, speaker_end, speaker_id, speaker, speaker_class, resolved_by,
    confidence, addressee, occasion, passage_kind, about"""

ARTICLES = """
WITH m AS (SELECT article_id, count(*) AS mentions FROM mention WHERE kept OR $junk GROUP BY ALL),
     q AS (SELECT article_id, count(*) AS quotes, count(DISTINCT speaker_id) AS speakers
           FROM quote SEMI JOIN chosen_quote USING (quote_id) GROUP BY ALL)
SELECT article_id, source_id, title, headline, outlet, published, url, author, path, words, language,
       engine, added, title_from, outlet_from, published_from, author_from, text_from,
       coalesce(mentions, 0) AS mentions, coalesce(quotes, 0) AS quotes,
       coalesce(speakers, 0) AS speakers
FROM article JOIN headline USING (article_id) SEMI JOIN chosen_article USING (article_id)
LEFT JOIN m USING (article_id) LEFT JOIN q USING (article_id)
ORDER BY published DESC NULLS LAST, outlet, article_id"""

QUOTES = f"""
SELECT {QUOTE_COLUMNS}
FROM quote SEMI JOIN chosen_quote USING (quote_id) JOIN article USING (article_id)
JOIN headline USING (article_id)
ORDER BY published DESC NULLS LAST, article_id, start"""  # noqa: S608 (constant)

MENTIONS = """
SELECT mention_id, article_id, outlet, published, start, "end", mention.text, label, entity_id,
       entity.name AS entity, coalesce(entity.kind, label) AS kind, sentence_start, sentence_end,
       passage_kind, source
FROM mention SEMI JOIN chosen_article USING (article_id) JOIN article USING (article_id)
LEFT JOIN entity USING (entity_id)
WHERE (kept OR $junk) AND (NOT $some OR entity_id IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY published DESC NULLS LAST, article_id, start"""

NAMED = """
SELECT article_id, entity_id, count(*) AS mentions
FROM mention SEMI JOIN chosen_article USING (article_id)
WHERE (kept OR $junk) AND entity_id IS NOT NULL GROUP BY ALL"""

# Of equals the one that is named less often elsewhere is the closer company.
COMPANY = """
WITH place AS (SELECT DISTINCT article_id, sentence_start, entity_id
               FROM mention SEMI JOIN chosen_article USING (article_id)
               WHERE (kept OR $junk) AND entity_id IS NOT NULL),
     mine AS (SELECT article_id, sentence_start FROM place WHERE entity_id = $id),
     beside AS (SELECT entity_id, count(*) AS together FROM place
                SEMI JOIN mine USING (article_id, sentence_start) WHERE entity_id != $id GROUP BY ALL),
     often AS (SELECT entity_id, count(*) AS often FROM place SEMI JOIN beside USING (entity_id) GROUP BY ALL)
SELECT entity_id, name, kind, together
FROM beside JOIN often USING (entity_id) JOIN entity USING (entity_id)
ORDER BY together DESC, often, entity_id LIMIT $top"""

ENTITIES = """
WITH counted AS (
    SELECT entity_id, count(*) AS mentions, count(DISTINCT article_id) AS articles,
           count(DISTINCT outlet) AS outlets, min(published) AS first, max(published) AS last
    FROM mention SEMI JOIN chosen_article USING (article_id) JOIN article USING (article_id)
    WHERE kept OR $junk GROUP BY ALL)
SELECT entity_id, name, kind, aliases, titles, mentions, articles, outlets, first, last
FROM counted JOIN entity USING (entity_id)
ORDER BY articles DESC, mentions DESC, name, entity_id"""

ENTITIES_BY_OUTLET = """
WITH seen AS (
    SELECT entity_id, outlet, article_id, count(*) AS mentions
    FROM mention SEMI JOIN chosen_article USING (article_id) JOIN article USING (article_id)
    WHERE (kept OR $junk) AND entity_id IS NOT NULL GROUP BY ALL),
each AS (SELECT entity_id, outlet, count(*) AS articles, sum(mentions)::BIGINT AS mentions
         FROM seen GROUP BY ALL),
top AS (SELECT entity_id, sum(articles) AS in_all, sum(mentions) AS often FROM each GROUP BY entity_id
        ORDER BY in_all DESC, often DESC, entity_id LIMIT $top)
SELECT entity_id, name AS entity, kind, outlet, articles, mentions
FROM top JOIN each USING (entity_id) JOIN entity USING (entity_id)
ORDER BY in_all DESC, often DESC, entity_id, articles DESC, outlet NULLS LAST"""

LINKS = """
SELECT entity_id, article_id, outlet, headline, published, link.name, link.titles, why
FROM link SEMI JOIN chosen_article USING (article_id) JOIN article USING (article_id)
JOIN headline USING (article_id)
WHERE entity_id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY published NULLS LAST, article_id, link.name"""

TITLES = """
SELECT entity_id, article_id, outlet, published, start, "end", title_mention.text, name AS entity, kind,
       sentence_start, sentence_end, passage_kind
FROM title_mention SEMI JOIN chosen_article USING (article_id) JOIN article USING (article_id)
JOIN entity USING (entity_id)
WHERE (kept OR $junk) AND entity_id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY published NULLS LAST, article_id, start"""

# Who told it first is known only where one outlet did on the first day.
STATEMENTS = """
WITH told AS (
    SELECT statement_id, statement_quote.quote_id, relation, alerts, fullest, article_id, outlet, published,
           published = min(published) OVER (PARTITION BY statement_id) AS early
    FROM statement_quote JOIN (SELECT statement_id, quote_id AS fullest FROM statement) USING (statement_id)
    JOIN chosen_quote USING (quote_id) JOIN article USING (article_id)),
counted AS (
    SELECT statement_id, count(*) AS quotes, count(DISTINCT article_id) AS articles,
           count(DISTINCT outlet) AS outlets, min(published) AS first, max(published) AS last,
           count(*) FILTER (relation = 'verbatim' AND quote_id != fullest) AS verbatim,
           count(*) FILTER (relation = 'truncated') AS truncated,
           count(*) FILTER (relation = 'reworded') AS reworded,
           count(*) FILTER (len(alerts) > 0) AS alerts,
           CASE WHEN count(DISTINCT outlet) FILTER (early) = 1 THEN min(outlet) FILTER (early) END
               AS first_outlet
    FROM told GROUP BY ALL)
SELECT statement_id, quote_id, text, speaker_id, speaker, quotes, articles, outlets, first, last,
       verbatim, truncated, reworded, alerts, first_outlet
FROM statement JOIN counted USING (statement_id)
ORDER BY outlets DESC, articles DESC, quotes DESC, statement_id"""

STATEMENT_QUOTES = f"""
SELECT statement_id, relation, score, cut, cut_at, alerts, {QUOTE_COLUMNS}
FROM statement_quote JOIN quote USING (quote_id) SEMI JOIN chosen_quote USING (quote_id)
JOIN article USING (article_id) JOIN headline USING (article_id)
WHERE statement_id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY statement_id, score DESC, published NULLS LAST, quote_id"""  # noqa: S608 (constant)

COUNTED = """
SELECT count(*) AS articles, count(DISTINCT coalesce(cluster, article_id)) AS independent
FROM chosen_article LEFT JOIN copy USING (article_id)"""

COPIES = f"""
WITH here AS (SELECT copy.*, outlet, published FROM copy SEMI JOIN chosen_article USING (article_id)
              JOIN article USING (article_id)
              WHERE $of IS NULL OR cluster = (SELECT cluster FROM copy WHERE article_id = $of)),
counted AS (SELECT *, count(*) OVER (PARTITION BY cluster) AS size,
                   first_value(article_id) OVER (PARTITION BY cluster ORDER BY {REPRESENTATIVE})
                       AS representative FROM here)
SELECT article_id, cluster, size, relation, similarity, representative, why, outlet, headline, published
FROM counted JOIN headline USING (article_id) WHERE size > 1
ORDER BY size DESC, cluster, {REPRESENTATIVE}"""  # noqa: S608 (constant)

SPEAKERS = """
SELECT speaker_id, mode(speaker ORDER BY speaker) AS speaker,
       mode(speaker_class ORDER BY speaker_class) AS speaker_class, count(*) AS quotes,
       count(DISTINCT article_id) AS articles, count(DISTINCT outlet) AS outlets,
       avg((type = 'direct')::INT) AS direct
FROM quote SEMI JOIN chosen_quote USING (quote_id) JOIN article USING (article_id)
WHERE speaker_id IS NOT NULL
GROUP BY speaker_id ORDER BY quotes DESC, speaker, speaker_id"""

OUTLETS = """
SELECT outlet, count(*) AS articles FROM article WHERE counted
GROUP BY outlet ORDER BY articles DESC, outlet NULLS LAST"""

SUMMARY = """
WITH a AS (SELECT count(*) AS articles, count(DISTINCT outlet) AS outlets,
                  coalesce(sum(words), 0)::BIGINT AS words, min(published) AS first,
                  max(published) AS last, count(*) FILTER (published IS NULL) AS undated,
                  count(*) FILTER (outlet IS NULL) AS no_outlet
           FROM article SEMI JOIN chosen_article USING (article_id)),
     m AS (SELECT count(*) AS mentions, count(DISTINCT entity_id) AS entities
           FROM mention SEMI JOIN chosen_article USING (article_id) WHERE kept OR $junk),
     q AS (SELECT count(*) AS quotes, count(DISTINCT speaker_id) AS speakers,
                  count(*) FILTER (type = 'direct') AS direct, count(*) FILTER (type = 'mixed') AS mixed,
                  count(*) FILTER (type = 'indirect') AS indirect,
                  count(*) FILTER (speaker_id IS NULL) AS unresolved
           FROM quote SEMI JOIN chosen_quote USING (quote_id)),
     s AS (SELECT count(DISTINCT statement_id) AS statements
           FROM statement_quote JOIN statement USING (statement_id)
           JOIN chosen_quote ON chosen_quote.quote_id = statement_quote.quote_id)
FROM a, m, q, s"""

RANKED = """
SELECT article_id, title, headline, outlet, published, rank
FROM (SELECT unnest($ids::VARCHAR[]) AS article_id, unnest($ranks::DOUBLE[]) AS rank)
JOIN article USING (article_id) JOIN headline USING (article_id)
SEMI JOIN chosen_article USING (article_id)
ORDER BY rank, article_id LIMIT $many"""

PARAGRAPHS = """
SELECT article_id, start, "end", kind, reason
FROM passage SEMI JOIN chosen_article USING (article_id)
ORDER BY article_id, start"""

ONE_ARTICLE = """
SELECT article_id, source_id, title, headline, outlet, published, url, author, path, words, language,
       engine, added, title_from, outlet_from, published_from, author_from, text_from, counted
FROM article JOIN headline USING (article_id) WHERE article_id = $id"""

OTHER_LANGUAGES = """
SELECT article_id, source_id, headline, outlet, published, language, words, path, added
FROM article JOIN headline USING (article_id) WHERE NOT counted ORDER BY language, added, article_id"""

PASSAGES = """
SELECT start, "end", kind, reason, source, labelled FROM passage
WHERE article_id = $id ORDER BY start, "end" """

MARKED_TEXT = """
SELECT start, "end", text, kind, passage_kind FROM now_marked_text JOIN article USING (article_id, batch)
WHERE article_id = $id ORDER BY start, "end" """

MARKED = """
SELECT article_id, outlet, title, headline, published, start, "end", m.text, kind, passage_kind
FROM now_marked_text m JOIN article USING (article_id, batch) SEMI JOIN chosen_article USING (article_id)
JOIN headline USING (article_id)
WHERE passage_kind IN ('body', 'heading', 'summary') OR $junk
ORDER BY published DESC NULLS LAST, article_id, start"""

FILES = """
SELECT DISTINCT file FROM article WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))"""

TEXTS = """
SELECT article_id, any_value(text) AS text FROM files
WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) GROUP BY article_id"""
