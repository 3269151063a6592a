"""What is in this corpus, and what is being said?"""

import pandas as pd
import streamlit as st

from onrecord.analysis import counts, evidence, timelines
from onrecord.charts import bars, timeline
from onrecord.ui import digest, figures, page, versions
from onrecord.ui import evidence as panel
from onrecord.ui.text import count

MANY = 20  # from so many articles on it says more in how many a name stands than how often

ws, selection = page.begin("Overview", "What is in this corpus, and what is being said?")
summary = ws.summary(selection)
if not summary["articles"]:
    page.nothing("articles")
    st.stop()
quotes = ws.quotes(selection, ["article_id", "outlet", "published", "speaker_id", "speaker"])
statements = ws.statements(selection)
colours, theme = figures.colours(ws), figures.theme()
speakers = counts.speakers_by_outlet(quotes, top_n=10, named=colours)
unit = "article" if summary["articles"] >= MANY else "mention"
tallied = ws.entities_by_outlet(selection, top=10 if unit == "article" else 1000)
entities = counts.entities_by_outlet(tallied, by=f"{unit}s", top_n=10, named=colours)

digest.answer(summary, speakers, statements)
by, _ = versions.told_by(summary)
if len(statements) and statements[by].iloc[0] > 1:
    digest.travelled(ws, statements.iloc[0], selection, by)

left, right = st.columns(2, gap="large")
picked = {}
if len(speakers):
    with left:
        figure = bars.by_outlet(speakers, noun="quote", verb="quoted", colours=colours, theme=theme)
        picked["speaker"] = figures.draw(figure, key="speakers")
if len(entities):
    with right:
        figure = bars.by_outlet(entities, noun=unit, verb="named", colours=colours, theme=theme)
        picked["entity"] = figures.draw(figure, key="entities")

line = timelines.trimmed(timelines.timeline(quotes, named=colours))
if line.points["period"].nunique() > 1:
    figure = timeline.figure(line, noun="quote", colours=colours, theme=theme)
    picked["day"] = figures.draw(figure, key="timeline")
    far = line.before + line.after
    with st.container(horizontal=True):
        if far and st.button(f"{count(far, 'quote')} far outside this span", key="outside", type="tertiary"):
            rows = timelines.outside(ws.quotes(selection), line)
            panel.show("Quotes far outside this span", panel.from_quotes(rows), unit="quote")
        digest.undated(ws, summary["undated"], selection)
elif len(quotes) and not line.dated:
    st.caption(
        "None of these articles has a date, so there is no timeline. Type them in under Articles, Facts; or "
        "a file's front matter, or a column called published, gives them."
    )

if point := picked.get("speaker"):
    rows = counts.behind(ws.quotes(selection), speakers, point)
    panel.show(
        f"What {rows['speaker'].iloc[0]} said{figures.where(point)}", panel.from_quotes(rows), unit="quote"
    )
elif point := picked.get("entity"):
    rows = counts.behind(ws.mentions(selection), entities, point)
    title = f"{rows['entity'].iloc[0]}{figures.where(point)}"
    panel.show(title, evidence.of_mentions(rows, ws.articles(selection)))
elif point := picked.get("day"):
    rows = timelines.behind(ws.quotes(selection), line, pd.Timestamp(point["start"]), point.get("group"))
    panel.show(f"Quotes of {timeline.when(line, point['start'])}", panel.from_quotes(rows), unit="quote")
