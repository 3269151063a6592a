"""Copies among the articles: found once for each article that is new, and clustered as a run.

Sketches and pairs are kept, so that an addition reads and compares what it brought, and old texts only
where they may be copies of it. Clusters come from all pairs, and are written as a run like statements'.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import batched
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from onrecord import copies
from onrecord.tables import SCHEMAS
from onrecord.workspace.snapshot import Snapshot
from onrecord.workspace.store import Store, new_batch

if TYPE_CHECKING:
    from onrecord.workspace.workspace import Workspace

AT_ONCE = 500
"""Articles whose texts are in memory at once where they are sketched …"""
COMPARED_AT_ONCE = 2000
"""… and pairs, where they are compared."""
_COPIED = ["article_id", "fingerprint", "words", "agency"]

_SKETCHED = """
FROM raw_sketches SEMI JOIN article USING (article_id, batch) WHERE scheme = $scheme
QUALIFY row_number() OVER (PARTITION BY article_id) = 1"""
_FRESH = f"""
SELECT article_id FROM article WHERE article_id NOT IN (SELECT article_id {_SKETCHED}) ORDER BY article_id"""  # noqa: S608
_KNOWN = f"SELECT article_id, fingerprint, words, agency {_SKETCHED}"
_SHARING = f"""
WITH sketched AS (SELECT article_id, fingerprint, keys {_SKETCHED})
SELECT DISTINCT ON (fingerprint) * FROM sketched WHERE article_id IN (
    SELECT article_id FROM (SELECT article_id, unnest(keys) AS key FROM sketched)
    WHERE key IN (SELECT unnest($keys::INT[])))
ORDER BY fingerprint, article_id"""  # noqa: S608
_TEXTS = """
WITH spans AS (SELECT article_id, list([start, "end"]) AS spans, list(kind) AS kinds
               FROM passage WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) GROUP BY ALL)
