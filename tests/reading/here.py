"""Reading in this process, without the helper: quicker, and a failure shows where it comes from."""

from __future__ import annotations

from onrecord._errors import InputError
from onrecord.reading import Limits
from onrecord.reading.recognise import recognise
from onrecord.reading.sources import Source, bytes_source
from onrecord.records import Article, Failure


def results(name: str, data: bytes, limits: Limits | None = None) -> list[Article | Failure]:
    """What the reader of a file's format gives."""
    found: list[Article | Failure] = []
    for source in bytes_source(name, data, limits or Limits()):
        assert isinstance(source, Source)
        try:
            found += recognise(source).load()(source, None, limits or Limits())
        except InputError as error:
            found.append(Failure(source.name, str(error)))
    return found


def articles(name: str, data: bytes) -> list[Article]:
    """The articles in a file in which nothing is wrong."""
    found = results(name, data)
    assert [item for item in found if isinstance(item, Failure)] == []
    return [item for item in found if isinstance(item, Article)]


def article(name: str, data: bytes) -> Article:
    (only,) = articles(name, data)
    return only


def reason(name: str, data: bytes, limits: Limits | None = None) -> str:
    """Why nothing in a file can be read."""
    (only,) = results(name, data, limits)
    assert isinstance(only, Failure)
    return only.reason
