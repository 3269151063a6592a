"""Copies planted in real articles: how many are found, by kind, and what is wrongly called one.

    python -m tests.benchmarks.accuracy_copies               5,000 articles, 400 planted of each kind
    python -m tests.benchmarks.accuracy_copies --show        with the clusters found among the real articles

A copy is found if it is in the cluster of the article it was made from. A kind's precision is the share of
right pairs among the pairs that its planted articles are in; what the real articles have in common before
anything is planted is left out of it. Needs the corpus in the folder shared/ beside the project. Never part
of ``make test``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

from onrecord.cleaning import label_passages
from onrecord.copies import Text, compared, credited, find

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "news_5k.jsonl.gz"
PLANTED = 400

type Plant = Callable[[random.Random, str, str, list[str]], str]


def articles(path: Path = CORPUS) -> list[Text]:
    """What of each article of the corpus is compared."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text, outlet = row["text"], row.get("outlet") or row.get("source")
            passages = label_passages(text, outlet=outlet, title=row.get("title"))
            kept = compared(text, ((p.start, p.end, p.kind) for p in passages))
            day = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            found.append(Text(row["id"], kept, outlet, day, credited(text, outlet=outlet)))
    return found


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", text) if part.strip()]


def exact(_rng: random.Random, text: str, _other: str, _pool: list[str]) -> str:
    return text.replace("\n", "\n\n")


def cut(rng: random.Random, text: str, _other: str, _pool: list[str]) -> str:
    """The first 15 to 90 % of the sentences, 25 words at least."""
    parts = sentences(text)
    many = max(1, round(len(parts) * rng.uniform(0.15, 0.9)))
    while many < len(parts) and len(" ".join(parts[:many]).split()) < 25:
        many += 1
    return " ".join(parts[:many])


def headline(_rng: random.Random, text: str, other: str, _pool: list[str]) -> str:
    """Another headline, which nobody has labelled as one, and the outlet's own first words."""
    return f"{sentences(other)[0]}\n{text}"


def rewritten(rng: random.Random, text: str, _other: str, pool: list[str]) -> str:
    """A fifth of the sentences are others."""
    parts = sentences(text)
    for at in rng.sample(range(len(parts)), round(len(parts) * 0.2)):
        parts[at] = rng.choice(pool)
    return " ".join(parts)


