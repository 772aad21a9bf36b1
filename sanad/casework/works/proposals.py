"""Works and halts as somebody proposes them, before they are checked and written."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sanad.casework.works.models import Contractor, Kind, Order, Subject
from sanad.casework.works.reasons import Body, Reason, Restart
from sanad.casework.works.refusals import LONGEST_WORDS, MOST_STAGES, SAYINGS
from sanad.engine.money import Money
from sanad.evidence.refusals import Problem, problem
from sanad.funds.models import Fund, Part
from sanad.places.selectors import around
from sanad.registry.models import Building
from sanad.rulebook.models import Programme
from sanad.sheets.texts import is_readable

LONGEST_NAME = 140
LONGEST_UNSEEN = timedelta(days=92)
"""For how long a halt stands without being looked at again: three months at most."""
FIRM = re.compile(r"[A-Za-z0-9_-]{1,50}")
WORKS_LINE = "works"
"""What an earmark for works on buildings names where one for families names a line of awards."""


@dataclass(frozen=True, slots=True)
class NewStage:
    """What is done in it, and its sum in minor units."""

    title: str
    amount: int


@dataclass(frozen=True, slots=True)
class NewFirm:
    """A contractor that may not be known yet, by its number in the register of firms."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class NewOrder:
    """`id` is made by whoever sends it; `budget` in minor units of the fund's currency."""

    id: uuid.UUID
    building: Building
    programme: Programme
    contractor: Contractor | NewFirm
    part: Part
    kind: Kind
    budget: int
    stages: tuple[NewStage, ...]

    def problems(self, today: date) -> list[Problem]:
        return [*self._of_firm(), *self._of_stages(), *self._of_money(today)]

    def _of_firm(self) -> Iterator[Problem]:
        if isinstance(self.contractor, NewFirm):
            if not FIRM.fullmatch(self.contractor.code) or not self.contractor.name.strip():
                yield problem(SAYINGS, "no_firm", "contractor")
            known = Contractor.objects.filter(name=self.contractor.name.strip()).exclude(code=self.contractor.code)
            if known.exists():
                yield problem(SAYINGS, "firm_is_known", "firm_name")
            yield from text_problems(self.contractor.name, "firm_name", limit=LONGEST_NAME)

    def _of_stages(self) -> Iterator[Problem]:
        if not self.stages:
            yield problem(SAYINGS, "no_stages", "stages")
        if len(self.stages) > MOST_STAGES:
            yield problem(SAYINGS, "too_many_stages", "stages", limit=MOST_STAGES)
        for number, stage in enumerate(self.stages, start=1):
            where = f"stages.{number}"
            if not stage.title.strip():
                yield problem(SAYINGS, "stage_without_name", where, number=number)
            if stage.amount <= 0:
                yield problem(SAYINGS, "stage_without_sum", where, number=number)
            yield from text_problems(stage.title, where, limit=200)

    def _of_money(self, today: date) -> Iterator[Problem]:
        whole, currency = sum(stage.amount for stage in self.stages), self.part.fund.currency
        if self.stages and whole != self.budget:
            sums = {"stages": Money(whole, currency), "budget": Money(self.budget, currency)}
            yield problem(SAYINGS, "sums_differ", "budget", **sums)
        if not self.part.fund.programmes.filter(programme=self.programme.key).exists():
            yield problem(SAYINGS, "fund_is_for_others", "part")
        elif not self._is_for_this(today):
            yield problem(SAYINGS, "not_in_its_area", "part")

    def _is_for_this(self, today: date) -> bool:
        part = self.part
        return (
            (not part.area or part.area in around(self.building.place))
            and (not part.line or WORKS_LINE in part.line.split("|"))
            and (part.since is None or part.since <= today)
            and (part.until is None or part.until >= today)
        )


@dataclass(frozen=True, slots=True)
class Of:
    """What a halt is of; one of it, a line with its programme."""

    building: Building | None = None
    order: Order | None = None
    programme: Programme | None = None
    line: str = ""
    fund: Fund | None = None

    @property
    def subject(self) -> Subject:
        if self.order:
            return Subject.ORDER
        if self.building:
            return Subject.WORKS
        if self.fund:
            return Subject.FUND
        return Subject.LINE if self.line else Subject.PROGRAMME


@dataclass(frozen=True, slots=True)
class Awaited:
    """What restarts it: a missing sum in minor units, or an act of a body."""

    restart: Restart | None
    missing: int | None = None
    currency: str = ""
    body: Body = Body.NONE
    body_name: str = ""

    def problems(self) -> list[Problem]:
        if self.restart is None:
            return [problem(SAYINGS, "no_restart", "restart")]
        if self.restart == Restart.MONEY:
            return (
                [] if self.missing and self.missing > 0 and self.currency else [problem(SAYINGS, "no_sum", "missing")]
            )
        if not self.body:
            return [problem(SAYINGS, "no_body", "body")]
        if self.body == Body.OTHER and not self.body_name.strip():
            return [problem(SAYINGS, "body_not_named", "body_name")]
        return list(text_problems(self.body_name, "body_name", limit=200))


@dataclass(frozen=True, slots=True)
class NewHalt:
    """`id` is made by whoever sends it. `words` are for the families, `note` is for the office and is sealed."""

    id: uuid.UUID
    of: Of
    reason: Reason | None
    awaited: Awaited
    review_on: date | None
    words: str = ""
    note: str = field(default="")

    def problems(self, today: date) -> list[Problem]:
        found = [] if self.reason else [problem(SAYINGS, "no_reason", "reason")]
        found += self.awaited.problems()
        if self.review_on is None or self.review_on <= today:
            found.append(problem(SAYINGS, "no_review", "review_on"))
        elif self.review_on > today + LONGEST_UNSEEN:
            found.append(problem(SAYINGS, "review_too_late", "review_on", days=LONGEST_UNSEEN.days))
        return [*found, *text_problems(self.words, "words"), *text_problems(self.note, "note")]


def text_problems(text: str, where: str, limit: int = LONGEST_WORDS) -> Iterator[Problem]:
    if not all(is_readable(line) for line in text.splitlines()):
        yield problem(SAYINGS, "not_readable", where)
    elif len(text) > limit:
        yield problem(SAYINGS, "words_too_long", where, length=len(text), limit=limit)


def reason_problems(text: str, where: str = "words") -> list[Problem]:
    """Of a sentence that must be there."""
    return [problem(SAYINGS, "no_words", where)] if not text.strip() else list(text_problems(text, where))
