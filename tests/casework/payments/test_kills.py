"""A finance office killed at any moment of its runs: nothing is lost, nothing is doubled, no export is in doubt."""

import hashlib
import os
import random
from pathlib import Path

from django.conf import settings

from sanad.audit.models import Event
from sanad.casework.notices.models import Notice
from sanad.casework.payments.models import BankStatement, Payment, PaymentPart, PaymentRun, RunState
from sanad.ledger.verification import verify_books
from tests.casework.bank_statements import numbers
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import rana, reserved
from tests.killing import worker

KILLS = int(os.environ.get("SANAD_KILLS", "30"))
FAMILIES = 24
PAYER = Path(__file__).with_name("killed_payer.py")
SEED = int(os.environ.get("SANAD_SEED", "0")) or random.SystemRandom().randrange(10**6)


def test_runs_survive_kills_at_any_moment(own_database: str):
    fund, _ = reserved(FAMILIES)
    whole, chance, kills = numbers(fund).reserved, random.Random(SEED), 0
    assert {maya(), omar(), rana()}

    with worker(PAYER, own_database) as at_work:
        while kills < KILLS and numbers(fund).reserved:
            kills += at_work.killed(chance, longest=0.5)
        for _ in range(3):
            assert not at_work.run()

    told = f"SANAD_SEED={SEED}"
    found = numbers(fund)
    assert found.paid + found.sent + found.reserved == whole, told
    assert list(verify_books()) == [], told
    for run in PaymentRun.objects.exclude(state=RunState.PREPARED):
        orders = Payment.objects.filter(run=run)
        assert sum(orders.values_list("amount", flat=True)) == run.total, told
        for act in ("run.prepare", "run.approve", "run.release", "run.export", "run.send"):
            assert Event.objects.filter(act=act, on=f"run:{run.reference}").count() == 1, f"{act}, {told}"
        for form, noted in (("xml", run.xml_hash), ("csv", run.csv_hash)):
            file = Path(settings.DATA) / "bank" / f"{run.reference}.{form}"
            assert hashlib.sha256(file.read_bytes()).hexdigest() == noted, told
        assert BankStatement.objects.filter(bank_id=f"OF-{run.reference}").count() == 1, told
    references = list(Notice.objects.filter(kind="payment_sent").values_list("facts__reference", flat=True))
    assert sorted(references) == sorted(Payment.objects.exclude(sent_at=None).values_list("reference", flat=True)), told
    open_parts = PaymentPart.objects.filter(is_open=True).values_list("reservation", flat=True)
    assert len(open_parts) == len(set(open_parts)), told
