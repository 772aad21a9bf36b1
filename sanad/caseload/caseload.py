"""What was read: how many rows came, what became of each, and what was assumed on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sanad.engine.rules.declared import Literals


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file of a caseload; `columns_text` hold free text, which no rule and no snapshot sees."""

    file: str
    level: str
    encoding: str
    rows_in: int
    rows_bad: int
    columns_unused: tuple[str, ...]
    columns_text: tuple[str, ...]

    @property
    def rows_good(self) -> int:
        return self.rows_in - self.rows_bad


@dataclass(frozen=True, slots=True)
class Caseload:
    """Rows are those of the claims; `columns_missing` are fields that no file states.

    The tables are in the connection: `claims`, `level_<name>` for each of `levels`, and `bad_rows`.
    `null_free` are the columns of `claims` without an absent value. `generated` marks a made-up caseload,
    `assumed_in_file` the facts that its generator was told and no survey held.
    """

    rows_in: int
    rows_bad: int
    files: tuple[FileRead, ...]
    levels: tuple[str, ...]
    columns_missing: tuple[str, ...]
    assumptions: Mapping[str, Literals | int]
    defaults_used: Mapping[str, int]
    null_free: frozenset[str]
    generated: bool
    assumed_in_file: tuple[str, ...] = ()
    bad_codes: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows_good(self) -> int:
        return self.rows_in - self.rows_bad

    @property
    def columns_unused(self) -> tuple[str, ...]:
        return tuple(column for file in self.files for column in file.columns_unused)

    @property
    def encoding(self) -> str:
        """How the claims file was written."""
        return next(file.encoding for file in self.files if file.level == "claim")
