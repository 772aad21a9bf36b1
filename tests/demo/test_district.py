import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import pytest_django
from django.test import override_settings

from sanad.audit.made_up import is_made_up
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.claims.models import Claim, Receipt
from sanad.casework.claims.selectors import claim_of_secret
from sanad.casework.notices.models import Notice
from sanad.casework.payments.models import BankLine, BankStatement, Payment, PaymentRun
from sanad.casework.payments.selectors import after_gaps
from sanad.casework.safety.selectors import overdue
from sanad.casework.works.models import Halt, Stage
from sanad.demo.damage import hits_of
from sanad.demo.district import District, build_district
from sanad.demo.families import claims_of, household_of
from sanad.demo.names import FAMILIES, MEN, WOMEN
from sanad.demo.plan import Plan, Size
from sanad.demo.staff import MEMBERS
from sanad.funds.selectors import funds_at_hand
from sanad.publication.models import Release
from sanad.publication.selectors import told_of
from sanad.record.ledger_column import Held
from sanad.registry.models import Building, DamageEvent
from sanad.registry.selectors import known, members_of
from sanad.staff.models import Assignment
from sanad.staff.roles import Role
from tests.databases import copied_database

pytestmark = pytest.mark.xdist_group("district")
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
SMALL = Size(buildings=12, homes=120, intake_days=3, shared_homes=2, codes=3)
PLAN = Plan(7, NOW, SMALL)
LATIN, ARABIC = re.compile(r"[A-Za-z ]+"), re.compile(r"[\u0621-\u0652 ]+")


@dataclass
class Built:
    district: District
    told: list[tuple[str, int, int]]


@pytest.fixture(scope="module")
def built(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Built]:
    """A whole district takes a while, so the tests of the group read one that stays as it was built."""
    folder = tmp_path_factory.mktemp("district")
    roots = {f"{name}_ROOT": folder / name for name in ("MEDIA", "ROUNDS", "RELEASES")}
    told: list[tuple[str, int, int]] = []
    with override_settings(**roots), django_db_blocker.unblock(), copied_database():
        yield Built(build_district(PLAN, lambda *step: told.append(step)), told)


def test_a_whole_district_comes_out_of_the_services(built: Built):
    district, told = built.district, built.told

    claims = Claim.objects.all()
    assert is_made_up()
    assert claims.count() == SMALL.homes + SMALL.shared_homes
    assert Receipt.objects.filter(ended_at=None).count() == claims.count()
    assert Receipt.objects.exclude(code="").count() >= SMALL.codes
    assert set(Assignment.objects.values_list("role", flat=True)) == set(Role.values)
    assert [step for step, done, of in told if done == of][-1] == "codes"
    _, receipt = district.receipts[0]
    assert claim_of_secret(receipt.secret) == claims.get(number=receipt.number)
    assert len(overdue(NOW).reports) == 2
    assert {"propped", "returned", "waiting", "refused", "held"} <= {story for story, _ in district.receipts}
    assert_paid_and_published()
    assert_a_building_stands_still()
    assert_promises_are_told_and_its_ledger_is_in_no_count()


def assert_paid_and_published() -> None:
    """Three runs that the bank has settled, with payments that came back, in statements that follow one another; the
    contractor among the payees; and two releases."""
    states = Counter(Payment.objects.values_list("state", flat=True))
    assert PaymentRun.objects.filter(state="sent").count() == 3
    assert after_gaps(BankStatement.objects.all()) == {}
    assert BankLine.objects.filter(state="known", receipt__isnull=False).exists()
    assert Payment.objects.get(payee__household=None).state == "settled"
    assert set(states) == {"settled", "returned"}
    assert BankLine.objects.filter(state="suspense").count() == 1
    assert Payment.objects.filter(confirmed_at__isnull=False).exists()
    assert Release.objects.count() == 2


def assert_promises_are_told_and_its_ledger_is_in_no_count() -> None:
    """With their words, where they are about many families or about nobody in particular."""
    tables = told_of(Release.objects.latest("number"))["tables"]
    whole = next(row for row in tables["share-kept"] if row["by"] == "all")
    assert whole["made"] == whole["due"] + whole["not_due"] + whole["no_day"] > 0
    assert sum(whole[f"ledger_{held}"] for held in Held) == whole["already"] == 0
    assert any(row["text"] and row["citation_ar"] for row in tables["commitments"])
    assert {row["ledger_state"] for row in tables["commitments"]} <= {"made_up", "hidden", "not_asked"}


def assert_a_building_stands_still() -> None:
    """Propped up at the ground floor, then halted for want of money: each of its families was told."""
    halt = Halt.objects.get()
    families = Claim.objects.filter(dwelling__building=halt.building).exclude(state="withdrawn")
    told = Notice.objects.filter(kind="halt", about=halt.about)
    stages = Stage.objects.filter(order__building=halt.building).order_by("number")
    assert (halt.reason, halt.restart, halt.extensions) == ("no_money", "money", 2)
    assert [bool(stage.certified_at) for stage in stages] == [True, False]
    assert told.exclude(sent_at=None).count() > told.filter(sent_at=None).count()
    assert set(told.values_list("household", flat=True)) >= set(families.values_list("household", flat=True))


def test_its_round_is_issued_and_its_money_does_not_suffice(built: Built):
    rounds = list(Round.objects.order_by("number"))
    issued = rounds[-1]
    outcomes = Counter(Award.objects.filter(round=issued).values_list("outcome", flat=True))
    assert issued == built.district.round
    assert [one.state for one in rounds] == [State.ISSUED] * 4
    assert {"award", "refuse", "refer", "incomplete"} <= set(outcomes)
    assert sum(outcomes.values()) == issued.claims
    assert 0 < issued.reserves < issued.due_now
    assert all(fund.amount < issued.due_now for fund in funds_at_hand(issued.programme.key, NOW.date()))


def drawn(plan: Plan) -> list[object]:
    buildings = [Building(pk=number, label=str(number)) for number in range(plan.size.buildings)]
    return [*claims_of(plan, buildings, DamageEvent(pk=1, code="demo")), *hits_of(plan, range(12)).items()]


def test_one_seed_draws_one_district_and_another_seed_another():
    assert drawn(PLAN) == drawn(Plan(7, NOW, SMALL))
    assert drawn(PLAN) != drawn(Plan(8, NOW, SMALL))


def test_every_home_has_a_building_and_none_is_lost():
    counts = Plan(7, NOW, Size()).homes_of_buildings()

    assert (len(counts), sum(counts)) == (400, 5_000)
    assert min(counts) >= 4
    assert max(counts) <= 24


def test_families_are_as_large_as_families_are():
    dice = PLAN.dice("sizes")

    people = [len(household_of(dice, 2026).members) for _ in range(5_000)]

    assert 21_000 < sum(people) < 24_000


def test_names_are_written_in_both_scripts_and_family_names_are_made_up():
    names = [*MEN, *WOMEN, *FAMILIES]

    assert all(ARABIC.fullmatch(arabic) and LATIN.fullmatch(latin) for arabic, latin in names)
    assert len({arabic for arabic, _ in names}) == len(names)


def test_every_member_of_staff_says_that_nobody_is_meant():
    assert all("made up" in member.name or "متخيَّل" in member.name for member in MEMBERS)
    assert len({member.email for member in MEMBERS}) == len(MEMBERS)


def test_the_people_of_a_household_bear_one_family_name(built: Built):
    claim = Claim.objects.order_by("id")[3]
    latin = [known(person).latin_name for person in members_of(claim.household, NOW.date())]

    assert len({name.split()[-1] for name in latin}) == 1
