"""Month after month: money arrives, a round sets it aside and a run pays it; then the money ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sanad.casework.awards.models import Round
from sanad.demo.deciding import issue_a_round
from sanad.demo.money import Parts, receive
from sanad.demo.paying import confirm, pay, settle
from sanad.demo.plan import Plan
from sanad.demo.staff import Staff
from sanad.rulebook.models import RuleSet


@dataclass(frozen=True, slots=True)
class Month:
    """How many days ago the round was, what had arrived before it in dollars, and how many payments came back."""

    ago: int
    arrived: dict[str, int] = field(default_factory=dict)
    returned: int = 0


MONTHS = (
    Month(190, {"general": 6_900_000, "rummana": 600_000}, returned=3),
    Month(160, {"general": 730_000}, returned=1),
    Month(130, {"shelter": 720_000}, returned=1),
)
"""Rounds of which the allowance was paid, of some families four months; sums for a district of 5,000 homes."""
LAST = Month(3, {"general": 120_000})
"""A round of this week, for which hardly any money is there."""

Tell = Callable[[int, int], None]


def pay_month_by_month(plan: Plan, rules: RuleSet, parts: Parts, staff: Staff, tell: Tell) -> None:
    """Each month a round, a run, and a week later what the bank says of it."""
    balance = 0
    for number, month in enumerate(MONTHS, start=1):
        _decided(plan, rules, parts, staff, month)
        run = pay(plan, parts["general"].fund, plan.ago(month.ago - 2), staff)
        balance = settle(plan, run, balance, staff, month.returned)
        confirm(plan, run)
        tell(number, len(MONTHS))


def decide_without_money(plan: Plan, rules: RuleSet, parts: Parts, staff: Staff) -> Round:
    """The newest round: families learn their place and what is missing before it."""
    return _decided(plan, rules, parts, staff, LAST)


def _decided(plan: Plan, rules: RuleSet, parts: Parts, staff: Staff, month: Month) -> Round:
    before: datetime = plan.ago(month.ago + 5)
    for part, dollars in month.arrived.items():
        receive(plan, parts[part], dollars, before, staff)
    return issue_a_round(rules, staff, plan.ago(month.ago))
