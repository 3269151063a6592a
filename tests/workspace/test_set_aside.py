"""Names and quotes of set-aside passages are in no figure unless the switch is on."""

from __future__ import annotations

import pytest

from onrecord.interchange import from_line
from onrecord.records import Selection
from onrecord.workspace import Workspace
from onrecord.workspace.adding import add

REPORT = [
    "Harbour talks go on",
    "Secretary Ada Quill met her colleague in Torvia on Monday and said that the talks would go on.",
    "“We have made a choice,” Quill told reporters after the meeting.",
]
JUNK = [
    "Advertisement",
    "WATCH: Boris Tam opens the games",
    "Image 3 of 7",
    "The port of Kesh Island at night. (Clara Voss/Getty Images)",
    "Read more: Dmitri Oake and the treaty",
    "Thousands march in Port Amber against the plan of Ella Finch that would raise the…",
    "The army of Norland has taken half of the town of Selb, a group that watches the…",
    "The parliament of Marn votes on whether Omar Reed may stay in office until the…",
    "A ferry with hundreds of people on board ran aground off the coast of Lunt where…",
    "The bank of Isk said that Petra Holm would not lead it any longer, because the…",
    "A storm that was named after nobody has left half of Varn without power since…",
    "© 2013 The Harbor Desk. Uma Lind contributed to this report.",
]
ABOUT = {"Ada Quill": "PERSON", "Torvia": "GPE"}
ELSEWHERE = {
    "Boris Tam": "PERSON", "Kesh Island": "LOC", "Clara Voss": "PERSON", "Dmitri Oake": "PERSON",
    "Port Amber": "GPE", "Ella Finch": "PERSON", "Norland": "GPE", "Selb": "GPE", "Marn": "GPE",
    "Omar Reed": "PERSON", "Lunt": "GPE", "Isk": "GPE", "Petra Holm": "PERSON", "Varn": "GPE",
    "Uma Lind": "PERSON",
}  # fmt: skip


@pytest.fixture
def ws(empty: Workspace) -> Workspace:
    """One report with the junk of a page around it; every name in it is a mention."""
    text = "\n\n".join([*REPORT, *JUNK])
    names = ABOUT | ELSEWHERE
    mentions = [
        {"start": text.index(name), "end": text.index(name) + len(name), "label": label, "entity": name}
        for name, label in names.items()
    ]
    quote = text.index("We have")
    quotes = [
        {"start": quote, "end": text.index(",”", quote), "type": "direct", "speaker_name": "Ada Quill"},
    ]
    row = {"id": "a", "outlet": "The Harbor Desk", "text": text, "mentions": mentions, "quotes": quotes}
    add(empty, [from_line(row)], engine="given")
    return empty


def test_the_page_around_a_report_is_labelled(ws: Workspace) -> None:
    passages = ws.reading(ws.articles()["article_id"].iloc[0]).passages
    kinds = list(passages["kind"])
    assert kinds[: len(REPORT)] == ["heading", "body", "body"]
    assert kinds[len(REPORT) :] == ["ui", "promo", "ui", "caption", "promo", *["teaser"] * 6, "credit"]
    assert all(passages["reason"].iloc[len(REPORT) :])


def test_its_names_are_in_no_figure(ws: Workspace) -> None:
    assert set(ws.entities()["name"]) == set(ABOUT)
    assert set(ws.mentions()["entity"]) == set(ABOUT)
    assert set(ws.entities_by_outlet(top=100)["entity"]) == set(ABOUT)
    assert ws.summary()["mentions"] == ws.summary()["entities"] == len(ABOUT)
    assert ws.articles()["mentions"].iloc[0] == len(ABOUT)
    for entity_id in ws.entities(Selection(junk=True)).query("name not in @ABOUT")["entity_id"]:
        assert ws.articles(Selection(entities=(entity_id,))).empty


def test_the_switch_counts_them(ws: Workspace) -> None:
    assert set(ws.entities(Selection(junk=True))["name"]) == set(ABOUT | ELSEWHERE)
    assert ws.summary(Selection(junk=True))["mentions"] == len(ABOUT | ELSEWHERE)
