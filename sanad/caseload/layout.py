"""Which file holds which levels: one file with a row per claim, or a folder with a file per level."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sanad.caseload.problems import refused
from sanad.engine.rules.levels import CLAIM, Levels
from sanad.sheets.reading import SUFFIXES, open_sheet
from sanad.sheets.sheet import Sheet

CLAIMS = "claims"
IRREGULAR = {"person": "people", "child": "children"}


@dataclass(frozen=True, slots=True)
class Part:
    """A file with a row per thing of `level`.

    `absorbed` are upper levels without a file of their own: their facts stand repeated in each row.
    `linked` are levels with a file of their own, or another part's: a row names only their id.
    """

    level: str
    sheet: Sheet
    absorbed: tuple[str, ...]
    linked: tuple[str, ...]

    @property
    def file(self) -> str:
        return self.sheet.head.path.name

    @property
    def source(self) -> str:
        return f"source {self.level}"

    @property
    def staged(self) -> str:
        return f"staged {self.level}"

    @property
    def levels(self) -> tuple[str, ...]:
        return (self.level, *self.absorbed)


def table_name(level: str) -> str:
    return CLAIMS if level == CLAIM else f"level_{level}"


def level_id(level: str) -> str:
    return f"{level}_id"


def bad_ids(level: str) -> str:
    return f"bad ids of {level}"


def find_parts(path: Path, levels: Levels) -> tuple[Part, ...]:
    """Upper levels before lower ones; all that claims need stand before them."""
    files = _files(path, levels) if path.is_dir() else {CLAIM: path}
    above = levels.above[CLAIM]
    order = sorted(files, key=lambda level: (level not in above, level != CLAIM, len(levels.above[level])))
    taken: set[str] = set(files)
    found = {}
    for level in sorted(order, key=lambda level: level != CLAIM):
        absorbed = _absorbed(level, levels, taken)
        taken.update(absorbed)
        linked = _linked((level, *absorbed), levels)
        found[level] = Part(level, open_sheet(files[level]), absorbed, linked)
    return tuple(found[level] for level in order)


def _files(folder: Path, levels: Levels) -> dict[str, Path]:
    names = {name: level.name for level in levels.declared for name in file_names(level.name)}
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):
            continue
        level = names.get(path.stem.lower())
        if level is None or path.suffix.lower() not in SUFFIXES:
            raise refused("unknown_file", file=path, levels=", ".join(sorted(names)))
        if level in files:
            raise refused("doubled_file", file=folder, level=level)
        files[level] = path
    if CLAIM not in files:
        raise refused("no_claims_file", file=folder)
    return files


def file_names(level: str) -> tuple[str, ...]:
    """What a file of the level may be called: its name or a plural."""
    plurals = [level + "s", level + "es"]
    if level.endswith("y"):
        plurals.append(level[:-1] + "ies")
    return (level, *plurals, *([IRREGULAR[level]] if level in IRREGULAR else []))


def _direct(level: str, levels: Levels) -> tuple[str, ...]:
    return next(declared.within for declared in levels.declared if declared.name == level)


def _absorbed(level: str, levels: Levels, taken: set[str]) -> tuple[str, ...]:
    """Upper levels that no file holds, reached without passing one that a file holds."""
    found: list[str] = []
    waiting = list(_direct(level, levels))
    while waiting:
        upper = waiting.pop(0)
        if upper not in taken and upper not in found:
            found.append(upper)
            waiting.extend(_direct(upper, levels))
    return tuple(found)


def _linked(inside: Sequence[str], levels: Levels) -> tuple[str, ...]:
    outer = [upper for level in inside for upper in _direct(level, levels) if upper not in inside]
    return tuple(dict.fromkeys(outer))
