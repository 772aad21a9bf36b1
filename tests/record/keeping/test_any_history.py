"""Any history of acts: a retraction reaches exactly what rests on it, nothing hidden is public, all fits its log."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sanad.record.kinds import Hop, Level, Rights, Why, WorkKind
from sanad.record.models import Account, Reached, Statement, Work
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.public import public_statements
from sanad.record.services.disclosures import disclose
from sanad.record.services.retractions import retract
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work, pass_on
from sanad.record.services.statements import confirm_statement
from sanad.record.verification import verify_record
from tests.record.keeping.pages import WHEN, Held, by_maya, by_omar, held, huda, wanted

QUOTATIONS = ("“We will pay the families within a few months,”", "“The list is ready.”")
HIDING = (Why.SAFETY, Why.WITHDRAWN_BY_US)
AT = st.integers(0, 9)


@dataclass
class ByHand:
    """The same record in plain Python: who has it from whom, what was said where, what was taken back."""

    nodes: list[Work | Account] = field(default_factory=list)
    hops: dict[int, set[int]] = field(default_factory=dict)
    within: dict[int, int] = field(default_factory=dict)
    said_in: dict[int, int] = field(default_factory=dict)
    retracted: dict[int, tuple[int, bool]] = field(default_factory=dict)
    shown: set[int] = field(default_factory=set)

    def above(self, node: int) -> set[int]:
        """All that it has it from, and the works that these stand in."""
        return walked(node, lambda one: self.hops[one] | {self.within.get(one, one)})

    def closes(self, child: int, parent: int) -> bool:
        """By hops alone: that an account stands in a work is none."""
        return child in walked(parent, self.hops.__getitem__)

    def reached(self) -> set[tuple[int, int]]:
        return {
            (retraction, statement)
            for statement, node in self.said_in.items()
            for retraction, (target, _) in self.retracted.items()
            if target in self.above(node)
        }

    def public(self) -> set[int]:
        hidden = {statement for retraction, statement in self.reached() if self.retracted[retraction][1]}
        return self.shown - hidden


def walked(node: int, up: Callable[[int], set[int]]) -> set[int]:
    found, fresh = set(), {node}
    while fresh:
        found |= fresh
        fresh = {one for low in fresh for one in up(low)} - found
    return found


class Record(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.history = transaction.atomic()
        self.history.__enter__()
        self.hand, self.numbers = ByHand(), count(1)
        self.page: Held = held()
        self.speaker = huda()
        self.know(self.page.work)
        self.know(self.page.account)
        self.cite_a_work()
        self.cite_a_work()
        self.tell_it_on_the_page(2)

    def teardown(self) -> None:
        assert list(verify_record()) == []
        transaction.set_rollback(True)
        self.history.__exit__(None, None, None)

    def know(self, node: Work | Account, *sources: Work | Account) -> None:
        self.hand.nodes.append(node)
        self.hand.hops[node.node_id] = {one.node_id for one in sources}
        if isinstance(node, Account):
            self.hand.within[node.node_id] = node.work.node_id

    def any_node(self, at: int) -> Work | Account:
        return self.hand.nodes[at % len(self.hand.nodes)]

    def any_account(self, at: int) -> Account:
        accounts = [one for one in self.hand.nodes if isinstance(one, Account)]
        return accounts[at % len(accounts)]

    @rule()
    def cite_a_work(self) -> None:
        self.know(add_work(NewWork(WorkKind.RECORDING, f"tape {next(self.numbers)}", Rights.CLOSED), by_maya()))

    @rule(parent=AT)
    def tell_it_on_the_page(self, parent: int) -> None:
        source, work = self.any_node(parent), self.page.work
        hop = NewHop(Hop.QUOTED, source, why="named")
        made = add_account(work, f"telling {next(self.numbers)}", by_maya(), hops=[hop])
        self.know(made, source)

    @rule(at=st.integers(0, 99))
    def find_a_hop(self, at: int) -> None:
        """Also one under what was taken back before, and one that would close a circle."""
        new = [
            (one, other)
            for one in self.hand.nodes
            for other in self.hand.nodes
            if other.node_id not in self.hand.hops[one.node_id]
        ]
        one, other = new[at % len(new)]
        closes = self.hand.closes(one.node_id, other.node_id)
        try:
            with transaction.atomic():
                pass_on(one, NewHop(Hop.TOLD, other, why="found later"), by_omar())
        except RecordRefused:
            assert closes
        else:
            assert not closes
            self.hand.hops[one.node_id].add(other.node_id)

    @rule(account=AT, which=st.integers(0, 1))
    def say(self, account: int, which: int) -> None:
        where = self.any_account(account)
        new = wanted(self.page, QUOTATIONS[which], self.speaker, account=where)
        made = confirm_statement(new, by_maya())
        self.hand.said_in[made.pk] = where.node_id

    @precondition(lambda self: self.hand.said_in)
    @rule(at=AT)
    def show(self, at: int) -> None:
        pk = sorted(self.hand.said_in)[at % len(self.hand.said_in)]
        disclose(Statement.objects.get(pk=pk), Level.PUBLIC, "spoken in public", by_omar())
        self.hand.shown.add(pk)

    @precondition(lambda self: self.hand.shown)
    @rule(at=AT)
    def close(self, at: int) -> None:
        pk = sorted(self.hand.shown)[at % len(self.hand.shown)]
        disclose(Statement.objects.get(pk=pk), Level.SEALED, "asked for", by_maya())
        self.hand.shown.discard(pk)

    @rule(at=AT, why=st.sampled_from([Why.SOURCE_RETRACTED, Why.SAFETY]))
    def take_back(self, at: int, why: Why) -> None:
        target = self.any_node(at)
        made = retract(target, why, "taken back", by_omar())
        self.hand.retracted[made.pk] = (target.node_id, why in HIDING)

    @invariant()
    def a_retraction_reaches_exactly_what_rests_on_it(self) -> None:
        assert set(Reached.objects.values_list("retraction", "statement")) == self.hand.reached()

    @invariant()
    def nothing_is_public_that_may_not_be(self) -> None:
        assert set(public_statements(WHEN.date()).values_list("pk", flat=True)) == self.hand.public()


@pytest.mark.django_db
def test_any_history_of_the_record_holds():
    quick = settings(
        max_examples=20,
        stateful_step_count=16,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(Record, settings=quick)
