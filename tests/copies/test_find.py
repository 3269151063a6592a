from __future__ import annotations

from datetime import date

from tests.copies.reports import report, rewritten, text

from onrecord.copies import Text, find


def test_finds_the_copies_among_many_texts() -> None:
    story = report(1)
    texts = [Text(f"t{n}", text(report(n))) for n in range(2, 40)]
    texts += [
        Text("wire", text(story), "Northern Wire", date(2031, 5, 4), "Northern Wire"),
        Text("post", text(story).upper(), "Harbour Post", date(2031, 5, 4)),
        Text("lantern", text(rewritten(story, 0.2)), "Daily Lantern", date(2031, 5, 5)),
        Text("brief", text(story[:4]), None, date(2031, 5, 5)),
        Text("empty", ""),
    ]
    found = find(texts).set_index("article_id")
    assert found["relation"].to_dict() == {
        "post": "original",
        "wire": "agency copy",
        "lantern": "near",
        "brief": "cut",
    }
    assert set(found["cluster"]) == {"post"}


def test_no_texts_have_no_copies() -> None:
    assert find([]).empty
