"""Ways from one page to another that keep the filters."""

from __future__ import annotations

from typing import Any, NoReturn

import streamlit as st

from onrecord.ui import filters

_HERE = "_page"


def arrive(page: str) -> None:
    """Note which page is being drawn (``articles.py``)."""
    st.session_state[_HERE] = page


def go(page: str, **params: str) -> NoReturn:
    """Open a page (``compare.py``); ``params`` are its own, an empty one is taken away. The filters stay.

    To switch to the page that is open already would drop the filters from the address: there only
    the page's own parameters change.
    """
    if st.session_state.get(_HERE) != page:
        st.switch_page(page, query_params={name: value for name, value in params.items() if value})
    for name, value in params.items():
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)
    st.rerun()


def open_article(article_id: str, at: str = "") -> NoReturn:
    """Open an article in the reader on the articles page, at a stretch (``start-end``)."""
    go("articles.py", article=article_id, at=at)


def close_article() -> NoReturn:
    """Back to the list of articles."""
    go("articles.py", article="", at="")


def compare(left: str, right: str = "", statement: str = "") -> NoReturn:
    """Open two articles side by side; the second is the closest to the first unless it is given.

    A ``statement`` that both tell is chosen in both.
    """
    go("compare.py", left=left, right=right, statement=statement)


def show_page(page: str, **values: Any) -> NoReturn:
    """Go to a page with some filters set: ``show_page("quotes.py", speaker=["Ada Reyes"])``."""
    filters.set_next(**values)
    go(page)
