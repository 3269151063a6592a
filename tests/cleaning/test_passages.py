"""``label_passages``: which lines are junk, which are not, and why."""

from __future__ import annotations

import importlib.util
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning import label_passages

BODY = "The council met for two hours on Monday, and the mayor spoke at length about the harbour."


def kinds(text: str, outlet: str | None = None) -> list[str]:
    return [passage.kind for passage in label_passages(text, outlet=outlet)]


def middle(line: str, outlet: str | None = None) -> str:
    """The kind of a line that stands between paragraphs."""
    return kinds("\n".join((BODY, BODY, line, BODY, BODY)), outlet)[2]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "ui"),
        ("ADVERTISEMENT", "ui"),
        ("Story Continued Below", "ui"),
        ("Share on Facebook", "ui"),
        ("Share Tweet Post Email", "ui"),
        ("Read or Share this story: http://example.org/x", "ui"),
        ("Slideshow (12 images)", "ui"),
        ("_____", "ui"),
        ("ABCD, -1.25%", "ui"),
        ("Updated at 10:04 a.m. ET", "ui"),
        ("Updated 4:49 p.m. ET, 2/26/2014", "ui"),
        ("6 years ago", "ui"),
        ("Update: This story has been updated with a comment by the mayor.", "ui"),
        ("This post will be updated.", "ui"),
        ("This is a developing story.", "ui"),
        ("Link Copied", "ui"),
        ("next Image 2 of 7", "ui"),
        ("Facebook Twitter Email", "ui"),
        ("128 Comments", "ui"),
        ('{"slot": "top", "wide": true}', "ui"),
        ("https://example.org/harbour/plan", "ui"),
        ("The mayor speaks at the harbour on Monday. (Ann Lee/Reuters)", "caption"),
        ("The mayor speaks at the harbour on Monday. REUTERS/Ann Lee", "caption"),
        ("The mayor speaks at the harbour. [Ann Lee/Getty Images]", "caption"),
        ("The mayor speaks at the harbour. | AP Photo", "caption"),
        ("The mayor at the harbour. (Photo: Ann Lee, The Harbor Desk)", "caption"),
        ("FILE PHOTO: The mayor speaks at the harbour", "caption"),
        ("FILE - In this May 5, 2013, file photo, the mayor speaks.", "caption"),
        ("The mayor speaks at the harbour. | Ann Lee/AP Photo", "caption"),
        ("The mayor at the harbour. Ann Lee / Channel News", "caption"),
        ("The mayor at the harbour. Image via Harbour Blog.", "caption"),
        ("CLOSE The mayor speaks at the harbour. Video provided by Newsreel", "caption"),
        ("(Unsplash)", "caption"),
        ("Photographer: Ann Lee", "caption"),
        ("Photos: The harbour before and after", "caption"),
        ("02:38 - Source: A Channel", "caption"),
        ("WATCH: The mayor speaks at the harbour", "promo"),
        ("Read more: The harbour in figures", "promo"),
        ("RELATED: The harbour in figures", "promo"),
        ("(RELATED: The Harbour In Figures)", "promo"),
        ("SEE ALSO: The harbour in figures", "promo"),
        ("Sign up for our morning newsletter", "promo"),
        ("Get the harbour news in your inbox every day.", "promo"),
        ("Click here to subscribe to our podcast", "promo"),
        ("Follow us on Twitter.", "promo"),
        ("Download our free app for the latest", "promo"),
        ("**Want the harbour first? Sign up here.**", "promo"),
        ("The Desk is a newsroom. Sign up for The Desk's Big Story newsletter.", "promo"),
        ("Do you know more about the harbour? Contact Bo at bo@example.org.", "promo"),
        ("To stay on top, follow Ann Lee on Twitter, and read on.", "promo"),
        ("Should the harbour be built? Vote Now in Poll", "promo"),
        ("Send tips to desk@example.org.", "promo"),
        ("CLICK HERE TO GET THE DESK APP", "promo"),
        ("WATCH The mayor opens the harbour", "promo"),
        ("More On This...", "promo"),
        ("'Nobody sails':The mayor's plan in trouble. It may be late", "teaser"),
        ("Mayor opens the long harbour at last 3 hours ago", "teaser"),
        ("The mayor has said that the harbour will … Read more", "teaser"),
        ("Harbour plan:What the mayor wants to build and why it matters", "teaser"),
        ("MAYOR SAYS HARBOUR WILL BE BUILT BEFORE NEXT SUMMER'S GAMES", "teaser"),
        ("Ann Lee contributed to this report.", "credit"),
        ("— Ann Lee in Lund contributed to this article", "credit"),
        ("Reporting by Ann Lee in Lund; Editing by Bo Ray", "credit"),
        ("(Reporting by Ann Lee; editing by Bo Ray and Cy Poe)", "credit"),
        ("Contributing: Bo Ray, The Harbor Desk", "credit"),
        ("Copyright 2019 The Harbor Desk. All rights reserved.", "credit"),
        ("© 2019 The Harbor Desk", "credit"),
        ("By Ann Lee", "credit"),
        ("By Ann Lee and Bo Ray", "credit"),
        ("PHOTOGRAPHS BY ANN LEE FOR THE DESK", "credit"),
        ("— With assistance by Bo Ray", "credit"),
        ("Bo Ray is a writer. Follow him on Twitter: @boray", "credit"),
        ("Ann Lee @annlee", "credit"),
        ("DISTRIBUTED BY HARBOR SYNDICATE", "credit"),
        ("Follow Ann Lee on Twitter @annlee", "credit"),
        ("Ann Lee can be reached at ann@example.org.", "credit"),
        ("Talks at the harbour", "heading"),
        ("Harbour plan 'sound'", "heading"),
        ("What comes next?", "body"),
    ],
)
def test_lines_between_paragraphs(line: str, kind: str) -> None:
    assert middle(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Close to 500 people came.",
        "Print sales are down by a third, the publisher said.",
        "The report said the storm contributed to the damage in the region.",
        "By Monday the water had gone.",
        "By Lund's own account, the council knew.",
        "She did not reach him at his office, she said.",
        "They told people to follow him on Instagram and to wait.",
        "Watch and wait, the mayor said.",
        "Read more than the headline, she told the pupils.",
        "More than 30 people were hurt.",
        "He signed up for the course in May.",
        "The council approved the plan (as did the region).",
        "“We will build,” the mayor told Reuters.",
        "The agency, Reuters, first reported the plan.",
        "The vote began at 10:30 a.m. and ended late.",
        "“Sources: everyone,” he said.",
        "The mayor said: “The plan is sound.”",
        "“The copyright law protects us all,” she said.",
        "Poe 28%",
        "The United States is the largest contributor and has a say, the editor of the report noted.",
        "“I waited…",
        "He was, she said, “the author of his own misfortune.”",
        "I said no ...",
        "Ann Lee is a member of the council.",
        "Do you trust the mayor? Many in Lund do not.",
        "He was shot 3 days ago.",
        "She asked readers to follow her on Twitter and to wait.",
        "“Sign up for the newsletter,” he joked, and left.",
        "Read More, a charity for schools, backs the plan.",
        "Related Companies, the builder, said the plan was sound.",
        "The council will vote in Lund on Monday.",
        "The fee rose by 1.25% in May.",
    ],
)
def test_sentences_of_the_story_stay(line: str) -> None:
    assert middle(line) in {"body", "heading"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "see also Mayor hit by new claims in harbour probe The mayor was hit by claims Friday...",
            [
                ("see also", "promo"),
                ("Mayor hit by new claims in harbour probe The mayor was hit by claims Friday...", "teaser"),
            ],
        ),
        (
            "Read More Inside the Harbour Office We read a thousand letters of the port.",
            [
                ("Read More", "promo"),
                ("Inside the Harbour Office We read a thousand letters of the port.", "teaser"),
            ],
        ),
        (
            "Related A guide to the harbour and its ships",
            [("Related", "promo"), ("A guide to the harbour and its ships", "teaser")],
        ),
        (
            "Shares of Harbour Corp. HRBR, -1.25% fell after the report.",
            [
                ("Shares of Harbour Corp.", "body"),
                ("HRBR, -1.25%", "ui"),
                ("fell after the report.", "body"),
            ],
        ),
    ],
)
def test_what_a_page_glued_to_a_line(line: str, expected: list[tuple[str, str]]) -> None:
    text = "\n".join((BODY, line, BODY))
    passages = label_passages(text)[1:-1]
    assert [(text[p.start : p.end], p.kind) for p in passages] == expected


