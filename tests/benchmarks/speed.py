"""Speed and memory, as ratios and figures measured in one run on one machine.

    python -m tests.benchmarks.speed extract       onrecord extract against bare spaCy, CPU seconds, 60 articles
    python -m tests.benchmarks.speed memory        onrecord extract on 1,500 articles: peak by quarter of the run
    python -m tests.benchmarks.speed add           5,000 articles into a workspace: rate, peak memory
    python -m tests.benchmarks.speed pages         filter change to redrawn page, as a browser sees it
    python -m tests.benchmarks.speed statements    matching 25,000, 50,000 and 100,000 invented quotes
    python -m tests.benchmarks.speed copies        finding copies among 5,000 to 40,000 articles, and in 100 more
    python -m tests.benchmarks.speed analysis      counting pairs in 250,000 to 1,000,000 invented mentions
    python -m tests.benchmarks.speed               all of them

The first four and copies need the corpus in the folder shared/ beside the project. Never part of ``make test``.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

PARTS = ("extract", "memory", "add", "pages", "statements", "copies", "analysis")
OF_CORPUS = {"extract", "memory", "add", "pages", "copies"}
MODULES = {"statements", "copies", "analysis"}
"""Parts that are modules of their own beside this one."""
ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "news_5k.jsonl.gz"
BARE = """
import json, sys
from onrecord.extraction.pipeline import load_model
nlp = load_model()
for _ in nlp.pipe((json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")), batch_size=32):
    pass
"""


def sample(folder: Path, count: int, *, skip: int = 0) -> Path:
    """The first ``count`` articles of the corpus after ``skip``, as a JSON lines file."""
    path = folder / f"articles-{skip}-{count}.jsonl"
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines):
            if skip <= number < skip + count:
                out.write(line)
    return path


def words(path: Path) -> int:
    with path.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].split()) for line in lines)


def cpu_seconds(command: list[str]) -> tuple[float, float]:
    """CPU seconds (children included) and wall seconds of a command that must succeed."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - start


class PeakMemory:
    """Samples the memory of a process and its children twice a second; ``peak`` in MiB (proportional set size)."""

    def __init__(self, pid: int) -> None:
        self.peak, self.trace = 0.0, list[float]()
        self._process, self._stop = psutil.Process(pid), threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.5):
            try:
                family = [self._process, *self._process.children(recursive=True)]
                total = sum(member.memory_full_info().pss for member in family) / 2**20
            except psutil.Error:
                continue
            self.trace.append(total)
            self.peak = max(self.peak, total)


def bench_extract(folder: Path, rounds: int = 3) -> None:
    """``onrecord extract`` against bare spaCy: whole-process CPU seconds on 60 articles, best of ``rounds``."""
    path = sample(folder, 60)
    bare = min(cpu_seconds([sys.executable, "-c", BARE, str(path)])[0] for _ in range(rounds))
    ours = ["-m", "onrecord", "extract", str(path), "--output", str(folder / "out.jsonl")]
    full = min(cpu_seconds([sys.executable, *ours])[0] for _ in range(rounds))
    print(
        f"extract, 60 articles, {words(path):,} words: bare spaCy {bare:.1f} CPU s, onrecord {full:.1f} CPU s"
    )
    print(f"  rate against bare spaCy: {bare / full:.2f}")


def bench_memory(folder: Path, count: int) -> None:
    """Does the memory of ``onrecord extract`` stay flat? Peak over all its processes in each quarter."""
    path, start = sample(folder, count), time.perf_counter()
    command = [sys.executable, "-m", "onrecord", "extract", str(path), "--output", str(folder / "out.jsonl")]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    with PeakMemory(process.pid) as memory:
        if process.wait():
            raise SystemExit("onrecord extract failed")
    quarter = max(1, len(memory.trace) // 4)
    peaks = [max(memory.trace[at : at + quarter]) for at in range(0, quarter * 4, quarter)]
    print(f"extract, {count:,} articles: {time.perf_counter() - start:.0f} s, peak memory by quarter "
          f"{', '.join(f'{peak:,.0f}' for peak in peaks)} MiB")  # fmt: skip


def bench_add(folder: Path, count: int) -> Path:
    """Add ``count`` articles; the rate against bare spaCy comes from 500 of them in one process each."""
    compare = sample(folder, 500)
    bare_cpu, bare_wall = cpu_seconds([sys.executable, "-c", BARE, str(compare)])
    single = ["-m", "onrecord", "add", str(compare), "--workspace", str(folder / "one"), "--processes", "1"]
    one_cpu, one_wall = cpu_seconds([sys.executable, *single])
    print(f"add, 500 articles in one process: {one_wall:.0f} s ({one_cpu:.0f} CPU s); "
          f"bare spaCy {bare_wall:.0f} s ({bare_cpu:.0f} CPU s); rate by CPU {bare_cpu / one_cpu:.2f}", flush=True)  # fmt: skip
    path, workspace = sample(folder, count), folder / "workspace"
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "add", str(path), "--workspace", str(workspace)]
    )
    with PeakMemory(process.pid) as memory:
        if process.wait():
            raise SystemExit("onrecord add failed")
    seconds = time.perf_counter() - start
    size = sum(file.stat().st_size for file in workspace.rglob("*") if file.is_file()) / 2**20
    print(f"add, {count:,} articles, {words(path):,} words: {seconds:.0f} s, {words(path) / seconds:,.0f} words/s, "
          f"{count / seconds:.1f} articles/s, peak memory {memory.peak:,.0f} MiB, on disk {size:,.0f} MiB")  # fmt: skip
    return workspace


def main() -> None:
    """Run the parts that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", help="any of " + ", ".join(PARTS))
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--workspace", type=Path, help="measure the pages on this workspace")
    args = parser.parse_args()
    parts = args.parts or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f"expected some of {', '.join(PARTS)}; got {', '.join(sorted(unknown))}")
    if OF_CORPUS & set(parts) and not CORPUS.exists():
        raise SystemExit("needs the corpus in the folder shared/ beside the project")
    for part in parts:
        if part in MODULES:
            getattr(importlib.import_module(f"tests.benchmarks.speed_{part}"), f"bench_{part}")()
    with tempfile.TemporaryDirectory() as name:
        folder, workspace = Path(name), args.workspace
        if "extract" in parts:
            bench_extract(folder)
        if "memory" in parts:
            bench_memory(folder, args.articles)
        if "add" in parts:
            workspace = bench_add(folder, args.articles)
        if "pages" in parts:
            from tests.benchmarks.pages import bench_pages

            if workspace is None:
                raise SystemExit("pages needs --workspace, or add before it")
            bench_pages(workspace)


if __name__ == "__main__":
    main()
