"""Being written."""

from onrecord.ui import page

page.begin("Articles", "This page is being written.")
