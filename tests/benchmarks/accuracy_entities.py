"""Score names and their resolution on the annotations that lie in shared/ beside the project.

    python -m tests.benchmarks.accuracy_entities [GOLD.jsonl ...]

Each gold file is read as one corpus: extraction article by article, resolution over all of them. Prints
the scorer's tables, the time that the component and resolution take against the whole pipeline, and
whether each entity of the user's documents is one.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from onrecord.extraction.entities import EntityFinder
from onrecord.extraction.extract import extract
from onrecord.extraction.pipeline import load_pipeline
from onrecord.records import Article, Extraction, stable_id
from onrecord.resolution import Resolution, resolve

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = ("entities_newswcl50r_dev", "ner_reuters2020_dev", "ner_worldwide_dev")
LOCAL = ["local_entity", "article_id", "name", "kind", "aliases", "titles"]
KNOWN = ["entity_id", "name", "kind", "aliases", "titles"]


class Clock:
    """Adds up the processor time of the entity component."""

    def __init__(self) -> None:
        self.seconds = 0.0
        inner = EntityFinder.__call__

        def timed(finder: EntityFinder, doc: Any) -> Any:
            start = time.process_time()
            try:
                return inner(finder, doc)
            finally:
                self.seconds += time.process_time() - start

        EntityFinder.__call__ = timed  # type: ignore[method-assign]


def local_entities(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """Local entities of all articles, as resolution takes them."""
    rows = [
        (stable_id(e.article.id, x.key), e.article.id, x.name, x.kind, list(x.aliases), list(x.titles))
        for e in extractions
        for x in e.entities
    ]
    return pd.DataFrame(rows, columns=LOCAL)


def run(articles: list[Article], clock: Clock) -> tuple[list[Extraction], Resolution, str]:
    """Extract and resolve one corpus; the last is a line about the time it took."""
    nlp = load_pipeline()
    before, start = clock.seconds, time.process_time()
    extractions = list(extract(articles, nlp))
    whole, component = time.process_time() - start, clock.seconds - before
    start = time.process_time()
    resolution = resolve(local_entities(extractions), pd.DataFrame(columns=KNOWN))
    took = time.process_time() - start
    line = f"component {component / whole:.1%}, resolution {took / whole:.1%} of {whole:.0f} s processor time"
    return extractions, resolution, line


def predictions(extractions: list[Extraction], resolution: Resolution) -> dict[str, dict[str, Any]]:
    """The scorer's input: mentions with the entity they resolve to."""
    entity = dict(zip(resolution.links["local_entity"], resolution.links["entity_id"], strict=True))
    return {
        e.article.id: {
            "mentions": [
                {
                    "start": m.start,
                    "end": m.end,
                    "label": m.label,
                    "entity": entity[stable_id(e.article.id, m.entity)],
                }
                for m in e.mentions
            ]
        }
        for e in extractions
    }


def score(path: Path, scorer: ModuleType, clock: Clock) -> None:
    """Print the scorer's table for one gold file."""
    gold = scorer.read(path)
    articles = [Article(key, row["text"], title=row.get("title")) for key, row in gold.items()]
    extractions, resolution, line = run(articles, clock)
    guess = predictions(extractions, resolution)
    table = (scorer.resolution if "mentions" in next(iter(gold.values())) else scorer.recognition)(
        guess, gold
    )
    print(f"\n{path.stem}: {len(gold)} articles; {line}")
    for name, row in table.items():
        found = f"  found {1 - row['missed'] / row['gold']:.3f}" if "missed" in row else ""
        print(f"  {name:9s} P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}{found}")


def score_seeds(clock: Clock) -> None:
    """Whether each entity of the user's documents is one entity under all its names, and no two are one."""
    gold = json.loads((SHARED / "gold/seeds.json").read_text())["entities"]
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    extractions, resolution, _ = run([Article(p.stem, p.read_text()) for p in paths], clock)
    guess = predictions(extractions, resolution)
    ids: dict[str, set[str]] = defaultdict(set)
    for e in extractions:
        for mention, row in zip(e.mentions, guess[e.article.id]["mentions"], strict=True):
            ids[mention.text].add(row["entity"])
    print("\nseeds:")
    owners: dict[str, str] = {}
    for name, row in gold.items():
        found = {alias: ids[alias] or ids[alias.removeprefix("the ")] for alias in row["aliases"]}
        together = set().union(*found.values())
        missing = [alias for alias, entities in found.items() if not entities]
        mixed = sorted({owners[i] for i in together if i in owners})
        owners |= dict.fromkeys(together, name)
        if missing or len(together) != 1 or mixed:
            print(f"  {name}: missing {missing}, {len(together)} entities, mixed with {mixed}")
    print(f"  {len(gold)} entities looked at")


def main() -> None:
    spec = importlib.util.spec_from_file_location("score_entities", SHARED / "score/score_entities.py")
    if spec is None or spec.loader is None or not SHARED.is_dir():
        sys.exit("Expected the folder shared/ beside the project (gold annotations); found none.")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    clock = Clock()
    paths = [Path(arg) for arg in sys.argv[1:]] or [SHARED / f"gold/{name}.jsonl" for name in GOLD]
    for path in paths:
        score(path, scorer, clock)
    if not sys.argv[1:]:
        score_seeds(clock)


if __name__ == "__main__":
    main()
