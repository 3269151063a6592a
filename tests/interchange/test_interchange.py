"""The interchange format: what is written can be loaded, and what is loaded is checked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._errors import InterchangeError
from onrecord.interchange import from_line, read_extracted, read_extracted_bytes, to_line
from onrecord.records import (
    ENTITY_KINDS,
    Article,
    Extraction,
    Failure,
    LocalEntity,
    MarkedText,
    Mention,
    Passage,
    Quote,
    stable_id,
)

TEXT = "Gen. Ada Poe spoke in Lund.\n“We hold,” Poe said. “The ‘line’ stays.”\nPhotos: a hall"
#       0123456789...


def line(**changes: Any) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, **changes}


def mention(words: str, **changes: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "label": "PERSON", **changes}


def test_a_title_makes_no_name_of_its_own() -> None:
    given = line(
        mentions=[mention("Gen.", label="TITLE", entity="Ada Poe"), mention("Ada Poe", entity="Ada Poe")]
    )
    extraction = from_line(given)
    assert [(x.name, x.kind, x.aliases) for x in extraction.entities] == [("Ada Poe", "PERSON", ())]
    assert [m.label for m in extraction.mentions] == ["TITLE", "PERSON"]


def quote(words: str, **changes: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "type": "direct", **changes}


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Extractions whose records point anywhere in a text, with names that may coincide."""
    text = draw(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
    size = len(text)

    def span() -> tuple[int, int]:
        start = draw(st.integers(0, size - 1))
        return start, draw(st.integers(start + 1, size))

    names = draw(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=3, unique=True))
    entities = tuple(
        LocalEntity(f"k{i}", name, draw(st.sampled_from(ENTITY_KINDS)), (name,), ("Gen.",))
        for i, name in enumerate(names)
    )
    mentions, quotes, marked = [], [], []
    for _ in range(draw(st.integers(0, 4))):
        start, end = span()
        entity = draw(st.sampled_from(entities))
        mentions.append(
            Mention(start, end, text[start:end], entity.kind, entity.key, (0, size), "caption", "rule")
        )
        start, end = span()
        speaker = draw(st.none() | st.sampled_from(entities))
        quotes.append(
            Quote(
                start, end, text[start:end], draw(st.sampled_from(["direct", "mixed", "indirect"])),
                ((start, end),), "g", draw(st.none() | st.just(span())), span(),
                speaker.key if speaker else None, speaker.name if speaker else "a spokesman",
                "named" if speaker else "anonymous", "nsubj", draw(st.floats(0, 1)), "reporters",
                None, "summary",
            )
        )  # fmt: skip
        start, end = span()
        marked.append(MarkedText(start, end, text[start:end], "scare", "heading"))
    cut = draw(st.integers(1, size))
    passages = (Passage(0, cut, "body", ""), *([Passage(cut, size, "promo", "why")] if cut < size else []))
    article = Article("id", text, "T", "O", draw(st.none() | st.dates()), "u", "w", None)
    return Extraction(article, passages, entities, tuple(mentions), tuple(quotes), tuple(marked))


@given(extractions())
def test_what_is_written_comes_back(extraction: Extraction) -> None:
    written = json.loads(json.dumps(to_line(extraction)))
    loaded = from_line(written)
    assert loaded.article == extraction.article
    assert loaded.passages == extraction.passages
    assert loaded.marked_text == extraction.marked_text
    name = {entity.key: entity.name for entity in (*extraction.entities, *loaded.entities)}
    for before, after in (*zip(extraction.mentions, loaded.mentions, strict=True),
                          *zip(extraction.quotes, loaded.quotes, strict=True)):  # fmt: skip
        was, now = vars(before).copy(), vars(after).copy()
        was_entity, now_entity = was.pop("entity"), now.pop("entity")
        assert was == now
        assert name.get(was_entity) == name.get(now_entity)
    assert to_line(loaded) == written


def test_canonical_names_come_from_the_run() -> None:
    article = Article("a", TEXT)
    start = TEXT.index("Poe")
    found = Extraction(
        article,
        entities=(LocalEntity("k1", "Ada Poe", "PERSON"), LocalEntity("k2", "Lund", "GPE")),
        mentions=(
            Mention(start, start + 3, "Poe", "PERSON", "k1", (0, 27)),
            Mention(22, 26, "Lund", "GPE", "k2", (0, 27)),
        ),
        quotes=(
            Quote(29, 37, TEXT[29:37], "direct", entity="k1", speaker_name="Ada Poe", speaker_class="named"),
        ),
    )
    written = to_line(
        found, {stable_id(article.content_id, "k1"): "Ada M. Poe", stable_id("other", "k2"): "No"}
    )
    assert [m["entity"] for m in written["mentions"]] == ["Ada M. Poe", "Lund"]
    assert written["quotes"][0]["speaker_name"] == "Ada M. Poe"
    assert [e["name"] for e in written["entities"]] == ["Ada M. Poe", "Lund"]


