"""Being written."""

from onrecord.ui import page

page.begin("Compare", "This page is being written.")
