"""A made-up caseload, drawn from counts: the same seed gives the same file on every machine, and the file says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import lcm
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from sanad.caseload.drawing import Draw, Places, weighted
from sanad.caseload.figures import WHOLE, Figures
from sanad.caseload.made_up import GENERATED_ID, arrow_type, ids, python_value
from sanad.caseload.placing import ASSUMED, ASSUMED_MARK, GENERATED, GENERATED_MARK
from sanad.caseload.problems import as_caseload_refused, refused
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import CLAIM, Levels
from sanad.sheets.writing import whole_file

MOST_CLAIMS = 100_000_000
CHUNK = 100_000


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is drawn: `fields` by name, `levels` of the programme, `figures` to draw from."""

    fields: Mapping[str, TypedField]
    levels: Levels
    figures: Figures


def generate(recipe: Recipe, count: int, seed: int, out: Path) -> None:
    """Write a claims file, csv or parquet. Raises CaseloadRefused, and then leaves nothing behind."""
    if not 1 <= count <= MOST_CLAIMS:
        raise refused("bad_count", count=count, most=MOST_CLAIMS)
    if out.exists():
        raise refused("out_exists", file=out)
    writers = {".csv": _write_csv, ".parquet": _write_parquet}
    if out.suffix.lower() not in writers:
        raise refused("unknown_out", file=out)
    _check_figures(recipe.figures)
    drawn = _Drawn(recipe, seed)
    with as_caseload_refused(), whole_file(out) as part:
        writers[out.suffix.lower()](part, drawn.schema, drawn.batches(count))


class _Drawn:
    """Columns drawn chunk by chunk; what belongs to an upper level is drawn once for all claims of the thing."""

    def __init__(self, recipe: Recipe, seed: int) -> None:
        self.recipe, self.figures = recipe, recipe.figures
        self.uppers = recipe.levels.above[CLAIM]
        self.sizes = {level: self.figures.groups.get(level, 1) for level in (*self.uppers, CLAIM)}
        _check_groups(recipe.levels, self.sizes)
        self.draws = {name: Draw(seed, name) for name in ("", *self.figures.margins, *self.figures.shares)}
        self.assumed = " ".join(sorted(self.figures.assumed))
        self.names = [*self.figures.joint_fields, *self.figures.margins, *self.figures.shares]
        self.schema = self._schema()

    def _schema(self) -> pa.Schema:
        id_columns = [(f"{level}_id", pa.string()) for level in (CLAIM, *self.uppers)]
        columns = [(name, arrow_type(self.recipe.fields[name])) for name in self.names]
        marks = [(GENERATED, pa.bool_()), *([(ASSUMED, pa.string())] if self.assumed else [])]
        said = {GENERATED_MARK: "true"} | ({ASSUMED_MARK: self.assumed} if self.assumed else {})
        return pa.schema([*id_columns, *columns, *marks], metadata=said)

    def batches(self, count: int) -> Iterator[pa.RecordBatch]:
        group = lcm(*self.sizes.values())
        chunk = -(-CHUNK // group) * group
        for start in range(0, count, chunk):
            yield self._batch(start, min(chunk, count - start))

    def _batch(self, start: int, size: int) -> pa.RecordBatch:
        drawn = weighted(self.draws[""].raw(size), [count for _, count in self.figures.joint])
        facts = {name: self._joint(name, drawn) for name in self.figures.joint_fields}
        facts |= {name: self._margin(name, drawn) for name in self.figures.margins}
        facts |= {name: self._share(name, size) for name in self.figures.shares}
        columns = [ids(self._prefix(level), start, size, self.sizes[level]) for level in (CLAIM, *self.uppers)]
        columns += [facts[name] for name in self.names]
        columns += [pa.array(np.ones(size, dtype=bool))]
        columns += [pa.array([self.assumed] * size)] if self.assumed else []
        return pa.record_batch(columns, schema=self.schema)

    def _prefix(self, level: str) -> str:
        return GENERATED_ID if level == CLAIM else f"{GENERATED_ID}{level}-"

    def _joint(self, name: str, drawn: Places) -> pa.Array:
        return self._values(name, self._joint_texts(name)).take(pa.array(self._shared(name, drawn)))

    def _joint_texts(self, name: str) -> list[str | None]:
        place = self.figures.joint_fields.index(name)
        return [values[place] for values, _ in self.figures.joint]

    def _margin(self, name: str, drawn: Places) -> pa.Array:
        """One list of values for all, and for each value of the other field the stretch of it that is drawn from."""
        within = str(self.figures.within)
        texts = self._joint_texts(within)
        rows_of = self._shared(within, drawn)
        raw = self.draws[name].raw(len(drawn))
        values: list[str | None] = [None]
        places = np.zeros(len(drawn), dtype=np.int64)
        for value, counts in self.figures.margins[name].items():
            rows = np.flatnonzero(np.array([text == value for text in texts])[rows_of])
            weights = [count for _, count in counts]
            if sum(weights):
                places[rows] = len(values) + weighted(raw[rows], weights)
            values += [texts[0] for texts, _ in counts]
        return self._values(name, values).take(pa.array(self._shared(name, places)))

    def _share(self, name: str, size: int) -> pa.Array:
        share = self.figures.shares[name]
        stated = [count for _, count in share]
        drawn = weighted(self.draws[name].raw(size), [*stated, WHOLE - sum(stated)])
        texts = [*(values[0] for values, _ in share), None]
        return self._values(name, texts).take(pa.array(self._shared(name, drawn)))

    def _values(self, name: str, texts: list[str | None]) -> pa.Array:
        field = self.recipe.fields[name]
        return pa.array([python_value(field, text) for text in texts], arrow_type(field))

    def _shared(self, name: str, places: Places) -> Places:
        """The first claim of a thing states the facts of the thing for all its claims."""
        size = self.sizes[self.recipe.fields[name].level]
        return places if size == 1 else places[np.arange(len(places)) // size * size]


def _check_figures(figures: Figures) -> None:
    """Every field once; counts that leave something to draw, and that the draws can hold."""
    names = [*figures.joint_fields, *figures.margins, *figures.shares]
    totals = [sum(count for _, count in figures.joint)]
    totals += [sum(count for _, count in counts) for margin in figures.margins.values() for counts in margin.values()]
    if len(set(names)) < len(names) or not totals[0] or max(totals) >= 2**32:
        raise refused("bad_figures", where="caseload.yaml")


def _check_groups(levels: Levels, sizes: Mapping[str, int]) -> None:
    for level in sizes:
        for upper in levels.above[level]:
            if sizes[upper] % sizes[level]:
                raise refused("bad_groups", where="caseload.yaml", level=level, upper=upper)


def _write_csv(path: Path, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> None:
    options = pa_csv.WriteOptions(quoting_style="none")  # codes, ids and numbers need no quotes
    with path.open("wb") as stream, pa_csv.CSVWriter(stream, schema, write_options=options) as writer:
        for batch in batches:
            writer.write(batch)


def _write_parquet(path: Path, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> None:
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
