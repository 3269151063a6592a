"""Analysis: pure functions from DataFrames to DataFrames.

The frames that come in are those of the workspace's queries (``mentions``, ``quotes``, ``articles``,
``statement_quotes``); nothing here knows an engine or Streamlit.

- ``units``: the sentence, paragraph or article a mention lies in
- ``cooccurrence``: which entities appear together, and whether beyond chance
- ``network``: the same as nodes, edges, communities and positions
- ``evidence``: the sentences behind a figure
- ``timelines``: rows per day, week or month
- ``pairs``: articles on one event, worth comparing
- ``compare``: what two articles both have, and what only one of them has
- ``shared_text``: sentences that two texts share
- ``numbers``: the amounts that a text gives
- ``comparison``: all of that for two articles, as ``onrecord.compare`` returns it
- ``synopsis``: statements by article: told in full, cut, reworded, or not at all
- ``counts``: speakers and entities by outlet
- ``groups``: outlets that a chart can tell apart, the small ones as one
- ``profile``: one entity's whole file
- ``wording``: two versions of a statement, aligned word by word
"""
