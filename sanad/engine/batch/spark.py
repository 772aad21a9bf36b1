"""Spark as the engine of a round: Ibis writes the queries, a session of ours runs them.

The session counts exactly: what leaves 64 bits is an error, and the time zone is fixed (see `SETTINGS`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, ClassVar

import ibis
import pyarrow as pa
import sqlglot as sg
from ibis.backends.sql.compilers.pyspark import PySparkCompiler
from ibis.backends.sql.dialects import PySpark
from sqlglot import exp

from sanad.engine.batch.brackets import Bracketed
from sanad.engine.batch.engine import ROWS_AHEAD, Order, ahead
from sanad.engine.batch.functions import Column, big, div
from sanad.engine.batch.spark_functions import written_out

SETTINGS = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
}
"""What a session must be set to, so that it gives what DuckDB gives."""
PART = "part_of_order"
_KINDS = {
    "bigint": "int64",
    "string": "string",
    "boolean": "boolean",
    "date": "date",
    "array<string>": "array<string>",
    "int": "int32",
}
_EXACT = exp.DataType.build("decimal(38, 0)")


class _Dialect(PySpark):  # type: ignore[misc]  # Ibis ships without types
    class Generator(PySpark.Generator):  # type: ignore[misc]
        # For SELECT it looks through all below for what Ibis never writes, which took a third of the time.
        TRANSFORMS: ClassVar = {
            kind: write for kind, write in PySpark.Generator.TRANSFORMS.items() if kind is not exp.Select
        }


class _Compiler(Bracketed, PySparkCompiler):  # type: ignore[misc]  # Ibis ships without types
    __slots__ = ()

    def visit_ScalarUDF(self, op: Any, **given: Any) -> Any:  # noqa: N802 -- Ibis finds it by this name
        ours = written_out(op.__func_name__, tuple(given.values()))
        return super().visit_ScalarUDF(op, **given) if ours is None else ours


_compiler = _Compiler()


@dataclass(frozen=True, slots=True)
class Spark:
    """`settle` runs a frame once and gives it back without its history: of a kept frame, Spark would otherwise look
    through all that led to it, again and again. `parts`: into how many pieces an order is divided; 1 sorts it whole.
    """

    session: Any
    settle: Callable[[Any], Any]
    parts: int = 1

    def table(self, name: str) -> Column:
        fields = self.session.table(name).schema.fields
        return ibis.table({field.name: _KINDS[field.dataType.simpleString()] for field in fields}, name=name)

    def sql(self, query: Column) -> str:
        return _text(_compiler.to_sqlglot(query))

    def keep(self, name: str, query: Column) -> Column:
        # Two places of a tree may be one node, and only the last would be changed; in a copy each has its own.
        tree = _compiler.to_sqlglot(query).copy()
        shared = self._keep_shared(name, tree)
        table = self._keep(name, self.session.sql(_text(tree)))
        for part in shared:
            self.session.catalog.dropTempView(part)
        return table

    def _keep_shared(self, name: str, tree: Any) -> list[str]:
        """Keep what the query reads more than once: Spark would copy it to each place where it is read.

        Groups within groups would thus grow a plan exponentially.
        """
        shared: list[str] = []
        before: list[Any] = []
        for part in list(tree.ctes):
            readers = [table for table in tree.find_all(exp.Table) if table.name == part.alias]
            if len(readers) < 2:
                before.append(part)
                continue
            shared.append(f"{name}__{part.alias}")
            self._keep(shared[-1], self.session.sql(_text(_with(part.this, before))))
            for table in readers:
                kept = exp.Table(this=exp.to_identifier(shared[-1], quoted=True))
                table.replace(exp.alias_(kept, table.alias_or_name, table=True))
            part.pop()
        return shared

    def _keep(self, name: str, frame: Any) -> Column:
        self.settle(frame).createOrReplaceTempView(name)
        return self.table(name)

    def view(self, name: str, query: Column) -> Column:
        self.session.sql(self.sql(query)).createOrReplaceTempView(name)
        return self.table(name)

    def bring(self, name: str, table: pa.Table) -> Column:
        self.session.createDataFrame(table).createOrReplaceTempView(name)
        return self.table(name)

    def bring_words(self, name: str, table: pa.Table) -> Column:
        return self.bring(name, table)

    def fetch(self, query: Column) -> pa.Table:
        return self.session.sql(self.sql(query)).toArrow()

    def number(self, query: Column) -> int:
        """Spark adds up to 64 bits and then stops; here what is summed is made wider first."""
        tree = _compiler.to_sqlglot(query)
        for total in [found for column in tree.expressions for found in column.find_all(exp.Sum)]:
            total.set("this", sg.cast(total.this, _EXACT))
        rows = self.session.sql(_text(tree)).collect()
        return int(rows[0][0] or 0) if rows else 0

    def row(self, table: Column) -> Column:
        return table.claim_id

    def running(self, name: str, table: Column, order: Order, sums: Mapping[str, str]) -> Column:
        """In two levels, since one window over all rows is one task: within each part of the order, then over parts."""
        if self.parts == 1:
            return ahead(table, order, sums)
        divided = self._divided(f"{name}__divided", table, order)
        before = self._before_parts(f"{name}__parts", divided, sums)
        placed = ahead(divided, order, sums, PART)
        joined = placed.join(before, placed[PART] == before.part)
        totals = {new: joined[new] + joined[f"{new}__before"] for new in (ROWS_AHEAD, *sums)}
        return joined.mutate(**totals).select(*table.columns, *(new for new in totals if new not in table.columns))

    def _divided(self, name: str, table: Column, order: Order) -> Column:
        """The table in parts that follow each other in the order, each row with the number of its part."""
        frame = self.session.sql(self.sql(table))
        keys = [
            frame[key].desc_nulls_last() if descending else frame[key].asc_nulls_last() for key, descending in order
        ]
        parts = frame.repartitionByRange(self.parts, *keys)
        return self._keep(name, parts.selectExpr("*", f"cast(spark_partition_id() as bigint) as {PART}"))

    def _before_parts(self, name: str, divided: Column, sums: Mapping[str, str]) -> Column:
        """For each part, what stands in the parts before it: added up here, since there are few."""
        totals = {ROWS_AHEAD: div(divided.count(), big(1))} | {
            new: div(divided[old].sum(), big(1)).fill_null(0) for new, old in sums.items()
        }
        rows = self.fetch(divided.group_by(part=divided[PART]).aggregate(**totals)).sort_by("part").to_pylist()
        columns = {"part": [row["part"] for row in rows]} | {
            f"{new}__before": list(accumulate((row[new] for row in rows[:-1]), initial=0))[: len(rows)]
            for new in totals
        }
        schema = pa.schema([(column, pa.int64()) for column in columns])
        return self.bring(name, pa.table(columns, schema=schema))


def _text(tree: Any) -> str:
    return str(tree.sql(dialect=_Dialect))


def _with(select: Any, parts: Sequence[Any]) -> Any:
    """The query with the named parts that it may read."""
    whole = select.copy()
    for part in parts:
        whole = whole.with_(part.alias, part.this, copy=False)
    return whole
