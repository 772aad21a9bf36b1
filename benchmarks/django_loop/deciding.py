"""One claim decided as a service of such an application decides it: plain `if`s over a model's fields."""

from dataclasses import dataclass, field
from datetime import date

from benchmarks.django_loop.models import Claim
from benchmarks.django_loop.rates import Rates
from sanad.engine.rules.days import add_months, months_between

ORDER = ("refuse", "incomplete", "unpublished", "refer", "defer")
LINES = ("rent", "repair", "contents", "hardship", "common_parts")


@dataclass
class Line:
    outcome: str
    asked: int = 0
    amount: int = 0
    taken: int = 0

    @property
    def shown(self) -> int | None:
        return self.amount if self.outcome in ("award", "refuse", "not_applicable") else None


@dataclass
class Decided:
    outcome: str
    lines: dict[str, Line]
    due_now: int | None = None
    left: int | None = None
    net: int | None = None
    priority: int | None = None
    unlocked: int = field(default=0)


def half_up(amount: int, part: int, whole: int) -> int:
    return (2 * amount * part + whole) // (2 * whole)


def half_even(amount: int, whole: int) -> int:
    found, rest = divmod(amount, whole)
    return found + (2 * rest > whole or (2 * rest == whole and found % 2 == 1))


class Decision:
    """The decision on one claim, its steps in order."""

    def __init__(self, claim: Claim, rates: Rates, on: date) -> None:
        self.claim, self.rates, self.on = claim, rates, on
        self.in_need = claim.disabled or claim.elderly >= 1 or claim.children >= 4
        self.ruined = claim.damage in ("severe", "destroyed")
        rate = rates.at(on, "cost_per_area", claim.zone, claim.dwelling_class)
        self.cost = None if rate is None else rate * claim.floor_area
        self.ceiling = self.rate("repair_ceiling", claim.dwelling_class)

    def rate(self, name: str, *keys: object) -> int:
        amount = self.rates.at(self.on, name, *keys)
        assert amount is not None
        return amount

    # gates

    def gated(self) -> str | None:
        if self.is_refused():
            return "refuse"
        if self.lacks_a_fact():
            return "incomplete"
        if self.claim.tenure == "unregistered" and self.claim.dwelling_class != "normal":
            return "refer"
        if self.claim.damage == "severe" and self.claim.damaged_share >= 90:
            return "defer"
        return None

    def is_refused(self) -> bool:
        claim = self.claim
        months = self.rates.at(claim.damaged_on, "filing_months")
        assert months is not None
        if claim.damage == "none" or claim.filed_on > add_months(claim.damaged_on, months):
            return True
        if claim.tenure == "owner" and claim.title_deed is False:
            return True
        if claim.owns_other_home and claim.dwelling_class == "luxury":
            return True
        return claim.insurance_paid is not None and claim.insurance_paid >= self.rate("insured_limit")

    def lacks_a_fact(self) -> bool:
        claim = self.claim
        if claim.tenure == "owner" and claim.title_deed is None:
            return True
        if claim.dwelling_class == "luxury" and claim.owns_other_home is None:
            return True
        return claim.insurance_paid is None

    # lines

    def rent(self) -> Line:
        claim = self.claim
        if claim.damage not in ("major", "severe", "destroyed") or claim.renting is False:
            return Line("not_applicable")
        if claim.renting is None or claim.monthly_rent is None:
            return Line("incomplete")
        ceiling = self.rates.at(claim.damaged_on, "rent_ceiling", claim.zone)
        assert ceiling is not None
        months = min(self.rate("rent_months", claim.damage), max(0, months_between(claim.damaged_on, self.on)))
        return self.award(min(claim.monthly_rent, ceiling) * months)

    def repair(self) -> Line:
        claim = self.claim
        if claim.tenure == "tenant":
            return Line("not_applicable")
        if claim.repair_cost is None:
            return Line("incomplete")
        if self.cost is None:
            return Line("unpublished")
        loss = min(claim.repair_cost * 10, half_up(self.cost, self.rate("damage_part", claim.damage), 100))
        if loss < 150_000:
            return Line("refuse")
        grant = half_up(loss, self.rate("paid_part", self.in_need), 100)
        self.grant = min(grant, self.ceiling * 10)
        return self.award(half_up(grant, 1, 10_000) * 1_000, self.ceiling)

    def contents(self) -> Line:
        if not self.ruined:
            return Line("not_applicable")
        base = self.rates.contents_base(self.on, self.claim.people)
        return self.award(base + self.rate("child_allowance") * min(self.claim.children, 4))

    def hardship(self) -> Line:
        if not self.in_need:
            return Line("not_applicable")
        return self.award(self.rate("hardship_base", self.claim.zone) * (self.claim.people + 2) // 3)

    def common_parts(self) -> Line:
        if self.claim.damage == "minor" or self.claim.tenure != "owner":
            return Line("not_applicable")
        if self.cost is None:
            return Line("unpublished")
        return self.award(half_even(half_even(self.cost * 5, 100), 10), self.rate("common_ceiling"))

    def award(self, asked: int, cap: int | None = None) -> Line:
        return Line("award", asked, asked if cap is None else min(asked, cap))

    # totals

    def decide(self) -> Decided:
        gated = self.gated()
        if gated:
            decided = Decided(gated, {name: Line(gated) for name in LINES})
        else:
            lines = {name: getattr(self, name)() for name in LINES}
            decided = Decided(self.outcome_of(lines), lines)
            self.limit(lines)
        if decided.outcome in ("award", "refuse"):
            self.add_up(decided)
        return decided

    def outcome_of(self, lines: dict[str, Line]) -> str:
        outcomes = {line.outcome for line in lines.values()}
        return next((outcome for outcome in ("award", *ORDER) if outcome in outcomes), "refuse")

    def limit(self, lines: dict[str, Line]) -> None:
        room = self.rate("claim_limit", self.claim.dwelling_class)
        for line in lines.values():
            line.amount = min(line.amount, room)
            room -= line.amount
        other = (self.claim.insurance_paid or 0) + self.claim.aid_received
        for name in ("repair", "contents"):
            lines[name].taken = min(lines[name].amount, other)
            lines[name].amount -= lines[name].taken
            other -= lines[name].taken

    def add_up(self, decided: Decided) -> None:
        repair = decided.lines["repair"]
        unlocked = self.unlocked(repair.amount) if repair.outcome == "award" else 0
        decided.net = sum(line.amount for line in decided.lines.values())
        decided.due_now = decided.net - repair.amount + unlocked
        decided.left = repair.amount - unlocked
        if decided.outcome == "award" and decided.due_now > 0:
            decided.priority = self.tier()

    def unlocked(self, amount: int) -> int:
        start, finish = (half_up(half_up(self.grant, part, 100), 1, 10) for part in (40, 60))
        first = self.claim.contract_signed or start == 0
        second = first and (self.claim.works_inspected is True or finish == 0)
        return amount if second else min(amount, start if first else 0)

    def tier(self) -> int:
        if self.claim.damage == "destroyed" and self.in_need:
            return 1
        if self.ruined:
            return 2
        return 3 if self.in_need else 4
