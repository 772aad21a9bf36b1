"""Other dice than the demo's own: a district is built whatever they say, and its rarest stories are told."""

from pathlib import Path

import pytest_django
from django.test import override_settings

from sanad.casework.payments.models import Payment, PaymentState
from sanad.demo.district import build_district
from sanad.demo.plan import Plan
from tests.databases import copied_database
from tests.demo.test_district import NOW, SMALL

SPENT_TO_THE_LAST = 4
"""With these dice the rounds once left less than the bank's charges."""


def test_money_for_the_bank_and_a_family_whose_payment_came_back(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker, tmp_path: Path
):
    roots = {f"{name}_ROOT": tmp_path / name for name in ("MEDIA", "ROUNDS", "RELEASES")}
    with override_settings(**roots), django_db_blocker.unblock(), copied_database():
        district = build_district(Plan(SPENT_TO_THE_LAST, NOW, SMALL), lambda *_: None)
        returned = Payment.objects.filter(state=PaymentState.RETURNED)

        assert "returned" in {story for story, _ in district.receipts}
        assert not returned.filter(payee__household=None).exists()
        assert set(returned.values_list("parts__claim__state", flat=True)) == {"received"}
