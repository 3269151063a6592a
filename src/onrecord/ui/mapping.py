"""Which column of a dropped table is what: asked for where the names don't tell, beside the first rows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from onrecord.reading.preview import Preview, previews
from onrecord.ui.intake import holds_extractions
from onrecord.ui.text import plain

FIELDS = {
    "text": "Text",
    "title": "Title",
    "outlet": "Outlet",
    "published": "Date",
    "author": "Author",
    "url": "Address",
    "id": "Id",
}
"""Fields of an article, in a reader's words."""
NONE = ""
"""The choice of no column; no column is called that."""
SHOWN = 5
"""Rows of a table that are shown."""
_PREVIEWS = "_previews"


def ask(uploads: Sequence[UploadedFile]) -> dict[str, dict[str, str]] | None:
    """File's name to its mapping of fields to columns; None while a table still lacks its text's column."""
    answers: dict[str, dict[str, str]] = {}
    whole = True
    for upload in uploads:
        if (preview := _unclear(upload)) is None:
            continue
        answer = _form(preview, key=upload.file_id)
        whole = whole and "text" in answer
        answers[upload.name] = answer
    return answers if whole else None


def _unclear(upload: UploadedFile) -> Preview | None:
    """The table in a file whose columns must be asked for, if there is one; looked at once an upload."""
    known: dict[str, Preview | None] = st.session_state.setdefault(_PREVIEWS, {})
    if upload.file_id not in known:
        data = upload.getvalue()
        found = [] if holds_extractions(upload.name, data) else previews(upload.name, data)
        unclear = [preview for preview in found if not preview.clear and preview.columns]
        # Of a workbook's sheets one that is clear is enough; the others are passed over.
        known[upload.file_id] = unclear[0] if unclear and len(unclear) == len(found) else None
    return known[upload.file_id]


def _form(preview: Preview, *, key: str) -> dict[str, str]:
    """The first rows, and a box for each field to choose its column in."""
    with st.container(border=True):
        st.markdown(f"**Which column is what in {plain(preview.name)}?**")
        st.caption(
            "Its names don't tell which column holds the text. Check the guess; the others may stay empty."
        )
        rows = pd.DataFrame(preview.rows[:SHOWN], columns=list(preview.columns))
        st.dataframe(rows, hide_index=True, key=f"preview_{key}", alt=f"First rows of {preview.name}")
        answer: dict[str, str] = {}
        with st.container(horizontal=True, gap="small"):
            for field in FIELDS:
                if column := _box(preview, field, key=f"column_{key}_{field}"):
                    answer[field] = column
        if "text" not in answer:
            st.caption("Choose the column that holds the articles' text to go on.")
        return answer


def _box(preview: Preview, field: str, *, key: str) -> str | None:
    """A field's column. Only the text must have one."""
    options = preview.columns if field == "text" else (NONE, *preview.columns)
    guess = preview.fields.get(field, NONE)
    return st.selectbox(
        FIELDS[field],
        options,
        index=options.index(guess) if guess in options else None,
        format_func=lambda column: column or "none",
        placeholder="choose one",
        key=key,
        width=138,  # two abreast on a phone
    )
