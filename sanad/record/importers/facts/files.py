"""The files of a folder as rows; every value stays as it is written, letter by letter, and no number is read."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sanad.record.importers.facts.faults import Fault
from sanad.record.importers.plain_text import text_in
from sanad.record.importers.read import PageRefused

LARGEST = 5_000_000
"""Bytes: a table that people typed."""
MEDIA_TYPES = {".json": "application/json", ".tsv": "text/tab-separated-values"}
LISTED = ", "
DEEPEST = 20
"""Fields within fields; no table that people typed needs more."""
NO_SIGN = re.compile("[\ud800-\udfff\0]")
"""JSON can name halves of a sign, which no file can hold."""

Cells = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RawFile:
    """`content` is what a JSON file holds, or the rows of a TSV file; a row with too many or too few cells is None."""

    name: str
    raw: bytes
    text: str
    content: Any

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[Path(self.name).suffix]


def read_files(folder: Path) -> tuple[dict[str, RawFile], list[Fault]]:
    """Every table of the folder by its name, and what could not be read."""
    found, faults = {}, []
    for path in sorted(folder.iterdir()):
        if path.suffix in MEDIA_TYPES and path.is_file():
            try:
                found[path.name] = read_file(path)
            except PageRefused as refused:
                faults.append(Fault(refused.code, path.name, facts={"at": refused.at, **refused.facts}))
    return found, faults


def read_file(path: Path) -> RawFile:
    """Raises PageRefused: too_large_table, not_utf8, not_text, not_json, doubled_column."""
    raw = path.read_bytes()
    if len(raw) > LARGEST:
        raise PageRefused("too_large_table", path.name, megabytes=LARGEST // 1_000_000)
    text = text_in(raw)
    content = _json(text) if path.suffix == ".json" else _tsv(text)
    return RawFile(path.name, raw, text, content)


def _json(text: str) -> Any:
    try:
        found = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_once)
    except (ValueError, RecursionError) as wrong:
        raise PageRefused("not_json", at=getattr(wrong, "pos", 0)) from wrong
    if not _is_sound(found):
        raise PageRefused("not_json", at=0)
    return found


def _is_sound(found: Any) -> bool:
    """Not too deep, and without signs that no file can hold."""
    level = [found]
    for _ in range(DEEPEST):
        if any(isinstance(one, str) and NO_SIGN.search(one) for one in level):
            return False
        level = [inner for one in level for inner in _inside(one)]
    return not level


def _inside(one: Any) -> Iterator[Any]:
    if isinstance(one, Mapping):
        yield from one.keys()
        yield from one.values()
    elif isinstance(one, list):
        yield from one


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Of two fields of the same name one would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands twice")
    return found


def _tsv(text: str) -> list[Cells | None]:
    lines = [line.rstrip("\r").split("\t") for line in text.split("\n") if line.strip()]
    if not lines:
        return []
    head, *rows = lines
    if len(set(head)) < len(head):
        raise PageRefused("doubled_column")
    return [dict(zip(head, cells, strict=True)) if len(cells) == len(head) else None for cells in rows]


def at(content: Any, path: str) -> Any:
    """What stands at `a.b` of a JSON file; None where nothing does."""
    for part in filter(None, path.split(".")):
        if not isinstance(content, Mapping) or part not in content:
            return None
        content = content[part]
    return content


def flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """The fields of a row in their order: what holds further fields is told by `a.b`, a list in one line."""
    if isinstance(value, Mapping):
        for inner, one in value.items():
            yield from flat(f"{name}.{inner}" if name else inner, one)
    elif isinstance(value, list) and not any(isinstance(one, list | Mapping) for one in value):
        yield name, LISTED.join(written(one) for one in value)
    elif isinstance(value, list):
        for number, one in enumerate(value, start=1):
            yield from flat(f"{name}.{number}", one)
    else:
        yield name, written(value)


def written(value: Any) -> str:
    """One line; JSON's own words for what is no text."""
    words = {None: "", True: "true", False: "false"}.get(value) if value is None or isinstance(value, bool) else None
    return " ".join(str(value).split()) if words is None else words


def leaves(content: Any, path: str = "") -> Iterator[str]:
    """The places of a JSON file that hold no further fields; a list is one."""
    if isinstance(content, Mapping):
        for name, one in content.items():
            yield from leaves(one, f"{path}.{name}" if path else name)
    else:
        yield path