def test_a_bare_line_gets_passages_sentences_entities_and_kinds() -> None:
    loaded = from_line(
        line(
            id=7,
            published="2017-08-18",
            mentions=[mention("Ada Poe", entity="Ada Poe"), mention("Poe said"[:3], entity="Ada Poe"),
                      mention("Lund", label="GPE"), mention("hall", label="FAC")],
            quotes=[quote("We hold,", speaker_name="Ada Poe"),
                    quote("The ‘line’ stays.", speaker_name="the army"), quote("line")],
        )
    )  # fmt: skip
    assert (loaded.article.id, loaded.article.published) == ("7", date(2017, 8, 18))
    assert [p.kind for p in loaded.passages] == ["body", "body", "caption"]
    poe, lund, hall = loaded.entities
    assert (poe.name, poe.kind, poe.aliases) == ("Ada Poe", "PERSON", ("Poe",))
    assert [m.entity for m in loaded.mentions] == [poe.key, poe.key, lund.key, hall.key]
    assert [TEXT[slice(*m.sentence)] for m in loaded.mentions[:3]] == ["Gen. Ada Poe spoke in Lund."] * 3
    assert [(m.passage_kind, m.source) for m in loaded.mentions[2:]] == [
        ("body", "given"),
        ("caption", "given"),
    ]
    assert [(q.entity, q.speaker_name, q.speaker_class, q.confidence) for q in loaded.quotes] == [
        (poe.key, "Ada Poe", "named", 1.0),
        (None, "the army", "named", 1.0),
        (None, None, "unresolved", 0.0),
    ]
    assert len({q.group for q in loaded.quotes}) == 3


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"id": None}, "id", "a string that isn't empty, got nothing"),
        ({"text": 5}, "text", "got 5"),
        ({"published": "August"}, "published", "YYYY-MM-DD"),
        ({"outlet": ["x"]}, "outlet", "a string or null"),
        ({"mentions": {}}, "mentions", "a list"),
        ({"mentions": ["Poe"]}, r"mentions\[0\]", "an object"),
        ({"mentions": [mention("Poe", start=-1)]}, r"mentions\[0\].start", "from 0 to 8"),
        ({"mentions": [mention("Poe", end=10_000)]}, r"mentions\[0\].end", "got 10000"),
        ({"mentions": [mention("Poe", end=9)]}, r"mentions\[0\].end", "got 9"),
        ({"mentions": [mention("Poe", start=True)]}, r"mentions\[0\].start", "got True"),
        ({"mentions": [mention("Poe", start=9.0)]}, r"mentions\[0\].start", "got 9.0"),
        ({"mentions": [mention("Poe", text="Pole")]}, r"mentions\[0\].text", "'Poe', got 'Pole'"),
        ({"mentions": [mention("Poe", label="PER")]}, r"mentions\[0\].label", "one of PERSON, ORG"),
        ({"mentions": [mention("Poe", sentence=[0, 5])]}, r"mentions\[0\].sentence", "around 9 to 12"),
        ({"mentions": [mention("Poe"), mention("Poe", source=1)]}, r"mentions\[1\].source", "a string"),
        ({"quotes": [quote("We hold,", type="said")]}, r"quotes\[0\].type", "mixed, indirect, got 'said'"),
        ({"quotes": [quote("We hold,", type=None)]}, r"quotes\[0\].type", "got nothing"),
        ({"quotes": [quote("We hold,", marked=[[0, 5]])]}, r"quotes\[0\].marked\[0\]\[0\]", "from 29 to 36"),
        ({"quotes": [quote("We hold,", marked=7)]}, r"quotes\[0\].marked", "a list"),
        ({"quotes": [quote("We hold,", cue=[3])]}, r"quotes\[0\].cue", r"\[start, end\]"),
        ({"quotes": [quote("We hold,", speaker=[5, 5])]}, r"quotes\[0\].speaker\[1\]", "got 5"),
        ({"quotes": [quote("We hold,", confidence=1.5)]}, r"quotes\[0\].confidence", "0 to 1, got 1.5"),
        ({"quotes": [quote("We hold,", confidence=float("nan"))]}, r"quotes\[0\].confidence", "got nan"),
        ({"quotes": [quote("We hold,", speaker_class="x")]}, r"quotes\[0\].speaker_class", "one of named"),
        ({"marked_text": [{**quote("line"), "kind": "joke"}]}, r"marked_text\[0\].kind", "one of scare"),
        ({"passages": [{"start": 0, "end": 9, "kind": "x"}]}, r"passages\[0\].kind", "one of body"),
        ({"passages": [{"start": 0, "end": 9, "kind": "body"}, {"start": 8, "end": 12, "kind": "body"}]},
         r"passages\[1\].start", "don't overlap"),
        ({"entities": [{"name": "P", "kind": "ORG", "aliases": "x"}]}, r"entities\[0\].aliases", "strings"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_line_field_expected_and_got(
    changes: dict[str, Any], field: str, expected: str
) -> None:
    with pytest.raises(InterchangeError, match=rf"Line 3[.,] ?{field}: expected .*{expected}"):
        from_line(line(**changes), line=3)


def test_equal_names_are_one_entity_and_a_speaker_may_be_known_without_a_mention() -> None:
    entities = [
        {"name": "Ada Poe", "kind": "PERSON", "aliases": ["Poe"], "titles": ["Gen."]},
        {"name": "Ada Poe", "kind": "ORG", "aliases": ["Ada"], "titles": []},
    ]
    loaded = from_line(line(entities=entities, quotes=[quote("We hold,", speaker_name="Ada Poe")]))
    (entity,) = loaded.entities
    assert (entity.kind, entity.aliases, entity.titles) == ("PERSON", ("Poe", "Ada"), ("Gen.",))
    assert loaded.quotes[0].entity == entity.key


def test_a_file_of_lines_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    lines = [line(), line(mentions=[mention("Poe", text="No")]), "[]", line(id="b")]
    data = "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines).encode()
    path = tmp_path / "given.jsonl"
    path.write_bytes(data)
    for results in (list(read_extracted(path)), list(read_extracted_bytes("given.jsonl", data))):
        assert [type(r) for r in results] == [Extraction, Failure, Failure, Extraction]
        assert [r.path.rpartition("/")[2] for r in results if isinstance(r, Failure)] == [
            "given.jsonl:row 2",
            "given.jsonl:row 3",
        ]
        assert "Line 2, mentions[0].text" in results[1].reason  # type: ignore[union-attr]


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    (failure,) = read_extracted(tmp_path / "none.jsonl")
    assert isinstance(failure, Failure)
