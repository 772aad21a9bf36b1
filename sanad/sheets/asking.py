"""Short questions to DuckDB; each answer is fetched whole, since a result left open blocks the connection."""

import duckdb


def number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    """The one number of a query; 0 where it is NULL."""
    return int(connection.execute(query).fetchall()[0][0] or 0)


def finds_any(connection: duckdb.DuckDBPyConnection, query: str) -> bool:
    return bool(connection.execute(f"{query} limit 1").fetchall())