def test_a_caption_and_the_headline_in_the_first_line() -> None:
    credited = f"The mayor met the council on Monday. | Ann Lee/AP Photo Harbour talks go on\n{BODY}\n{BODY}"
    assert kinds(credited) == ["caption", "heading", "body", "body"]
    bare = f"The mayor met the council on Monday. Harbour talks go on\n{BODY}\n{BODY}"
    assert [p.kind for p in label_passages(bare, title="Harbour talks go on")] == [
        "caption", "heading", "body", "body",
    ]  # fmt: skip
    assert "caption" not in kinds(bare)  # nobody knows where the headline begins


def test_a_name_alone_above_the_text_is_a_byline() -> None:
    assert kinds(f"Alan Quill\n{BODY}\n{BODY}") == ["credit", "body", "body"]
    assert kinds(f"Harbour Quill\n{BODY}\n{BODY}") == ["heading", "body", "body"]
    assert kinds(f"{BODY}\n{BODY}\nAlan Quill\n{BODY}")[2] == "heading"


def test_highlights_are_a_summary() -> None:
    text = (
        f'Story highlights\n\nMayor speaks at harbour\n\n"We build," she says\n\nLund  — \n\n{BODY}\n\n{BODY}'
    )
    assert kinds(text) == ["heading", "summary", "summary", "body", "body", "body"]
    assert kinds(f"Story highlights Mayor speaks\nA plan is made\n{BODY}")[:2] == ["summary", "summary"]


