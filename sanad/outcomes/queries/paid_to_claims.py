"""What was paid to the claims of a programme, of one line of its awards, or of a set of claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Q

from sanad.audit.models import Event
from sanad.casework.awards.models import Award, AwardLine, Outcome, Round, State
from sanad.outcomes.holding import Sums
from sanad.outcomes.queries.settled import settled_until

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


Days = defaultdict[date, int]
Key = tuple[int, str, str]
"""Programme, line and currency."""


@dataclass(slots=True)
class _Paid:
    """What was paid under one key: in all, and to each claim that somebody asks for by itself."""

    by_day: Days = field(default_factory=lambda: defaultdict(int))
    by_claim: defaultdict[int, Days] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))


def ask(targets: Collection[Target], position: int) -> Mapping[Target, Sums]:
    """All of them in one reading of the payments: each movement is written down once, whatever is asked of it."""
    asked = _Asked(targets)
    paid: defaultdict[Key, _Paid] = defaultdict(_Paid)
    for one in settled_until(position, asked.parts()):
        under = paid[one.programme, one.line, one.currency]
        under.by_day[one.day] += one.amount
        if one.programme in asked.each or one.claim in asked.claims:
            under.by_claim[one.claim][one.day] += one.amount
    return {target: _sums(target, paid, position) for target in set(targets)}


class _Asked:
    """Whose payments are read: of whole programmes, of each claim of some of them, and of the claims of sets."""

    def __init__(self, targets: Collection[Target]) -> None:
        whole = [target for target in targets if target.claims is None]
        self.programmes = {target.programme or 0 for target in whole}
        self.each = {target.programme or 0 for target in whole if target.by_claim}
        self.claims: set[int] = set().union(*(target.claims or () for target in targets))

    def parts(self) -> Q:
        if len(self.claims) > FEW:
            return Q()
        return Q(claim__programme__in=self.programmes) | Q(claim__in=self.claims)


def _sums(target: Target, paid: Mapping[Key, _Paid], position: int) -> Sums:
    under = [paid[key] for key in paid if _is_meant(target, key)]
    if target.claims is not None:
        found = _together([_of(target.claims, one.by_claim) for one in under])
        by_day = _added(found.values())
        return Sums(target.currency, by_day, found, len(target.claims)) if target.by_claim else _in_all(target, by_day)
    by_day = _added(one.by_day for one in under)
    if not target.by_claim:
        return _in_all(target, by_day)
    return Sums(target.currency, by_day, _together([one.by_claim for one in under]), awarded_until(target, position))


def _in_all(target: Target, by_day: Days) -> Sums:
    return Sums(target.currency, by_day, {})


def _is_meant(target: Target, key: Key) -> bool:
    """A set of claims may lie in several programmes."""
    programme, line, currency = key
    is_its = target.claims is not None or programme == target.programme
    return is_its and target.line in ("", line) and target.currency == currency


def _of(claims: Collection[int], paid: Mapping[int, Days]) -> Mapping[int, Days]:
    return {claim: paid[claim] for claim in claims if claim in paid}


def _added(parts: Iterable[Mapping[date, int]]) -> Days:
    total: Days = defaultdict(int)
    for part in parts:
        for day, amount in part.items():
            total[day] += amount
    return total


def _together(parts: Sequence[Mapping[int, Days]]) -> Mapping[int, Days]:
    """By claim, over all lines; of one line its own, which nobody changes."""
    if len(parts) == 1:
        return parts[0]
    claims = {claim for part in parts for claim in part}
    return {claim: _added(part[claim] for part in parts if claim in part) for claim in claims}


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
