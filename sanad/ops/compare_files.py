"""A comparison as files: one page, or a folder with the page, the tables, all as JSON, and both rounds."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.comparing.tables import as_data, write_tables
from sanad.caseload.making import folder_whole
from sanad.caseload.problems import CaseloadRefused, as_caseload_refused
from sanad.engine.rules.words.blocks import as_data as paragraphs
from sanad.ops.compare_page import page
from sanad.ops.compare_told import Told, tell
from sanad.ops.programme_words import Language
from sanad.ops.stopping import FAILED, Hearer
from sanad.sheets.writing import whole_file

PAGE, DATA, CLAIMS = "compare.html", "compare.json", "claims.parquet"
PAGES = (".html", ".htm")


@contextmanager
def work_folder(out: Path | None, hearer: Hearer) -> Iterator[Path]:
    """The folder that was asked for, else one that is gone afterwards."""
    try:
        if out is None or is_page(out):
            with TemporaryDirectory(prefix="sanad-compare-") as folder:
                yield Path(folder)
        else:
            with folder_whole(out) as whole:
                yield whole
    except CaseloadRefused as refused:
        hearer.stop(refused.code, refused.says, FAILED)


def is_page(out: Path) -> bool:
    return out.suffix.lower() in PAGES


def write_page(comparison: Comparison, file: Path, languages: Sequence[Language]) -> None:
    """In each of these languages, the first one shown first. Raises CaseloadRefused."""
    told = {language: tell(comparison, language) for language in languages}
    _write(file, page(comparison, told))


def write_folder(comparison: Comparison, folder: Path, languages: Sequence[Language], lang: Language) -> None:
    """Raises CaseloadRefused where a file cannot be written."""
    write_page(comparison, folder / PAGE, languages)
    with as_caseload_refused():
        write_tables(comparison, folder)
    content = data(comparison, tell(comparison, lang), lang)
    _write(folder / DATA, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def data(comparison: Comparison, told: Sequence[Told], lang: Language) -> dict[str, Any]:
    """The figures, and the explained changes in one language."""
    return as_data(comparison) | {"language": lang.value, "explained": [_told(one) for one in told]}


def _told(one: Told) -> dict[str, Any]:
    pattern = one.pattern
    return {
        "why": pattern.section,
        "claim": pattern.claim_id,
        "claims_alike": pattern.claims,
        "outcome": {"a": pattern.outcome_a, "b": pattern.outcome_b},
        "reasons": {"a": list(pattern.reasons_a), "b": list(pattern.reasons_b)},
        "differences": [{"what": each.what, "a": each.a, "b": each.b} for each in one.differences],
        "a": paragraphs(one.a),
        "b": paragraphs(one.b),
    }


def _write(file: Path, text: str) -> None:
    with as_caseload_refused(), whole_file(file) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
