"""The app's script: navigation, the frame around every page, then the page itself."""

import streamlit as st

from onrecord.ui import adding, assets, links, session, shell

st.set_page_config(page_title="Onrecord", page_icon=assets.icon(), layout="wide")
st.logo(assets.wordmark(), size="large", icon_image=assets.icon())

PAGES = {
    "overview": "Overview",
    "quotes": "Quotes",
    "entities": "Entities",
    "connections": "Connections",
    "statements": "Statements",
    "compare": "Compare",
    "articles": "Articles",
}

current = st.navigation(
    [st.Page(f"{name}.py", title=title, default=name == "overview") for name, title in PAGES.items()],
    expanded=True,
)

links.arrive(f"{current.url_path or 'overview'}.py")
adding.open_given_files()
workspace = session.workspace()
shell.sidebar(workspace)
shell.quick_look_banner()
if not session.counts(workspace)["articles"] and current.url_path != "articles":
    adding.welcome()
else:
    current.run()
