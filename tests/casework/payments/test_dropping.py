"""A run that is not paid: its money stays set aside, and whoever gave it to the bank does not drop it alone."""

import pytest

from sanad.casework.payments.models import PaymentRun
from sanad.casework.payments.refusals import FileWasTaken, ReasonIsMissing, StateHasChanged
from sanad.casework.payments.services import drop_run, export_run
from tests.casework.bank_statements import numbers
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import payments, prepared, rana, released, reserved, sent
from tests.casework.rounds_of_claims import LATER

pytestmark = pytest.mark.usefixtures("own_database")


def test_a_dropped_run_leaves_its_money_set_aside_for_another():
    fund, _ = reserved(2)
    run, before = released(fund), numbers(fund)

    with pytest.raises(ReasonIsMissing):
        drop_run(run=run, reason=" ", by=rana(), at=LATER)
    drop_run(run=run, reason="the bank is closed", by=rana(), at=LATER)

    assert numbers(fund) == before
    assert {one.state for one in payments(run)} == {"dropped"}
    assert prepared(fund).total == run.total
    with pytest.raises(StateHasChanged):
        export_run(run=run, by=rana(), at=LATER)


def test_a_sent_run_is_never_dropped():
    fund, _ = reserved(1)
    run = sent(fund)

    with pytest.raises(StateHasChanged):
        drop_run(run=run, reason="too late", by=omar(), at=LATER)


def test_a_run_whose_file_was_taken_is_dropped_by_somebody_else():
    """Whoever gave the file to the bank cannot alone have the same money paid once more."""
    fund, _ = reserved(1)
    run = released(fund)
    export_run(run=run, by=omar(), at=LATER)

    for by in (rana(), omar()):  # who released it, and who took the file
        with pytest.raises(FileWasTaken):
            drop_run(run=PaymentRun.objects.get(), reason="the bank is closed", by=by, at=LATER)
        assert PaymentRun.objects.get().state == "released"
    drop_run(run=PaymentRun.objects.get(), reason="the bank has not taken it", by=maya(), at=LATER)

    assert PaymentRun.objects.get().state == "dropped"
