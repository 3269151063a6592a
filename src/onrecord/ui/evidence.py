"""The evidence panel: the exact sentences behind a number, bar, cell or node.

Rows are a DataFrame with ``article_id, outlet, headline, published, context_start, context_end, highlights``
(a list of ``(start, end, role, label)``, see ``reader.Highlight``), and, where they are known,
``speaker_id, speaker, facts, passage_kind``. Offsets are those of the article's text.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from onrecord.analysis.evidence import of_entity
from onrecord.records import Selection
from onrecord.ui import counting, filters, links, paging, reader, session
from onrecord.ui.directory import directory
from onrecord.ui.reader import Context, Event, Highlight
from onrecord.ui.reader.contexts import snug
from onrecord.ui.reader.marks import facts
from onrecord.ui.text import count, from_outlets, plain, shown
from onrecord.workspace import Workspace

WIDE = 900
"""Pixels of the panel: the text, its margin, and no more."""
AROUND = 180
"""Characters of context kept on either side of a quote."""

EVERYWHERE = "In all articles, whatever the filters."


def show(title: str, rows: pd.DataFrame, *, unit: str = "sentence", note: str = "") -> None:
    """Open the panel over the page. Call it in the run in which a figure was clicked, once a run.

    ``unit`` is what a row is (sentence, quote, mention). The panel pages, downloads and closes by itself.
    """
    st.dialog(plain(title), width=WIDE, position="right")(_panel)(rows.reset_index(drop=True), unit, note)


def fresh(key: str, picked: Hashable | None) -> bool:
    """Whether a chart's or table's selection is new, so that the panel opens once for it.

    A selection stays when the page is drawn again for another reason; then this is False.
    """
    name = f"_picked_{key}"
    changed = st.session_state.get(name) != picked
    st.session_state[name] = picked
    return changed and picked is not None


def whole(ws: Workspace, selection: Selection, quotes: pd.DataFrame) -> pd.DataFrame:
    """All columns of some quotes (quote_id, article_id), in their order; those that are gone are left out.

    A page that counts asks for few columns of all quotes, which is several times faster.
    """
    articles = tuple(sorted(set(quotes["article_id"])))
    chosen = Selection(
        articles=articles or ("",),  # none of them, while () would be all
        junk=True,
        governments=selection.governments,
    )
    known = ws.quotes(chosen).set_index("quote_id")
    there = quotes.loc[quotes["quote_id"].isin(known.index), "quote_id"]
    return known.loc[there.tolist()].reset_index()


def from_quotes(quotes: pd.DataFrame) -> pd.DataFrame:
    """Evidence rows of quotes (columns of ``Workspace.quotes``): each in what stands around it."""
    frame = quotes.copy()
    frame["context_start"] = (frame["start"] - AROUND).clip(lower=0)
    frame["context_end"] = frame["end"] + AROUND
    spans = zip(frame["start"], frame["end"], frame["type"], strict=True)
    frame["highlights"] = pd.Series(
        [[(int(start), int(end), kind, f"{kind} quote")] for start, end, kind in spans],
        index=frame.index,
        dtype=object,
    )
    return frame


def said_by(ws: Workspace, speaker_id: str, name: str) -> None:
    """Open the panel on everything a speaker said, in all articles."""
    quotes = ws.quotes(Selection(speakers=(speaker_id,), independent=counting.on()))
    show(f"All that {name} said", from_quotes(quotes), unit="quote", note=_everywhere())


def about(ws: Workspace, entity_id: str, name: str) -> None:
    """Open the panel on every sentence that names an entity, in all articles."""
    chosen = Selection(entities=(entity_id,), independent=counting.on())
    rows = of_entity(ws.mentions(chosen), entity_id, ws.articles(chosen))
    show(f"Sentences that name {name}", rows, note=_everywhere())


def _everywhere() -> str:
    """What a panel over all articles counts: the filters do not hold there, the switch does."""
    return f"{EVERYWHERE} {counting.MARK}" if counting.on() else EVERYWHERE


def follow(ws: Workspace, event: Event | None) -> None:
    """Do what a click in the reader asks for: all a speaker said, all about an entity, open an article."""
    if event is None:
        return
    if event.do == "open":
        links.open_article(event.article, event.at)
    elif event.do == "speaker":
        said_by(ws, event.id, event.name)
    elif event.do == "entity" and event.id:
        about(ws, event.id, event.name)


def as_csv(rows: pd.DataFrame, texts: dict[str, str]) -> bytes:
    """The rows as a table: the words shown, the words highlighted, and where they stand."""
    words, marked = [], []
    for context in contexts(rows):
        text = texts.get(context.article_id, "")
        words.append(text[slice(*snug(text, context))])
        marked.append(" | ".join(text[h.start : h.end] for h in context.highlights))
    kept = rows.drop(columns=["highlights", "about", "marked"], errors="ignore")
    table = kept.assign(context=words, highlighted=marked).map(_no_formula)
    return table.to_csv(index=False).encode("utf-8-sig")


def _no_formula(value: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value


def _panel(rows: pd.DataFrame, unit: str, note: str) -> None:
    ws = session.workspace()
    rows = _with_headlines(ws, rows)
    told = rows.drop_duplicates("article_id")["outlet"]
    source = from_outlets(told.nunique(), int(told.isna().sum()))
    st.write(f"{count(len(rows), unit)} in {count(len(told), 'article')}{source}.")
    if note:
        st.caption(note)
    if rows.empty:
        return
    part = paging.turn(rows, key="evidence_page")
    texts = ws.texts(sorted(set(part["article_id"])))
    here = part[part["article_id"].isin(texts)]  # an article may be removed while a page is open
    if len(here) < len(part):
        st.caption("What was removed from the workspace since this page was drawn is left out.")
    event = reader.listing(contexts(here), texts, key="evidence_list")
    _download(ws, rows)
    if event and event.do == "open":
        links.open_article(event.article, event.at)
    elif event and event.do == "speaker":
        label = directory(ws).speaker_label(event.id)
        if label:
            links.show_page("quotes.py", **(filters.EMPTY | {"speaker": [label]}))


def _with_headlines(ws: Workspace, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what the articles' own table says of headline, outlet and day, where they lack it."""
    lacking = [name for name in ("headline", "outlet", "published") if name not in rows]
    if not lacking:
        return rows
    articles = ws.articles(Selection(articles=tuple(set(rows["article_id"])), junk=True))
    return rows.merge(articles[["article_id", *lacking]], on="article_id", how="left")


