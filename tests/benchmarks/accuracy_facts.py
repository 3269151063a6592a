"""Inferred facts against stated ones: 5,000 articles that state outlet and title, most day and author.

    python -m tests.benchmarks.accuracy_facts      how often each origin is right, and broken characters, languages

What is stated is taken away, then inferred, once with the address and once from the text alone. Needs the
folder shared/ beside the project. Never part of ``make test``.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.cleaning import complete, label_passages
from onrecord.cleaning.language import detect_language
from onrecord.cleaning.mending import mend_text
from onrecord.cleaning.origins import FACTS
from onrecord.records import Article

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "news_5k.jsonl.gz"


def main() -> None:
    if not CORPUS.is_file():
        sys.exit(f"Expected {CORPUS.name} in the folder shared/ beside the project; found none.")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        passages = label_passages(row["text"])
        for url in (row["url"], None):
            article = complete(Article(row["id"], row["text"], url=url), passages)
            for fact in FACTS:
                origin = article.origins.get(fact)
                if origin and (url is None or origin == "address"):
                    found[fact, origin]["n"] += 1
                    if row[fact]:
                        found[fact, origin]["stated"] += 1
                        found[fact, origin]["right"] += same(fact, getattr(article, fact), row[fact])
    print("fact        origin          inferred  stated too   right")
    for (fact, origin), counts in sorted(found.items()):
        share = counts["right"] / max(counts["stated"], 1)
        print(f"{fact:11s} {origin:15s} {counts['n']:8,d} {counts['stated']:11,d} {share:7.3f}")
    began = time.perf_counter()
    languages = Counter(detect_language(row["text"]) for row in rows)
    print(f"languages {dict(languages)}, {time.perf_counter() - began:.1f} s")
    began = time.perf_counter()
    texts = sum(mend_text(row["text"]) != row["text"] for row in rows)
    titles = sum(mend_text(row["title"]) != row["title"] for row in rows)
    print(f"mended {texts} texts, {titles} titles, {time.perf_counter() - began:.1f} s")


def same(fact: str, inferred: Any, stated: str) -> bool:
    """Whether the two say the same: a day exactly, names and titles by their letters, one within the other."""
    if fact == "published":
        return bool(inferred == date.fromisoformat(stated[:10]))
    one, other = plain(str(inferred)), plain(stated)
    return one == other or (fact != "title" and (one in other or other in one))


def plain(words: str) -> str:
    return re.sub(r"\W", "", re.sub(r"^the ", "", words.casefold()))


if __name__ == "__main__":
    main()
