"""The template programme put in force, with claims of made-up families and a fund, for tests of rounds."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime

from sanad.casework.awards.models import Round
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import receive_claim
from sanad.casework.rounds.deciding import approve_round, ask_for_round, have_round_issued
from sanad.casework.rounds.stepping import take_next_step
from sanad.funds.models import Fund, Part
from sanad.funds.services import confirm_receipt, open_fund, receive_money
from sanad.registry.proposals import NewDwelling, NewPerson
from sanad.rulebook.models import RuleSet
from sanad.rulebook.reading import load_programme
from sanad.rulebook.reading.canonical import hashed
from sanad.rulebook.services import freeze_rules
from sanad.staff.models import User
from tests.casework.families import AT, TEMPLATE, building, family, maya, new_claim, omar

ON = date(2026, 6, 1)
LATER = datetime(2026, 6, 1, 9, tzinfo=UTC)
RENTING_WITH_A_WRECK = {
    "dwelling": {"damage": "destroyed"},
    "household": {"renting": True},
}
WITHOUT_A_VISIT = {"household": {"renting": True}}
FILED = datetime(2025, 6, 1, 9, tzinfo=UTC)
Facts = dict[str, dict[str, object]]


def rules_in_force() -> RuleSet:
    """The template's rules as if its council had put them in force."""
    declared = hashed(replace(load_programme(TEMPLATE), status="operative"))
    frozen = RuleSet.objects.filter(hash=declared.hash).first()
    return frozen or freeze_rules(declared=declared, prefix="SSP", at=AT, by=maya())


def claims(*facts: Facts, people: int = 2) -> list[Claim]:
    """A claim of a household of its own for each; they live in one building."""
    rules = rules_in_force()
    house, found = building(), []
    for place, one in enumerate(facts, start=1):
        members = [NewPerson(f"فرد {place} {at}", f"Member {place} {at}", birth_year=1980) for at in range(people)]
        home = NewDwelling(house, f"219-{place}", 3)
        given = {"household": {"people": people} | one["household"], "dwelling": one.get("dwelling", {})}
        new = new_claim(home, family(*members), given, uuid.uuid4())
        found.append(receive_claim(programme=rules.programme, new=new, at=FILED, by=maya()).claim)
    return found


def fund_of(amount: int, code: str = "cedar", programme: str = "template") -> Fund:
    """A fund for the programme with this much money received, in minor units."""
    names = {"en": "Cedar Fund", "ar": "صندوق الأرز"}
    fund = open_fund(code=code, names=names, currency="USD", programmes=[programme], by=None, at=AT)
    part = Part.objects.get(fund=fund, code="general")
    receipt = uuid.uuid4()
    receive_money(id=receipt, part=part, amount=amount, bank_reference=code, received_on=ON, by=maya(), at=AT)
    confirm_receipt(receipt=receipt, by=omar(), at=AT)
    return fund


def work() -> None:
    """All that waits for the worker."""
    while take_next_step(lambda: LATER):
        pass


def simulated() -> Round:
    round_ = ask_for_round(rules=rules_in_force(), on=ON, by=maya(), at=LATER)
    work()
    round_.refresh_from_db()
    return round_


def approved(by: User | None = None) -> Round:
    round_ = simulated()
    approve_round(round_=round_, typed_sum=round_.reserves or 0, by=by or omar(), at=LATER)
    return round_


def issued() -> Round:
    round_ = approved()
    have_round_issued(round_=round_, by=omar(), at=LATER)
    work()
    round_.refresh_from_db()
    return round_
