"""Writing statements: a new version for each thing, checked against the programme's fields."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanad.casework.claims.checking import Checked, check_facts, problems_of
from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Level, Statement
from sanad.evidence.keys import seal
from sanad.evidence.models import Key
from sanad.evidence.refusals import Refused
from sanad.rulebook.models import Programme
from sanad.staff.models import User

BATCH = 2_000


class FactsRefused(Refused):
    """Some facts cannot be kept as they were given; every problem is told at once, in both languages."""


class FactsHaveChanged(Exception):
    """Somebody stated something of the same thing meanwhile; `statement` says who and when. Read it and try again."""

    def __init__(self, statement: Statement | None) -> None:
        super().__init__(str(statement))
        self.statement = statement


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated of one thing. `seen` is the version that its author had read, 0 where there was none.

    `key` seals free texts: the household's key.
    """

    level: Level
    subject: str
    facts: Mapping[str, object]
    key: Key | None = None
    seen: int | None = None
    where: str = field(default="")


def checked_all(programme: Programme, stated: Sequence[Stated]) -> list[Checked]:
    """Raises FactsRefused, NoRules, UnknownLevel."""
    fields = fields_of(programme)
    checked = [check_facts(fields, one.level, one.facts, one.where or one.level) for one in stated]
    problems = problems_of(checked)
    if problems:
        raise FactsRefused(problems)
    return checked


def write_statements(
    *, programme: Programme, stated: Sequence[Stated], source: str, at: datetime, by: User | None
) -> list[Statement]:
    """The next version of each thing. Raises FactsRefused, FactsHaveChanged, NoRules, UnknownLevel."""
    checked = checked_all(programme, stated)
    standing = versions(programme, stated)
    for one in stated:
        if one.seen is not None and one.seen != standing.get((one.level, one.subject), 0):
            raise FactsHaveChanged(_last(programme, one))
    rows = [
        Statement(
            programme=programme,
            level=one.level,
            subject=one.subject,
            version=standing.get((one.level, one.subject), 0) + 1,
            facts=found.facts,
            texts=_sealed(one, found),
            source=source,
            stated_at=at,
            stated_by=by,
        )
        for one, found in zip(stated, checked, strict=True)
        if found.facts or found.texts
    ]
    try:
        with transaction.atomic():
            return Statement.objects.bulk_create(rows, BATCH)
    except IntegrityError as error:
        raise FactsHaveChanged(_last(programme, stated[0])) from error


def versions(programme: Programme, stated: Iterable[Stated]) -> dict[tuple[str, str], int]:
    """The version that stands of each thing."""
    subjects: dict[str, list[str]] = {}
    for one in stated:
        subjects.setdefault(one.level, []).append(one.subject)
    found = {}
    for level, named in subjects.items():
        for start in range(0, len(named), BATCH):
            here = Statement.objects.filter(programme=programme, level=level, subject__in=named[start : start + BATCH])
            rows = here.values_list("subject").annotate(Max("version"))
            found.update({(level, subject): version for subject, version in rows})
    return found


def _sealed(one: Stated, checked: Checked) -> bytes | None:
    if not checked.texts:
        return None
    if one.key is None:
        raise ValueError(f"{one.level} {one.subject}: free text needs the household's key")
    return seal(one.key, json.dumps(checked.texts, ensure_ascii=False))


def _last(programme: Programme, one: Stated) -> Statement | None:
    here = Statement.objects.filter(programme=programme, level=one.level, subject=one.subject)
    return here.select_related("stated_by").order_by("-version").first()
