"""The long way in one walk: from a reserved award to a family that has its money, and from a halt to its answer.

The officers sit at a desk; the families have an old telephone, 320 px wide, in which no script runs.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import renew_receipt
from sanad.casework.inquiries.models import Inquiry
from sanad.casework.notices.models import Notice
from sanad.casework.payments.models import Payment, PaymentRun
from sanad.casework.works.models import Halt
from sanad.funds.services import ask_three_persons
from sanad.ops.working import follow_the_chain, seal
from sanad.staff.roles import Role
from tests.casework.bank_statements import settles, written
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import paying_fund, with_accounts
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, issued
from tests.casework.works.sites import ordered
from tests.journeys.look_checks import overflowing
from tests.journeys.test_family import SMALLEST, picture
from tests.journeys.test_payments import approve, officer, prepare, release_and_send, send
from tests.journeys.test_works import day
from tests.journeys.visit import Visit, visiting
from tests.web.people import member

pytestmark = pytest.mark.browser


@pytest.fixture
def telephone(visit: Visit, browser: Browser) -> Iterator[Visit]:
    """In the language of the officers' desk, so that both sides are read in each."""
    size = {"width": SMALLEST, "height": 568}
    found = visiting(browser, visit.address, visit.language, java_script_enabled=False, viewport=size)
    yield found
    found.context.close()
    assert found.elsewhere == set()
    assert found.faults == {}


def sealed() -> None:
    """What the worker does within a second: families read sealed books only."""
    seal(LATER)
    follow_the_chain(LATER)


def come_in(telephone: Visit, claim: Claim) -> None:
    code = renew_receipt(claim=claim, at=LATER, by=maya()).code
    sealed()
    telephone.context.clear_cookies(name="sanad_family")
    telephone.go("/family/")
    telephone.page.fill("#id_number", claim.number)
    telephone.page.fill("#id_code", code)
    telephone.follow("main form button.button")


def test_a_family_reads_of_its_money_before_it_is_sent_and_says_that_it_arrived(
    visit: Visit, telephone: Visit, tmp_path: Path
):
    fund, families = paying_fund(), claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)
    ask_three_persons(fund=fund, above=100_00, by=omar(), at=LATER)
    issued()
    with_accounts(families)
    hadi, mona, salim = (officer(name) for name in ("Hadi Saab", "Mona Khoury", "Salim Karam"))

    come_in(telephone, families[0])
    picture(telephone, "walk-reserved-320")
    run = prepare(visit, hadi, fund)
    approve(visit, mona, run)
    release_and_send(visit, salim, run)
    the_bank_says_so(visit, run, tmp_path)
    sealed()
    telephone.go("/family/claim/")
    picture(telephone, "walk-paid-320")
    assert overflowing(telephone.page) == []
    telephone.follow("button[name='arrived'][value='yes']")

    mine, theirs = (Payment.objects.get(payee__household=one.household) for one in families)
    assert (mine.state, bool(mine.confirmed_at)) == ("settled", True)
    assert (theirs.state, theirs.confirmed_at) == ("settled", None)
    sealed()
    telephone.go("/family/claim/")
    assert telephone.page.is_visible("#payments ~ * .tag.done")


def the_bank_says_so(visit: Visit, run: PaymentRun, folder: Path) -> None:
    file = folder / "bank.csv"
    file.write_text(written([settles(one) for one in run.orders.order_by("pk")]), encoding="utf-8")
    visit.go("/office/payments/statements/new/cedar/")
    send(visit, file, "take")
    visit.look("walk-statement")
    visit.sign_out()


def test_a_halt_reaches_every_family_of_the_building_and_its_question_is_answered(visit: Visit, telephone: Visit):
    paying_fund()
    families = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)
    issued()
    ordered(families[0].dwelling.building)

    halt_the_works(visit, families[0])
    for place, claim in enumerate(families):
        come_in(telephone, claim)
        picture(telephone, f"walk-halted-{place}-320")
        assert telephone.page.is_visible(".note.halt")
        assert overflowing(telephone.page) == []
    ask(telephone)
    answer(visit)
    sealed()
    telephone.go("/family/claim/")
    picture(telephone, "walk-answered-320")

    halt = Halt.objects.get()
    told = Notice.objects.filter(kind="halt").values_list("household", flat=True)
    assert sorted(told) == sorted(one.household_id for one in families)
    assert halt.families == len(families)
    assert Inquiry.objects.get().state == "answered"
    assert "8 كانون" in telephone.page.inner_text("#questions ~ ul")


def halt_the_works(visit: Visit, claim: Claim) -> None:
    visit.sign_in(member("Nader Hajj", Role.ENGINEER))
    visit.go(f"/office/buildings/{claim.dwelling.building.reference}/")
    visit.look("walk-building")
    visit.follow("a[href*='/halts/buildings/']")
    visit.page.select_option("[name='reason']", "no_money")
    visit.page.select_option("[name='restart']", "money")
    visit.page.fill("[name='missing']", "86,400")
    visit.page.fill("[name='review_on']", day(30))
    visit.follow("form.card button.button")
    visit.look("walk-halt")
    visit.sign_out()


def ask(telephone: Visit) -> None:
    telephone.page.fill("#id_words", "متى تُستأنف الأشغال في مبنانا؟")
    telephone.follow("form[action='/family/ask/'] button.button")
    picture(telephone, "walk-asked-320")
    assert telephone.page.inner_text(".note.done bdi.ref") == Inquiry.objects.get().number


def answer(visit: Visit) -> None:
    visit.sign_in(member("Nada Rizk", Role.CASEWORKER))
    visit.follow(f"a[href$='/inquiries/{Inquiry.objects.get().number}/']")
    visit.look("walk-inquiry")
    visit.page.fill("#id_words", "ينقص 86,400 دولار. يراجع مكتب الأشغال التعليق في 8 كانون الأول.")
    visit.page.check("[name='then'][value='sum']")
    visit.page.fill("#id_missing", "86,400")
    visit.follow("main form button.button")
