"""What was paid to the claims of a programme, of one line of its awards, or of a set of claims."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Q

from sanad.audit.models import Event
from sanad.casework.awards.models import Award, AwardLine, Outcome, Round, State
from sanad.outcomes.holding import Sums
from sanad.outcomes.queries.settled import Settled, settled_until

VERSION = 1
FEW = 20_000
"""A set up to this size is looked up claim by claim; of more, all payments are gone through once."""


@dataclass(frozen=True, slots=True)
class Target:
    """Claims of a programme (`claims` None) or of a set; `line` empty: any line. `by_claim`: each claim is asked."""

    programme: int | None
    claims: frozenset[int] | None
    line: str
    by_claim: bool
    currency: str


@dataclass(slots=True)
class Tally:
    by_day: defaultdict[date, int] = field(default_factory=lambda: defaultdict(int))
    by_claim: dict[int, defaultdict[date, int]] = field(default_factory=dict)

    def add(self, one: Settled, by_claim: bool) -> None:
        self.by_day[one.day] += one.amount
        if by_claim:
            self.by_claim.setdefault(one.claim, defaultdict(int))[one.day] += one.amount


def ask(targets: Collection[Target], position: int) -> Mapping[Target, Sums]:
    """All of them in one reading of the payments."""
    asked = _Asked(set(targets))
    for one in settled_until(position, asked.parts()):
        for target in asked.of(one):
            asked.tallies[target].add(one, target.by_claim)
    return {target: _sums(target, tally, position) for target, tally in asked.tallies.items()}


class _Asked:
    """Which targets a movement counts for, found at once for each of a million."""

    def __init__(self, targets: Collection[Target]) -> None:
        self.tallies = {target: Tally() for target in targets}
        self.of_programme: defaultdict[tuple[int, str], list[Target]] = defaultdict(list)
        self.of_claim: defaultdict[tuple[int, str], list[Target]] = defaultdict(list)
        for target in targets:
            if target.claims is None:
                self.of_programme[target.programme or 0, target.line].append(target)
            for claim in target.claims or ():
                self.of_claim[claim, target.line].append(target)

    def of(self, one: Settled) -> list[Target]:
        found = [
            *self.of_programme.get((one.programme, one.line), ()),
            *self.of_programme.get((one.programme, ""), ()),
            *self.of_claim.get((one.claim, one.line), ()),
            *self.of_claim.get((one.claim, ""), ()),
        ]
        return [target for target in found if target.currency == one.currency]

    def parts(self) -> Q:
        """Which parts of payments have to be read."""
        claims = {claim for claim, _ in self.of_claim}
        programmes = {programme for programme, _ in self.of_programme}
        if len(claims) > FEW:
            return Q()
        return Q(claim__programme__in=programmes) | Q(claim__in=claims)


def _sums(target: Target, tally: Tally, position: int) -> Sums:
    if not target.by_claim:
        return Sums(target.currency, tally.by_day, {})
    meant = len(target.claims) if target.claims is not None else awarded_until(target, position)
    return Sums(target.currency, tally.by_day, tally.by_claim, meant)


def awarded_until(target: Target, position: int) -> int:
    """How many claims of the programme the last round that was sealed by then had awarded something, of this line."""
    issued = Event.objects.filter(act="round.issue", number__lte=position).values("on")
    rounds = Round.objects.filter(programme=target.programme, state=State.ISSUED)
    known = {f"round:{one.reference}": one.pk for one in rounds.select_related("programme")}
    sealed = [known[one["on"]] for one in issued if one["on"] in known]
    standing = Award.objects.filter(round__in=sealed).values("claim").annotate(Max("version"))
    last = {row["claim"]: row["version__max"] for row in standing}
    lines = AwardLine.objects.filter(award__round__in=sealed, award__outcome=Outcome.AWARD, amount__gt=0)
    if target.line:
        lines = lines.filter(line=target.line)
    awarded = set(lines.values_list("award__claim", "award__version").iterator(20_000))
    return sum(1 for claim, version in last.items() if (claim, version) in awarded)
