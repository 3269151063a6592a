"""Who said what, where, about whom?"""

import streamlit as st

from onrecord.analysis import counts
from onrecord.charts import bars
from onrecord.ui import evidence, figures, page, paging, reader
from onrecord.ui.narrowing import narrowed
from onrecord.ui.reader.marks import HOW
from onrecord.ui.speakers import by_outlet, everyone, marked_words
from onrecord.ui.text import count, shown

NEEDED = [
    "quote_id", "article_id", "outlet", "text", "type", "speaker_id", "speaker", "speaker_class",
    "resolved_by", "confidence",
]  # fmt: skip

ws, selection = page.begin("Quotes", "Who said what, where, about whom?")
quotes = page.need(ws.quotes(selection, NEEDED), "quotes")
speakers = quotes["speaker_id"].nunique()

types = counts.types(quotes)
told = ", ".join(f"{number:,} {HOW[str(kind)]}" for kind, number in types.items() if number)
st.write(
    f"{count(len(quotes), 'quote')} by {count(speakers, 'speaker')} "
    f"in {count(quotes['article_id'].nunique(), 'article')}: {told}."
)

if speakers > 1:
    colours = figures.colours(ws)
    counted = counts.speakers_by_outlet(quotes, top_n=10, named=colours)
    figure = bars.by_outlet(
        counted, noun="quote", verb="quoted", colours=colours, theme=figures.theme(),
    )  # fmt: skip
    picked = figures.draw(figure, key="top_speakers")
    if picked:
        rows = counts.behind(quotes, counted, picked)
        title = f"What {shown(rows['speaker'].iloc[0])} said{figures.where(picked)}"
        rows = evidence.from_quotes(evidence.whole(ws, selection, rows))
        evidence.show(title, rows, unit="quote")

everyone(ws, selection, quotes)
by_outlet(ws, selection, quotes)

st.subheader("The quotes", anchor=False)
listed = narrowed(quotes)
part = evidence.from_quotes(evidence.whole(ws, selection, paging.turn(listed, key="quotes_page")))
event = reader.listing(evidence.contexts(part), ws.texts(sorted(set(part["article_id"]))), key="quotes_list")
evidence.follow(ws, event)

marked_words(ws, selection)
