"""Which claims hang together: those that share an owner, and those that share one with these, and so on."""

from collections.abc import Sequence

import duckdb

from sanad.sheets.asking import number
from sanad.sheets.sql import fill, listed, name

CONNECTED = name("connected claims")
NEARER = name("nearer claims")


def connect_claims(connection: duckdb.DuckDBPyConnection, claims: str, owners: Sequence[str]) -> None:
    """Make the table `CONNECTED`: the claims, and a `label` that is the same for all that hang together.

    `owners` are the id columns that claims are connected by. Each pass takes the least label among those with the same
    owner, and then that claim's own label: the way doubles, so a chain of a million claims takes some twenty passes.
    """
    columns = listed(["claim_id", *map(name, owners)])
    first = (
        "create or replace temp table {to} as select {columns}, row_number() over () as node, node as label from {of}"
    )
    connection.execute(fill(first, to=CONNECTED, columns=columns, of=name(claims)))
    nearest = listed(
        f"case when {name(o)} is not null then min(label) over (partition by {name(o)}) end" for o in owners
    )
    nearer = "create or replace temp table {to} as select * replace (least(label, {nearest}) as label) from {of}"
    jump = """
        create or replace temp table {to} as
        select one.* replace (next.label as label) from {of} as one join {of} as next on next.node = one.label
    """
    total = fill("select sum(label) from {of}", of=CONNECTED)
    before, after = -1, number(connection, total)
    while after != before:
        connection.execute(fill(nearer, to=NEARER, of=CONNECTED, nearest=nearest))
        connection.execute(fill(jump, to=CONNECTED, of=NEARER))
        before, after = after, number(connection, total)
    connection.execute(f"drop table {NEARER}")
