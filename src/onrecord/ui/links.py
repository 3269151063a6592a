"""Ways from one page to another that keep the filters."""

from __future__ import annotations

from typing import Any, NoReturn

import streamlit as st

from onrecord.ui import filters


def go(page: str, **params: str) -> NoReturn:
    """Switch to a page (``compare.py``); ``params`` are its own, beside the filters, which stay."""
    st.switch_page(page, query_params={name: value for name, value in params.items() if value})


def open_article(article_id: str, at: str = "") -> NoReturn:
    """Open an article in the reader on the articles page, at a stretch (``start-end``)."""
    go("articles.py", article=article_id, at=at)


def compare(left: str, right: str) -> NoReturn:
    """Open two articles side by side."""
    go("compare.py", left=left, right=right)


def show_page(page: str, **values: Any) -> NoReturn:
    """Go to a page with some filters set: ``show_page("quotes.py", speaker=["Ada Reyes"])``."""
    filters.set_next(**values)
    go(page)
