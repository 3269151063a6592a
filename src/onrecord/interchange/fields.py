"""Fields of a JSON object, each checked as it is read: the error names line, field, expected and got."""

from __future__ import annotations

from typing import Any

from onrecord._errors import InterchangeError
from onrecord.records import Span


class Fields:
    """One JSON object of a line; ``where`` is how errors name it, ``text`` what its offsets point into."""

    def __init__(self, raw: object, where: str, text: str = "") -> None:
        self.where, self.text = where, text
        if not isinstance(raw, dict):
            raise self.wrong("", "an object", raw)
        self.raw: dict[str, Any] = raw

    def wrong(self, name: str, expected: str, got: object) -> InterchangeError:
        """The error for a field: what was expected, what came, what to do."""
        place = f"{self.where}.{name}" if name else self.where
        shown = "nothing" if got is None else repr(got)
        shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
        return InterchangeError(
            f"{place}: expected {expected}, got {shown}. Correct the line and load it again."
        )

    def string(self, name: str) -> str | None:
        """A string, or None."""
        value = self.raw.get(name)
        if value is not None and not isinstance(value, str):
            raise self.wrong(name, "a string or null", value)
        return value

    def needed(self, name: str) -> str:
        """A string that must be there and not be empty."""
        value = self.string(name)
        if not value:
            raise self.wrong(name, "a string that isn't empty", value)
        return value

    def choice(self, name: str, options: tuple[str, ...], default: str | None = None) -> Any:
        """One of ``options``; the default where the field is missing, if there is one."""
        value = self.raw.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or value not in options:
            raise self.wrong(name, "one of " + ", ".join(options), value)
        return value

    def number(self, name: str, default: float) -> float:
        """A number from 0 to 1."""
        value = self.raw.get(name)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise self.wrong(name, "a number from 0 to 1", value)
        return float(value)

    def strings(self, name: str) -> tuple[str, ...]:
        """A list of strings; empty where missing."""
        value = self.raw.get(name)
        if value is not None and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise self.wrong(name, "a list of strings", value)
        return tuple(value or ())

    def items(self, name: str) -> list[Fields]:
        """The objects of a list, each checked on its own; empty where missing."""
        value = self.raw.get(name)
        if value is not None and not isinstance(value, list):
            raise self.wrong(name, "a list", value)
        prefix = f"{self.where}, " if self.where else ""
        return [Fields(item, f"{prefix}{name}[{i}]", self.text) for i, item in enumerate(value or ())]

    def extent(self) -> tuple[int, int, str]:
        """(start, end, text): offsets into the article whose text, where given, is what stands there."""
        limit = len(self.text)
        start = self._offset("start", self.raw.get("start"), 0, limit - 1)
        end = self._offset("end", self.raw.get("end"), start + 1, limit)
        found, given = self.text[start:end], self.string("text")
        if given is not None and given != found:
            raise self.wrong("text", f"what the article has at {start} to {end}, {found[:60]!r}", given)
        return start, end, found

    def span(self, name: str, within: Span | None = None) -> Span | None:
        """A pair of offsets, or None; inside ``within``, by default the article."""
        value = self.raw.get(name)
        return None if value is None else self._pair(name, value, within)

    def spans(self, name: str, within: Span) -> tuple[Span, ...]:
        """A list of pairs of offsets inside ``within``; empty where missing."""
        value = self.raw.get(name)
        if value is not None and not isinstance(value, list):
            raise self.wrong(name, "a list of [start, end]", value)
        return tuple(self._pair(f"{name}[{i}]", pair, within) for i, pair in enumerate(value or ()))

    def _pair(self, name: str, value: object, within: Span | None) -> Span:
        low, high = within or (0, len(self.text))
        if not isinstance(value, list) or len(value) != 2:
            raise self.wrong(name, "[start, end]", value)
        start = self._offset(f"{name}[0]", value[0], low, high - 1)
        return start, self._offset(f"{name}[1]", value[1], start + 1, high)

    def _offset(self, name: str, value: object, low: int, high: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.wrong(name, f"a character offset from {low} to {high}", value)
        return value
