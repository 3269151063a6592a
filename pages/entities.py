"""Not written yet: says so, and leads on."""

import streamlit as st

from onrecord.ui import page

page.begin("Entities", "This page is being written.")
st.page_link("quotes.py", label="Go to the quotes")
