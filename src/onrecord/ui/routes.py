"""Addresses that the app answers beside Streamlit's own."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

FIRST_PAGE = "overview"
"""The first page lives at the app's root; its name leads there too, so that every page has a link."""


async def first_page(request: Request) -> RedirectResponse:
    """To the root, relative so that it holds under any path prefix, with all filters."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}", status_code=307)


def routes() -> list[Route]:
    """The app's routes."""
    return [Route(f"/{FIRST_PAGE}", first_page)]
