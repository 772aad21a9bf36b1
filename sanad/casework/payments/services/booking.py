"""What the lines of one statement do to payments and to the books, in the transaction of whoever calls."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Sum

from sanad.casework.payments.models import BankLine, BankStatement, LineState, Payment, PaymentState
from sanad.casework.payments.services.marking import mark_returned, mark_settled
from sanad.casework.payments.services.moving import AT_ONCE, Slice, cut, moved, parts_of
from sanad.casework.payments.services.returning import Return, give_back
from sanad.casework.payments.services.suspending import suspend
from sanad.casework.payments.statements.planning import Planned
from sanad.casework.payments.statements.returns import code_in
from sanad.ledger.booking import Act
from sanad.ledger.kinds import AccountKind
from sanad.ledger.movements import Movement
from sanad.staff.models import User


@dataclass(frozen=True, slots=True)
class Booking:
    """One statement with what its lines mean; who takes it in, and when."""

    statement: BankStatement
    plan: Sequence[Planned]
    by: User
    at: datetime

    def book(self) -> None:
        parts = parts_of(one.payment for one in self.plan if one.payment)
        before = _states(parts)
        settled = self._of(LineState.SETTLED)
        mark_settled([(one.payment or 0, one.line.day) for one in settled], at=self.at)
        returns = list(self._returns(parts, before, {one.payment for one in settled}))
        mark_returned([(one.payment, one.day, one.code) for one in returns])
        movements = [*self._settling(settled, parts), *self._questioning(parts)]
        give_back(returns, movements=movements, act=self._act("bank.book"))
        suspend(self.statement, self.plan, act=self._act("bank.suspense"))

    def _act(self, name: str) -> Act:
        facts = {"fund": self.statement.fund.code}
        return Act(name, f"statement:{self.statement.pk}", self.by, self.at, facts)

    def _of(self, state: LineState) -> list[Planned]:
        return [one for one in self.plan if one.state == state]

    def _settling(self, settled: Iterable[Planned], parts: Mapping[int, list[Slice]]) -> Iterator[Movement]:
        for one in settled:
            yield from moved(parts[one.payment or 0], AccountKind.SENT, AccountKind.PAID, self._line(one))

    def _returns(
        self, parts: Mapping[int, list[Slice]], before: Mapping[int, str], settled: set[int | None]
    ) -> Iterator[Return]:
        for one in self._of(LineState.RETURNED):
            payment = one.payment or 0
            was_paid = payment in settled or before[payment] == PaymentState.SETTLED
            out_of = AccountKind.PAID if was_paid else AccountKind.SENT
            code = code_in(one.line.note)
            yield Return(payment, tuple(parts[payment]), out_of, one.line.day, code, self._line(one))

    def _questioning(self, parts: Mapping[int, list[Slice]]) -> Iterator[Movement]:
        """Money of a payment of which the bank tells another sum: from on its way into suspense, part by part."""
        begun: defaultdict[int, int] = defaultdict(int, _in_question(self.statement))
        for one in self.plan:
            if one.from_sent and one.payment:
                since = begun[one.payment]
                begun[one.payment] += one.from_sent
                taken = cut(parts[one.payment], since, begun[one.payment])
                yield from moved(taken, AccountKind.SENT, AccountKind.SUSPENSE, self._line(one))

    def _line(self, one: Planned) -> str:
        return f"{self.statement.pk}:{one.line.row}"


def _states(payments: Iterable[int]) -> dict[int, str]:
    asked = sorted(payments)
    found: dict[int, str] = {}
    for at in range(0, len(asked), AT_ONCE):
        found |= dict(Payment.objects.filter(pk__in=asked[at : at + AT_ONCE]).values_list("pk", "state"))
    return found


def _in_question(statement: BankStatement) -> dict[int, int]:
    """What of payments the lines of earlier statements have in question."""
    waiting = BankLine.objects.filter(statement__fund=statement.fund_id, undecided__gt=0, from_sent__gt=0)
    rows = waiting.exclude(statement=statement).values_list("payment")
    return dict(rows.annotate(Sum("from_sent")).order_by())
