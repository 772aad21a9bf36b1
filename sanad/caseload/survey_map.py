"""A mapping file as it was read: which column holds which field, and what is assumed in the open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sanad.caseload.columns import Style
from sanad.caseload.nearest import nearest
from sanad.caseload.problems import refused
from sanad.caseload.stating import Stated
from sanad.engine.rules.declared import Where
from sanad.sheets.sheet import Head


@dataclass(frozen=True, slots=True)
class MappedColumn:
    column: str
    where: Where
    values: Mapping[str, str] | None = None
    dates: str | None = None
    decimal: str | None = None


@dataclass(frozen=True, slots=True)
class SurveyMap:
    """`ids` by level (the claim's too), `fields` by name; `assume` fills fields that no file holds."""

    ids: Mapping[str, MappedColumn] = field(default_factory=dict)
    fields: Mapping[str, MappedColumn] = field(default_factory=dict)
    assume: Mapping[str, Stated] = field(default_factory=dict)
    assumed_at: Mapping[str, Where] = field(default_factory=dict)
    absent: tuple[str, ...] = ()

    def style(self, mapped: MappedColumn | None, is_snapshot: bool) -> Style:
        absent = tuple(text.lower() for text in self.absent)
        if mapped is None:
            return Style(absent=absent, is_snapshot=is_snapshot)
        return Style(mapped.values, mapped.dates, mapped.decimal, absent, is_snapshot)

    def check_columns(self, heads: Sequence[Head]) -> None:
        """Every column that the mapping names stands in one of the files. Raises CaseloadRefused."""
        names = sorted({column.name for head in heads for column in head.columns})
        known = {name.lower() for name in names}
        for mapped in (*self.ids.values(), *self.fields.values()):
            if mapped.column.lower() not in known:
                hint = nearest(mapped.column, names)
                raise refused("unknown_column", where=mapped.where, column=mapped.column, **hint)
