"""Articles into a workspace from the browser: dropped files, the sample, a quick look that is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from onrecord._errors import OnrecordError
from onrecord.reading import read
from onrecord.records import Article
from onrecord.ui import filters, mapping, session, settings
from onrecord.ui.intake import Outcome, Report, take_in, take_paths
from onrecord.ui.session import QuickLook
from onrecord.ui.text import count, plain
from onrecord.workspace import Workspace
from onrecord.workspace.adding import copy_into, remove

OUTCOMES = "_outcomes"


def drop_zone(*, key: str = "drop") -> None:
    """Where files are dropped: they open as a quick look, or, asked to, go into the workspace."""
    number = st.session_state.setdefault("_drop_number", 0)
    uploads = st.file_uploader(
        "Drop articles here",
        accept_multiple_files=True,  # any ending: what a file is, its content tells
        key=f"{key}_{number}",
        help="Saved web pages, PDF, Word, OpenDocument and RTF documents, e-mails, feeds, EPUB, text; "
        "exports of Nexis Uni, Factiva and ProQuest; tables (CSV, Excel, Parquet, JSON lines); zip archives "
        "of these; and JSON lines with quotes extracted elsewhere, which are loaded as they are.",
    )
    if not uploads:
        return
    target = session.served()
    columns = mapping.ask(uploads)
    with st.container(horizontal=True):
        look = st.button("Take a quick look", type="primary", key="look", disabled=columns is None)
        keep_them = not target.read_only and st.button(
            f"Add to {plain(target.path.name)}", key="add_dropped", disabled=columns is None
        )
    if look or keep_them:
        if keep_them:
            session.close_quick_look()
        into = session.open_quick_look().workspace if look else target
        files = [(upload.name, upload.getvalue()) for upload in uploads]
        if run(lambda report: take_in(files, into, report, columns=columns)):
            _leave_if_empty()
            st.session_state["_drop_number"] = number + 1
            filters.set_next(**filters.EMPTY)
            st.rerun()


def run(work: Callable[[Report], Sequence[Outcome]]) -> bool:
    """Do the work under a progress bar and keep its outcomes; whether it went through."""
    bar = st.progress(0.0, "Starting")
    try:
        outcomes = work(lambda done, words: _show(bar, done, words))
    except OnrecordError as error:
        bar.empty()
        st.error(plain(error))
        return False
    st.session_state[OUTCOMES] = list(outcomes)
    return True


def _show(bar: DeltaGenerator, done: float, words: str) -> None:
    bar.progress(min(done, 1.0), plain(words))


def outcomes() -> None:
    """What became of the files that were dropped last."""
    last: list[Outcome] = st.session_state.get(OUTCOMES, [])
    if not last:
        return
    bad = [outcome for outcome in last if outcome.problems]
    articles, known = sum(o.articles for o in last), sum(o.known for o in last)
    what = "opened" if session.quick_look() else "added"  # a quick look adds nothing to the workspace
    with st.container(border=True):
        st.markdown(
            f"**{count(articles, 'article')} {what} from {count(len(last), 'file')}**"
            + (f", {known:,} already there" if known else "")
            + (f", {count(len(bad), 'file')} with problems" if bad else "")
            + "."
        )
        table = pd.DataFrame(
            {
                "File": [o.file for o in last],
                "Result": [o.sentence() for o in last],
                "Problem": ["; ".join(o.problems[:5]) for o in last],
            }
        )
        st.dataframe(table, hide_index=True, key="outcomes", alt="What became of each file")
        st.button("Done", key="outcomes_done", on_click=lambda: st.session_state.pop(OUTCOMES, None))


def unread() -> str:
    """A sentence on files of the last drop that could not be read; empty where there are none."""
    bad = [outcome for outcome in st.session_state.get(OUTCOMES, []) if outcome.problems]
    return f" {count(len(bad), 'file')} with problems: see the articles page." if bad else ""


def keep(look: QuickLook, target: Workspace) -> None:
    """Put a quick look's articles into the served workspace, and show that from now on."""
    with st.spinner("Adding …"):
        added = copy_into(look.workspace, target, list(look.workspace.articles()["article_id"]))
    session.close_quick_look()
    filters.set_next(**filters.EMPTY)
    there = f", {added.known:,} already there" if added.known else ""
    st.toast(f"{count(added.new, 'article')} added{there}")
    st.rerun()


def close_quick_look() -> None:
    """Leave the quick look, with what was said of its files; the served workspace again, unfiltered."""
    session.close_quick_look()
    st.session_state.pop(OUTCOMES, None)
    filters.set_next(**filters.EMPTY)


def _leave_if_empty() -> None:
    """A quick look into which nothing could be read shows nothing: only why stays to be read."""
    look = session.quick_look()
    if look and not session.counts(look.workspace)["articles"]:
        session.close_quick_look()


def open_given_files() -> None:
    """Open the files that the command line named, once a session, as a quick look."""
    files = session.configured().files
    if not files or st.session_state.get("_given_opened"):
        return
    st.session_state["_given_opened"] = True
    look = session.open_quick_look()
    if run(lambda report: take_paths(files, look.workspace, report)):
        st.rerun()


def sample_button(target: Workspace) -> None:
    """One click that fills the workspace with the sample articles."""
    folder = settings.app_folder() / "seeds"
    if not folder.is_dir() or target.read_only:
        return
    clicked = st.button("Read the sample articles", type="primary", key="sample")
    if clicked and run(lambda report: take_paths([folder], target, report)):
        st.session_state.pop(OUTCOMES, None)
        st.rerun()


def sample_notice(target: Workspace) -> None:
    """Where sample articles are in the workspace: what they are, and one click that removes them."""
    if target.read_only or session.quick_look():
        return
    known = set(target.articles()["article_id"])
    samples = [article_id for article_id in _sample_ids() if article_id in known]
    if not samples:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{count(len(samples), 'sample article')}, written for Onrecord, are among these.")
        if st.button("Remove the samples", key="remove_samples", type="tertiary"):
            with st.spinner("Removing …"):
                removed = remove(target, samples)
            filters.set_next(**filters.EMPTY)
            st.toast(f"{count(removed, 'sample article')} removed")
            st.rerun()


@st.cache_data(show_spinner=False)
def _sample_ids() -> list[str]:
    """Ids of the sample articles, which depend on their texts alone."""
    folder = settings.app_folder() / "seeds"
    found = read([folder]) if folder.is_dir() else ()
    return [article.content_id for article in found if isinstance(article, Article)]


def welcome() -> None:
    """A first run: nothing is here yet, and two ways to begin."""
    ws = session.workspace()
    st.title("Who said what, about whom, and how was it told?", anchor=False)
    if ws.read_only:
        st.write("This workspace holds no articles yet; whoever looks after it adds them.")
    else:
        st.write(
            "Onrecord reads news articles and shows the people in them, their quotes, and how outlets tell "
            "the same event. Nothing you open here leaves this machine."
        )
        st.subheader("Look at the sample", anchor=False)
        st.write("Short dispatches by four fictional news desks, on talks in Washington and visits to Tokyo.")
        sample_button(ws)
    st.subheader("Or bring your own", anchor=False)
    outcomes()
    drop_zone(key="welcome_drop")
