"""A frame of quotes from a few words each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest


@pytest.fixture
def quotes() -> Callable[..., pd.DataFrame]:
    """Builds the frame that ``match`` takes from (text, speaker, type, article, day), short ones too."""
    defaults = (None, "Ada Vale", "direct", None, date(2031, 5, 4))

    def build(*rows: tuple[object, ...]) -> pd.DataFrame:
        filled = [(*row, *defaults[len(row) :]) for row in rows]
        frame = pd.DataFrame(filled, columns=["text", "speaker_name", "type", "article_id", "published"])
        frame["quote_id"] = [f"q{at}" for at in range(len(frame))]
        frame["article_id"] = [article or f"a{at}" for at, article in enumerate(frame["article_id"].tolist())]
        frame["speaker_id"] = [f"e:{name}" if name else None for name in frame["speaker_name"].tolist()]
        frame["speaker_kind"] = ["person" if name else None for name in frame["speaker_name"].tolist()]
        frame["group"] = frame["quote_id"]
        return frame

    return build
