"""On paper, what only a screen needs goes: the sidebar, the toolbar, buttons, and containers with a key that
begins with ``screen_``.
"""

from __future__ import annotations

import streamlit as st

_STYLE = """
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stButton"], [data-testid="stPopover"],
  [data-testid="stExpandSidebarButton"], [class*="st-key-screen_"] { display: none !important; }
  [data-testid="stMainBlockContainer"] { max-width: none; padding: 0 1rem; }
}
"""

_MOUNT = st.components.v2.component("onrecord_paper", html="<i hidden></i>", css=_STYLE, isolate_styles=False)


def style() -> None:
    """Give the page its look on paper; call it where an empty element is in nobody's way."""
    _MOUNT(key="paper")
