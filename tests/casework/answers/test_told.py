from dataclasses import fields, is_dataclass
from datetime import UTC
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.casework.answers.told import Answer, from_json, to_json
from tests.casework.answers.example import HADDAD

UTC_TIMES = st.datetimes(timezones=st.just(UTC))


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of the type; lists and texts short, so that many different answers are tried."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: values_of(hints[field.name]) for field in fields(kind)})
    if get_origin(kind) is tuple:
        return st.lists(values_of(get_args(kind)[0]), max_size=1).map(tuple)
    if get_origin(kind) is dict:
        return st.fixed_dictionaries({language: values_of(get_args(kind)[1]) for language in ("en", "ar")})
    if type(None) in get_args(kind):
        return st.none() | values_of(next(one for one in get_args(kind) if one is not type(None)))
    return {"str": st.text(max_size=4), "datetime": UTC_TIMES}.get(getattr(kind, "__name__", ""), st.from_type(kind))


@given(values_of(Answer))
def test_an_answer_comes_back_from_json_exactly_as_it_was(answer: Answer):
    text = to_json(answer)

    again = from_json(text)

    assert again == answer
    assert to_json(again) == text


def test_the_sums_of_an_award_add_up_in_the_example():
    money = HADDAD.money

    parts = money.paid + money.on_its_way + money.reserved + money.due_unfunded + money.not_yet_due

    assert parts == money.awarded == HADDAD.award.net


def test_a_sum_that_is_no_whole_number_is_no_answer():
    text = to_json(HADDAD).replace("3300000", "3300000.5", 1)

    with pytest.raises(ValueError, match="int"):
        from_json(text)
