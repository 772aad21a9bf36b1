"""Whatever the text, the strict reader answers with exact values or with a refusal."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.rulebook.reading.strict_yaml import Block, Items, load

SCALARS = st.one_of(
    st.text(max_size=12),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.sampled_from(
        ["true", "yes", "~", "0100", "12:30", "1e3", "&a", "*a", "!!float 1", "'x'", '"\\u0000"', "?", "-"]
    ),
)
LINES = st.builds(lambda indent, key, value: f"{' ' * indent}{key}: {value}", st.integers(0, 3), SCALARS, SCALARS)
FILES = st.one_of(
    st.text(), st.lists(LINES).map("\n".join), st.text(alphabet="ab01:-[]{},&*!|>'\"%#? \n\r\t._+~", max_size=60)
)


def values(node: object) -> Iterator[object]:
    if isinstance(node, Block):
        for key, inner in node.items():
            yield key
            yield from values(inner)
    elif isinstance(node, Items):
        for inner in node:
            yield from values(inner)
    else:
        yield node


def read(text: str) -> tuple[Block, Sequence[Problem]]:
    """What the text holds, or why it is refused; any other exception fails the test."""
    try:
        return load(text, "rules.yaml"), ()
    except ProgrammeRefused as refused:
        return Block("rules.yaml", 0), refused.problems


@settings(max_examples=500, deadline=None)
@given(FILES)
def test_a_text_is_read_or_refused_and_nothing_is_a_float_or_nothing(text: str):
    block, problems = read(text)

    assert all(type(value) in (str, int, bool, Decimal, date) for value in values(block))
    assert all(problem.message and problem.todo for problem in problems)
    assert all(problem.where.file == "rules.yaml" for problem in problems)


@settings(max_examples=300, deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_a_number_keeps_every_digit(number: Decimal):
    assert load(f"key: {number:f}", "rules.yaml")["key"] == number


@settings(max_examples=200, deadline=None)
@given(FILES)
def test_line_ends_never_change_what_is_read(text: str):
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    block, problems = read(plain)

    again, same_problems = read(plain.replace("\n", "\r\n"))

    assert again == block
    assert same_problems == problems