def edited(rng: random.Random, text: str, _other: str, pool: list[str]) -> str:
    """One word in twenty is another, or gone."""
    words = text.split(" ")
    for at in rng.sample(range(len(words)), len(words) // 20):
        words[at] = rng.choice([rng.choice(pool).split()[0].lower(), ""])
    return " ".join(words)


def updated(rng: random.Random, text: str, _other: str, pool: list[str]) -> str:
    """A new lead of two to five sentences, and the last fifth dropped."""
    parts = sentences(text)
    return " ".join([*rng.sample(pool, rng.randint(2, 5)), *parts[: max(1, round(len(parts) * 0.8))]])


COPIES: dict[str, Plant] = {
    "exact": exact,
    "cut at the end": cut,
    "changed headline": headline,
    "20 % rewritten": rewritten,
    "one word in 20 edited": edited,
    "updated version": updated,
}


def words_of(rng: random.Random, pool: list[str], many: int) -> str:
    """Sentences with about so many words."""
    found: list[str] = []
    while sum(len(part.split()) for part in found) < many:
        found.append(rng.choice(pool))
    return " ".join(found)


def shared_quote(rng: random.Random, pool: list[str]) -> str:
    plain = re.sub(r"[“”\"]", "", words_of(rng, pool, rng.randint(30, 90)))
    return f"“{plain}” the minister said."


def boilerplate(rng: random.Random, pool: list[str]) -> str:
    return words_of(rng, pool, rng.randint(50, 90))


def one_sentence(rng: random.Random, pool: list[str]) -> str:
    return rng.choice(pool)


IN_COMMON: dict[str, Callable[[random.Random, list[str]], str]] = {
    "a quote only": shared_quote,
    "a paragraph only": boilerplate,
    "a sentence only": one_sentence,
}
"""What is put into two articles that have nothing else in common; half of them are short, of 150 words."""


def plant(real: list[Text], many: int, seed: int = 5) -> tuple[list[Text], dict[str, list[tuple[str, str]]]]:
    """The articles with the planted ones, and of each kind the pairs: (source, copy) or (one, other)."""
    rng = random.Random(seed)  # noqa: S311 - the same in every run
    texts = {text.id: text for text in real}
    usable = [text for text in real if len(text.text.split()) >= 60]
    some = rng.sample(usable, 400)
    pool = [part for text in some for part in sentences(text.text) if 8 < len(part.split()) <= 50]
    sources = iter(rng.sample(usable, many * (len(COPIES) + 2 * len(IN_COMMON))))
    pairs: dict[str, list[tuple[str, str]]] = {}
    for kind, change in COPIES.items():
        pairs[kind] = []
        for number in range(many):
            source = next(sources)
            made = f"planted {kind} {number}"
            changed = change(rng, source.text, rng.choice(usable).text, pool)
            texts[made] = replace(source, id=made, text=changed, outlet="Planted Post", agency=None)
            pairs[kind].append((source.id, made))
    for kind, make in IN_COMMON.items():
        pairs[kind] = []
        for number in range(many):
            one, two, common = next(sources), next(sources), make(rng, pool)
            for text in (one, two):
                parts = sentences(" ".join(text.text.split()[:150]) if number % 2 else text.text)
                at = rng.randrange(len(parts) + 1)
                texts[text.id] = replace(text, text=" ".join([*parts[:at], common, *parts[at:]]))
            pairs[kind].append((one.id, two.id))
    return list(texts.values()), pairs


def joined(texts: list[Text]) -> set[frozenset[str]]:
    """Every two articles of one cluster."""
    return {
        frozenset(pair)
        for _, group in find(texts).groupby("cluster")
        for pair in combinations(group["article_id"], 2)
    }


def report(real: list[Text], many: int, before: set[frozenset[str]]) -> None:
    texts, pairs = plant(real, many)
    start = time.perf_counter()
    found = joined(texts)
    seconds, memory = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts):,} articles in {seconds:.1f} s, peak memory of the process {memory:,.0f} MiB\n")
    print(f"{'':24}{'planted':>9}{'found':>9}{'recall':>9}{'precision':>11}")
    source = {copy: of for kind in COPIES for of, copy in pairs[kind]}
    for kind, planted in pairs.items():
        right = set(map(frozenset, planted))
        theirs = {id_ for pair in planted for id_ in pair}
        # A copy of an article that has one already is a copy of that, too.
        told = {
            pair for pair in found if pair & theirs and frozenset(map(source.get, pair, pair)) not in before
        }
        hits = len(right & found)
        if kind in COPIES:
            precision = len(right & told) / len(told) if told else 1.0
            print(f"{kind:24}{len(right):>9}{hits:>9}{hits / len(right):>9.3f}{precision:>11.3f}")
        else:
            print(f"{kind:24}{len(right):>9}{hits:>9}{'':>9}   {len(told)} wrong pairs")


def show(real: Iterable[Text]) -> None:
    """The clusters among the real articles, to be read."""
    texts = {text.id: text for text in real}
    for cluster, group in find(list(texts.values())).groupby("cluster"):
        print(f"\n{cluster}")
        for row in group.itertuples():
            text = texts[row.article_id]
            print(f"  {row.relation:16} {row.similarity:.2f}  {row.article_id}  {text.outlet}, {text.published}, "
                  f"{row.words} words. {row.why}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--planted", type=int, default=PLANTED, help="articles or pairs of each kind")
    parser.add_argument("--show", action="store_true", help="list the clusters among the real articles")
    options = parser.parse_args()
    if not CORPUS.is_file():
        sys.exit(f"Expected {CORPUS.name} in the folder shared/ beside the project; found none.")
    real = articles()
    before = joined(real)
    print(f"{len(real):,} real articles: {len(before)} pairs in clusters")
    if options.show:
        show(real)
    report(real, options.planted, before)


if __name__ == "__main__":
    main()
