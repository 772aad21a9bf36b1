"""Shares that must add up: of the owners of a dwelling, of the events that a loss is split over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import duckdb

from sanad.caseload import faults
from sanad.caseload.layout import CLAIMS, level_id, table_name
from sanad.caseload.placing import Placed
from sanad.caseload.structure import id_plan
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.types import Number
from sanad.sheets.sql import fill, name, text


@dataclass(frozen=True, slots=True)
class Shares:
    """`field` of the level's rows adds up to `total`, at its scale, within each thing of the level `per`."""

    level: str
    per: str
    field: str
    scale: int
    total: int


def shares_of(programme: Programme, fields: Sequence[TypedField]) -> Iterator[Shares]:
    kinds = {field.name: field.type for field in fields}
    for relation in programme.relations:
        kind = kinds.get(relation.shares)
        if isinstance(kind, Number):
            total = int(relation.add_up_to.scaleb(kind.scale))
            yield Shares(relation.level, relation.per, relation.shares, kind.scale, total)


def wrong_shares(shares: Shares) -> str:
    """The table of things whose shares are all known and do not add up."""
    return name(f"wrong shares of {shares.level}")


def note_shares(connection: duckdb.DuckDBPyConnection, claims: Placed, rows: str, shares: Shares) -> None:
    """The good claims within such a thing, or within one of which no share is stated at all.

    An absent share is an absent fact: the rules that need it say so. `rows` is the table of the rows of claims.
    """
    per, links = name(level_id(shares.per)), name(table_name(shares.level))
    parts = {"per": per, "field": name(shares.field), "links": links, "total": str(shares.total)}
    wrong = """
        create or replace temp table {wrong} as select {per}, sum({field}) as total from {links} group by {per}
        having count(*) = count({field}) and total <> {total}
    """
    connection.execute(fill(wrong, wrong=wrong_shares(shares), **parts))
    query = """
        select row, [{fault}] as faults
        from {claims} join {rows} using (claim_id) left join {wrong} as wrong using ({per})
        where total is not null or {per} not in (select {per} from {links})
    """
    place = str(id_plan(claims, level_id(CLAIM)).place)
    fault = faults.fault(place, text("shares_do_not_add_up"), text(shares.field), _shown("total", shares.scale))
    statement = fill(query, fault=fault, claims=name(CLAIMS), rows=rows, wrong=wrong_shares(shares), **parts)
    faults.note(connection, claims.part.file, CLAIM, statement)


def _shown(column: str, scale: int) -> str:
    """A whole number at a scale as its digits and decimals; nothing stated is 0."""
    whole = f"cast(coalesce({column}, 0) as bigint)"
    unit = 10**scale
    return f"{whole} // {unit} || '.' || lpad(cast({whole} % {unit} as varchar), {scale}, '0')" if scale else whole
