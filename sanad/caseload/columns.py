"""How one column of a file becomes values of one field: SQL in stages, the same for text and for typed columns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sanad.caseload.stages import Stages, typed_stages
from sanad.caseload.stating import sql_kind
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Boolean, Choice, Day, Number, Text
from sanad.sheets import codes, dates, numbers, sql
from sanad.sheets.sheet import SheetColumn
from sanad.sheets.texts import FAULT, NOT_EXACT, clean


@dataclass(frozen=True, slots=True)
class Style:
    """How a file writes a column: values for texts, order of dates, decimal sign, texts that state nothing."""

    values: Mapping[str, str] | None = None
    dates: str | None = None
    decimal: str | None = None
    absent: tuple[str, ...] = ()
    is_snapshot: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """One column of the result. `given` is the cell as people see it, `place` the column's place in the file.

    `when_absent` is what is wrong where the cell states nothing. A text field is kept nowhere.
    """

    name: str
    stages: Stages
    place: int
    column: str
    given: str
    when_absent: str | None = None
    default: str | None = None
    is_kept: bool = True


def plan_id(name: str, column: SheetColumn, place: int, style: Style) -> Plan:
    empty = Stages.of(name)
    fault = codes.id_fault(empty.read)
    cell = _without_absent(clean(as_text(column)), style.absent)
    stages = replace(empty, make_plain=cell, make_value=f"case when {fault} is null then {empty.read} end", fault=fault)
    return Plan(name, stages, place, column.name, _given(column), when_absent="no_id")


def plan_field(declared: TypedField, column: SheetColumn, place: int, style: Style, default: str | None) -> Plan:
    is_kept = not isinstance(declared.type, Text)
    required = "required" if declared.declared.required and default is None else None
    given = _given(column) if is_kept else "''"
    stages = _stages(declared, column, style)
    return Plan(declared.name, stages, place, column.name, given, required, default, is_kept)


def _stages(declared: TypedField, column: SheetColumn, style: Style) -> Stages:
    needs_text = style.values is not None or bool(style.absent)
    typed = None if needs_text else typed_stages(declared, column, style.is_snapshot)
    if typed:
        return typed
    # A number that was stored as one has no sign that could mean two things.
    known = style if column.kind == "VARCHAR" else replace(style, decimal=style.decimal or "point")
    stages = _from_text(declared, as_text(column), known)
    if style.values is not None:
        text = codes.code_text(as_text(column), style.values)
        stages = replace(stages, make_plain=text, make_read=codes.read_mapped(stages.plain, style.values))
    return replace(stages, make_plain=_without_absent(stages.make_plain, style.absent))


def _from_text(declared: TypedField, cell: str, style: Style) -> Stages:
    empty = Stages.of(declared.name)
    wrong = f"starts_with({empty.read}, '{FAULT}')"
    fault = f"case when {wrong} then substr({empty.read}, 2) else 'out_of_range' end"
    stages = replace(empty, make_value=f"try_cast({empty.read} as {sql_kind(declared)})", fault=fault)
    kind = declared.type
    if isinstance(kind, Number):
        return _number(stages, cell, kind, style)
    if isinstance(kind, Day):
        read = dates.read_date(stages.plain, style.dates)
        stages = replace(stages, make_plain=dates.date_text(cell), make_read=read)
        return stages.between(sql.day(kind.low), sql.day(kind.high))
    if isinstance(kind, Boolean):
        words = codes.code_text(cell, (*codes.TRUE, *codes.FALSE))
        return replace(stages, make_plain=words, make_read=codes.read_boolean(stages.plain))
    if isinstance(kind, Choice):
        value = f"case when not {wrong} then {stages.read} end"
        known = tuple(sorted(code.lower() for code in kind.options))
        stages = replace(stages, make_plain=codes.code_text(cell, known), make_value=value)
        return replace(stages, make_read=codes.read_code(stages.plain, kind.options))
    return replace(stages, make_plain=clean(cell), make_value=stages.read)


def _number(stages: Stages, cell: str, kind: Number, style: Style) -> Stages:
    shape = numbers.NumberStyle(0 if style.is_snapshot else kind.scale, style.decimal)
    read = numbers.read_number(stages.plain, shape)
    return replace(stages, make_plain=numbers.number_text(cell, shape), make_read=read).between(kind.low, kind.high)


def _without_absent(cell: str, absent: tuple[str, ...]) -> str:
    """NULL where the text is one that states nothing."""
    return f"case when lower({cell}) not in ({sql.texts(absent)}) then {cell} end" if absent else cell


def as_text(column: SheetColumn) -> str:
    """The column as text; a binary number as the decimal that it stands for, marked where it stands for none."""
    if column.kind == "VARCHAR":
        return column.sql
    written = _given(column)
    if column.kind not in ("DOUBLE", "FLOAT"):
        return written
    exact = numbers.EXACT_IN_DOUBLE if column.kind == "DOUBLE" else numbers.EXACT_IN_FLOAT
    whole = f"cast(cast({column.sql} as bigint) as varchar)"
    return (
        f"case when not isfinite({column.sql}) then {written} "
        f"when abs({column.sql}) > {exact} then '{NOT_EXACT}' || {written} "
        f"when {column.sql} = trunc({column.sql}) then {whole} else {written} end"
    )


def _given(column: SheetColumn) -> str:
    return f"cast({column.sql} as varchar)"
