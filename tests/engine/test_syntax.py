import time
from pathlib import Path

import pytest

from sanad.engine.rules.checking.reach import MOST_STEPS
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.syntax import DEEPEST, MOST_CHARACTERS, MOST_IN_A_ROW, parse
from sanad.engine.rules.types import FINEST
from tests.engine.building import defined, expression, problem_of

FORBIDDEN = [
    "__import__('os')", "__builtins__", "cost.__class__", "().__class__.__bases__", "household.person.age", "f(x).y",
    "'a'.upper()", "cost.real.imag", "(cost).real", "lambda: 1", "lambda x: x", "[1, 2]", "{1, 2}", "{1: 2}",
    "[x for x in (1, 2)]", "sum(x for x in (1, 2))", "{x for x in (1,)}", "{x: x for x in (1,)}", "f'{cost}'", "f''",
    "(cost := 5)", "cost / 2", "cost // 2", "cost % 2", "cost ** 2", "cost << 1", "cost >> 1", "cost | 1", "cost & 1",
    "cost ^ 1", "cost @ 1", "~cost", "+cost", "cost is None", "cost is not None", "await cost", "yield", "*cost",
    "min(*cost)", "grants[1:2]", "(lambda: 0)()", "grants[0](1)", "b'minor'", "1j", "None", "...", "not_in__force",
    "household.__dict__", "print", "async",
]  # fmt: skip

NO_NUMBERS = ["1e3", "1E3", "0x10", "0b1", "0o7", "1.", "1e-3", ".5e1", "1_000e2", "1e999"]
NO_TEXTS = ["'min' 'or'", "'min' \"or\"", "r'minor'", "u'minor'", "'mi\\x6eor'", "'''minor'''", "'\\N{BULLET}'"]
NO_EXPRESSIONS = [
    "", "cost +", "cost cost", "if cost: 1", "import os", "cost = 1", "cost; cost", "0100", "١", "cost\x00", "cost \\",
    "\ud800", "(", ")", "'", "cost >", "x if y", "pass", "return 1", "1__000", "cost!", "@cost", "\u202ecost", "$cost",
]  # fmt: skip


def refused(text: str) -> ProgrammeRefused:
    with pytest.raises(ProgrammeRefused) as raised:
        defined(f"{text}" if text else "")
    return raised.value


@pytest.mark.parametrize("text", FORBIDDEN)
def test_what_is_not_on_the_white_list_is_refused_with_its_place(text):
    problems = refused(text).problems

    assert [str(problem.where) for problem in problems] == ["rules.yaml:7"] * len(problems)
    assert problems[0].code in ("forbidden_syntax", "syntax", "unknown_name", "wrong_level", "unknown_level")
    assert problems[0].todo


@pytest.mark.parametrize("text", FORBIDDEN[:40])
def test_what_is_not_on_the_white_list_is_refused_inside_an_allowed_expression(text):
    problems = refused(f"1 if grade > 2 else ({text})").problems

    assert problems[0].code in ("forbidden_syntax", "syntax", "unknown_name", "wrong_level", "unknown_level")


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_a_number_that_could_be_read_in_two_ways_is_refused(text):
    assert [problem.code for problem in refused(f"cost + {text}").problems] == ["bad_number"]


@pytest.mark.parametrize("text", NO_TEXTS)
def test_a_text_is_one_pair_of_quotes_and_what_stands_between_them(text):
    assert [problem.code for problem in refused(f"repair == {text}").problems] == ["bad_text"]


@pytest.mark.parametrize("text", NO_EXPRESSIONS)
def test_what_is_no_expression_is_refused(text):
    assert refused(text).problems[0].code in ("syntax", "unknown_name")


def test_a_remark_in_an_expression_is_refused_since_it_would_hide_what_follows():
    problem = refused("grade == 1  # destroyed\n or grade == 2").problems[0]

    assert problem.code == "comment"
    assert "comment of the file" in problem.todo


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(" * 10_000 + "1" + ")" * 10_000, "too_long"), ("(" * 4_000 + "1" + ")" * 4_000, "too_deep"),
        ("[" * 4_000, "too_deep"), ("1 + " * 262_144 + "1", "too_long"), ("cost + " * 1_400 + "cost", "too_deep"),
        ("not " * 2_400 + "true", "too_deep"), ("-" * 9_000 + "1", "too_deep"),
        ("1 if true else " * 600 + "1", "too_deep"), ("cost < " * 1_000 + "cost", "too_long"),
        ("true or " * 1_000 + "true", "too_long"), ("abs(" * 1_500 + "1" + ")" * 1_500, "too_deep"),
        ("9" * 5_000, "syntax"), ("9" * 4_000, "overflow"), ("0." + "0" * 5_000 + "1", "too_many_decimals"),
        ("a" * 9_000, "unknown_name"), ("'" + "a" * 9_000 + "'" + "'b'", "bad_text"),
        ("x." * 4_000 + "x", "forbidden_syntax"),
    ],
)  # fmt: skip
def test_a_monstrous_expression_is_refused_within_a_second(text, code):
    began = time.perf_counter()

    problem = refused(text).problems[0]

    assert time.perf_counter() - began < 1
    assert problem.code in (code, "syntax")
    assert str(problem.where) == "rules.yaml:7"
    assert len(problem.message) < 300


def test_a_long_list_of_values_is_allowed_and_read_within_a_second():
    began = time.perf_counter()

    defined(f"grade in ({', '.join(['1'] * 3_000)})")

    assert time.perf_counter() - began < 1


def test_an_expression_may_stand_on_several_lines():
    tree = parse(expression("grade == 1\n  or\tgrade == 2\r\n"))

    assert len(tree.values) == 2


@pytest.mark.parametrize("text", ["8_000", "0.5", "0.000000000001", "'minor' == repair", '"major" == repair', "-5"])
def test_plain_numbers_and_texts_are_allowed(text):
    defined(text)


@pytest.mark.parametrize("text", ["ａrea > 5", "house.ﬂoors", "𝑎𝑟𝑒𝑎", "count(house, ｗhere=floors > 2)"])
def test_a_letter_that_only_looks_like_a_plain_one_is_refused(text):
    problem = problem_of(text)

    assert problem.code == "forbidden_syntax"
    assert "plain Latin letters" in problem.message


def test_the_limits_are_those_that_the_rulebook_states():
    rulebook = (Path(__file__).parents[2] / "docs" / "rulebook.md").read_text(encoding="utf-8")

    stated = f"{MOST_CHARACTERS:,} characters, {DEEPEST} brackets within one another and {MOST_IN_A_ROW} conditions"

    assert stated in rulebook
    assert f"at most {MOST_STEPS} steps deep; a number has at most {FINEST} decimals" in rulebook
