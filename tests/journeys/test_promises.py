"""What was promised in public: before any release, with both columns filled, promise by promise, and on a demo."""

from datetime import date

import pytest
from django.db import transaction
from pytest_django import Settings

from sanad.audit.made_up import mark_as_made_up
from sanad.audit.sealing import seal_all
from sanad.funds.models import AgreementKind, Fund
from sanad.funds.services import add_donor, note_agreement
from sanad.outcomes.recording.following import record_public_words
from sanad.record.kinds import Came, Level
from sanad.record.models import Commitment
from sanad.record.services.commitments import add_outcome
from sanad.record.services.disclosures import disclose
from tests.casework.families import AT, maya
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of
from tests.casework.works.sites import halted
from tests.journeys.visit import Visit
from tests.outcomes.promises import WORDS, linked_to, linked_to_fund, promised
from tests.publication.releases import own_releases, released
from tests.record.keeping.pages import PAGE, by_maya, by_omar, held, said

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("own_releases")]
__all__ = ["own_releases"]


@pytest.fixture(autouse=True)
def _files(tmp_path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def opened(due: str, amount: int | None = 5_00) -> Commitment:
    one = promised(amount, due=due)
    disclose(one.evidence, Level.PUBLIC, "agreed", by_omar())
    return one


def heard(of: Commitment, value: Came, number: int) -> None:
    statement = said(held(f"{PAGE}\nIt was told {number} days later.\n"), WORDS)
    disclose(statement, Level.PUBLIC, "agreed", by_omar())
    add_outcome(of, value, statement, by_maya(), as_of="2026-05")


def pledged(fund: Fund) -> None:
    donor = add_donor(code="gulf", names={"en": "Gulf Relief", "ar": "إغاثة الخليج"}, by=maya(), at=AT)
    told = {"reference": "GR-1", "amount": 900_00, "said_on": AT.date(), "source": "letter of 3 May"}
    day = date(2026, 5, 31)
    note_agreement(fund=fund, donor=donor, kind=AgreementKind.PLEDGE, **told, expected_by=day, by=maya(), at=AT)


def history() -> Commitment:
    """Promises of a page, of a donor and of the works office, some of them due, some about few families."""
    fund = fund_of(1_000)
    programme = claims(*[RENTING_WITH_A_WRECK] * 12)[0].programme
    for _ in range(3):
        halted(claims(*[RENTING_WITH_A_WRECK] * 4)[0].dwelling.building)
    halted(claims(*[RENTING_WITH_A_WRECK] * 11)[0].dwelling.building)
    pledged(fund)
    seal_all(at=LATER)
    record_public_words(LATER)
    first = opened("2026-01")
    heard(first, Came.NOT_MET, 3)
    linked_to_fund(first, fund)
    second = opened("2026-03-01")
    heard(second, Came.KEPT, 5)
    linked_to(second, programme)
    opened("2031-01", None)
    opened("", None)
    return first


def test_everybody_reads_what_was_promised_and_both_columns(visit: Visit):
    visit.go("/promises/")
    visit.look("promises-empty")
    one = history()
    released()

    visit.go("/promises/")
    for summary in visit.page.locator("main details > summary").all():
        summary.click()
    visit.look("promises")
    visit.go(f"/promises/{one.pk}/")
    visit.look("promise")
    visit.go("/promises/")
    visit.follow("main tbody a >> nth=0")
    visit.look("promise-not-opened")
    visit.go("/method/")
    visit.look("promises-method")

    assert visit.go("/promises/").locator(".told > div").count() == 2


def test_a_demo_says_that_its_ledger_is_in_no_count(visit: Visit):
    with transaction.atomic():
        mark_as_made_up(at=AT)
    one = history()
    released()

    visit.go("/promises/")
    visit.look("promises-demo")
    visit.go(f"/promises/{one.pk}/")
    visit.look("promise-demo")
