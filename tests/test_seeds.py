"""The sample articles: complete, told by four desks, and true to the record.

What stands in quotation marks must stand so in the documents that the events were taken from, and
no reporting may be theirs; both need the documents, which lie beside the project in shared/seeds.
"""

from __future__ import annotations

import re
from pathlib import Path

import frontmatter
import pytest

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
DISPATCHES = sorted(p for p in SEEDS.iterdir() if p.suffix in {".txt", ".md"} and p.stem != "README")
QUOTED = re.compile(r"“([^”\n]*)”|\"([^\"\n]*)\"")
RUN = 8
"""Words in a row that two people hardly write by chance."""


def words(text: str) -> list[str]:
    """Lower-case words, with typographic apostrophes and the dots of U.S. taken as one way of writing."""
    plain = text.replace("’", "'").replace("U.S.", "US").lower()
    return re.findall(r"[a-z0-9]+(?:[-'][a-z0-9]+)*", plain)


def quoted(text: str) -> list[str]:
    """What stands in quotation marks, cut at ellipses: each piece is a claim about the record."""
    stretches = [curly or straight for curly, straight in QUOTED.findall(text)]
    return [piece for stretch in stretches for piece in re.split(r"…|\.\.\.", stretch) if words(piece)]


def contains(whole: list[str], part: list[str]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]


@pytest.fixture(params=DISPATCHES, ids=lambda path: path.stem)
def dispatch(request: pytest.FixtureRequest) -> frontmatter.Post:
    return frontmatter.load(str(request.param))


def test_there_are_enough_and_a_readme_says_what_they_are() -> None:
    assert 12 <= len(DISPATCHES) <= 16
    assert "Cormorant Wire" in (SEEDS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("speaker", ["Tillerson", "Dunford", "Kerry"])
def test_every_event_is_told_by_all_four_desks(speaker: str) -> None:
    posts = [frontmatter.load(str(path)) for path in DISPATCHES]
    assert len({post["outlet"] for post in posts if speaker in post.content[:600]}) == 4


def test_front_matter_is_complete_and_the_address_an_example(dispatch: frontmatter.Post) -> None:
    assert set(dispatch.metadata) == {"title", "outlet", "published", "url", "author"}
    assert re.match(r"https://[a-z-]+\.example/", str(dispatch["url"]))
    assert re.fullmatch(rf"{dispatch['outlet']} \w+( \w+)? desk", str(dispatch["author"]))


def test_length_suits_a_first_look(dispatch: frontmatter.Post) -> None:
    assert 130 <= len(dispatch.content.split()) <= 320


def test_marks_pair_up(dispatch: frontmatter.Post) -> None:
    for line in dispatch.content.splitlines():
        assert line.count("“") == line.count("”")
        assert line.count('"') % 2 == 0


def test_quoted_words_stand_in_marks_in_the_documents(
    dispatch: frontmatter.Post, documents: list[str]
) -> None:
    record = [words(stretch) for text in documents for stretch in quoted(text)]
    claims = quoted(f"{dispatch['title']}\n{dispatch.content}")
    assert claims
    assert [claim for claim in claims if not any(contains(said, words(claim)) for said in record)] == []


def test_no_reporting_is_carried_over(dispatch: frontmatter.Post, documents: list[str]) -> None:
    theirs = {run for text in documents for run in runs(text)}
    own = {run for part in QUOTED.sub("\n", dispatch.content).splitlines() for run in runs(part)}
    assert own & theirs == set()
