"""`python -m benchmarks`: every measurement in one run, as tables."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.running import Sizes, measure
from benchmarks.table import lines

QUICK = Sizes(
    sanad=(5_000,),
    manual=500,
    by_hand=5_000,
    loop=200,
    repeats=1,
    allocation=5_000,
    stored=500,
    single=50,
    bulk=500,
    families=2_000,
    statements=2_000,
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes: do all ways give the same?")
    parser.add_argument("--ten-million", action="store_true", help="10,000,000 claims as well")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--out", type=Path, help="write the tables to this file as well")
    asked = parser.parse_args()
    larger = (100_000, 1_000_000, 10_000_000) if asked.ten_million else (100_000, 1_000_000)
    sizes = QUICK if asked.quick else Sizes(sanad=larger, repeats=asked.repeats)
    with tempfile.TemporaryDirectory(prefix="sanad-bench-") as folder:
        rows = measure(Path(folder), sizes, lambda step: print(step, file=sys.stderr))  # noqa: T201 -- progress
    text = "\n".join(lines(rows)) + "\n"
    sys.stdout.write(text)
    if asked.out:
        asked.out.write_text(text, encoding="utf-8")
    return 1 if any(row.apart for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
