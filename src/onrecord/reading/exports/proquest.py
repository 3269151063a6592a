"""ProQuest exports, saved as text (or RTF, DOCX): documents between lines of underscores, labelled fields."""

from __future__ import annotations

import re

from onrecord.reading.articles import Fields, joined
from onrecord.reading.dates import parse_date
from onrecord.reading.exports.lines import author, unwrapped

MARK = re.compile(r"^\s*ProQuest document ID:", re.M)
RULE = re.compile(r"_{20,}")
LABELS = (
    "Abstract", "Abstract (summary)", "Author", "Author affiliation", "Business indexing term", "Column",
    "Company / organization", "Copyright", "Correspondence author", "Country of publication", "Credit",
    "Database", "Dateline", "Document type", "Document URL", "e-ISSN", "Edition", "First page", "Full text",
    "Full text availability", "Identifier / keyword", "Identifiers / keywords", "Illustration", "ISSN",
    "Issue", "Language of publication", "Last updated", "Links", "Location", "Number of pages", "Pages",
    "People", "Place of publication", "Publication date", "Publication info", "Publication subject",
    "Publication title", "Publication year", "Publisher", "ProQuest document ID", "Section", "Source",
    "Source type", "Subject", "Title", "Volume", "Volume/Issue", "Word count", "Year",
)  # fmt: skip
FIELD = re.compile(rf"({'|'.join(map(re.escape, LABELS))}): ?(.*)")
AFTER_TEXT = frozenset(LABELS) - {"Abstract", "Author", "Column", "Section", "Source", "Volume", "Issue"}
"""Labels that end the full text; the others may well begin a line of it."""
COUNT = re.compile(r"Document \d+ of \d+")


def articles(lines: list[str]) -> list[Fields]:
    """The documents of an export, in order; one without full text has an empty text."""
    documents: list[list[str]] = [[]]
    for line in lines:
        if RULE.fullmatch(line) or COUNT.fullmatch(line):
            documents.append([])
        else:
            documents[-1].append(line)
    return [fields for document in documents if (fields := _fields(document))]


def _fields(document: list[str]) -> Fields | None:
    values: dict[str, list[str]] = {}
    label = ""
    for line in document:
        match = FIELD.fullmatch(line)
        if match and (label != "Full text" or match[1] in AFTER_TEXT):
            label = match[1]
            values.setdefault(label, []).append(match[2].strip())
        else:
            values.setdefault(label, []).append(line)
    if "ProQuest document ID" not in values:
        return None
    value = {label: next((line for line in lines if line), "") for label, lines in values.items()}
    title = value.get("Title") or value.get("") or None
    info = value.get("Publication info", "")
    body = unwrapped(values.get("Full text", []))
    available = body and not re.fullmatch(r"(?:Full text )?not available\.?", body[0], re.I)
    return {
        "id": value["ProQuest document ID"],
        "text": joined(body, title) if available else "",
        "title": title,
        "outlet": value.get("Publication title", info).partition(";")[0].strip() or None,
        "published": parse_date(value.get("Publication date")) or parse_date(info),
        "author": author(value.get("Author") or value.get("Credit")),
    }
