"""What does not refuse a programme and should still be seen."""

from pathlib import Path

from sanad.rulebook.reading import load_with_warnings
from tests.rulebook.folders import add


def warned(path: Path) -> list[str]:
    return [f"{warning.code} {Path(warning.where.file).name}" for warning in load_with_warnings(path).warnings]


def test_a_guess_is_marked_in_a_draft(town: Path):
    assert warned(town) == ["unsourced sources.yaml"]


def test_a_source_that_nothing_cites_is_listed(town: Path):
    line = add(town, "sources.yaml", "\ncircular-9:\n  title: Nine\n  confidence: unsourced\n  note: None.\n")

    unused = [warning for warning in load_with_warnings(town).warnings if warning.code == "unused_source"]

    assert [(warning.message, warning.where.line) for warning in unused] == [("Nothing cites `circular-9`.", line + 1)]


def test_a_stray_text_is_listed(town: Path):
    (town / "notes.txt").write_text("to do", encoding="utf-8")
    (town / ".hidden").write_text("", encoding="utf-8")

    assert warned(town) == ["unknown_file notes.txt", "unsourced sources.yaml"]
