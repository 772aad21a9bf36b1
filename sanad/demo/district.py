"""The whole made-up district, built through the services, each act by somebody whose act it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from sanad.audit.made_up import mark_as_made_up
from sanad.casework.awards.models import Round
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import IssuedReceipt
from sanad.demo.accounts import open_accounts
from sanad.demo.alarms import place_placards, report_dangers
from sanad.demo.casework import move_some, print_codes, share_homes, state_more, take_in, tie_some
from sanad.demo.damage import hits_of
from sanad.demo.deciding import visit
from sanad.demo.families import claims_of
from sanad.demo.money import Parts, await_and_pay_fees, open_funds
from sanad.demo.months import decide_without_money, pay_month_by_month
from sanad.demo.papers import add_papers
from sanad.demo.plan import Plan
from sanad.demo.promises import hold_promises
from sanad.demo.record.pages import keep_record
from sanad.demo.staff import PROGRAMME, RUMMANA, YASMINA, Staff, hire
from sanad.demo.stories import chosen_families
from sanad.demo.telling import tell_most
from sanad.demo.works import prop_up, stand_still
from sanad.places.importing import import_places
from sanad.places.models import Place
from sanad.places.proposals import Proposal
from sanad.places.short_list import LEBANON, read_list
from sanad.publication.services import publish
from sanad.registry.models import Building, DamageEvent
from sanad.registry.proposals import NewBuilding
from sanad.registry.services import open_event, register_buildings
from sanad.rulebook.models import RuleSet
from sanad.rulebook.reading import load_programme
from sanad.rulebook.reading.shipped import shipped_programmes
from sanad.rulebook.services import freeze_rules

QUARTERS = Path(__file__).parent / "quarters.yaml"
PREFIX = "SSP"
STEPS = ("ground", "money", "claims", "visits", "placards", "months", "facts", "round", "dangers", "record", "codes")

Tell = Callable[[str, int, int], None]
"""Hears of each step how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class District:
    """What was built: the newest round, and the receipts that carry a short code, each with the family's story."""

    round: Round
    receipts: list[tuple[str, IssuedReceipt]]


def build_district(plan: Plan, tell: Tell, places: Sequence[Proposal] = ()) -> District:
    """Build it up to the plan's now, in an empty database that is marked as made up first.

    `places` are published lists that are at hand, beside the short one of our own.
    """
    with transaction.atomic():
        mark_as_made_up(at=plan.ago(351))
    staff, rules, buildings, event = _ground(plan, places)
    tell("ground", 1, 1)
    parts = open_funds(plan, staff)
    tell("money", 1, 1)
    new = claims_of(plan, buildings, event)
    for done in take_in(plan, rules.programme, new, staff):
        tell("claims", done, len(new))
    return _casework(plan, rules, buildings, parts, staff, tell)


def _ground(plan: Plan, places: Sequence[Proposal]) -> tuple[Staff, RuleSet, list[Building], DamageEvent]:
    at = plan.ago(350)
    staff = hire(at.date())
    lead = staff["lead"]
    declared = load_programme(shipped_programmes() / PROGRAMME)
    rules = freeze_rules(declared=declared, prefix=PREFIX, at=at, by=lead)
    for proposal in (read_list(LEBANON), read_list(QUARTERS), *places):
        import_places(proposal=proposal, at=at, by=staff["administrator"])
    title = {"en": "The made-up event of the demo", "ar": "حدث متخيَّل للعرض التجريبي"}
    event = open_event(code="demo-event", title=title, began_on=plan.ago(420).date(), at=at, by=lead)
    buildings = register_buildings(new=_buildings(plan), at=at, by=staff["engineer"])
    tie_some(plan, buildings, staff)
    return staff, rules, buildings, event


def _buildings(plan: Plan) -> list[NewBuilding]:
    """The first half in one quarter, the others in the other."""
    rummana, yasmina = (Place.objects.get(code=code) for code in (RUMMANA, YASMINA))
    count = plan.size.buildings
    return [NewBuilding(rummana if number * 2 < count else yasmina, str(101 + number)) for number in range(count)]


def _casework(
    plan: Plan, rules: RuleSet, buildings: Sequence[Building], parts: Parts, staff: Staff, tell: Tell
) -> District:
    claims = list(Claim.objects.select_related("programme", "household__key", "dwelling__building").order_by("id"))
    share_homes(plan, rules.programme, claims, staff)
    hits = hits_of(plan, [building.pk for building in buildings])
    visit(plan, claims, hits, staff)
    tell("visits", 1, 1)
    place_placards(plan, buildings, hits, staff)
    tell("placards", 1, 1)
    open_accounts(plan, claims, staff)
    propped = prop_up(plan, rules.programme, claims, parts["works"], staff)
    pay_month_by_month(plan, rules, parts, staff, lambda done, of: tell("months", done, of))
    stand_still(plan, propped, parts["works"], staff)
    publish(at=plan.ago(17), by=staff["lead"])
    state_more(plan, rules.programme, buildings, claims, staff)
    move_some(plan, claims, staff)
    tell("facts", 1, 1)
    await_and_pay_fees(plan, parts, staff)
    issued = decide_without_money(plan, rules, parts, staff)
    tell("round", 1, 1)
    tell_most(plan, staff)
    report_dangers(plan, buildings, staff)
    tell("dangers", 1, 1)
    keep_record(plan.ago(9), staff["records"])
    hold_promises(rules.programme, plan.ago(8), staff["records"])
    tell("record", 1, 1)
    chosen = chosen_families(plan, propped, claims)
    families = [one.claim for one in chosen]
    add_papers(plan, families, staff)
    receipts = print_codes(plan, families, staff)
    publish(at=plan.ago(0.1), by=staff["lead"])
    tell("codes", 1, 1)
    return District(issued, [(one.story, receipt) for one, receipt in zip(chosen, receipts, strict=True)])