SELECT article_id, a.batch, a.text, a.outlet, a.author, spans, kinds
FROM raw_articles a SEMI JOIN article USING (article_id, batch) LEFT JOIN spans USING (article_id)
WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))"""
_PAIRS = """
SELECT DISTINCT ON (fingerprint, other) fingerprint, other, form, share, other_share
FROM raw_copy_pairs WHERE scheme = $scheme ORDER BY fingerprint, other"""
_FACTS = "SELECT article_id, outlet, published FROM article ORDER BY article_id"

type Row = dict[str, Any]


def find_copies(workspace: Workspace) -> bool:
    """Look for copies of the articles that no run has covered yet; whether there were any to look at."""
    workspace.check_writable()
    while True:
        snapshot = workspace.snapshot()
        fresh = snapshot.frame(_FRESH, scheme=copies.SCHEME)["article_id"].tolist()
        articles = int(snapshot.frame("SELECT count(*) AS n FROM article")["n"][0])
        if not fresh and snapshot.head.compared == articles:
            return False
        sketches = _sketches(snapshot, fresh)
        pairs = _pairs(snapshot, sketches)
        clusters = _clusters(snapshot, sketches, pairs)
        with workspace.store.writing():
            head = workspace.store.head()
            if head.removed != snapshot.head.removed:  # the run may tell of articles that are gone
                continue
            if head.compared > articles:  # somebody else compared more meanwhile
                return False
            # A sketch says that its article was compared: it must not be there before the pairs are.
            workspace.store.append("copy_pairs", pairs)
            run = _append_run(workspace.store, clusters)
            workspace.store.append("sketches", sketches)
            workspace.store.publish(copies=run, compared=articles)
        return True


def cluster_without(workspace: Workspace, snapshot: Snapshot, article_ids: Collection[str]) -> Row:
    """Cluster all other articles, under ``writing``; what the head is to tell of the run."""
    clusters = _clusters(snapshot, _empty("sketches"), _empty("copy_pairs"), without=article_ids)
    compared = max(snapshot.head.compared - len(article_ids), 0)
    return {"copies": _append_run(workspace.store, clusters), "compared": compared}


def _sketches(snapshot: Snapshot, article_ids: Sequence[str]) -> pa.Table:
    """Rows of the table ``sketches``."""
    made = [_empty("sketches")]
    for rows in _texts(snapshot, article_ids):
        sketched = [_sketch(row) for row in rows]
        made.append(pa.Table.from_pylist(sketched, schema=SCHEMAS["sketches"]))
    return pa.concat_tables(made).sort_by("article_id")


def _sketch(row: Row) -> Row:
    words = _words(row)
    return {
        "article_id": row["article_id"],
        "scheme": copies.SCHEME,
        "fingerprint": words.fingerprint,
        "words": len(words),
        "agency": copies.credited(row["text"], outlet=row["outlet"], author=row["author"]),
        "keys": copies.sketch(words),
        "batch": row["batch"],
    }


def _words(row: Row) -> copies.Words:
    spans = zip(row["spans"] or (), row["kinds"] or (), strict=True)
    return copies.Words(copies.compared(row["text"], ((start, end, kind) for (start, end), kind in spans)))


def _texts(snapshot: Snapshot, article_ids: Sequence[str]) -> Iterator[list[Row]]:
    """Articles with their passages, some at a time; the files are read once."""
    if article_ids:
        found = snapshot.cursor().sql(_TEXTS, params={"ids": list(article_ids)})
        for batch in found.to_arrow_reader(AT_ONCE):
            yield batch.to_pylist()


def _pairs(snapshot: Snapshot, sketches: pa.Table) -> pa.Table:
    """Rows of the table ``copy_pairs``: texts new to the workspace that are alike, or like an old one."""
    found: list[Row] = []
    scheme = {"scheme": copies.SCHEME}
    for some in batched(_candidates(snapshot, sketches), COMPARED_AT_ONCE):
        sketched = dict(side for pair in some for side in pair)
        words = {row["article_id"]: _words(row) for rows in _texts(snapshot, list(sketched)) for row in rows}
        for (one, _), (two, _) in some:
            if pair := copies.alike(words[one], words[two]):
                # A decision on a passage may have changed the words since they were sketched.
                told = {words[article_id].fingerprint: sketched[article_id] for article_id in (one, two)}
                names = {"fingerprint": told[pair.fingerprint], "other": told[pair.other]}
                found.append(pair._asdict() | names | scheme)
    return pa.Table.from_pylist(found, schema=SCHEMAS["copy_pairs"])


type _Side = tuple[str, str]
"""An article and its fingerprint, as it was sketched."""


def _candidates(snapshot: Snapshot, sketches: pa.Table) -> list[tuple[_Side, _Side]]:
    """Pairs of articles that share bands, the second new; one article stands for all with its words."""
    new = sketches.to_pandas().query("words > 0").drop_duplicates("fingerprint")
    if new.empty:
        return []
    keys = np.unique(np.concatenate(new["keys"].tolist())).tolist()
    old = snapshot.frame(_SHARING, keys=keys, scheme=copies.SCHEME)
    new = new[~new["fingerprint"].isin(old["fingerprint"])]
    both = pd.concat([old, new], ignore_index=True)[["article_id", "fingerprint", "keys"]]
    both = both.merge(snapshot.frame(_FACTS), on="article_id", validate="one_to_one")
    found = copies.candidates(
        np.stack(both["keys"].tolist()).astype(np.int32),
        both["published"].to_numpy(dtype="datetime64[D]").astype(np.int64),
        both.index.to_numpy() >= len(old),
    )
    sides = list(zip(both["article_id"], both["fingerprint"], strict=True))
    return [(sides[one], sides[two]) for one, two in found]


def _clusters(
    snapshot: Snapshot, sketches: pa.Table, pairs: pa.Table, *, without: Collection[str] = ()
) -> pd.DataFrame:
    """The clusters of all articles: with those just sketched, and their pairs."""
    known = pd.concat(
        [snapshot.frame(_KNOWN, scheme=copies.SCHEME), sketches.select(_COPIED).to_pandas()],
        ignore_index=True,
    )
    known = known[~known["article_id"].isin(without)]
    likes = pd.concat(
        [snapshot.frame(_PAIRS, scheme=copies.SCHEME), pairs.drop_columns("scheme").to_pandas()],
        ignore_index=True,
    )
    alike = {*likes["fingerprint"], *likes["other"]}
    known = known[known["fingerprint"].duplicated(keep=False) | known["fingerprint"].isin(alike)]
    known = known.merge(snapshot.frame(_FACTS), on="article_id", validate="one_to_one")
    known["published"] = known["published"].dt.date
    known = known.astype(object).where(known.notna(), None)
    articles = [copies.Copied(**row) for row in known.to_dict("records")]
    return copies.cluster(articles, (copies.Pair(**row) for row in likes.to_dict("records")))


def _append_run(store: Store, clusters: pd.DataFrame) -> str:
    """Store a run of clusters; nobody sees it before its id is published."""
    run = new_batch()
    rows = pa.Table.from_pandas(clusters.assign(run=run), SCHEMAS["copies"], preserve_index=False)
    store.append("copies", rows)
    return run


def _empty(table: str) -> pa.Table:
    return SCHEMAS[table].empty_table()
