"""An order-independent hash over a table: the same rows give the same hash, whatever file or order they come in.

Each row becomes one canonical text; the two 64-bit halves of its md5 are summed over all rows (DuckDB would sum 128
bits as a double) and joined modulo 2^128, with the names of the columns. It finds changes and damage; it is no
signature.
"""

import hashlib
from collections.abc import Sequence

import duckdb

from sanad.engine.batch.duck import quoted

WRAP = 2**128


def table_digest(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> str:
    """32 hex digits over these columns of a table or view, taken in the order of their names."""
    return _joined(columns, connection.table(table).select(_halves(connection, table, columns)))


def keep_row_digests(connection: duckdb.DuckDBPyConnection, table: str, identity: str, target: str) -> str:
    """Keep 64 bits of each row's md5 under its id, so that a changed row can be named; gives the table's hash."""
    columns = connection.table(table).columns
    halves = f"{quoted(identity)} as {quoted(identity)}, {_halves(connection, table, columns)}"
    connection.table(table).select(halves).create(target)
    found = _joined(columns, connection.table(target))
    connection.execute(f"alter table {quoted(target)} drop column upper")
    signed = "cast(cast(lower as hugeint) - 9223372036854775808 as bigint)"
    connection.execute(f"alter table {quoted(target)} alter lower set data type bigint using {signed}")
    return found


def _halves(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> str:
    relation = connection.table(table)
    kinds = dict(zip(relation.columns, (str(kind) for kind in relation.types), strict=True))
    text = row_text({name: kinds[name] for name in sorted(columns)})
    return f"md5_number_upper({text}) as upper, md5_number_lower({text}) as lower"


def _joined(columns: Sequence[str], halves: duckdb.DuckDBPyRelation) -> str:
    ordered = sorted(columns)
    upper, lower = halves.aggregate("sum(upper), sum(lower)").fetchall()[0]
    header = hashlib.md5("\x1f".join(ordered).encode(), usedforsecurity=False).hexdigest()
    return f"{((int(upper or 0) << 64) + int(lower or 0) + int(header, 16)) % WRAP:032x}"


def row_text(kinds: dict[str, str]) -> str:
    """SQL for a row's canonical text: every value with its length, so that no two rows share one."""
    return "concat(" + ", ".join(_value_text(quoted(name), kind) for name, kind in kinds.items()) + ")"


def _value_text(column: str, kind: str) -> str:
    if kind.endswith("[]"):
        items = f"list_transform({column}, lambda item: concat(length(item), ':', item))"
        text = f"concat('L', len({column}), ':', array_to_string({items}, ''))"
    else:
        plain = f"cast({column} as varchar)"
        text = plain if kind in ("BOOLEAN", "DATE") else f"concat(length({plain}), ':', {plain})"
    return f"case when {column} is null then 'N' else {text} end"
