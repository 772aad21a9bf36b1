"""The stages from a cell to a value, and the short way for columns of files that have types."""

import re
from dataclasses import dataclass, replace
from typing import Self

from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Boolean, Day, Number
from sanad.sheets import numbers, sql
from sanad.sheets.sheet import SheetColumn

INTEGERS = re.compile(r"U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)")
DECIMAL = re.compile(r"DECIMAL\((\d+),(\d+)\)")
MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Stages:
    """SQL in three steps, each over the name of the one before: `plain`, `read`, `value`.

    A cell is absent where `read` is NULL, and wrong where `value` is NULL beside it (`fault` says how) or not `within`.
    """

    plain: str
    read: str
    value: str
    make_plain: str
    make_read: str
    make_value: str
    fault: str = "'out_of_range'"
    within: str = ""

    @classmethod
    def of(cls, column: str) -> Self:
        """Steps that change nothing."""
        plain, read, value = (sql.name(f"{column} {step}") for step in ("plain", "read", "value"))
        return cls(plain, read, value, make_plain="null", make_read=plain, make_value=read)

    def between(self, low: int | str, high: int | str) -> "Stages":
        return replace(self, within=f"{self.value} between {low} and {high}")


def typed_stages(declared: TypedField, column: SheetColumn, is_snapshot: bool) -> Stages | None:
    """The stages of a column that already has a fitting type; none where it must go through text."""
    kind = declared.type
    stages = replace(Stages.of(declared.name), make_plain=column.sql)
    if isinstance(kind, Number):
        stated = _numbers(stages, column.kind, 0 if is_snapshot else kind.scale)
        return stated.between(kind.low, kind.high) if stated else None
    if isinstance(kind, Day) and column.kind == "DATE":
        return stages.between(sql.day(kind.low), sql.day(kind.high))
    return stages if isinstance(kind, Boolean) and column.kind == "BOOLEAN" else None


def _numbers(stages: Stages, kind: str, scale: int) -> Stages | None:
    if INTEGERS.fullmatch(kind):
        return replace(stages, make_value=numbers.scaled_integer(stages.read, kind, scale))
    if kind == "DOUBLE":
        fault = numbers.double_fault(stages.read, numbers.NumberStyle(scale))
        return replace(stages, make_value=numbers.scaled_double(stages.read, scale), fault=fault)
    decimal = DECIMAL.fullmatch(kind)
    if decimal and int(decimal[1]) <= MOST_DIGITS and int(decimal[2]) <= scale <= MOST_DIGITS:
        moved = f"try_cast({stages.read} * cast({10**scale} as decimal(19, 0)) as bigint)"
        return replace(stages, make_value=moved)
    return None
