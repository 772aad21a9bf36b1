"""Month after month: money arrives, a round sets it aside and a run pays it; then the money ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sanad.casework.awards.models import Round
from sanad.demo.deciding import issue_a_round
from sanad.demo.money import Parts, receive
from sanad.demo.plan import Plan
from sanad.demo.staff import Staff
from sanad.rulebook.models import RuleSet


@dataclass(frozen=True, slots=True)
class Month:
    """How many days ago the round was, and what had arrived just before, in dollars by part of the fund."""

    ago: int
    arrived: dict[str, int] = field(default_factory=dict)


MONTHS = (
    Month(190, {"general": 10_600_000}),
    Month(160, {"general": 700_000, "rummana": 600_000}),
    Month(130, {"shelter": 1_300_000}),
    Month(100, {"general": 1_400_000}),
)
"""Four months of which the allowance was paid; sums for a district of 5,000 homes."""
LAST = Month(3, {"general": 320_000})
"""A round of this week, for which hardly any money is there."""

Tell = Callable[[int, int], None]


def pay_month_by_month(plan: Plan, rules: RuleSet, parts: Parts, staff: Staff, tell: Tell) -> list[Round]:
    """The rounds that were issued, the oldest first."""
    return [_month(plan, rules, parts, staff, one, number, tell) for number, one in enumerate(MONTHS, start=1)]


def decide_without_money(plan: Plan, rules: RuleSet, parts: Parts, staff: Staff) -> Round:
    """The newest round: families learn their place and what is missing before it."""
    return _decided(plan, rules, parts, staff, LAST)


def _month(plan: Plan, rules: RuleSet, parts: Parts, staff: Staff, month: Month, number: int, tell: Tell) -> Round:
    issued = _decided(plan, rules, parts, staff, month)
    tell(number, len(MONTHS))
    return issued


def _decided(plan: Plan, rules: RuleSet, parts: Parts, staff: Staff, month: Month) -> Round:
    before: datetime = plan.ago(month.ago + 5)
    for part, dollars in month.arrived.items():
        receive(plan, parts[part], dollars, before, staff)
    return issue_a_round(rules, staff, plan.ago(month.ago))
