"""The package as a whole: public names, contracts, what the wheel carries, what no file may hold."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import onrecord
from onrecord import _errors, tables
from onrecord.cli import cli

ROOT = Path(__file__).resolve().parents[1]


def tracked() -> list[Path]:
    """Files that git tracks, or all files where there is no git."""
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listing.stdout.split("\n") if listing.returncode == 0 else []
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_public_names() -> None:
    assert onrecord.__all__ == [
        "Article", "Comparison", "Extraction", "LocalEntity", "MarkedText", "Mention", "OnrecordError",
        "Passage", "Quote", "Selection", "__version__", "compare",
    ]  # fmt: skip
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_the_error_tree_is_drawn_as_it_is() -> None:
    drawn = set(re.findall(r"\w+Error", _errors.__doc__ or ""))
    made = {name for name, value in vars(_errors).items() if isinstance(value, type)}
    assert drawn == made
    assert all(issubclass(getattr(_errors, name), onrecord.OnrecordError) for name in made)


@pytest.mark.parametrize("name", sorted(tables.SCHEMAS))
def test_every_column_says_what_it_is(name: str) -> None:
    for column in tables.SCHEMAS[name]:
        assert (column.metadata or {}).get(b"doc", b"").decode().endswith((".", "…")), column.name


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_explains_itself_and_is_in_the_docs(command: str) -> None:
    result = CliRunner().invoke(cli, [command, "--help"])
    assert result.exit_code == 0
    assert len(cli.commands[command].get_short_help_str()) > 20
    docs = "".join(path.read_text("utf-8") for path in [ROOT / "README.md", *ROOT.glob("docs/*.md")])
    assert f"onrecord {command}" in docs


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_the_code_in_the_readme_runs() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, re.S)
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "Ada Okoye" in done.stdout


def test_the_wheel_carries_the_app(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in ("dashboard.py", "pages/shell.py", ".streamlit/config.toml", "seeds/README.md"):
        assert f"onrecord/_app/{name}" in names
    ours = {str(path.relative_to(ROOT / "src")) for path in tracked() if path.is_relative_to(ROOT / "src")}
    assert ours <= names


@pytest.mark.parametrize(
    "pattern", [r"https?://[\w.-]*pypi|files\.pythonhosted|registry\.npmjs", r"^--(extra-)?index-url"]
)
def test_no_file_names_a_package_registry(pattern: str) -> None:
    for path in tracked():
        if path != Path(__file__) and path.suffix not in {".png", ".woff2"}:
            assert not re.search(pattern, path.read_text("utf-8"), re.M), path


@pytest.mark.parametrize("name", ["runtime", "dev", "build"])
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    entries = [line for line in re.split(r"(?<!\\)\n", text) if line and not line.startswith("#")]
    assert entries
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
