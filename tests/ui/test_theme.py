"""The theme's file: the charts' colours, no request to another host, a loopback address."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from onrecord.charts import colours
from onrecord.ui.settings import app_folder


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return tomllib.loads((app_folder() / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_categorical_colours_are_the_charts(config: dict[str, Any], theme: colours.Theme) -> None:
    assert tuple(config["theme"][theme]["chartCategoricalColors"]) == colours.palette(theme)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ground_and_ink_are_what_the_colours_were_checked_against(
    config: dict[str, Any], theme: colours.Theme
) -> None:
    assert config["theme"][theme]["backgroundColor"] == colours.BACKGROUND[theme]
    assert config["theme"][theme]["textColor"] == colours.INK[theme]
    assert config["theme"][theme]["borderColor"] == colours.HAIRLINE[theme]


def test_the_server_listens_on_this_machine_only_and_tells_nobody(config: dict[str, Any]) -> None:
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["server"]["enableAgentApi"] is False


def test_no_font_is_fetched(config: dict[str, Any]) -> None:
    assert "http" not in str(config)
