"""A table in a file, opened: its columns, and its rows as a relation of DuckDB."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import duckdb


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`sql` is its name in the relation, `kind` its DuckDB type; text files have VARCHAR only."""

    name: str
    sql: str
    kind: str


@dataclass(frozen=True, slots=True)
class Head:
    """What is known before the rows are read.

    A row is numbered as a person sees it: in csv and xlsx as the spreadsheet shows it (the header is row 1 where
    nothing stands above it), in Parquet from 1. `width` is 0 where rows cannot be ragged.
    """

    path: Path
    columns: tuple[SheetColumn, ...]
    encoding: str
    width: int
    marks: Mapping[str, str]


class Sheet(Protocol):
    head: Head

    def load(self, connection: duckdb.DuckDBPyConnection, relation: str, places: Sequence[int]) -> None:
        """Make `relation` with the columns `row`, `cells` and the wanted ones."""
