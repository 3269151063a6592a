"""What the pages share: the workspace at hand, the filters, the reader, the evidence panel.

A page is a short flat script::

    from onrecord.ui import evidence, page

    ws, selection = page.begin("Quotes", "Who said what, where, about whom?")
    quotes = page.need(ws.quotes(selection), "quotes")     # stops with help where there are none
    if st.button("The sentences"):
        evidence.show("All of it", evidence.from_quotes(quotes), unit="quote")

Article texts, titles and names are hostile: they go through the reader, ``st.dataframe`` or
``onrecord.ui.text.plain``, never into markdown as they are.
"""
