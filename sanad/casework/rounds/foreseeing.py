"""A line that the next round would lower: the family is told before it happens, once."""

from collections.abc import Iterator, Sequence
from datetime import date

from sanad.audit.bulk import insert
from sanad.casework.awards.models import Foreseen, Round
from sanad.casework.notices.services import Told
from sanad.casework.notices.telling import sum_told
from sanad.casework.rounds.lines_now import Lower
from sanad.registry.models import Household
from sanad.rulebook.selectors import programme_of

COLUMNS = ("award_id", "line", "on", "amount")


def write_lowered(lowered: Sequence[Lower], on: date) -> None:
    insert(Foreseen, COLUMNS, ((one.award, one.line, on, one.now) for one in lowered))


def notices_of(round_: Round, lowered: Sequence[Lower]) -> Iterator[Told]:
    """By line and family: how much it was, and how much the rules give by what is known now."""
    programme = programme_of(round_.rules)
    labels = {line.name: dict(line.label) for line in programme.lines}
    households = Household.objects.in_bulk([one.household for one in lowered])
    for one in lowered:
        sums = {"now": sum_told(one.now, programme.currency), "before": sum_told(one.before, programme.currency)}
        facts = {"number": one.number, "line": labels[one.line], **sums}
        yield Told(households[one.household], "line_will_be_lower", facts)
