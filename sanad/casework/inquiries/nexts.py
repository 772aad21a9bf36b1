"""What an answer promises beside its facts: a day, a missing sum, or an awaited fact. One of them is always there."""

from dataclasses import dataclass
from datetime import date

from sanad.casework.answers.awaited import AWAITED, BODIES
from sanad.casework.answers.told import Answer
from sanad.casework.inquiries.refusals import SAYINGS, ReplyRefused
from sanad.evidence.refusals import Problem, problem


@dataclass(frozen=True, slots=True)
class Next:
    """`missing` in minor units of the programme's currency; `awaited` and `body` are codes of `answers.awaited`."""

    on: date | None = None
    missing: int | None = None
    awaited: str = ""
    body: str = ""
    review_on: date | None = None


def checked_next(given: Next, today: date) -> Next:
    """Raises ReplyRefused."""
    problems = [*_days(given, today), *_codes(given)]
    if not (given.on or given.missing or (given.awaited and given.body and given.review_on)):
        problems.append(problem(SAYINGS, "no_next", "on"))
    elif any((given.awaited, given.body, given.review_on)) and not all((given.awaited, given.body, given.review_on)):
        problems.append(problem(SAYINGS, "no_next", "awaited"))
    if problems:
        raise ReplyRefused(problems)
    return given


def next_of(answer: Answer, due_on: date) -> Next:
    """What the facts alone say: the day by which money reaches the family, else what is missing; and where nothing is
    due without money, that a caseworker reads the question by its day.
    """
    if answer.forecast:
        reaches = (answer.forecast.at_hand, answer.forecast.with_pledges)
        until = next((one.until for one in reaches if one and one.until), None)
        missing = next((one.missing for one in reaches if one and one.missing), None)
        if until or missing:
            return Next(on=until, missing=None if until else missing)
    return Next(awaited="a_person_reads", body="caseworkers", review_on=due_on)


def _days(given: Next, today: date) -> list[Problem]:
    named = {"on": given.on, "review_on": given.review_on}
    return [problem(SAYINGS, "day_is_past", name) for name, day in named.items() if day and day < today]


def _codes(given: Next) -> list[Problem]:
    tables = (("awaited", given.awaited, AWAITED), ("body", given.body, BODIES))
    return [problem(SAYINGS, "not_known", name) for name, code, known in tables if code and code not in known]
