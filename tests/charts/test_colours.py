"""Colours hold still, stand out from the page, and can be told apart by everybody."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from onrecord.charts import colours
from onrecord.records import ENTITY_KINDS

THEMES: tuple[colours.Theme, ...] = ("light", "dark")

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                     [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                   [0.004733, 0.691367, 0.303900]],
}  # fmt: skip


def linear(colour: str) -> np.ndarray:
    value = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(a: str, b: str) -> float:
    lum = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (a, b))
    return (lum[1] + 0.05) / (lum[0] + 0.05)


def oklab(rgb: np.ndarray) -> np.ndarray:
    lms = rgb @ np.array([[0.41222147, 0.2119035, 0.08830246], [0.53633254, 0.6806995, 0.28171884],
                          [0.05144599, 0.10739696, 0.6299787]])  # fmt: skip
    return np.cbrt(lms) @ np.array([[0.21045426, 1.9779985, 0.0259040], [0.79361778, -2.4285922, 0.7827718],
                                    [-0.00407205, 0.4505937, -0.8086758]])  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_stands_out_from_the_page(theme: colours.Theme) -> None:
    page = colours.BACKGROUND[theme]
    for colour in (*colours.palette(theme), *colours.kind_colours(theme).values()):
        assert contrast(colour, page) >= 3, colour
    for text in (colours.INK[theme], colours.QUIET[theme]):
        assert contrast(text, page) >= 4.5, text


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_any_two_colours_can_be_told_apart(theme: colours.Theme, vision: str) -> None:
    see = np.asarray(VISION[vision])
    shown = {c: oklab(np.clip(linear(c) @ see.T, 0, 1)) for c in colours.palette(theme)}
    for a, b in combinations(shown, 2):
        assert np.linalg.norm(shown[a] - shown[b]) > 0.08, (a, b)


@pytest.mark.parametrize("theme", THEMES)
def test_every_entity_kind_has_a_name_and_a_colour(theme: colours.Theme) -> None:
    assert set(colours.kind_colours(theme)) == set(ENTITY_KINDS) == set(colours.KIND_NAMES)
    frequent = [colours.kind_colour(kind, theme) for kind in ("PERSON", "ORG", "GPE", "NORP", "LOC", "EVENT")]
    assert len(set(frequent)) == 6
    assert colours.kind_colour("SOMETHING", theme) == colours.QUIET[theme]


def test_an_outlet_keeps_its_colour_in_any_order_of_rows() -> None:
    assert colours.outlet_colours(["b", "a", "c", "a"]) == colours.outlet_colours(["c", "b", "a"])


def test_only_the_largest_outlets_have_a_colour_and_no_two_the_same() -> None:
    found = colours.outlet_colours(f"outlet {i:03}" for i in reversed(range(300)))
    assert list(found) == [f"outlet {i}" for i in range(292, 300)]
    assert len(set(found.values())) == 8
