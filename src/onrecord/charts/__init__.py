"""Charts: pure functions from DataFrames to Altair charts, or an ECharts option for the network.

Every module has a chart function, whose title states the answer, and an ``alt`` function, which says the
same in a sentence for those who don't see it. No Streamlit here; colours come from ``colours``.
"""
