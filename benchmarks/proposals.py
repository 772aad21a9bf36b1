"""How fast what a page says is proposed: `python -m benchmarks.proposals`.

The pages are those of `sanad/demo/pages`. Times are those of one core, of each the best of several.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from sanad.record.proposing import propose

PAGES = Path(__file__).parent.parent / "sanad" / "demo" / "pages"
ROUNDS, PROCESSES, LONG = 15, 7, 30_000
FIRST = """
import sys, time
from sanad.record.proposing import propose
text = sys.stdin.read()
began = time.process_time()
propose(text, sys.argv[1])
print(time.process_time() - began)
"""


def main() -> None:
    for language in ("en", "ar"):
        texts = [path.read_text("utf-8") for path in sorted((PAGES / language).glob("*.txt"))]
        page, size = _seconds(texts, language) / len(texts), sum(map(len, texts)) / len(texts)
        long, first = _seconds(["\n\n".join(texts)[:LONG]], language), _of_first(texts[0], language)
        each = f"{1 / page:.0f} pages of {size / 1000:.1f} kB a second of one core, {page * 1000:.1f} ms each"
        others = f"one of {LONG / 1000:.0f} kB {long * 1000:.0f} ms, the first of a program {first * 1000:.0f} ms"
        print(f"{language}: {each}; {others}")  # noqa: T201


def _seconds(texts: Sequence[str], language: str) -> float:
    return sum(min(_once(text, language) for _ in range(ROUNDS)) for text in texts)


def _once(text: str, language: str) -> float:
    began = time.process_time()
    propose(text, language)
    return time.process_time() - began


def _of_first(text: str, language: str) -> float:
    command = [sys.executable, "-c", FIRST, language]
    runs = (subprocess.run(command, input=text, capture_output=True, text=True, check=True) for _ in range(PROCESSES))
    return min(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main()