def test_what_stands_above_a_film_credit_is_its_caption() -> None:
    text = f"The harbour on a bright day in May.\nThe mayor speaks\n01:10 - Source: A Channel\n{BODY}\n{BODY}"
    assert kinds(text) == ["caption"] * 3 + ["body"] * 2


def test_lines_cut_short_at_the_end_are_teasers() -> None:
    cut = ["The mayor of another town has said that the…", "A ship that left the harbour in May has…"]
    assert kinds("\n".join([BODY, BODY, *cut])) == ["body", "body", "teaser", "teaser"]
    assert kinds("\n".join([BODY, BODY, cut[0]])) == ["body"] * 3  # one alone may be an author's ellipsis
    assert kinds("\n".join([*cut, BODY])) == ["body"] * 3  # and so may two in the middle
    beside = [BODY, BODY, "WATCH: The mayor speaks", cut[0]]
    assert kinds("\n".join(beside))[2:] == ["promo", "teaser"]  # one beside a pointer to another story


def test_a_glued_video_id() -> None:
    assert middle("aB3xYz9Qw_1The mayor of another town has spoken about ships") == "teaser"
    assert middle("McDonaldsPlc has spoken about its plan for the harbour.") == "body"


def test_a_list_of_other_stories_ends_where_the_story_goes_on() -> None:
    text = "\n".join([BODY, "Related:", "A ship sails at last", "The harbour in ten figures", BODY, BODY])
    assert kinds(text) == ["body", "promo", "teaser", "teaser", "body", "body"]


