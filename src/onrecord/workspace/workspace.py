"""A workspace: a folder of tables that answers questions, and grows while it is read."""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import duckdb
import pandas as pd

from onrecord._errors import ReadOnlyError, WorkspaceError
from onrecord.records import Selection
from onrecord.workspace import queries
from onrecord.workspace.search import SearchIndex
from onrecord.workspace.selecting import Hits
from onrecord.workspace.snapshot import Snapshot, frame, rows
from onrecord.workspace.store import Store

FORMAT = 1
MARK = "workspace.json"
ALL = Selection()


@dataclass(frozen=True)
class ArticleView:
    """One article to read: its facts, its text, and every row in it, set-aside passages included."""

    article: dict[str, Any]
    text: str
    passages: pd.DataFrame
    mentions: pd.DataFrame
    quotes: pd.DataFrame
    marked_text: pd.DataFrame


class Workspace:
    """Questions to one workspace; shared by threads, beside processes that add to it.

    Every answer is of one version, the newest unless the workspace was opened at another. Answers
    are new DataFrames: the caller may change them.
    """

    def __init__(self, path: Path, *, read_only: bool, version: int | None) -> None:
        self.path = path
        self.read_only = read_only or version is not None
        self.store = Store(path / "tables")
        self.index = SearchIndex(path / "search.sqlite", read_only=self.read_only)
        self._pinned = version
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """Make a workspace in a folder that is new or empty, and open it. Raises ``WorkspaceError``."""
        folder = _folder(path)
        _make(folder)
        return cls(folder, read_only=False, version=None)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False, version: int | None = None) -> Self:
        """Open a workspace; at a ``version``, to read it as it was then. Raises ``WorkspaceError``."""
        folder = _folder(path)
        _check_mark(folder)
        workspace = cls(folder, read_only=read_only, version=version)
        workspace.store.head(version)
        return workspace

    @classmethod
    def ensure(cls, path: Path | str) -> Self:
        """Open the workspace, or make it if nothing is there yet."""
        if not (Path(path) / MARK).exists():
            try:
                return cls.create(path)
            except WorkspaceError:
                if not (Path(path) / MARK).exists():
                    raise
        return cls.open(path)

    def version(self) -> int:
        """Grows with every committed change; a few microseconds."""
        return self.store.version() if self._pinned is None else self._pinned

    def close(self) -> None:
        self.index.close()
        self._snapshot = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def check_writable(self) -> None:
        """Raise ``ReadOnlyError`` unless this workspace was opened to write."""
        if self.read_only:
            raise ReadOnlyError(
                f"Expected a workspace open for writing; {self.path} was opened to read. "
                "Open it without read-only, or without a version, to add to it."
            )

    def snapshot(self) -> Snapshot:
        """The rows of the version in force; built anew when it changed, shared by all threads."""
        version = self.version()
        with self._lock:
            if self._snapshot is None or self._snapshot.head.version < version:
                self._snapshot = Snapshot(self.store, self.store.head(version))
            return self._snapshot

    def catch_up(self) -> int:
        """Take new articles into the search index; how many there were."""
        return self.index.catch_up(self.snapshot())

    def articles(self, selection: Selection = ALL) -> pd.DataFrame:
        """article_id, source_id, title, headline, outlet, published, url, author, path, words, language,
        engine, added, title_from, outlet_from, published_from, author_from, text_from (origins, see
        ``cleaning.origins``), mentions, quotes, speakers (counts of what the selection counts).

        ``headline`` is never missing: the title, or the opening words (``headlines.make``).
        """
        return self._ask(queries.ARTICLES, selection, junk=selection.junk)

    def quotes(self, selection: Selection = ALL, columns: Sequence[str] = ()) -> pd.DataFrame:
        """quote_id, article_id, outlet, title, headline, published, start, end, text, type, marked, group,
        cue_start, cue_end, speaker_start, speaker_end, speaker_id, speaker, speaker_class, resolved_by,
        confidence, addressee, occasion, passage_kind, about (list of the entity_ids mentioned in the span).

        ``columns`` asks for some of them alone: of many rows, that is several times faster.
        """
        return self._ask(_only(columns, queries.QUOTES), selection)

    def mentions(
        self, selection: Selection = ALL, columns: Sequence[str] = (), of: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """mention_id, article_id, outlet, published, start, end, text, label, entity_id, entity, kind,
        sentence_start, sentence_end, passage_kind, source; ``columns`` as for ``quotes``. ``of``: entity
        ids, to ask for theirs alone.
        """
        parameters = {"junk": selection.junk, "some": of is not None, "ids": list(of or ())}
        return self._ask(_only(columns, queries.MENTIONS), selection, **parameters)

    def named(self, selection: Selection = ALL) -> pd.DataFrame:
        """article_id, entity_id, mentions: who and what each article names, in no order."""
        return self._ask(queries.NAMED, selection, junk=selection.junk)

    def company(self, entity_id: str, selection: Selection = ALL, *, top: int = 12) -> pd.DataFrame:
        """entity_id, name, kind, together: whom an entity is named with in most sentences; in how many."""
        return self._ask(queries.COMPANY, selection, junk=selection.junk, id=entity_id, top=top)

    def passages(self, selection: Selection = ALL) -> pd.DataFrame:
        """article_id, start, end, kind, reason; in the order of the text, set-aside passages included."""
        return self._ask(queries.PARAGRAPHS, selection)

    def marked_text(self, selection: Selection = ALL) -> pd.DataFrame:
        """Words in marks that are nobody's speech.

        article_id, outlet, title, headline, published, start, end, text, kind, passage_kind.
        """
        return self._ask(queries.MARKED, selection, junk=selection.junk)

    def entities(self, selection: Selection = ALL) -> pd.DataFrame:
        """entity_id, name, kind, aliases, titles, mentions, articles, outlets, first, last."""
        return self._ask(queries.ENTITIES, selection, junk=selection.junk)

    def entities_by_outlet(self, selection: Selection = ALL, *, top: int = 10) -> pd.DataFrame:
        """entity_id, entity, kind, outlet, articles, mentions: the ``top`` entities, by articles and then by
        mentions; a row for each outlet that names the entity.
        """
        return self._ask(queries.ENTITIES_BY_OUTLET, selection, junk=selection.junk, top=top)

    def links(self, entity_ids: Sequence[str], selection: Selection = ALL) -> pd.DataFrame:
        """entity_id, article_id, outlet, headline, published, name, titles, why: how each article knows the
        entities, and why it is taken to mean them.
        """
        return self._ask(queries.LINKS, selection, ids=list(entity_ids))

    def titles(self, entity_ids: Sequence[str], selection: Selection = ALL) -> pd.DataFrame:
        """entity_id, article_id, outlet, published, start, end, text, entity, kind, sentence_start,
        sentence_end, passage_kind: the titles that stand with people's names, where they stand.
        """
        return self._ask(queries.TITLES, selection, junk=selection.junk, ids=list(entity_ids))

    def statements(self, selection: Selection = ALL) -> pd.DataFrame:
        """statement_id, quote_id, text, speaker_id, speaker, quotes, articles, outlets, first, last,
        verbatim, truncated, reworded (retellings by relation), alerts (tellings with one), first_outlet (null
        unless one outlet alone told it on the first day); quote_id and text are the representative's, which
        is no retelling.
        """
        return self._ask(queries.STATEMENTS, selection)

    def statement_quotes(self, statement_ids: Sequence[str], selection: Selection = ALL) -> pd.DataFrame:
        """statement_id, relation, score, cut, cut_at (list of start, middle, end), alerts (list of
        {kind, words}: negation, condition, hedge, number, joined), and the columns of ``quotes``.

        Best score first. ``cut_at`` and ``alerts`` are null in a run of an earlier Onrecord.
        """
        return self._ask(queries.STATEMENT_QUOTES, selection, ids=list(statement_ids))

    def copies(self, selection: Selection = ALL, *, of: str | None = None) -> pd.DataFrame:
        """article_id, cluster, size, relation, similarity, representative, why, outlet, headline, published.

        A row for each of the selection's articles that has a copy in it, biggest clusters first; ``of``
        asks for the cluster of one article. ``cluster`` is the article_id of the text's original, which may
        lie outside the selection; ``relation`` and ``why`` (a sentence) say what the article is to it: exact,
        near, cut, agency copy, updated version, or original. ``size`` counts the cluster's articles in the
        selection, and ``representative`` is the one that counts for them when the selection is
        ``independent``. All copies are listed, whether it is or not.
        """
        return self._ask(queries.COPIES, replace(selection, independent=False), of=of)

    def texts_counted(self, selection: Selection = ALL) -> tuple[int, int]:
        """How many articles the other filters leave, and how many independent texts these are."""
        with self._narrowed(self.snapshot(), replace(selection, independent=False)) as cursor:
            found = rows(cursor, queries.COUNTED)[0]
        return found["articles"], found["independent"]

    def looked_for_copies(self) -> bool:
        """Whether all articles were compared; not so in a workspace that an earlier Onrecord filled last."""
        snapshot = self.snapshot()
        return snapshot.head.compared >= int(snapshot.frame("SELECT count(*) AS n FROM article")["n"][0])

    def speakers(self, selection: Selection = ALL) -> pd.DataFrame:
        """speaker_id, speaker, speaker_class, quotes, articles, outlets, direct (share, 0 to 1)."""
        return self._ask(queries.SPEAKERS, selection)

    def other_languages(self) -> pd.DataFrame:
        """Articles set aside because they are not English: readable, counted nowhere else.

        article_id, source_id, headline, outlet, published, language, words, path, added.
        """
        return self.snapshot().frame(queries.OTHER_LANGUAGES)

    def outlets(self) -> pd.DataFrame:
        """outlet, articles; an unknown outlet is one row without a name."""
        return self.snapshot().frame(queries.OUTLETS)

    def summary(self, selection: Selection = ALL) -> dict[str, Any]:
        """articles, outlets, words, first, last, undated, no_outlet, mentions, entities, quotes, speakers,
        direct, mixed, indirect, unresolved, statements: counts, and the first and last day (``None`` if all
        undated); of articles, how many have no day and how many no outlet.
        """
        with self._narrowed(self.snapshot(), selection) as cursor:
            return rows(cursor, queries.SUMMARY, junk=selection.junk)[0]

    def search(self, text: str, selection: Selection = ALL, limit: int = 50) -> pd.DataFrame:
        """article_id, title, headline, outlet, published, snippet, rank (lower is better).

        Raises ``QueryError``.
        """
        snapshot = self.snapshot()
        ranked = self.index.ranked(snapshot, text)
        ids, ranks = [row[0] for row in ranked], [row[1] for row in ranked]
        with self._narrowed(snapshot, selection) as cursor:
            found = frame(cursor, queries.RANKED, ids=ids, ranks=ranks, many=limit)
        snippets = self.index.snippets(snapshot, text, found["article_id"].tolist())
        found.insert(5, "snippet", found["article_id"].map(snippets))
        return found

    def texts(self, article_ids: Sequence[str]) -> dict[str, str]:
        """The texts of articles by id; unknown ids are left out."""
        return _texts(self.snapshot(), article_ids)

    def reading(self, article_id: str) -> ArticleView:
        """One article with all its rows. Raises ``KeyError`` for an id that isn't there."""
        snapshot = self.snapshot()
        found = snapshot.rows(queries.ONE_ARTICLE, id=article_id)
        if not found:
            raise KeyError(f"No article {article_id!r} in {self.path}. It may be in a newer version.")
        with self._narrowed(snapshot, Selection(articles=(article_id,), junk=True)) as cursor:
            return ArticleView(
                article=found[0],
                text=_texts(snapshot, [article_id])[article_id],
                passages=frame(cursor, queries.PASSAGES, id=article_id),
                mentions=frame(cursor, queries.MENTIONS, junk=True, some=False, ids=[]),
                quotes=frame(cursor, queries.QUOTES),
                marked_text=frame(cursor, queries.MARKED_TEXT, id=article_id),
            )

    def _ask(self, sql: str, selection: Selection, **parameters: Any) -> pd.DataFrame:
        with self._narrowed(self.snapshot(), selection) as cursor:
            return frame(cursor, sql, **parameters)

    def _narrowed(
        self, snapshot: Snapshot, selection: Selection
    ) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        text = selection.text

        def hits() -> Hits | None:
            return self.index.hits(snapshot, text) if text.strip() else None

        return snapshot.narrowings.cursor(selection, snapshot.cursor, hits)


@contextmanager
def temporary() -> Iterator[Workspace]:
    """A workspace in a temporary folder, gone when it is left."""
    with (
        tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder,
        Workspace.create(Path(folder) / "workspace") as workspace,
    ):
        yield workspace


def _only(columns: Sequence[str], sql: str) -> str:
    """The query, of whose answer only some columns are wanted; all, if none is named."""
    return f"SELECT {', '.join(f'"{name}"' for name in columns)} FROM ({sql})" if columns else sql  # noqa: S608


def _texts(snapshot: Snapshot, article_ids: Sequence[str]) -> dict[str, str]:
    cursor, ids = snapshot.cursor(), list(article_ids)
    files = [row[0] for row in cursor.execute(queries.FILES, {"ids": ids}).fetchall()]
    if not files:
        return {}
    cursor.read_parquet(files).create_view("files", replace=True)
    return dict(cursor.execute(queries.TEXTS, {"ids": ids}).fetchall())


def _folder(path: Path | str) -> Path:
    """An absolute path that Delta Lake, which takes paths for addresses, can read."""
    folder = Path(path).absolute()
    found = sorted({sign for sign in folder.as_posix() if sign in "%[]^|\\" or not sign.isprintable()})
    if found:
        raise WorkspaceError(
            f"Expected a workspace's path without {' '.join(map(repr, found))}, got {folder}. Choose another."
        )
    return folder


def _make(folder: Path) -> None:
    """Tables first, the mark last: a folder without the mark can be made again."""
    if (folder / MARK).exists():
        raise WorkspaceError(f"{folder} is a workspace already. Open it instead of making it.")
    own = {"tables", "writing.lock"}
    if folder.exists() and (not folder.is_dir() or any(part.name not in own for part in folder.iterdir())):
        raise WorkspaceError(
            f"Expected a new or empty folder for a workspace, got {folder}. Choose another name."
        )
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / "tables")
    with store.writing():
        if not (folder / MARK).exists():
            Store.create(folder / "tables")
            mark = {"format": FORMAT, "made": datetime.now(UTC).isoformat(timespec="seconds")}
            (folder / MARK).write_text(json.dumps(mark) + "\n", encoding="utf-8")


def _check_mark(folder: Path) -> None:
    try:
        form = json.loads((folder / MARK).read_text(encoding="utf-8"))["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"Expected a workspace with a {MARK} in {folder}, found none that can be read. "
            "Check the path, or make a workspace by adding articles to a new folder."
        ) from error
    if not isinstance(form, int) or form > FORMAT:
        raise WorkspaceError(
            f"Expected a workspace of format {FORMAT} or older, {folder} has format {form}. Update Onrecord."
        )
