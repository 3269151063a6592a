"""Encodings are detected; what isn't text is refused with a reason."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._errors import UnreadableError
from onrecord.reading.encoding import CHUNK, CONTROL, decode, detect, without_surrogates

SENTENCE = "“We’re ready,” the café owner in Zürich said — at a price of 30 €.\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_comes_back_whatever_the_encoding(encoding: str) -> None:
    text = SENTENCE * 20
    assert decode(text.encode(encoding)) == text


def test_another_alphabet_is_guessed() -> None:
    text = "Министр заявил, что переговоры продолжатся на следующей неделе в столице. " * 20
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("cut", [1, 2])
def test_a_character_cut_off_at_the_end_leaves_utf8_utf8(cut: int) -> None:
    text = "Zürich, Genève, Köln, Málaga, Łódź, Århus: " * 10
    assert decode((text + "€").encode()[:-cut]) == text + "\ufffd"


def test_an_odd_byte_late_in_a_large_file_is_seen() -> None:
    data = b"plain words " * (2 * CHUNK // 12) + "café à la crème".encode("cp1252")
    assert detect(io.BytesIO(data)) == "cp1252"
    assert decode(data).endswith("café à la crème")


def test_a_character_across_two_chunks_is_no_error() -> None:
    for shift in range(3):
        data = b"x" * (65536 - shift) + "€uro".encode()
        assert detect(io.BytesIO(data)) == "utf-8"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"{\\rtf1 hello}", "an RTF document"),
        (bytes(range(256)) * 40, "binary data"),
        (b"\x00\x01\x02\x03" * 100, "binary data"),
    ],
)
def test_what_is_not_text_is_refused_by_name(data: bytes, named: str) -> None:
    with pytest.raises(UnreadableError, match=named):
        decode(data)


def test_a_stray_zero_character_is_kept() -> None:
    assert decode(b"one \x00 word in a line of text") == "one \x00 word in a line of text"


@given(st.text(max_size=300))
def test_utf8_text_is_never_changed(text: str) -> None:
    text = without_surrogates(text)
    text = "The minister said, on the record and at length: " + CONTROL.sub("", text)
    assert decode(text.encode()) == text


@given(st.binary(max_size=400))
def test_no_bytes_crash(data: bytes) -> None:
    with suppress(UnreadableError):
        decode(data).encode()


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    assert without_surrogates("a\ud800b\udfffc") == "a\ufffdb\ufffdc"
    assert without_surrogates("plain") == "plain"
