"""A line of awards that is halted, in a run of payments."""

from sanad.casework.payments.models import LeftOut, PaymentPart, WhyLeftOut
from sanad.casework.payments.refusals import NothingToPay
from sanad.casework.works.proposals import Of
from sanad.casework.works.services import halt
from sanad.funds.models import Fund
from tests.casework.families import AT
from tests.casework.payments_of_claims import prepared, reserved
from tests.casework.works.sites import for_money, leila


def test_a_halted_line_stays_out_of_a_run_and_the_others_are_paid(own_database: str):
    fund, families = reserved(2)
    line = families[0].awards.get().lines.filter(amount__gt=0).earliest("pk").line
    programme_of = families[0].programme

    halt(new=for_money(Of(programme=programme_of, line=line)), at=AT, by=leila(""))

    assert left_out_lines(fund, line) == {WhyLeftOut.HALTED}


def left_out_lines(fund: Fund, line: str) -> set[str]:
    try:
        run = prepared(fund)
    except NothingToPay as nothing:
        return set(nothing.left_out)
    assert not PaymentPart.objects.filter(payment__run=run, line=line).exists()
    return set(LeftOut.objects.filter(run=run).values_list("why", flat=True))
