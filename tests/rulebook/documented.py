"""The examples of docs/rulebook.md as folders on disk: each is the first programme with some files of its own.

An example stands between `<!-- example: NAME -->` and `<!-- end -->`. A block of YAML is the file that the line before
it names; blocks of fields.yaml and sources.yaml add to those of the first programme, every other file takes the place
of its own. `<!-- refused: NAME -->` begins one that does not load; its plain block quotes the problems, line by line.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sanad.engine.rules.problems import Problem
from tests.health.tree import ROOT

RULEBOOK = ROOT / "docs" / "rulebook.md"
FIRST = "harbour-grant"
ADDED_TO = ("fields.yaml", "sources.yaml")
BEGIN = re.compile(r"<!-- (example|refused): ([a-z0-9-]+) -->")
END = "<!-- end -->"
FILE = re.compile(r"`([\w./-]+\.(?:yaml|md))`:")
FENCE = "```"
NUMBERED = re.compile(r"^((?:fields|sources)\.yaml):\d+: ")


@dataclass(frozen=True, slots=True)
class Documented:
    """`line` is that of its first comment; `said` are the quoted problems of one that is refused."""

    name: str
    line: int
    is_refused: bool
    files: Mapping[str, str]
    said: tuple[str, ...]

    @property
    def cases(self) -> list[str]:
        return [file for file in self.files if file.startswith("cases/")]


def documented(text: str) -> list[Documented]:
    """Every example of the text, in its order. Raises ValueError where one is not written as it should be."""
    found = []
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        begins = BEGIN.fullmatch(line.strip())
        if begins:
            inside = list(_until_end(lines, number))
            files, said = _blocks(inside)
            found.append(Documented(begins[2], number, begins[1] == "refused", files, said))
    return found


def _until_end(lines: Iterator[tuple[int, str]], first: int) -> Iterator[tuple[int, str]]:
    for number, line in lines:
        if line.strip() == END:
            return
        if BEGIN.fullmatch(line.strip()):
            raise ValueError(f"line {number}: the example of line {first} has not ended: write {END}")
        yield number, line
    raise ValueError(f"line {first}: the example never ends: write {END}")


def _blocks(inside: list[tuple[int, str]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The files by name, and the lines of the plain blocks."""
    files: dict[str, str] = {}
    said: list[str] = []
    lines, before = iter(inside), ""
    for number, line in lines:
        if line.startswith(FENCE):
            body = [text for _, text in _until_fence(lines, number)]
            if line == FENCE:
                said.extend(body)
            else:
                files |= {_file_of(before, number, files): "\n".join(body) + "\n"}
        before = line or before
    return files, tuple(said)


def _until_fence(lines: Iterator[tuple[int, str]], first: int) -> Iterator[tuple[int, str]]:
    for number, line in lines:
        if line.startswith(FENCE):
            return
        yield number, line
    raise ValueError(f"line {first}: the block never ends")


def _file_of(before: str, number: int, files: Mapping[str, str]) -> str:
    names = FILE.findall(before)
    if not names:
        raise ValueError(f"line {number}: the line before the block names no file, as `rules.yaml`:")
    if names[-1] in files:
        raise ValueError(f"line {number}: the example has a {names[-1]} already")
    return str(names[-1])


def files_of(first: Documented, example: Documented) -> dict[str, str]:
    """What the folder of the example's programme holds."""
    if example is first:
        return dict(first.files)
    files = {name: text for name, text in first.files.items() if not name.startswith("cases/")}
    for name, text in example.files.items():
        files[name] = files.get(name, "") + text if name in ADDED_TO else text
    return files


def write_example(folder: Path, first: Documented, example: Documented) -> Path:
    """The folder of the example's programme."""
    for name, text in files_of(first, example).items():
        path = folder / example.name / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / example.name


def told(problem: Problem, path: Path) -> str:
    """The problem as a reader sees it who stands in the programme's folder."""
    return str(problem).replace(f"{path}/", "")


def without_line(said: str) -> str:
    """A block that adds to a file of the first programme begins at a line that the reader does not see."""
    return NUMBERED.sub(r"\1: ", said)
