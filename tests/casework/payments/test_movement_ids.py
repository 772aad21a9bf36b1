"""The id of a movement is made again from what it was made of, byte for byte."""

from uuid import NAMESPACE_URL, uuid5

from hypothesis import given
from hypothesis import strategies as st

from sanad.casework.payments.services.moving import movement_id


@given(st.text(max_size=40), st.integers(0, 2**63))
def test_it_is_the_one_that_the_standard_names(act: str, part: int):
    assert movement_id(act, part) == uuid5(NAMESPACE_URL, f"sanad:bank:{act}:{part}")