@pytest.mark.parametrize(
    "opener", ["You may also like", "Most viewed in sports", "Around the web", "Read next:"]
)
def test_lists_of_other_stories_under_their_usual_names(opener: str) -> None:
    text = "\n".join([BODY, BODY, opener, "A ship sails at last for the coast", "The harbour in ten figures"])
    assert kinds(text)[2:] == ["promo", "teaser", "teaser"]


def test_a_loose_name_opens_a_list_only_where_one_follows() -> None:
    listed = [BODY, BODY, "Latest news", "A ship sails at last for the coast", "The harbour in ten figures"]
    assert kinds("\n".join(listed))[2:] == ["promo", "teaser", "teaser"]
    assert kinds("\n".join([BODY, "More on the harbour", BODY, BODY]))[1] == "heading"


def test_the_outlets_own_name_is_a_credit() -> None:
    assert middle("The Harbor Desk", outlet="The Harbor Desk") == "credit"
    assert middle("harbordesk", outlet="harbordesk.com") == "credit"
    assert middle("The Harbor Desk") == "heading"


def test_who_the_author_is_stands_at_an_edge() -> None:
    line = "Ann Lee is a columnist for The Harbor Desk."
    assert kinds("\n".join([BODY, BODY, BODY, line]))[-1] == "credit"
    assert kinds("\n".join([BODY, BODY, BODY, line, BODY, BODY, BODY]))[3] == "body"


def test_every_passage_but_body_has_a_reason() -> None:
    text = f"{BODY}\nAdvertisement\nTalks at the harbour\n{BODY}\nCopyright 2019"
    for passage in label_passages(text):
        assert bool(passage.reason) == (passage.kind != "body")


LINES = (BODY, "Advertisement", "Related:", "A ship sails", "Story highlights", "", "\t x… ",
         "02:38 - Source: A", "“Quote…", "WATCH: it", "\x00\x1c", "\u2028")  # fmt: skip


@given(st.lists(st.sampled_from(LINES)))
def test_passages_tile_the_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    passages = label_passages(text)
    assert "".join("".join(text[p.start : p.end].split()) for p in passages) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(passages))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() for p in passages)


@pytest.mark.timeout(60)  # a rule that grows with the square of these lines takes hours
@pytest.mark.parametrize(
    "text",
    ["sign up " * 40_000, "(" * 300_000, "Aa " * 100_000, ("Advertisement\n" + BODY + "\n") * 3_000,
     ". " * 130_000, "Related:\n" * 30_000, "A short line\n" * 20_000, "By A" + " A" * 130_000,
     "Ab / " * 4_000, "Ab Cd/" * 3_000],
)  # fmt: skip
def test_hostile_lines_come_to_an_end(text: str) -> None:
    passages = label_passages(text)
    assert "".join("".join(text[p.start : p.end].split()) for p in passages) == "".join(text.split())


def _scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_junk", shared / "score" / "score_junk.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_junk_of_real_articles(shared: Path) -> None:
    path = shared / "gold" / "junk_dev.jsonl"
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = {
        row["id"]: [
            {"start": p.start, "end": p.end, "kind": p.kind}
            for p in label_passages(row["text"], outlet=row["source"], title=row["title"])
        ]
        for row in gold
    }
    result, _ = _scorer(shared).score(gold, found)
    _, measures = result["dev"]
    assert measures["body_lost"] <= 0.005
    assert measures["F1"] >= 0.95


def test_junk_and_headings_of_the_seed_documents(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))["articles"]
    fitting = {"promo": {"promo"}, "video caption": {"caption"}, "photo caption": {"caption"},
               "credit": {"credit"}, "teaser": {"teaser"}}  # fmt: skip
    for name, article in gold.items():
        text = (shared / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
        passages = label_passages(text)
        expected = [(junk["span"], fitting[junk["why"]]) for junk in article["junk"]]
        expected += [(heading["span"], {"heading"}) for heading in article["headings"]]
        for passage in passages:
            around = [kind for (start, end), kind in expected if start <= passage.start < passage.end <= end]
            assert passage.kind in (around[0] if around else {"body", "summary"})
