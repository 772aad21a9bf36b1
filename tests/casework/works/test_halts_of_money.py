from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from sanad.casework.notices.models import Notice
from sanad.casework.works.acting import NotTheirs
from sanad.casework.works.proposals import Of
from sanad.casework.works.reasons import Ending
from sanad.casework.works.refusals import WorksRefused
from sanad.casework.works.selectors import halts_touching, open_halts
from sanad.casework.works.services import end_halt, halt, tell_those_missed
from sanad.registry.proposals import NewDwelling
from tests.casework.alarms import elias, nadia
from tests.casework.families import AT, KARIM, family, new_claim, received
from tests.casework.rounds_of_claims import LATER as ROUND
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, claims, fund_of, issued
from tests.casework.works.sites import (
    LATER,
    farah,
    for_money,
    leila,
    ordered,
)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_line_touches_the_families_whose_award_has_it(own_database: str):
    awarded, bare = claims(RENTING_WITH_A_WRECK, {"dwelling": {"damage": "none"}, "household": {"renting": True}})
    fund_of(1_000_000)
    issued()

    of = Of(programme=awarded.programme, line=a_line(awarded))
    one = halt(new=for_money(of, review_on=ROUND.date()), at=AT, by=leila(""))

    assert one.families == 1
    assert halts_touching(awarded, LATER) == [one]
    assert halts_touching(bare, LATER) == []


def a_line(claim: object) -> str:
    return claim.awards.get().lines.filter(amount__gt=0).order_by("pk").first().line


def test_a_fund_touches_the_families_whose_money_is_reserved_in_it_and_those_of_its_works(own_database: str):
    awarded = claims(RENTING_WITH_A_WRECK)[0]
    fund = fund_of(1_000_000)
    issued()
    elsewhere = received(new_claim(NewDwelling(awarded.dwelling.building, "219-9", 5), family(KARIM))).claim

    one = halt(new=for_money(Of(fund=fund)), at=AT, by=farah(""))
    before = (one.families, halts_touching(elsewhere, LATER))
    end_halt(halt=one, ending=Ending.MISTAKE, at=AT, by=farah(""))
    ordered(awarded.dwelling.building, sums=[1_000])
    again = halt(new=for_money(Of(fund=fund)), at=AT, by=farah(""))

    assert before == (1, [])
    assert again.families == 2
    assert halts_touching(elsewhere, LATER) == [again]


def test_whoever_comes_into_a_halted_programme_later_is_told_by_the_worker_once(own_database: str):
    first = received().claim
    one = halt(new=for_money(Of(programme=first.programme)), at=AT, by=leila(""))
    received(new_claim(NewDwelling(first.dwelling.building, "219-5-A", 5), family(KARIM)))

    told = [tell_those_missed(at=AT + timedelta(minutes=minutes)) for minutes in (0, 1, 2, 3)]

    assert told == [0, 1, 0, 0]
    assert Notice.objects.filter(about=one.about).count() == 2


def test_a_programme_a_line_and_a_fund_are_halted_by_lead_or_finance_of_no_single_district(own_database: str):
    rules = received().claim.programme
    for stranger in (elias(), leila(), nadia()):
        with pytest.raises(NotTheirs):
            halt(new=for_money(Of(programme=rules)), at=AT, by=stranger)
    with pytest.raises(WorksRefused) as refusal:
        halt(new=for_money(Of(programme=rules, line="palaces")), at=AT, by=leila(""))

    one = halt(new=for_money(Of(programme=rules)), at=AT, by=leila(""))

    assert refusal.value.code == "no_such_line"
    assert list(open_halts()) == [one]
