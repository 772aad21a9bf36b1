"""Which column of a file states which id and which field; what is left over is named, never dropped in silence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sanad.caseload.columns import Plan, plan_field, plan_id
from sanad.caseload.layout import Part, level_id
from sanad.caseload.problems import refused
from sanad.caseload.stating import sql_kind, stated_sql, stated_text
from sanad.caseload.survey_map import MappedColumn, SurveyMap
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Text
from sanad.sheets.sheet import SheetColumn

GENERATED, ASSUMED = "generated", "assumed"
SNAPSHOT_MARK, GENERATED_MARK, ASSUMED_MARK = "sanad.snapshot", "sanad.generated", "sanad.assumed"


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with a plan for each of its columns.

    `constants` are SQL of fields that no column states; in `defaulted` ones the default stands in every row.
    """

    part: Part
    ids: tuple[Plan, ...]
    fields: tuple[Plan, ...]
    constants: Mapping[str, str]
    defaulted: tuple[str, ...]
    unused: tuple[str, ...]
    texts: tuple[str, ...]
    marks: Mapping[str, SheetColumn]

    @property
    def plans(self) -> tuple[Plan, ...]:
        return (*self.ids, *self.fields)

    @property
    def places(self) -> list[int]:
        """The columns to load."""
        columns = self.part.sheet.head.columns
        return sorted({plan.place for plan in self.plans} | {columns.index(mark) for mark in self.marks.values()})


def place_columns(part: Part, fields: Sequence[TypedField], survey: SurveyMap) -> Placed:
    finder = _Finder(part, survey)
    ids = tuple(finder.id_plan(level) for level in (*part.levels, *part.linked))
    own = [field for field in fields if field.level in part.levels]
    placed = {field.name: finder.place(field.name, survey.fields.get(field.name)) for field in own}
    plans = [finder.field_plan(field, place) for field in own if (place := placed[field.name]) is not None]
    stated = {plan.name for plan in plans}
    constant = [field for field in own if field.name not in stated and sql_kept(field)]
    return Placed(
        part=part,
        ids=ids,
        fields=tuple(plan for plan in plans if plan.is_kept or plan.when_absent),
        constants={field.name: _constant(field, survey) for field in constant},
        defaulted=tuple(field.name for field in constant if field.name not in survey.assume and default_sql(field)),
        marks=finder.marks({field.name for field in fields}),
        texts=tuple(plan.name for plan in plans if not plan.is_kept),
        unused=finder.unused(),
    )


def sql_kept(field: TypedField) -> bool:
    return not isinstance(field.type, Text)


def default_sql(field: TypedField) -> str | None:
    default = field.declared.default
    return None if default is None or not sql_kept(field) else stated_sql(field, stated_text(field, default))


def _constant(field: TypedField, survey: SurveyMap) -> str:
    if field.name in survey.assume:
        return stated_sql(field, survey.assume[field.name].text)
    return default_sql(field) or f"cast(null as {sql_kind(field)})"


class _Finder:
    """Finds columns by name, and remembers which were used."""

    def __init__(self, part: Part, survey: SurveyMap) -> None:
        self.head = part.sheet.head
        self.columns = self.head.columns
        self.survey = survey
        self.is_snapshot = SNAPSHOT_MARK in self.head.marks
        self.used: set[int] = set()
        self.exact = _places(column.name for column in self.columns)
        self.folded = _places(column.name.lower() for column in self.columns)

    def place(self, name: str, mapped: MappedColumn | None) -> int | None:
        """The column's place; a mapped column that is missing refuses the file elsewhere, where all files are seen."""
        wanted = mapped.column if mapped else name
        places = self.exact.get(wanted) or self.folded.get(wanted.lower()) or []
        if len(places) > 1:
            raise refused("doubled_column", file=self.head.path, column=wanted)
        self.used.update(places)
        return places[0] if places else None

    def id_plan(self, level: str) -> Plan:
        mapped = self.survey.ids.get(level)
        place = self.place(level_id(level), mapped)
        if place is None:
            column = mapped.column if mapped else level_id(level)
            names = ", ".join(column.name for column in self.columns[:40])
            raise refused("no_id_column", file=self.head.path, column=column, level=level, columns=names)
        style = self.survey.style(mapped, self.is_snapshot)
        return plan_id(level_id(level), self.columns[place], place, style)

    def field_plan(self, field: TypedField, place: int) -> Plan:
        assumed_at = self.survey.assumed_at.get(field.name)
        if assumed_at:
            raise refused("assumed_and_given", where=assumed_at, name=field.name)
        style = self.survey.style(self.survey.fields.get(field.name), self.is_snapshot)
        return plan_field(field, self.columns[place], place, style, default_sql(field))

    def marks(self, fields: set[str]) -> dict[str, SheetColumn]:
        """Columns that speak of the whole file, where no field has their name."""
        places = {mark: self.place(mark, None) for mark in (GENERATED, ASSUMED) if mark not in fields}
        return {mark: self.columns[place] for mark, place in places.items() if place is not None}

    def unused(self) -> tuple[str, ...]:
        return tuple(column.name for place, column in enumerate(self.columns) if place not in self.used)


def _places(names: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        found.setdefault(name, []).append(place)
    return found
