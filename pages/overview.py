"""What is in this corpus, and what is being said?"""

import pandas as pd
import streamlit as st

from onrecord.analysis import counts, evidence, timelines
from onrecord.charts import bars, timeline
from onrecord.ui import digest, figures, page
from onrecord.ui import evidence as panel

ws, selection = page.begin("Overview", "What is in this corpus, and what is being said?")
articles = page.need(ws.articles(selection), "articles")
quotes, statements = ws.quotes(selection), ws.statements(selection)
colours, theme = figures.colours(ws), figures.theme()

digest.answer(ws.summary(selection), ws.speakers(selection), statements)
if len(statements) and statements["outlets"].iloc[0] > 1:
    digest.travelled(ws, statements.iloc[0], selection)

mentions = ws.mentions(selection)
left, right = st.columns(2, gap="large")
speakers = counts.speakers_by_outlet(quotes, top_n=10, named=colours)
entities = counts.entities_by_outlet(mentions, top_n=10, named=colours)
picked = {}
if len(speakers):
    with left:
        figure = bars.by_outlet(speakers, noun="quote", verb="quoted", colours=colours, theme=theme)
        picked["speaker"] = figures.draw(figure, key="speakers")
if len(entities):
    with right:
        figure = bars.by_outlet(entities, noun="article", verb="named", colours=colours, theme=theme)
        picked["entity"] = figures.draw(figure, key="entities")

line = timelines.timeline(quotes, named=colours)
if len(line.points):
    figure = timeline.figure(line, noun="quote", colours=colours, theme=theme)
    picked["day"] = figures.draw(figure, key="timeline")
elif len(quotes):
    st.caption("None of these articles has a date, so there is no timeline. "
               "A date in a file's front matter, or a column called published, gives it one.")  # fmt: skip

if point := picked.get("speaker"):
    rows = counts.behind(quotes, speakers, point)
    panel.show(
        f"What {rows['speaker'].iloc[0]} said{figures.where(point)}", panel.from_quotes(rows), unit="quote"
    )
elif point := picked.get("entity"):
    rows = counts.behind(mentions, entities, point)
    panel.show(f"{rows['entity'].iloc[0]}{figures.where(point)}", evidence.of_mentions(rows, articles))
elif point := picked.get("day"):
    rows = timelines.behind(quotes, line, pd.Timestamp(point["start"]), point.get("group"))
    panel.show(f"Quotes of {timeline.when(line, point['start'])}", panel.from_quotes(rows), unit="quote")
