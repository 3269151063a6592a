"""Entities that may be one and were not merged, with what speaks for and against, and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.analysis import evidence
from onrecord.charts.colours import KIND_NAMES
from onrecord.records import Selection
from onrecord.resolution import Candidates, Evidence, weigh
from onrecord.ui import choosing
from onrecord.ui import evidence as panel
from onrecord.ui.text import count, plain
from onrecord.workspace import Workspace

MOST = 20
"""Candidates that an entity's file lists."""
SAMPLE = 25
"""Mentions of a frequent name that are shown beside a rare one's."""

type Pair = dict[str, Any]
"""A row of ``weigh``."""


def of_entity(ws: Workspace, entity_id: str, name: str) -> None:
    """The candidates of one entity, each with a way to its file and to the sentences."""
    known, entities = _known(ws)
    found = _weighed(ws, known.of(entity_id))
    if found.empty:
        st.caption(plain(f"No other name here looks as if it meant {name}."))
        return
    one = len(found) == 1
    st.caption(f"{count(len(found), 'name')} may mean the same and {'is' if one else 'are'} counted apart.")
    for pair in _rows(found.head(MOST)):
        other = pair["b"] if pair["a"] == entity_id else pair["a"]
        with st.container(gap="xxsmall"):
            _name(entities, other, key=f"same_{other}")
            _evidence(ws, entities, pair, key=f"same_{other}")


def everywhere(ws: Workspace) -> None:
    """All candidates of the workspace behind a fold, worked out only when it is open."""
    box = st.expander("Names that may be one and are counted apart", key="same_all", on_change="rerun")
    if not box.open:
        return
    with box:
        found, entities = _all(ws)
        if found.empty:
            st.caption("None: no two names here look as if they meant the same.")
            return
        st.caption("In the whole workspace, the likeliest first. Choose a row for its sentences.")
        row = choosing.row(
            _table(found, entities),
            key="same_table",
            alt="Pairs of names that may mean the same, with what speaks for and against",
        )
        if row is not None:
            pair = _rows(found.iloc[[row]])[0]
            for side in ("a", "b"):
                _name(entities, pair[side], key=f"same_row_{side}")
            _evidence(ws, entities, pair, key="same_row")


def _known(ws: Workspace) -> tuple[Candidates, pd.DataFrame]:
    """What looks for candidates, and the entities by id; made once for each version of the workspace."""
    return _read(ws, str(ws.path), ws.version())


@st.cache_resource(show_spinner="Looking for names that may be one …", max_entries=4)
def _read(_ws: Workspace, path: str, version: int) -> tuple[Candidates, pd.DataFrame]:
    entities = _ws.entities()
    return Candidates(entities), entities.set_index("entity_id")[["name", "kind", "articles"]]


def _all(ws: Workspace) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every pair as ``weigh`` gives it, and the entities by id."""
    return _pairs(ws, str(ws.path), ws.version()), _known(ws)[1]


@st.cache_resource(show_spinner="Looking for names that may be one …", max_entries=4)
def _pairs(_ws: Workspace, path: str, version: int) -> pd.DataFrame:
    return _weighed(_ws, _known(_ws)[0].all())


def _weighed(ws: Workspace, pairs: Sequence[Any]) -> pd.DataFrame:
    ids = sorted({entity.id for pair in pairs for entity in pair[:2]})
    return weigh(pairs, ws.mentions(columns=["entity_id", "article_id"], of=ids))


def _rows(found: pd.DataFrame) -> list[Pair]:
    return [{str(column): value for column, value in row.items()} for row in found.to_dict("records")]


def _table(found: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    def words(column: str) -> pd.Series:
        return found[column].map(lambda said: "; ".join(one.text for one in said))

    return pd.DataFrame(
        {
            "Name": found["a"].map(entities["name"]),
            "May be the same as": found["b"].map(entities["name"]),
            "For": words("evidence_for"),
            "Against": words("evidence_against"),
        }
    )


def _name(entities: pd.DataFrame, entity_id: str, *, key: str) -> None:
    """A name with its kind and frequency, as a way to its file."""
    name, kind, articles = map(str, entities.loc[entity_id])
    st.button(
        f"**{plain(name)}** · {KIND_NAMES.get(kind, kind)} in {count(int(articles), 'article')}",
        key=key, type="tertiary", on_click=open_entity, args=(entity_id,), help="Open its file",
    )  # fmt: skip


def _evidence(ws: Workspace, entities: pd.DataFrame, pair: Pair, *, key: str) -> None:
    """Each thing that speaks for or against the pair, as a way to the sentences behind it."""
    sides = [("For", one) for one in pair["evidence_for"]]
    sides += [("Against", one) for one in pair["evidence_against"]]
    for number, (side, said) in enumerate(sides):
        if st.button(f"{side}: {plain(said.text)}", key=f"{key}_{number}", help="Read the sentences"):
            rows, note = sentences(ws, (pair["a"], pair["b"]), said, entities)
            panel.show(said.text, rows, note=note)


def sentences(
    ws: Workspace, pair: tuple[str, str], said: Evidence, entities: pd.DataFrame
) -> tuple[pd.DataFrame, str]:
    """The sentences behind one thing that speaks for or against a pair, and what to know about them."""
    note = ""
    if said.of == "title":
        stated = ws.titles(pair)
        behind = stated[stated["text"].str.casefold().str.endswith(said.values)]
    elif said.of == "together":
        behind = ws.mentions(of=pair)
        return evidence.of_pair(behind, pair, _articles(ws, behind), unit="article"), panel.EVERYWHERE
    else:
        behind = pd.DataFrame()
    if behind.empty:
        first, *others = (pair[1], *said.values) if said.of == "rivals" else pair[::-1]
        behind = pd.concat([ws.mentions(of=[first]), *(ws.mentions(of=[id_]).head(SAMPLE) for id_ in others)])
        often = [entities["name"][id_] for id_ in others if entities["articles"][id_] > SAMPLE]
        note = f"Of {' and '.join(often)} only the latest." if often else ""
    return evidence.of_mentions(behind, _articles(ws, behind)), note


def _articles(ws: Workspace, mentions: pd.DataFrame) -> pd.DataFrame:
    return ws.articles(Selection(articles=tuple(mentions["article_id"].unique()), junk=True))


def open_entity(entity_id: str) -> None:
    """As a callback: the next run shows this entity's file, whatever the table was narrowed to."""
    st.session_state["find"] = ""
    st.query_params.pop("kind", None)
    st.query_params["open"] = entity_id
    st.query_params["part"] = "same"
