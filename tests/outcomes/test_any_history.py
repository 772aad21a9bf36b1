"""Any history of payments: what a check says at each position is what the books were then, and stays so for ever."""

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from sanad.audit.sealing import seal_all
from sanad.outcomes.checking import check, standing_links
from sanad.outcomes.kinds import Share
from sanad.outcomes.models import LedgerCheck
from sanad.outcomes.position import last_position
from sanad.outcomes.verification import verify_outcomes
from tests.casework.payments.test_properties import EXAMPLES, FAMILIES, SEED, Office
from tests.casework.payments_of_claims import reserved
from tests.casework.rounds_of_claims import LATER
from tests.outcomes.promises import linked_to, linked_to_fund, promised


class Asked(Office):
    """The finance office of any history, with somebody who asks now and then what was paid."""

    @initialize()
    def promise(self) -> None:
        programme = self.families[0].programme
        linked_to(promised(10**9), programme)
        linked_to(promised(1), programme, share=Share.EACH)
        linked_to_fund(promised(10**9), self.fund)
        self.paid_at: dict[int, int] = {}

    @rule()
    def ask(self) -> None:
        seal_all(at=LATER)
        position = last_position()
        check(standing_links(), position, at=LATER)
        self.paid_at[position.number] = self.kept.paid

    @invariant()
    def each_position_says_what_was_paid_then(self) -> None:
        for one in LedgerCheck.objects.order_by("pk"):
            found = {row["counted"]: row["number"] for row in one.observed}
            assert found["sum"] == self.paid_at[one.position], (one.query, one.position)

    def teardown(self) -> None:
        assert list(verify_outcomes(asked_again=None)) == []
        super().teardown()


@pytest.mark.usefixtures("own_database")
def test_any_history_of_payments_is_told_as_it_was_at_each_position():
    Asked.fund, Asked.families = reserved(FAMILIES)
    quick = settings(
        max_examples=max(EXAMPLES // 2, 1),
        stateful_step_count=15,
        deadline=None,
        database=None,
        derandomize=False,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(seed(SEED)(Asked), settings=quick)
