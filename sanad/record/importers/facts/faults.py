"""What is wrong with a table of facts: which file, which row, which field."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """`row` is its number and name in the table; empty where the whole file is meant, as `column` is where no field is.

    `rows` are how many rows of the input it keeps out.
    """

    code: str
    file: str
    row: str = ""
    column: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)
    rows: int = 1


class RowRefused(ValueError):
    """This row cannot be taken in; the others go on."""

    def __init__(self, code: str, column: str, **facts: str | int) -> None:
        super().__init__(f"{column}: {code}")
        self.code, self.column, self.facts = code, column, facts


class PlanRefused(ValueError):
    """The plan itself cannot be followed; `where` is its place, such as `tables.2.label`."""

    def __init__(self, where: str, says: str) -> None:
        super().__init__(f"{where}: {says}")
        self.where, self.says = where, says
