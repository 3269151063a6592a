"""Ways from one page to another that keep the filters."""

from __future__ import annotations

from typing import Any, NoReturn

import streamlit as st

from onrecord.ui import filters


def open_article(article_id: str, at: str = "") -> NoReturn:
    """Open an article in the reader on the articles page, at a stretch (``start-end``)."""
    params = {"article": article_id} | ({"at": at} if at else {})
    st.switch_page("articles.py", query_params=params)


def compare(left: str, right: str) -> NoReturn:
    """Open two articles side by side."""
    st.switch_page("compare.py", query_params={"left": left, "right": right})


def show_page(page: str, **values: Any) -> NoReturn:
    """Go to a page with some filters set: ``show_page("quotes.py", speaker=["Ada Reyes"])``."""
    filters.set_next(**values)
    st.switch_page(page, query_params={})
