"""Who said what, where, about whom?"""

from onrecord.ui import evidence, page, reader

ws, selection = page.begin("Quotes", "Who said what, where, about whom?")
quotes = page.need(ws.quotes(selection), "quotes")
rows = evidence.from_quotes(quotes.head(25))
event = reader.listing(evidence.contexts(rows), ws.texts(sorted(set(rows["article_id"]))), key="quotes")
evidence.follow(ws, event)
