"""Writes the whole export into a folder, one statement after another; nothing takes its place if a name would leave."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from sanad.record.exporting.annotations import CONTEXT as ANNOTATIONS
from sanad.record.exporting.annotations import annotation
from sanad.record.exporting.citation import citation
from sanad.record.exporting.guard import Guard
from sanad.record.exporting.jsonld import CONTEXT, OURS, nodes_around, statement_node
from sanad.record.exporting.tables import (
    HEADERS,
    Table,
    commitment_rows,
    hop_cells,
    source_cells,
    statement_cells,
    version_cells,
)
from sanad.record.exporting.told import Act, Head, Place, Promised, Row, Said, Told
from sanad.record.exporting.verifying import ACTS, GRAPH, HEAD, PLACES, ROWS, SPAN, TEXTS

ANNOTATED, CITED = "annotations.jsonld", "citations.txt"
LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves on a day. Each list is read once, in this order; the later ones know what the earlier ones told."""

    on: date
    is_made_up: bool
    said: Iterable[Said]
    questions: Iterable[Told]
    promised: Iterable[Promised]
    texts: Iterable[tuple[str, str]]
    proofs: Iterable[Act | Row]
    head: Callable[[], Head]


@dataclass(slots=True)
class Lines:
    """A file of JSON, one value in a line; `between` stands at the end of each but the last."""

    stream: TextIO
    guard: Guard
    between: str = ""
    written: int = 0

    def put(self, place: str, told: Mapping[str, Any]) -> None:
        self.guard.look(place, told)
        if self.written:
            self.stream.write(f"{self.between}\n")
        self.stream.write(json.dumps(told, ensure_ascii=False))
        self.written += 1


@dataclass(slots=True)
class Folder:
    """The open files, and what was told in them already. `rows` are the numbers of the rows in the bundle, by table."""

    path: Path
    guard: Guard
    files: ExitStack
    seen: set[str] = field(default_factory=set)
    rows: dict[str, list[int]] = field(default_factory=dict)

    def opened(self, name: str) -> TextIO:
        path = self.path / name
        return self.files.enter_context(path.open("w", encoding="utf-8", newline=""))

    def lines(self, name: str, between: str = "") -> Lines:
        return Lines(self.opened(name), self.guard, between)

    def is_new(self, key: str) -> bool:
        is_new = key not in self.seen
        self.seen.add(key)
        return is_new


def write_folder(path: Path, leaving: Leaving, guard: Guard) -> Mapping[str, list[int]]:
    """Every file but the bundle; which rows have their line in it. Raises NamesWouldLeave."""
    with ExitStack() as files:
        folder = Folder(path, guard, files)
        tables = {name: Table(folder.opened(name), name, guard) for name in HEADERS}
        _statements(folder, tables, leaving)
        for told in leaving.questions:
            tables["versions.csv"].put(f"question {told.question}", version_cells(told))
        for one in leaving.promised:
            for cells in commitment_rows(one):
                tables["commitments.csv"].put(f"commitment {one.key}", cells)
        _texts(path / TEXTS, leaving.texts, guard)
        _proofs(folder, leaving)
    guard.refuse()
    return folder.rows


def _statements(folder: Folder, tables: Mapping[str, Table], leaving: Leaving) -> None:
    graph, notes = folder.lines(GRAPH, ","), folder.lines(ANNOTATED, ",")
    cited, places = folder.opened(CITED), folder.lines(PLACES)
    graph.stream.write(f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [\n')
    page = {"id": f"{OURS}annotations", "type": "AnnotationPage"}
    notes.stream.write(f'{{"@context": {json.dumps(ANNOTATIONS)}, {json.dumps(page)[1:-1]}, "items": [\n')
    for said in leaving.said:
        where, lines = f"statement {said.key}", [citation(said, lang) for lang in LANGUAGES]
        folder.guard.look(where, lines)
        cited.write("".join(f"[{said.key}] {line}\n" for line in lines) + "\n")
        notes.put(where, annotation(said))
        tables["statements.csv"].put(where, statement_cells(said, lines))
        _sources(folder, tables, said)
        for node in nodes_around(said):
            if folder.is_new(node["id"]):
                graph.put(where, node)
        graph.put(where, statement_node(said))
        for place in (said.place, *(part.place for part in said.parts)):
            _place(folder, places, place, where)
    graph.stream.write("\n]}\n")
    notes.stream.write("\n]}\n")


def _place(folder: Folder, places: Lines, place: Place, where: str) -> None:
    if folder.is_new(f"{SPAN}:{place.key}"):
        told = {"row": place.key, "layer": place.layer, "start": place.start, "end": place.end, "exact": place.exact}
        places.put(where, {**told, "prefix": place.prefix, "suffix": place.suffix})


def _sources(folder: Folder, tables: Mapping[str, Table], said: Said) -> None:
    source, telling = said.telling.source, said.telling
    if folder.is_new(f"source {source.key}"):
        tables["sources.csv"].put(f"work {source.key}", source_cells(source))
    if folder.is_new(f"chain {telling.key}"):
        for hop in telling.hops:
            tables["chains.csv"].put(f"hop {hop.key}", hop_cells(telling.key, hop))


def _texts(path: Path, texts: Iterable[tuple[str, str]], guard: Guard) -> None:
    path.mkdir()
    for sha256, text in texts:
        guard.look(f"text {sha256}", text)
        (path / f"{sha256}.txt").write_bytes(text.encode())


def _proofs(folder: Folder, leaving: Leaving) -> None:
    rows, acts = folder.lines(ROWS), folder.lines(ACTS)
    for one in leaving.proofs:
        if isinstance(one, Act):
            told = {"number": one.number, "digest": one.digest, "before": one.before, "content": one.content}
            acts.put(f"act {one.number}", told)
        else:
            folder.rows.setdefault(one.table, []).append(one.row)
            own = {"table": one.table, "row": one.row, "values": one.values, "digest": one.digest}
            rows.put(f"{one.table} {one.row}", {**own, "act": one.act, "path": one.path, "why": one.why})
    head = leaving.head()
    told = {"length": head.length, "digest": head.digest, "note": head.note, "public_key": head.public_key}
    folder.opened(HEAD).write(f"{json.dumps(told, ensure_ascii=False)}\n")
