"""Every measure of accuracy on the gold annotations, one after the other; each is a module beside this one.

    python -m tests.benchmarks.accuracy                     all: junk, quotes, entities, statements …
    python -m tests.benchmarks.accuracy junk --worst 5      one, with options of its own

Needs the folder shared/ beside the project. Never part of ``make test``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PREFIX = "accuracy_"


def measures() -> list[str]:
    """What can be measured: the modules of this package that say so in their name."""
    return sorted(path.stem.removeprefix(PREFIX) for path in Path(__file__).parent.glob(f"{PREFIX}*.py"))


def main() -> None:
    """Run the one that the command line names, else all; the exit status tells whether all went well."""
    chosen, options = sys.argv[1:2], sys.argv[2:]
    if chosen and chosen[0] not in measures():
        sys.exit(f"Expected one of {', '.join(measures())}; got {chosen[0]!r}.")
    failed = False
    for name in chosen or measures():
        print(f"\n== {name}", flush=True)
        command = [sys.executable, "-m", f"tests.benchmarks.{PREFIX}{name}", *options]
        failed |= subprocess.run(command, check=False).returncode != 0
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
