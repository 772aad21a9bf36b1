"""Any history of acts: the books agree with those kept by hand, and with themselves, after every step."""

import os
import secrets
from collections.abc import Callable
from itertools import count
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sanad.audit.models import Event
from sanad.ledger.losses import book_loss
from sanad.ledger.models import Account, Pending
from sanad.ledger.movements import Posting, Wanted
from sanad.ledger.refusals import LedgerRefused
from sanad.ledger.selectors import balance_of
from sanad.ledger.services import cover, give_up, post, post_in_bulk, reserve_in_bulk, reverse, transfer, void
from sanad.ledger.verification import first_difference
from tests.ledger.books import AT, HELD, PAID, RECEIVED, act, open_books, set_aside
from tests.ledger.keeping import Kept

SEED = int(os.environ.get("SANAD_SEED", str(secrets.randbelow(2**32))))
EXAMPLES = int(os.environ.get("SANAD_HISTORIES", "60"))
SHORTFALL = "USD:fund:cedar:shortfall"
AMOUNTS, RANKS, RECEIVED_AMOUNTS = st.integers(1, 300), st.integers(1, 2), st.integers(500, 2_000)


class Books(RuleBasedStateMachine):
    """Acts in any order and number, also refused ones and ones that are sent again."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = Kept()
        self.reversible: dict[UUID, int] = {}
        self.again: list[Callable[[], object]] = []
        self.ids = count()
        self.history = transaction.atomic()
        self.history.__enter__()
        open_books()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.history.__exit__(None, None, None)

    def new_id(self) -> UUID:
        """In no order, and the same in a history that is tried again: else the same draws would choose other acts."""
        return uuid5(NAMESPACE_OID, str(next(self.ids)))

    def does(self, expected: bool, verb: Callable[..., object], **given: object) -> None:
        """The verb is done exactly if it may be; what was done can be sent again."""
        try:
            verb(**given)
        except LedgerRefused:
            assert not expected
        else:
            assert expected
            self.again.append(lambda: verb(**given))

    @rule(amount=RECEIVED_AMOUNTS)
    def receive(self, amount: int) -> None:
        self.kept.held += amount
        self.does(True, transfer, id=self.new_id(), debit=RECEIVED, credit=HELD, amount=amount, act=act())

    @rule(amount=AMOUNTS)
    def pay_out(self, amount: int) -> None:
        id, may = self.new_id(), self.kept.take(amount)
        if may:
            self.reversible[id] = amount
        self.does(may, transfer, id=id, debit=HELD, credit=PAID, amount=amount, act=act())

    @precondition(lambda self: self.reversible)
    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(sorted(self.reversible)))
        self.kept.held += self.reversible.pop(id)
        self.does(True, reverse, id=self.new_id(), of=id, act=act())

    @rule(amount=AMOUNTS, rank=RANKS)
    def reserve(self, amount: int, rank: int) -> None:
        id = self.new_id()
        may = self.kept.reserve({id: (amount, rank)})
        self.does(may, set_aside, amount=amount, id=id, rank=rank)

    @rule(amounts=st.lists(st.tuples(AMOUNTS, RANKS), min_size=3, max_size=6))
    def reserve_many(self, amounts: list[tuple[int, int]]) -> None:
        asked = {self.new_id(): one for one in amounts}
        may = self.kept.reserve(asked)
        wanted = [Wanted(id, HELD, PAID, amount, rank) for id, (amount, rank) in asked.items()]
        self.does(may, reserve_in_bulk, reservations=wanted, on="round:7", by=None, at=AT)

    @precondition(lambda self: self.kept.promises)
    @rule(data=st.data(), amount=AMOUNTS)
    def post_part(self, data: st.DataObject, amount: int) -> None:
        id = self.promise(data)
        self.does(self.kept.post(id, amount), post, id=self.new_id(), pending=id, amount=amount, act=act())

    @rule()
    def post_all(self) -> None:
        standing = {id: one.left for id, one in self.kept.promises.items() if one.state == "pending"}
        if standing:
            assert all(self.kept.post(id, left) for id, left in standing.items())
            postings = [Posting(self.new_id(), id, left) for id, left in standing.items()]
            self.does(True, post_in_bulk, postings=postings, act=act())

    @precondition(lambda self: self.kept.promises)
    @rule(data=st.data())
    def void(self, data: st.DataObject) -> None:
        id = self.promise(data)
        self.does(self.kept.end(id, "pending"), void, id=self.new_id(), pending=id, act=act())

    @precondition(lambda self: self.kept.sum_of("uncovered"))
    @rule(data=st.data())
    def give_up(self, data: st.DataObject) -> None:
        id = self.promise(data)
        self.does(self.kept.end(id, "uncovered"), give_up, id=self.new_id(), pending=id, act=act())

    @precondition(lambda self: self.kept.sum_of("uncovered"))
    @rule()
    def give_all_up(self) -> None:
        for id in [id for id, one in self.kept.promises.items() if one.state == "uncovered"]:
            self.does(self.kept.end(id, "uncovered"), give_up, id=self.new_id(), pending=id, act=act())

    @precondition(lambda self: self.kept.shortfall and not self.kept.sum_of("uncovered"))
    @rule(amount=AMOUNTS)
    def reserve_before_a_shortfall_is_made_good(self, amount: int) -> None:
        self.receive(2 * amount)
        self.reserve(amount, 1)

    @precondition(lambda self: self.kept.sum_of("uncovered"))
    @rule(data=st.data())
    def cover(self, data: st.DataObject) -> None:
        id = self.promise(data)
        self.does(self.kept.cover(id), cover, id=self.new_id(), pending=id, act=act())

    def promise(self, data: st.DataObject) -> UUID:
        """Any promise that was ever made; one without money more often."""
        lost = [id for id, one in self.kept.promises.items() if one.state == "uncovered"]
        return data.draw(st.sampled_from(lost or list(self.kept.promises)) | st.sampled_from(list(self.kept.promises)))

    @precondition(lambda self: self.kept.held)
    @rule(percent=st.integers(1, 120))
    def lose(self, percent: int) -> None:
        amount = max(1, self.kept.held * percent // 100)
        self.kept.lose(amount)
        self.does(True, book_loss, id=self.new_id(), account=HELD, amount=amount, act=act("fund.lose"))

    @precondition(lambda self: self.kept.shortfall and self.kept.free)
    @rule()
    def make_good(self) -> None:
        amount = min(self.kept.shortfall, self.kept.free)
        self.kept.take(amount)
        self.kept.shortfall -= amount
        self.does(True, transfer, id=self.new_id(), debit=HELD, credit=SHORTFALL, amount=amount, act=act())

    @precondition(lambda self: self.again)
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        before = Event.objects.count()
        data.draw(st.sampled_from(self.again))()
        assert Event.objects.count() == before

    @invariant()
    def the_books_are_those_kept_by_hand(self) -> None:
        held = balance_of(HELD)
        assert (held.free, held.debits_pending) == (self.kept.free, self.kept.sum_of("pending"))
        assert held.uncovered == self.kept.sum_of("uncovered")
        standing = {id: found for id, *found in Pending.objects.values_list("pk", "state", "left")}
        assert standing == {id: [one.state, one.left] for id, one in self.kept.promises.items()}

    @invariant()
    def held_money_covers_what_is_reserved(self) -> None:
        assert balance_of(HELD).free >= 0

    @invariant()
    def debits_are_credits(self) -> None:
        names = ("debits_posted", "credits_posted", "debits_pending", "credits_pending")
        sums = Account.objects.aggregate(**{name: Sum(name) for name in names})
        assert sums["debits_posted"] == sums["credits_posted"]
        assert sums["debits_pending"] == sums["credits_pending"]

    @invariant()
    def the_books_follow_from_their_transfers(self) -> None:
        assert first_difference() is None


@pytest.mark.django_db
def test_any_history_of_acts_keeps_the_books_right():
    quick = settings(
        max_examples=EXAMPLES,
        stateful_step_count=25,
        deadline=None,
        database=None,
        derandomize=False,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(seed(SEED)(Books), settings=quick)
