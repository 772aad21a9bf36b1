from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sanad.engine.money import NotAnAmount
from sanad.funds.models import AgreementKind, Fund, Part
from sanad.funds.refusals import NameIsMissing
from sanad.funds.selectors import agreed, free_money, funds_at_hand, numbers_of_fund, numbers_of_parts
from sanad.funds.services import add_donor, note_agreement, open_fund
from sanad.staff.models import User
from tests.funds.money import AT, TODAY, cedar_fund, earmark, general, promised, received

pytestmark = pytest.mark.django_db


def test_a_new_fund_has_a_general_part_without_money(fund: Fund):
    (found,) = funds_at_hand("homes", TODAY)

    assert (found.code, found.currency, found.amount) == ("cedar/general", "USD", 0)
    assert found.account == "USD:fund:cedar/general:held"


def test_each_earmark_is_at_hand_with_what_it_may_be_used_for(fund: Fund, omar: User, mona: User):
    south = earmark(fund, "south-rent", area="LB-1", line="rent|shelter", until=TODAY)
    received(south, 500, omar, mona)

    found = {one.part: one for one in funds_at_hand("homes", TODAY)}

    assert (found["south-rent"].amount, found["general"].amount) == (500, 0)
    marks = found["south-rent"]
    assert (marks.area, marks.line, marks.until) == ("LB-1", "rent|shelter", TODAY)


@pytest.mark.parametrize(("days", "found"), [(-1, 0), (0, 1), (5, 1), (6, 0)])
def test_an_earmark_is_at_hand_in_its_period_only(days: int, found: int, fund: Fund):
    earmark(fund, "winter", since=TODAY, until=TODAY + timedelta(days=5))

    names = [one.part for one in funds_at_hand("homes", TODAY + timedelta(days=days))]

    assert names.count("winter") == found


def test_a_fund_is_at_hand_for_its_own_programmes_only(fund: Fund):
    assert funds_at_hand("schools", TODAY) == []


def test_what_is_reserved_is_at_hand_no_longer(part: Part, omar: User, mona: User):
    received(part, 500, omar, mona)

    promised(part, 200)

    assert free_money(part) == 300
    assert [one.amount for one in funds_at_hand("homes", TODAY)] == [300]


def test_what_donors_said_is_shown_and_never_reserved(fund: Fund, part: Part):
    donor = add_donor(code="bank", names={"en": "A Bank", "ar": "مصرف"}, by=None, at=AT)
    given = {"fund": fund, "donor": donor, "said_on": TODAY, "source": "letter of 3 May", "by": None, "at": AT}
    note_agreement(kind=AgreementKind.FRAMEWORK, reference="FR-1", amount=1_000, **given)
    note_agreement(kind=AgreementKind.PLEDGE, reference="PL-1", amount=250, **given)

    assert (agreed(fund, AgreementKind.FRAMEWORK), agreed(fund, AgreementKind.PLEDGE)) == (1_000, 250)
    assert free_money(part) == 0


def test_what_nobody_said_is_not_known_and_no_zero(fund: Fund):
    assert agreed(fund, AgreementKind.PLEDGE) is None


def test_the_numbers_of_a_fund_are_those_of_its_parts(fund: Fund, part: Part, omar: User, mona: User):
    south = earmark(fund, "south", area="LB-1")
    received(part, 500, omar, mona)
    received(south, 300, omar, mona)
    promised(south, 100)

    whole = numbers_of_fund(numbers_of_parts([part, south]).values())

    assert (whole.received, whole.reserved, whole.free, whole.paid) == (800, 100, 700, 0)


def test_a_fund_has_a_name_in_every_language():
    with pytest.raises(NameIsMissing) as refused:
        open_fund(code="olive", names={"en": "Olive"}, currency="USD", programmes=[], by=None, at=AT)

    assert refused.value.language == "ar"


def test_a_fund_is_in_a_currency_that_can_be_paid():
    with pytest.raises(NotAnAmount):
        cedar_fund("XAU", "gold")

    assert not Fund.objects.exists()


@pytest.mark.parametrize(
    "marks",
    [
        {"code": "general", "area": "LB-1"},
        {"code": "unmarked"},
        {"code": "backward", "since": date(2026, 5, 2), "until": date(2026, 5, 1)},
    ],
)
def test_a_part_that_is_neither_general_nor_earmarked_is_refused(marks: dict[str, object], fund: Fund):
    account = general(fund).account_id

    with pytest.raises(IntegrityError), transaction.atomic():
        Part.objects.filter(account=account).update(**marks)
