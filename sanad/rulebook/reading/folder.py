"""The files of a programme's folder: which must be there, which may, and which nothing reads."""

from dataclasses import dataclass, field
from pathlib import Path

from sanad.engine.rules.declared import Where
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.rulebook.reading.caps import refused
from sanad.rulebook.reading.notes import Notes, did_you_mean
from sanad.rulebook.reading.strict_yaml import Block, load, read_text

NEEDED = ("programme.yaml", "fields.yaml", "sources.yaml", "rules.yaml")
OPTIONAL = ("order.yaml", "places.yaml", "caseload.yaml", "survey-map.yaml", "CHANGELOG.md", "README.md")
FOLDERS = ("values", "cases", "calendars")


@dataclass
class Folder:
    """What was read: each file by its name, `values` in the order of their names, calendars by theirs."""

    path: Path
    files: dict[str, Block] = field(default_factory=dict)
    values: list[Block] = field(default_factory=list)
    calendars: dict[str, Block] = field(default_factory=dict)


def read_folder(path: Path, notes: Notes) -> Folder:
    """Every file that decides; a file that cannot be read is noted and left out."""
    if not path.is_dir():
        raise refused(str(path), 0, "no_folder", "There is no such folder.", "Name the folder of a programme.")
    if not (path / NEEDED[0]).is_file():
        todo = "Name the folder that holds it, or begin one: `sanad programme new PATH`."
        raise refused(str(path), 0, "no_programme", f"There is no `{NEEDED[0]}` in this folder.", todo)
    _list_unknown(path, notes)
    folder = Folder(path)
    for name in (*NEEDED, "order.yaml", "places.yaml", "caseload.yaml", "survey-map.yaml"):
        block = _read(path / name, notes, name in NEEDED)
        if block is not None:
            folder.files[name] = block
    found = [_read(file, notes, True) for file in sorted((path / "values").glob("*.yaml"))]
    folder.values = [block for block in found if block is not None]
    for file in sorted((path / "calendars").glob("*.yaml")):
        block = _read(file, notes, True)
        if block is not None:
            folder.calendars[file.stem] = block
    return folder


def _read(path: Path, notes: Notes, needed: bool) -> Block | None:
    if not path.is_file():
        if needed:
            notes.problem(Where(str(path), 0), "missing_file", "The file is missing.", "See docs/rulebook.md.")
        return None
    try:
        return load(read_text(path, str(path)), str(path))
    except ProgrammeRefused as error:
        notes.problems.extend(error.problems)
        return None


def _list_unknown(path: Path, notes: Notes) -> None:
    for file in sorted((*path.glob("*"), *path.glob("*/*"))):
        name = file.relative_to(path).as_posix()
        if not file.is_file() or _is_known(name) or any(part.startswith(".") for part in name.split("/")):
            continue
        code, message = "unknown_file", "Nothing reads this file."
        todo = did_you_mean(name, (*NEEDED, *OPTIONAL, "values/NAME.yaml", "cases/NAME.yaml", "calendars/NAME.yaml"))
        note = notes.problem if file.suffix in (".py", ".yaml", ".yml") else notes.warning
        note(Where(str(file), 0), code, message, todo)


def _is_known(name: str) -> bool:
    inner, _, last = name.rpartition("/")
    return name in NEEDED or name in OPTIONAL or (inner in FOLDERS and last.endswith(".yaml"))