def _download(ws: Workspace, rows: pd.DataFrame) -> None:
    """A table of exactly these rows, made when it is asked for."""
    st.download_button(
        f"Download {count(len(rows), 'row')} as CSV",
        data=lambda: as_csv(rows, ws.texts(sorted(set(rows["article_id"])))),
        file_name="evidence.csv",
        mime="text/csv",
        on_click="ignore",
        key="evidence_csv",
    )


def contexts(rows: pd.DataFrame) -> list[Context]:
    """The rows as the reader's list takes them."""
    return [
        Context(
            article_id=row["article_id"],
            title=shown(row.get("headline")) or None,
            outlet=shown(row.get("outlet")) or None,
            published=row.get("published"),
            start=int(row["context_start"]),
            end=int(row["context_end"]),
            highlights=tuple(Highlight(int(h[0]), int(h[1]), *map(shown, h[2:4])) for h in row["highlights"]),
            speaker_id=shown(row.get("speaker_id")) or None,
            speaker=shown(row.get("speaker")) or None,
            facts=shown(row.get("facts")) or _facts(row),
            kind=shown(row.get("passage_kind"), "body"),
        )
        for row in rows.to_dict("records")
    ]


def _facts(row: dict[Hashable, Any]) -> str:
    """How the words were told, where the row is a quote."""
    return facts({str(name): value for name, value in row.items()}) if "type" in row else ""
