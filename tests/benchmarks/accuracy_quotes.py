"""Score quotes and speakers on the annotations that lie in shared/ beside the project.

    python -m tests.benchmarks.accuracy_quotes            # the scorer's tables, both halves of PolNeAR dev
    python -m tests.benchmarks.accuracy_quotes --rules    # … and how often each rule is right, and calibration

Runs the whole pipeline over the gold texts, writes predictions to a temporary folder and runs the scorer on
them. A quote is right when the scorer pairs it (intersection over union of at least .5) and accepts its
speaker; what lies mostly inside a phrase of the gold that no track asks for is left out, as in the scorer.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.extraction.extract import extract
from onrecord.extraction.pipeline import load_pipeline
from onrecord.extraction.quotes import QuoteFinder
from onrecord.extraction.quotes.rules import CONTENT, SPEAKERS
from onrecord.records import Article, Quote

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORER = SHARED / "score" / "score_quotes.py"
GOLD = ("quotes_polnear_dev", "quotes_gum_news_dev", "quotes_seeds")
HALVED = "quotes_polnear_dev"
BINS = (0.95, 0.9, 0.8, 0.7, 0.5, 0.0)
PRIOR = 4
"""Pseudo-counts at the mean that a rare rule is drawn towards."""


@dataclass(frozen=True)
class Judged:
    """One predicted quote: its rules, its confidence, and whether content and speaker are right (None: unasked)."""

    rule: str
    how: str
    confidence: float
    content: bool
    speaker: bool | None


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_quotes", SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"Expected the scorer at {SCORER}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def prediction(quote: Quote) -> dict[str, Any]:
    """A quote in the scorer's format; more keys are ignored there."""
    return {
        "span": [quote.start, quote.end],
        "cue": quote.cue,
        "speaker": quote.speaker,
        "speaker_name": quote.speaker_name,
        "type": quote.type,
        "resolved_by": quote.resolved_by,
        "confidence": quote.confidence,
    }


def time_component() -> list[float]:
    """Makes the component add its processor time to the list."""
    seconds = [0.0]
    inner = QuoteFinder.__call__

    def timed(finder: QuoteFinder, doc: Any) -> Any:
        start = time.process_time()
        done = inner(finder, doc)
        seconds[0] += time.process_time() - start
        return done

    QuoteFinder.__call__ = timed  # type: ignore[method-assign]
    return seconds


def predict(gold: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Predictions by article id."""
    articles = [Article(id=line["id"], text=line["text"]) for line in gold]
    return {e.article.id: [prediction(q) for q in e.quotes] for e in extract(articles, load_pipeline())}


def halves(gold: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Half A, whose errors were read one by one, and half B, which was looked at less."""
    order = list(range(len(gold)))
    random.Random(7).shuffle(order)  # noqa: S311 - a fixed split, no secret
    chosen = set(order[: len(gold) // 2])
    return {
        "half A": [line for at, line in enumerate(gold) if at in chosen],
        "half B": [line for at, line in enumerate(gold) if at not in chosen],
    }


def print_table(name: str, gold: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]]) -> None:
    """The scorer's own table."""
    with tempfile.TemporaryDirectory() as folder:
        pred, truth = Path(folder) / "pred.jsonl", Path(folder) / "gold.jsonl"
        lines = [{"id": line["id"], "quotes": predicted[line["id"]]} for line in gold]
        pred.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        truth.write_text("".join(json.dumps(line) + "\n" for line in gold), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, SCORER, pred, truth], capture_output=True, text=True, check=True
        )
    print(f"\n{name}\n{done.stdout}", end="")


def judge(score: ModuleType, line: dict[str, Any], quotes: list[dict[str, Any]]) -> list[Judged]:
    """Every prediction of an article that the scorer counts, right or wrong."""
    text, golds = line["text"], line["quotes"]
    preds = score.join_touching(text, quotes, golds)
    pred_chars = [score.content_chars(text, p["span"]) for p in preds]
    gold_chars = [score.content_chars(text, g["span"]) for g in golds]
    pairs = score.pair(pred_chars, gold_chars, 0.5)
    phrases = [g["type"] == "indirect" and g.get("clausal") is False for g in golds]
    aside = set().union(*(chars for chars, phrase in zip(gold_chars, phrases, strict=True) if phrase), set())
    judged = []
    for at, (pred, chars) in enumerate(zip(preds, pred_chars, strict=True)):
        rule, how = pred["resolved_by"].split("/")
        speaker: bool | None = None
        if at in pairs:
            truth = golds[pairs[at]]
            if truth.get("speaker") or truth.get("speaker_name"):
                speaker = bool(score.speaker_right(text, pred, truth)[2])
        elif len(chars & aside) >= 0.5 * len(chars):
            continue
        judged.append(Judged(rule, how, pred["confidence"], at in pairs, speaker))
    return judged


def print_rules(judged: list[Judged]) -> None:
    """Per rule: how many, the share of right ones, and the constant that ``rules.py`` should hold."""
    content, speakers = defaultdict(list), defaultdict(list)
    for each in judged:
        content[each.rule].append(each.content)
        if each.speaker is not None:
            speakers[each.how].append(each.speaker)
    for title, table, rules in (("content", content, CONTENT), ("speaker", speakers, SPEAKERS)):
        mean = sum(map(sum, table.values())) / sum(map(len, table.values()))
        print(f"\n{title:18}{'n':>6}{'right':>8}{'drawn':>8}{'rules.py':>10}")
        for name in sorted(rules, key=lambda name: -len(table[name])):
            n, right = len(table[name]), sum(table[name])
            share = f"{right / n:.2f}" if n else "-"
            drawn = (right + PRIOR * mean) / (n + PRIOR)
            print(f"{name:18}{n:6}{share:>8}{drawn:8.2f}{rules[name].right:10.2f}")


def print_calibration(judged: list[Judged]) -> None:
    """Of the quotes in each range of confidence, the share with content and speaker right."""
    total, right = Counter[float](), Counter[float]()
    for each in judged:
        if each.content and each.speaker is None:
            continue
        floor = next(low for low in BINS if each.confidence >= low)
        total[floor] += 1
        right[floor] += bool(each.content and each.speaker)
    print(f"\n{'confidence':>10}{'n':>6}{'right':>8}")
    for low in BINS:
        if total[low]:
            print(f"{low:9.2f}+{total[low]:6}{right[low] / total[low]:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rules", action="store_true", help="precision of each rule, and calibration")
    parser.add_argument("gold", nargs="*", type=Path, help="other gold files in the scorer's format")
    args = parser.parse_args()
    score, seconds, judged = load_scorer(), time_component(), []
    start = time.process_time()
    for path in args.gold or [SHARED / "gold" / f"{name}.jsonl" for name in GOLD]:
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        predicted = predict(gold)
        print_table(path.stem, gold, predicted)
        if path.stem == HALVED:
            for name, part in halves(gold).items():
                print_table(f"{path.stem}, {name}", part, predicted)
        judged += [each for line in gold for each in judge(score, line, predicted[line["id"]])]
    print(f"\ncomponent: {seconds[0] / (time.process_time() - start):.1%} of the run's processor time")
    if args.rules:
        print_rules(judged)
        print_calibration(judged)


if __name__ == "__main__":
    main()
