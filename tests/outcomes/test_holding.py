"""What many claims had is held against one sum at once, and says what each claim by itself would."""

from hypothesis import given
from hypothesis import strategies as st

from sanad.outcomes.holding import fulfilling, fulfils
from sanad.record.kinds import Bound

SUMS = st.integers(-5, 30) | st.integers(-(10**15), 10**15)


@given(st.sampled_from(list(Bound)), SUMS, st.lists(SUMS, max_size=40))
def test_as_many_keep_it_as_keep_it_one_by_one(bound: Bound, named: int, found: list[int]):
    assert fulfilling(bound, named, sorted(found)) == sum(fulfils(bound, named, one) for one in found)
