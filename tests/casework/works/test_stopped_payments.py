"""A certified stage is paid by the next run of its fund; what is halted, or unsafe, stays out of runs and is listed."""

import uuid
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sanad.casework.allocations.models import Stop
from sanad.casework.allocations.stopping import stopped_in
from sanad.casework.payments.accounts import NewAccount
from sanad.casework.payments.models import Payable, PaymentPart, WhyLeftOut
from sanad.casework.payments.refusals import MoneyIsHalted, NothingToPay
from sanad.casework.payments.services import (
    confirm_account,
    export_run,
    payee_of_organisation,
    prepare_run,
    propose_account,
)
from sanad.casework.works.models import Halt, Kind, Order
from sanad.casework.works.proposals import Of
from sanad.casework.works.reasons import Ending
from sanad.casework.works.services import end_halt, halt
from sanad.funds.models import Fund
from sanad.funds.services import name_account
from sanad.ledger.verification import verify_books
from sanad.registry.models import Building
from tests.casework.alarms import elias, red
from tests.casework.families import AT, maya, omar, programme
from tests.casework.payments_of_claims import IBAN, prepared, rana, released
from tests.casework.works.sites import LATER, certified, farah, for_contractor, for_money, house, leila, money, ordered
from tests.casework.works.test_stages import SUBURBS
from tests.casework.works.test_unsafe_buildings import marked_green, marked_red

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def paying() -> Fund:
    """The fund of the works, with an account, and the contractor with a confirmed one."""
    fund = money().fund
    name_account(fund=fund, holder="Cedar Fund", number=IBAN, bank="AUDBLBBX", by=omar(), at=AT)
    payee = payee_of_organisation(name="Cedar Building Works", at=AT)
    account = NewAccount("bank", "Cedar Building Works", "ACC000000001", "AUDBLBBX")
    proposed = propose_account(id=uuid.uuid4(), payee=payee, account=account, by=maya(), at=AT)
    confirm_account(account=proposed.pk, by=omar(), at=AT)
    return fund


def certified_order(here: Building, kind: Kind = Kind.STRUCTURAL) -> Order:
    order = ordered(here, kind)
    certified(order, 1)
    return order


def left_out(fund: Fund) -> list[tuple[str, int]]:
    """What a run of the fund leaves out, when it finds nothing else to pay."""
    with pytest.raises(NothingToPay) as refusal:
        prepare_run(client_id=uuid.uuid4(), fund=fund, up_to=None, by=maya(), at=LATER)
    return list(refusal.value.left_out.items())


def test_a_certified_stage_is_paid_to_the_contractor_by_the_next_run():
    fund, order = paying(), certified_order(house())

    run = prepared(fund)

    payable = Payable.objects.get()
    assert (payable.about, payable.amount, payable.part.fund) == (f"{order.reference}/1", 30_000, fund)
    assert PaymentPart.objects.get(payment__run=run).payable == payable
    assert run.total == 30_000
    assert list(verify_books()) == []


def test_what_nobody_certified_is_in_no_run():
    fund = paying()
    ordered(house())

    assert left_out(fund) == []


def test_a_halted_fund_pays_nothing_until_the_halt_ends():
    fund = paying()
    certified_order(house())
    one = halt(new=for_money(Of(fund=fund)), at=AT, by=farah(""))

    halted = left_out(fund)
    end_halt(halt=one, ending=Ending.MONEY_CAME, at=LATER, by=farah(""))

    assert halted == [(WhyLeftOut.HALTED, 1)]
    assert prepared(fund).total == 30_000


def test_a_halted_programme_pays_no_works_of_its_own():
    fund = paying()
    certified_order(house())

    halt(new=for_money(Of(programme=programme())), at=AT, by=leila(""))

    assert left_out(fund) == [(WhyLeftOut.HALTED, 1)]


def test_certified_finishing_works_of_a_building_that_became_unsafe_are_not_paid():
    fund, here = paying(), house()
    certified_order(here, Kind.FINISHING)
    marked_red(here)

    unsafe = left_out(fund)
    marked_green(here)
    end_halt(halt=Halt.objects.get(), ending=Ending.FOUND_SAFE, at=LATER, by=elias())

    assert unsafe == [(WhyLeftOut.HALTED, 1)]
    assert prepared(fund).total == 30_000


def test_a_run_that_was_prepared_before_the_halt_does_not_reach_the_bank():
    fund = paying()
    certified_order(house())
    run = released(fund)
    one = halt(new=for_money(Of(fund=fund)), at=AT, by=farah(""))

    with pytest.raises(MoneyIsHalted) as refusal:
        export_run(run=run, by=rana(), at=LATER)
    end_halt(halt=one, ending=Ending.MONEY_CAME, at=LATER, by=farah(""))

    assert refusal.value.payments == 1
    assert export_run(run=run, by=rana(), at=LATER)


def test_certified_work_is_paid_though_the_contractor_has_stopped_since():
    fund, here = paying(), house()
    order = certified_order(here)

    halt(new=for_contractor(Of(order=order)), at=AT, by=elias())

    assert prepared(fund).total == 30_000


def test_the_rules_themselves_say_which_lines_of_a_home_are_finishing_works():
    suburbs, here = programme(SUBURBS, "DSS"), house()
    fund = money().fund
    fund.programmes.create(programme=suburbs.key)
    red(here)

    stopped = stopped_in(fund)

    assert stopped.stops_award(suburbs.pk, "repair", here.pk)
    assert not stopped.stops_award(suburbs.pk, "shelter", here.pk)
    assert not stopped.stops_award(suburbs.pk, "repair", here.pk + 1)


def test_a_placard_of_the_office_and_a_stop_are_one_act():
    here = house()
    order = ordered(here, Kind.FINISHING)

    marked_red(here)

    assert Stop.objects.get(ended_at=None).order == order.reference


def test_the_database_keeps_a_stop_to_one_thing():
    fund = money().fund

    for wrong in ({}, {"fund": fund, "order": "W-000001"}, {"line": "repair"}, {"fund": fund, "about": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Stop.objects.create(**({"about": "halt:S-000001", "since": AT} | wrong))
