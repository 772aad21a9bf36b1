"""What the strict reader accepts, and each trap that it refuses with its line."""

import time
from datetime import date
from decimal import Decimal

import pytest

from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.rulebook.reading.strict_yaml import Block, Items, load, load_items


def refusal(text: str) -> Problem:
    with pytest.raises(ProgrammeRefused) as caught:
        load(text, "rules.yaml")
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("8_000", 8000),
        ("-3", -3),
        ("0", 0),
        ("0.5", Decimal("0.5")),
        ("1_000.25", Decimal("1000.25")),
        ("2016-09-26", date(2016, 9, 26)),
        ("damage == 'partial'", "damage == 'partial'"),
        ("E1", "E1"),
        ("x1e5", "x1e5"),
        ('"no"', "no"),
        ("'0100'", "0100"),
        ('"12:30"', "12:30"),
        ('""', ""),
    ],
)
def test_a_value_is_read_exactly(text: str, value: object):
    found = load(f"key: {text}", "rules.yaml")["key"]

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "True",
        "FALSE",
        "yes",
        "No",
        "on",
        "off",
        "y",
        "N",
        "1e3",
        "1.5E-3",
        "+5",
        "0100",
        "00",
        "12:30",
        "1:20:30",
        "0x1F",
        "0o17",
        "0b1",
        ".5",
        "5.",
        "1__0",
        "1_",
        "1,000",
        "1.000.000",
        ".inf",
        "-.INF",
        ".nan",
        "٥٠٠",
        "2016-1-1",
        "2016-09-26T10:00",
        "2016-09-26 10:00:00",
        "71-123456",
        "<<",
        "=",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused_unquoted(text: str):
    problem = refusal(f"first: 1\nkey: {text}")

    assert (problem.where.file, problem.where.line) == ("rules.yaml", 2)
    assert problem.todo


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_no_value_is_refused(text: str):
    assert refusal(f"first: 1\nkey: {text}\n").code == "empty"


@pytest.mark.parametrize("text", ["2016-13-01", "2015-02-29", "0000-01-01"])
def test_a_day_that_never_was_is_refused(text: str):
    assert refusal(f"key: {text}").code == "no_such_day"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\na: 2", "doubled_key", 2),
        ("a: {b: 1, b: 2}", "doubled_key", 1),
        ("true: 1\n1: 2", "doubled_key", 2),
        ("a: &x 1", "alias", 1),
        ("a: 1\nb: *x", "alias", 2),
        ("a: 1\n<<: {b: 2}", "merge_key", 2),
        ("a: !!float 5", "tag", 1),
        ("a: !!python/object:os.system 5", "tag", 1),
        ("a: ! text", "tag", 1),
        ("a: 1\n---\nb: 2", "second_document", 2),
        ("%YAML 1.1\n---\na: 1", "directive", 1),
        ("? [a]\n: b", "bad_key", 1),
        ("a: [1\nb: 2", "yaml_syntax", 2),
        ("a:\n\tb: 1", "yaml_syntax", 2),
        ("a: 1\nb: \u202egnirts", "invisible_character", 2),
        ("a: 1\nb: x\u200fy", "invisible_character", 2),
        ("a: 1\n# \u2066 in a comment", "invisible_character", 2),
        ('a: "\\u202e"', "invisible_character", 1),
        ("a: x\x00y", "invisible_character", 1),
        ("a: \ud800", "invisible_character", 1),
        ("", "empty_file", 1),
        ("# nothing but words", "empty_file", 1),
        ("- a list", "not_a_mapping", 1),
        ("just words", "not_a_mapping", 1),
        (f"a: {'1' * 29}", "number_too_long", 1),
    ],
)
def test_a_trap_is_refused_with_its_line(text: str, code: str, line: int):
    problem = refusal(text)

    assert (problem.code, problem.where.line) == (code, line)
    assert problem.todo


def test_every_wrong_value_of_a_file_is_told():
    with pytest.raises(ProgrammeRefused) as caught:
        load("a: yes\nb: 1\nc: 12:30\nd: 0100\n", "rules.yaml")

    assert [problem.where.line for problem in caught.value.problems] == [1, 3, 4]


def test_blocks_and_items_know_their_lines():
    block = load("a: 1\nb:\n  - x\n  - {c: 2}\n", "rules.yaml")

    items = block["b"]
    assert isinstance(items, Items)
    inner = items[1]
    assert isinstance(inner, Block)
    assert block.lines == {"a": 1, "b": 2}
    assert items.lines == [3, 4]
    assert (inner.file, inner.line, inner.lines) == ("rules.yaml", 4, {"c": 4})


def test_line_ends_and_a_byte_order_mark_change_nothing():
    plain = load("a: 1\nb: [x, 2016-01-01]\n", "rules.yaml")

    assert load("a: 1\r\nb: [x, 2016-01-01]\r\n", "rules.yaml") == plain
    assert load("a: 1\rb: [x, 2016-01-01]\r", "rules.yaml") == plain
    assert load("\ufeffa: 1\nb: [x, 2016-01-01]\n", "rules.yaml") == plain


def test_the_day_of_a_case_may_be_called_on():
    assert load_items("- {on: 2018-09-01}", "cases.yaml") == [{"on": date(2018, 9, 1)}]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 10_000,
        "a: " + "[\n" * 10_000,
        "a: " + "{a: " * 900,
        "".join(" " * depth + f"k{depth}:\n" for depth in range(1_000)),
        "a: " + "x" * 1_000_000,
        "a: |\n" + "  1 + 1 +\n" * 110_000,
        "a: &x 1\n" + "b: *x\n" * 160_000,
        "a: [" + "*x, " * 240_000 + "]",
        "a: &x [1]\nb: &y [*x, *x]\n" + "c: [*y, *y]\n" * 10_000,
        "a:\n" + "- 1\n" * 240_000,
        "a: '" + "\n" * 900_000,
    ],
    ids=[
        "brackets",
        "lines of brackets",
        "braces",
        "indents",
        "one long line",
        "a million characters",
        "aliases",
        "aliases in a line",
        "a bomb of aliases",
        "too many values",
        "an open quote",
    ],
)
def test_what_is_too_much_is_refused_within_a_second(text: str):
    began = time.process_time()

    problem = refusal(text)

    assert time.process_time() - began < 1
    assert problem.where.file == "rules.yaml"
