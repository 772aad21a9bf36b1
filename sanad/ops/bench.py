"""`sanad bench`: the measurements of benchmarks/, as ratios in one run; part of a checkout, not of a wheel."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer

MISSING = {
    "en": "The benchmarks need a checkout of Sanad and the extra `bench`: run `make bench` there.",
    "ar": "تحتاج القياسات إلى نسخة كاملة من مستودع سند وإلى الملحق `bench`: شغّل `make bench` هناك.",
}
ROOT = Path(__file__).parents[2]


def bench(
    quick: Annotated[bool, typer.Option(help="Small sizes: do all ways to decide give the same?")] = False,
    ten_million: Annotated[bool, typer.Option(help="10,000,000 claims as well.")] = False,
    repeats: Annotated[int, typer.Option(min=1, help="How often each is run; medians are shown.")] = 3,
    out: Annotated[Path | None, typer.Option(help="Write the tables to this file as well.")] = None,
    lang: Spoken = Language.en,
) -> None:
    """Measure the floor, Sanad, OpenFisca and a per-record loop side by side, and say which goals were reached."""
    extras = all(importlib.util.find_spec(name) for name in ("django", "openfisca_core"))
    if not (ROOT / "benchmarks" / "__main__.py").exists() or not extras:
        Hearer(lang).stop("no_benchmarks", MISSING)
    words = ["--repeats", str(repeats), *(["--quick"] if quick else []), *(["--ten-million"] if ten_million else [])]
    words += ["--out", str(out.resolve())] if out else []
    raise typer.Exit(subprocess.run([sys.executable, "-m", "benchmarks", *words], cwd=ROOT, check=False).returncode)
