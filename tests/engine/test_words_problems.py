"""A problem of a programme is told in Arabic as well: by its code, with what the English sentence quotes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sanad
from sanad.engine.rules.declared import Where
from sanad.engine.rules.problems import Problem
from sanad.engine.rules.words.catalogue.problems import PROBLEMS
from sanad.engine.rules.words.problems import problem_in
from tests.engine.building import problem_of

ROOMS = ("engine/rules", "rulebook/reading")
HERE = Where("programmes/town/rules.yaml", 12)


def told_codes() -> Iterator[str]:
    """The code of every problem in the sources: the name that stands before the message where one is made."""
    makers = {
        "Problem",
        "refused",
        "_refused",
        "error",
        "problem",
        "warning",
        "_note",
        "_stop",
        "RuleError",
        "Ambiguous",
    }
    for file in (file for room in ROOMS for file in (Path(sanad.__file__).parent / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in makers:
                texts = [item.value for item in node.args if isinstance(item, ast.Constant)]
                yield from [text for text in texts if isinstance(text, str) and text.isidentifier()][:1]


def test_every_code_has_arabic_words_and_no_words_are_left_over():
    assert set(told_codes()) | {"unsourced", "unknown_file"} == set(PROBLEMS)


@pytest.mark.parametrize("code", PROBLEMS)
def test_the_arabic_words_are_arabic_and_end_where_the_sentence_does(code: str):
    for words in PROBLEMS[code]:
        assert any("\u0600" <= letter <= "\u06ff" for letter in words)
        assert words.count("`") % 2 == 0
        assert not words.endswith((".", ":", " "))


def test_what_english_quotes_stands_in_the_arabic():
    problem = problem_of("grade > 2 and rent")

    arabic = problem_in(problem, "ar")

    assert (problem.code, problem.inside) == ("unknown_name", "grade > 2 and rent")
    assert "لا يوجد شيء بهذا الاسم" in arabic
    assert all(item in arabic for item in ("`rent`", "`grade > 2 and rent`", "rules.yaml:7"))


def test_numbers_of_the_english_sentence_stand_in_the_arabic():
    message = "A step may reach 9,300,000,000,000,000,000, which leaves 64 bits."

    arabic = problem_in(Problem(HERE, "overflow", message, "Round on the way."), "ar")

    assert "9,300,000,000,000,000,000" in arabic


def test_english_is_the_sentence_of_the_place_where_it_was_found():
    problem = Problem(HERE, "unknown_name", "Nothing is named `rent`.", "Did you mean `rents`?", "rent * 2")

    assert problem_in(problem, "en") == str(problem)
    assert str(problem) == (
        "programmes/town/rules.yaml:12: Nothing is named `rent`. In: rent * 2 Did you mean `rents`?"
    )


def test_what_the_arabic_sentence_says_itself_is_not_repeated():
    message = "A step may reach 9,300, which leaves 64 bits."

    arabic = problem_in(Problem(HERE, "overflow", message, "Round on the way."), "ar")

    assert arabic.count("64") == 1


def test_an_option_that_is_none_is_named_and_not_listed_among_the_options():
    problem = problem_of("repair == 'minr'")

    assert problem.code == "unknown_option"
    assert "`minr`" in problem.message
    assert problem.todo == "The options: `major`, `minor`."
