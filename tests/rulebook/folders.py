"""A programme's folder to spoil: a copy of the template, and what its check then says."""

from pathlib import Path

from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.rulebook.reading import load_programme
from sanad.rulebook.reading.shipped import copy_template


def fresh(folder: Path) -> Path:
    path = folder / "town"
    copy_template(path)
    return path


def change(path: Path, file: str, old: str, new: str) -> int:
    """Replace a text that stands in the file; the line where it began."""
    text = (path / file).read_text(encoding="utf-8")
    assert old in text, f"{old} is not in {file}"
    (path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def add(path: Path, file: str, text: str) -> int:
    """Append to the file; the line where it begins."""
    before = (path / file).read_text(encoding="utf-8")
    (path / file).write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def problems(path: Path, reading: str | None = None) -> list[Problem]:
    try:
        load_programme(path, reading)
    except ProgrammeRefused as refused:
        return list(refused.problems)
    return []
