"""What of the money that is set aside is not paid for now: by a halt, or since a building is unsafe."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from sanad.casework.allocations.models import Stop
from sanad.casework.claims.declared import declared_of
from sanad.casework.safety.models import Colour, HowEnded, Placard, Precaution
from sanad.engine.rules.declared import Line
from sanad.funds.models import Fund
from sanad.rulebook.models import Programme

STRUCTURE = "structure_repaired"
"""The fact of a building for which the rules let its finishing works wait."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """All that stops now, read once for a run. `finishing` are programmes with their lines of finishing works."""

    all_of_the_fund: bool
    programmes: frozenset[int]
    lines: frozenset[tuple[int, str]]
    orders: frozenset[str]
    unsafe: frozenset[int]
    finishing: frozenset[tuple[int, str]]

    @property
    def is_nothing(self) -> bool:
        """Whether everything may be paid."""
        return not (self.all_of_the_fund or self.programmes or self.lines or self.orders or self.unsafe)

    def stops_award(self, programme: int, line: str, building: int) -> bool:
        """Whether a line of an award of a home in this building is not paid for now."""
        key = programme, line
        halted = self.all_of_the_fund or programme in self.programmes or key in self.lines
        return halted or (building in self.unsafe and key in self.finishing)

    def stops_works(self, about: str) -> bool:
        """Whether a sum that works asked for, such as `W-000007/2`, is not paid for now."""
        return self.all_of_the_fund or about.partition("/")[0] in self.orders


def stop(
    *,
    about: str,
    fund: Fund | None = None,
    programme: Programme | None = None,
    line: str = "",
    order: str = "",
    at: datetime,
) -> Stop:
    """From now on no run takes this money, until `go_on` is said of the same thing."""
    return Stop.objects.create(about=about, fund=fund, programme=programme, line=line, order=order, since=at)


def go_on(*, about: str, at: datetime) -> None:
    Stop.objects.filter(about=about, ended_at=None).update(ended_at=at)


def stopped_in(fund: Fund) -> Stopped:
    """An unsafe building stops the finishing works of its homes whether or not a halt is written down."""
    stops = list(Stop.objects.filter(Q(fund=fund) | Q(fund=None), ended_at=None))
    red = Placard.objects.filter(colour=Colour.RED, ended_at=None).values_list("building", flat=True)
    closed = Precaution.objects.filter(state=HowEnded.OPEN).values_list("building", flat=True)
    return Stopped(
        all_of_the_fund=any(one.fund_id for one in stops),
        programmes=frozenset(one.programme_id for one in stops if one.programme_id and not one.line),
        lines=frozenset((one.programme_id, one.line) for one in stops if one.programme_id and one.line),
        orders=frozenset(one.order for one in stops if one.order),
        unsafe=frozenset([*red, *closed]),
        finishing=frozenset(_finishing(fund)),
    )


def _finishing(fund: Fund) -> list[tuple[int, str]]:
    keys = fund.programmes.values_list("programme", flat=True)
    programmes = Programme.objects.filter(key__in=list(keys), rule_sets__isnull=False).distinct()
    return [(one.pk, line.name) for one in programmes for line in declared_of(one).lines if _waits_for_structure(line)]


def _waits_for_structure(line: Line) -> bool:
    """The programme itself says which lines are finishing works: those that a gate lets wait for the structure."""
    return any(STRUCTURE in gate.when.text for gate in line.gates)
