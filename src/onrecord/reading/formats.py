"""Every format that can be read: its name, the endings its files have, and what reads it.

Readers are named, not imported: a library comes in when the first file of its format does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from onrecord.reading.limits import Limits
from onrecord.reading.sources import Source
from onrecord.records import Article, Failure

type Columns = Mapping[str, str] | None
type Reader = Callable[[Source, Columns, Limits], Iterator[Article | Failure]]


@dataclass(frozen=True)
class Format:
    """A kind of file. ``reader`` is ``module:function`` below ``onrecord.reading``."""

    name: str
    endings: tuple[str, ...]
    reader: str
    apart: bool = True
    """Read in a process of its own, which can be ended: its parser takes in what strangers made."""
    table: bool = False
    """Rows and named columns, which may have to be mapped."""

    def load(self) -> Reader:
        """The function that reads it."""
        return load(self.reader)


TEXT = Format("text", (".txt", ".text", ".md", ".markdown"), "text:read_text", apart=False)
CSV = Format("CSV table", (".csv", ".tsv"), "tables:read_csv", apart=False, table=True)
JSON_LINES = Format(
    "JSON lines", (".jsonl", ".ndjson"), "json_lines:read_json_lines", apart=False, table=True
)
PARQUET = Format("Parquet table", (".parquet",), "tables:read_parquet", table=True)
EXCEL = Format("Excel workbook", (".xlsx", ".xlsm", ".xls", ".ods"), "tables:read_excel", table=True)
PAGE = Format("web page", (".html", ".htm", ".xhtml"), "pages:read_page")
MHTML = Format("web archive", (".mhtml", ".mht"), "pages:read_mhtml")
PDF = Format("PDF document", (".pdf",), "pdf:read_pdf")
DOCX = Format("Word document", (".docx", ".docm"), "documents:read_docx")
ODT = Format("OpenDocument text", (".odt",), "documents:read_odt")
RTF = Format("RTF document", (".rtf",), "documents:read_rtf")
MAIL = Format("e-mail", (".eml",), "mail:read_mail")
EPUB = Format("EPUB book", (".epub",), "epub:read_epub")
FEED = Format("RSS or Atom feed", (".rss", ".atom"), "feeds:read_feed")
RIS = Format("RIS export", (".ris",), "exports.ris:read_ris")

FORMATS = (
    TEXT, CSV, JSON_LINES, PARQUET, EXCEL, PAGE, MHTML, PDF, DOCX, ODT, RTF, MAIL, EPUB, FEED, RIS,
)  # fmt: skip
"""In the order in which messages name them. Each may be packed as ``.gz`` or inside a ``.zip``."""

BY_ENDING: dict[str, Format] = {ending: kind for kind in FORMATS for ending in kind.endings}


def load(name: str) -> Reader:
    """The reader that ``module:function`` names."""
    module, _, function = name.partition(":")
    return cast(Reader, getattr(import_module(f"onrecord.reading.{module}"), function))
