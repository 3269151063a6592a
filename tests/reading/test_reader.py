"""``read`` and ``read_bytes``: formats, folders, archives, limits; one failure a fault, the rest goes on."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._errors import ColumnError
from onrecord.reading import Limits, read, read_bytes
from onrecord.reading.encoding import SURROGATE
from onrecord.records import Article, Failure

TEXT = "“We go on,” she said.\r\n\r\nThey did.\n"
ROWS = [
    {"id": "a1", "headline": "First", "content": TEXT, "source": "The Harbor Desk", "date": "2017-08-18"},
    {"id": "a2", "headline": "Second", "content": "Another text.", "source": "", "date": "no day"},
]


def _parquet(rows: list[dict[str, str]]) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), stream)
    return stream.getvalue()


def _csv(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def _lines(rows: list[dict[str, str]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


TABLES = {
    "t.csv": _csv(ROWS),
    "semicolon.csv": _csv(ROWS, ";"),
    "told.csv": b"sep=|\r\n" + _csv(ROWS, "|"),
    "t.tsv": _csv(ROWS, "\t"),
    "t.jsonl": _lines(ROWS),
    "t.jsonl.gz": gzip.compress(_lines(ROWS)),
    "t.csv.gz": gzip.compress(_csv(ROWS)),
    "t.parquet": _parquet(ROWS),
    "t.parquet.gz": gzip.compress(_parquet(ROWS)),
    "utf16.csv": _csv(ROWS).decode().encode("utf-16"),
    "zipped.zip": _zip({"in/t.parquet": _parquet(ROWS)}),
}


def articles(results: list[Article | Failure]) -> list[Article]:
    assert [r for r in results if isinstance(r, Failure)] == []
    return [r for r in results if isinstance(r, Article)]


def failures(results: list[Article | Failure]) -> list[Failure]:
    return [r for r in results if isinstance(r, Failure)]


@pytest.mark.parametrize("name", TABLES)
def test_tables_give_the_same_articles_from_disk_and_from_bytes(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(TABLES[name])
    from_disk = articles(list(read([tmp_path / name])))
    from_bytes = articles(list(read_bytes(name, TABLES[name])))
    for first, second in (from_disk, from_bytes):
        assert (first.id, first.title, first.text) == ("a1", "First", TEXT)
        assert (first.outlet, first.published) == ("The Harbor Desk", date(2017, 8, 18))
        assert (second.id, second.outlet, second.published) == ("a2", None, None)


@pytest.mark.parametrize("ending", [".txt", ".md", ".TXT", ".txt.gz"])
@pytest.mark.parametrize("text", [TEXT, "one line", "\n\n  text\t\n\n", "---\nno front matter\n---\n"])
def test_a_text_file_is_kept_to_the_character(text: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"story{ending}"
    path.write_bytes(gzip.compress(text.encode()) if ending.endswith("gz") else text.encode())
    (article,) = articles(list(read([path])))
    assert (article.text, article.id, article.path) == (text, "story", str(path))


def test_front_matter_fills_the_fields() -> None:
    data = b"---\ntitle: Talks\noutlet: The Harbor Desk\npublished: 2017-08-18\nid: h-1\n---\n\nText.\n"
    (article,) = articles(list(read_bytes("x.md", data)))
    assert article == Article("h-1", "Text.\n", "Talks", "The Harbor Desk", date(2017, 8, 18), path="x.md")


@given(st.text(min_size=1))
def test_any_text_field_comes_back_to_the_character(text: str) -> None:
    results = list(read_bytes("t.jsonl", (json.dumps({"text": text}) + "\n").encode()))
    if text.strip("\ufeff\x00 \t\r\n\f\v"):
        (article,) = articles(results)
        assert article.text == SURROGATE.sub("\ufffd", text)
    else:
        assert "white space" in failures(results)[0].reason


def test_folders_are_read_in_order_without_hidden_files_and_readmes(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "README.md", "a/readme.txt", ".hidden/x.txt", "a/.x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.")
    assert [a.id for a in articles(list(read([tmp_path])))] == ["c", "one", "two"]


@pytest.mark.parametrize("folder", ["ferries_files", "ferries-Dateien"])
def test_the_parts_of_a_saved_page_are_no_articles(folder: str, tmp_path: Path) -> None:
    page = b"<html><h1>Ferries sail</h1><p>The ferries sailed again on Friday morning.</p></html>"
    files = {
        "n/ferries.html": page,
        f"n/{folder}/frame.html": page,
        f"n/{folder}/deep/x.js": b"x()",
        "n/~$notes.docx": b"x",
        "n/other_files/a.txt": b"A story of its own.",
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_bytes(data)
    assert [a.id for a in articles(list(read([tmp_path])))] == ["ferries", "a"]
    assert sorted(a.id for a in articles(list(read_bytes("n.zip", _zip(files))))) == ["a", "ferries"]


def test_a_readme_is_read_only_when_it_is_all_that_was_asked_for(tmp_path: Path) -> None:
    readme, story = tmp_path / "README.md", tmp_path / "story.txt"
    readme.write_text("About the stories.")
    story.write_text("A story.")
    assert [a.id for a in articles(list(read([readme, story])))] == ["story"]
    assert [a.id for a in articles(list(read([readme])))] == ["README"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\n", "white space"),
        ("story.docx", b"PK\x03\x04", "a Word document"),
        ("story.doc", b"text", "a file ending in .doc"),
        ("story", b"\x00\x01\x02\x03" * 9, "binary data"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        ("t.csv", b"id,words\n1,x\n", "there are: id, words"),
        ("t.parquet", b"PAR1 but not really PAR1", "Expected a Parquet table"),
        ("t.zip", b"PK\x03\x04 but not really", "Expected a zip archive"),
        ("t.txt.gz", b"not gzip", "broke off"),
        ("t.jsonl.gz", gzip.compress(_lines(ROWS) * 99)[:-20], "broke off"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(name: str, data: bytes, reason: str) -> None:
    found = failures(list(read_bytes(name, data)))
    assert [failure.path for failure in found] == [name]
    assert reason in found[0].reason


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First.")
    (tmp_path / "b.exe").write_bytes(b"\x7fELF")
    (tmp_path / "c.txt").write_text("Third.")
    results = list(read([tmp_path / "a.txt", tmp_path / "missing.txt", tmp_path]))
    assert [r.id for r in results if isinstance(r, Article)] == ["a", "a", "c"]
    assert [Path(f.path).name for f in failures(results)] == ["missing.txt", "b.exe"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (failure,) = failures(list(read([tmp_path])))
    assert "pipe" in failure.reason


@pytest.mark.parametrize(
    ("name", "data", "bad"),
    [
        (
            "t.jsonl",
            b'{"text": "one"}\n\nnot json\n[1]\n{"text": ""}\n{"words": "x"}\n{"text": "six"}\n',
            [3, 4, 5, 6],
        ),
        ("t.csv", b"id,text\n1,one\n2,\n3,three\n", [2]),
        ("t.parquet", _parquet([{"text": "one"}, {"text": None}, {"text": "three"}]), [2]),  # type: ignore[dict-item]
        ("deep.jsonl", b'{"text": "one"}\n' + b"[" * 200_000 + b'\n{"text": "three"}\n', [2]),
        ("number.jsonl", b'{"text": "one"}\n{"id": ' + b"9" * 5000 + b', "text": "x"}\n{"text": "z"}\n', [2]),
    ],
)
def test_a_bad_row_is_named_and_the_rest_read(name: str, data: bytes, bad: list[int]) -> None:
    results = list(read_bytes(name, data))
    assert [f.path for f in failures(results)] == [f"{name}:row {number}" for number in bad]
    assert len(results) == len(bad) + 2


def test_rows_without_an_id_get_the_files_name_and_their_row() -> None:
    assert [a.id for a in articles(list(read_bytes("news.csv", b"text\none\ntwo\n")))] == ["news-1", "news-2"]


def test_explicit_columns() -> None:
    data = b"words;text\nThe text.;not this\n"
    (article,) = articles(list(read_bytes("t.csv", data, columns={"text": "words"})))
    assert article.text == "The text."
    with pytest.raises(ColumnError):
        read([], columns={"headline": "x"})  # raised at once, not at the first article


def test_a_long_csv_field_and_an_open_quotation_mark() -> None:
    long = "word " * 60_000
    (article,) = articles(list(read_bytes("t.csv", f'id,text\n1,"{long}"\n'.encode())))
    assert article.text == long
    results = list(
        read_bytes("t.csv", b'id,text\n1,fine\n2,"' + b"x" * 200_000, limits=Limits(article_chars=9_999))
    )
    assert [type(r) for r in results] == [Article, Failure]


def test_lone_surrogates_and_zero_characters() -> None:
    line = b'{"id": "\\ud800", "text": "a\\ud83d\\ude00b\\udc00c\\u0000d", "title": "\\udfff"}\n'
    (article,) = articles(list(read_bytes("t.jsonl", line)))
    assert article.text == "a\U0001f600b\ufffdc\x00d"
    assert (article.id, article.title) == ("\ufffd", "\ufffd")


@pytest.mark.parametrize(
    ("name", "data", "limits", "reason"),
    [
        ("t.txt", b"x" * 3_000_000, Limits(article_chars=1000), "at most 1,000 characters"),
        ("t.txt", b"x" * 2000, Limits(article_chars=1000), "got 2,000"),
        ("t.txt", b"x" * 2000, Limits(file_bytes=1000), "at most 1000 bytes a file, got 2 kB"),
        ("t.txt.gz", gzip.compress(b"x" * 9_000_000), Limits(file_bytes=1_000_000), "unpacked, got more"),
        ("t.jsonl", b'{"text": "' + b"x" * 5_000_000 + b'"}', Limits(article_chars=1000), "a longer one"),
        ("t.parquet.gz", TABLES["t.parquet.gz"], Limits(memory_bytes=100), "at most 100 bytes"),
        (
            "t.zip",
            _zip({"a.txt": b"x", "b.txt": b"x"}),
            Limits(archive_files=1),
            "at most 1 files in an archive",
        ),
        ("t.zip", _zip({"a.txt": b"x" * 9999}), Limits(archive_bytes=1000), "this one has 9.8 kB"),
    ],
)
def test_limits_name_themselves(name: str, data: bytes, limits: Limits, reason: str) -> None:
    (failure,) = failures(list(read_bytes(name, data, limits=limits)))
    assert reason in failure.reason


def test_the_number_of_articles_is_limited() -> None:
    results = list(read_bytes("t.csv", b"text\n" + b"one\n" * 9, limits=Limits(articles=3)))
    assert [type(r) for r in results] == [Article] * 3 + [Failure]
    assert "at most 3 articles" in failures(results)[0].reason


def test_archives_keep_to_themselves() -> None:
    data = _zip(
        {
            "news/b.txt": b"Second.",
            "news/a.txt": b"First.",
            "news/README.md": b"About.",
            "__MACOSX/a.txt": b"x",
            "../out.txt": b"x",
            "/abs.txt": b"x",
            "c:\\win.txt": b"x",
            "in.zip": b"x",
            "odd.bin": b"x",
        }
    )
    results = list(read_bytes("n.zip", data))
    assert [(r.id, r.path) for r in results if isinstance(r, Article)] == [
        ("a", "n.zip/news/a.txt"),
        ("b", "n.zip/news/b.txt"),
    ]
    assert sorted(f.path for f in failures(results)) == [
        "n.zip/../out.txt",
        "n.zip//abs.txt",
        "n.zip/c:\\win.txt",
        "n.zip/in.zip",
        "n.zip/odd.bin",
    ]


def test_an_archive_under_a_password_says_so() -> None:
    data = bytearray(_zip({"a.txt": b"secret words"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[at] |= 1
    (failure,) = failures(list(read_bytes("n.zip", bytes(data))))
    assert "password" in failure.reason


def test_a_large_table_is_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    with path.open("w") as file:
        for number in range(2000):
            file.write(json.dumps({"text": f"{number} " + "words " * 200}) + "\n")
        file.write("not json")
    stream = read([path])
    assert next(stream).id == "big-1"  # type: ignore[union-attr]
    stream.close()  # type: ignore[attr-defined]


def test_undecodable_file_names_do_not_crash(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"st\xf6ry.txt")).write_text("A story.")
    except OSError:
        pytest.skip("the file system takes Unicode names only")
    (article,) = articles(list(read([tmp_path])))
    assert article.id.encode() == "st\ufffdry".encode()


def test_real_articles_come_through_unchanged(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        (article,) = articles(list(read([path])))
        assert (article.text.encode(), article.id) == (path.read_bytes(), path.stem)
    for path in (shared / "gold" / "junk_dev.jsonl", shared / "gold" / "quotes_polnear_dev.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        assert [(a.id, a.text) for a in articles(list(read([path])))] == [(r["id"], r["text"]) for r in rows]
