import uuid

import pytest

from sanad.casework.payments.models import BankLine, DecisionKind, Payment, SuspenseDecision
from sanad.casework.payments.refusals import DecidedBefore, NotDecidable, ReasonIsMissing, SameIdOther
from sanad.casework.payments.services import Decision, decide_suspense
from sanad.funds.models import Fund, Receipt
from sanad.funds.selectors import Numbers
from sanad.ledger.verification import first_difference
from tests.casework.bank_statements import numbers, returns, settles, states, taken_in
from tests.casework.families import omar
from tests.casework.payments_of_claims import payments, rana, reserved, sent
from tests.casework.rounds_of_claims import LATER

pytestmark = pytest.mark.usefixtures("own_database")


def decided(line: BankLine, kind: str, **more: object) -> SuspenseDecision:
    decision = Decision(DecisionKind(kind), more.pop("reason", "the bank wrote so"), **more)
    return decide_suspense(id=uuid.uuid4(), line=line, decision=decision, by=rana(), at=LATER)


def waiting() -> list[BankLine]:
    return list(BankLine.objects.filter(undecided__gt=0).order_by("pk"))


def suspended(tmp_path, amount: int, reference: str = "?") -> tuple[Fund, Numbers, BankLine]:
    """A fund with a sent run, its numbers before the statement, and the line in suspense."""
    fund, _ = reserved(1)
    sent(fund)
    before = numbers(fund)
    taken_in(fund, tmp_path, (amount, reference, ""))
    return fund, before, BankLine.objects.get()


def test_a_fee_of_the_bank_is_a_fee(tmp_path):
    fund, before, line = suspended(tmp_path, -5_00)

    decided(line, "fees")

    found = numbers(fund)
    assert (found.suspense, found.fees, found.free) == (0, 5_00, before.free - 5_00)
    assert first_difference() is None


def test_a_loss_goes_through_the_door_of_losses(tmp_path):
    fund, before, line = suspended(tmp_path, -5_00)

    decided(line, "lost")

    found = numbers(fund)
    assert (found.suspense, found.lost, found.free) == (0, 5_00, before.free - 5_00)


def test_what_went_back_to_its_sender_is_returned(tmp_path):
    fund, before, line = suspended(tmp_path, 9_00)

    decided(line, "send_back")

    found = numbers(fund)
    assert (found.suspense, found.returned, found.free) == (0, 9_00, before.free)


def test_money_that_arrived_is_recorded_and_waits_for_a_second_person(tmp_path):
    fund, before, line = suspended(tmp_path, 9_00)

    decided(line, "receipt")

    found = numbers(fund)
    assert (found.suspense, found.received, found.awaited, found.free) == (0, before.received, 9_00, before.free)
    assert Receipt.objects.get(state="recorded").bank_reference == "2026-06-A/6"


def test_what_the_bank_paid_under_another_name_settles_its_payment(tmp_path):
    fund, before, line = suspended(tmp_path, -1)
    (one,) = Payment.objects.all()
    with pytest.raises(NotDecidable) as refused:
        decided(line, "attach", payment=one)
    assert refused.value.reason == "other_sum"
    taken_in(fund, tmp_path, (-one.amount, "no name", ""), id="B")
    again = waiting()[1]

    decided(again, "attach", payment=one)

    found = numbers(fund)
    assert (found.paid, found.sent, found.suspense) == (one.amount, 0, 1)
    assert found.free == before.free - 1
    assert states(fund) == ["settled"]
    assert first_difference() is None


def test_what_the_bank_sent_back_under_another_name_comes_back_to_its_family(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, settles(one), (one.amount, "RETURN", ""))
    before = numbers(fund).received

    decided(waiting()[0], "attach", payment=one)

    found = numbers(fund)
    assert (found.paid, found.reserved, found.suspense) == (0, one.amount, 0)
    assert found.received == before - one.amount
    assert states(fund) == ["returned"]


@pytest.mark.parametrize("beyond", [-10_00, 10_00])
def test_a_payment_in_question_is_paid_as_far_as_the_bank_paid_it(tmp_path, beyond: int):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    before = numbers(fund)
    taken_in(fund, tmp_path, (-one.amount - beyond, one.reference, ""))
    (line,) = waiting()
    with pytest.raises(NotDecidable) as refused:
        decided(line, "fees")
    assert refused.value.reason == "payment_first"

    decided(line, "attach", payment=one)

    found, short = numbers(fund), max(-beyond, 0)
    assert (found.paid, found.sent) == (one.amount - short, 0)
    assert (found.reserved, found.suspense) == (short, max(beyond, 0))
    assert found.free == before.free - max(beyond, 0)
    assert first_difference() is None
    if beyond > 0:
        (rest,) = waiting()
        assert rest.undecided == beyond
        decided(rest, "fees")
        assert numbers(fund).fees == beyond


def test_two_lines_that_make_one_payment_settle_it_together(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, (-10, one.reference, ""), (10 - one.amount, one.reference, ""))

    decided(waiting()[0], "attach", payment=one)

    found = numbers(fund)
    assert (found.paid, found.sent, found.suspense, found.reserved) == (one.amount, 0, 0, 0)
    assert waiting() == []


def test_a_second_payment_that_the_bank_took_back_ends_both_lines(tmp_path):
    fund, _ = reserved(1)
    (one,) = payments(sent(fund))
    taken_in(fund, tmp_path, settles(one), settles(one), returns(one))
    free = numbers(fund).free
    out, back = waiting()

    decided(out, "cancel", other=back)

    found = numbers(fund)
    assert (found.paid, found.suspense, found.free) == (one.amount, 0, free + one.amount)
    assert waiting() == []
    assert first_difference() is None


def test_a_line_is_decided_once_and_a_form_sent_twice_decides_once(tmp_path):
    fund, _, line = suspended(tmp_path, -5_00)
    id, decision = uuid.uuid4(), Decision(DecisionKind.FEES, "a letter")
    given = {"id": id, "line": line, "by": rana(), "at": LATER}

    assert decide_suspense(**given, decision=decision) == decide_suspense(**given, decision=decision)

    assert numbers(fund).fees == 5_00
    with pytest.raises(DecidedBefore) as late:
        decide_suspense(id=uuid.uuid4(), line=line, decision=decision, by=omar(), at=LATER)
    assert late.value.who == "Rana Saab"
    with pytest.raises(SameIdOther):
        decide_suspense(**given, decision=Decision(DecisionKind.LOST, "a letter"))


@pytest.mark.parametrize(("amount", "kind"), [(5, "fees"), (5, "lost"), (-5, "send_back"), (-5, "receipt")])
def test_what_does_not_fit_the_line_is_refused(tmp_path, amount: int, kind: str):
    fund, _, line = suspended(tmp_path, amount)

    with pytest.raises(NotDecidable):
        decided(line, kind)
    with pytest.raises(ReasonIsMissing):
        decided(line, kind, reason=" ")

    assert numbers(fund).suspense == 5
