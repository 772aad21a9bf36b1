"""The primary sources: the folder's own list, and what the plan adds to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sanad.record.importers.facts.days import day_in
from sanad.record.importers.facts.faults import Fault, RowRefused
from sanad.record.importers.facts.files import Cells, RawFile, written
from sanad.record.importers.facts.plan import Plan

COLUMNS = {"id": 40, "organisation": 200, "date": 32, "title": 1_000, "url": 2_000}
"""The columns of the list, each with the most signs that it may have."""
FROM_THE_PLAN = "plan"
DEFAULT_KIND = "official_doc"


@dataclass(frozen=True, slots=True)
class Source:
    """A work that is cited and not held; `date` is EDTF. `looked_up`: the list lacks it, and the plan has it."""

    id: str
    organisation: str
    date: str
    title: str
    url: str
    kind: str
    looked_up: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """By their ids; `listed` are the rows of the list, of which `faults` tells those that were refused."""

    by_id: Mapping[str, Source]
    listed: int
    faults: tuple[Fault, ...]


def read_sources(plan: Plan, files: Mapping[str, RawFile]) -> Sources:
    name = plan.sources.file
    kinds = {one: kind for kind, ids in plan.sources.kinds.items() for one in ids}
    found: dict[str, Source] = {}
    faults = []
    rows = files[name].content if name in files and isinstance(files[name].content, list) else []
    for number, row in enumerate(rows, start=1):
        try:
            one = _source(row, kinds)
            if one.id in found:
                raise RowRefused("same_key", "id", key=one.id)
            found[one.id] = one
        except RowRefused as refused:
            faults.append(Fault(refused.code, name, str(number), refused.column, refused.facts))
    added, wrong = _added(plan, kinds)
    return Sources({**added, **found}, len(rows), (*faults, *wrong))


def _added(plan: Plan, kinds: Mapping[str, str]) -> tuple[dict[str, Source], list[Fault]]:
    """Those that the plan has and the list lacks."""
    found, faults = {}, []
    for key, more in plan.sources.more.items():
        try:
            found[key] = replace(_source({"id": key, **more.model_dump()}, kinds), looked_up=True)
        except RowRefused as refused:
            faults.append(Fault(refused.code, FROM_THE_PLAN, key, refused.column, refused.facts, rows=0))
    return found, faults


def _source(row: Cells | None, kinds: Mapping[str, str]) -> Source:
    if row is None:
        raise RowRefused("wrong_cells", "")
    key, organisation, date, title, url = (filled(row, column, longest) for column, longest in COLUMNS.items())
    return Source(key, organisation, day_in(date, "date"), title, url, kinds.get(key, DEFAULT_KIND))


def filled(row: Cells, column: str, longest: int) -> str:
    """Raises RowRefused: no_field, empty_field, too_long."""
    if column not in row:
        raise RowRefused("no_field", column)
    words = written(row[column])
    if not words:
        raise RowRefused("empty_field", column)
    if len(words) > longest:
        raise RowRefused("too_long", column, signs=len(words), longest=longest)
    return words
