"""Every example of docs/rulebook.md is loaded and proven, and its cases come out on every engine."""

from pathlib import Path

import pytest

from sanad.ops.programme_check import check_programme, in_words
from sanad.ops.programme_words import Language
from tests.rulebook.documented import FIRST, RULEBOOK, Documented, documented, told, without_line, write_example

EXAMPLES = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
ACCEPTED = [example for example in EXAMPLES.values() if not example.is_refused]
REFUSED = [example for example in EXAMPLES.values() if example.is_refused]


def by_name(example: Documented) -> str:
    return example.name


@pytest.mark.parametrize("example", ACCEPTED, ids=by_name)
def test_the_cases_of_an_example_come_out_on_every_engine(tmp_path: Path, example: Documented):
    path = write_example(tmp_path, EXAMPLES[FIRST], example)

    report = check_programme(path)

    said = "\n".join(in_words(report, Language.en))
    assert report.problems == (), said
    assert report.failed == 0, said
    assert report.passed > 0
    assert {result.tried for result in report.results} == {("interpreter", "duckdb")}


@pytest.mark.parametrize("example", REFUSED, ids=by_name)
def test_a_refusal_is_told_as_the_rulebook_quotes_it(tmp_path: Path, example: Documented):
    path = write_example(tmp_path, EXAMPLES[FIRST], example)

    said = [without_line(told(problem, path)) for problem in check_programme(path).problems]

    assert example.said
    assert [quoted for quoted in example.said if without_line(quoted) not in said] == [], said


def test_every_example_has_a_name_and_a_case_of_its_own():
    names = [example.name for example in documented(RULEBOOK.read_text(encoding="utf-8"))]

    assert len(names) == len(set(names))
    assert names[0] == FIRST
    assert [example.name for example in ACCEPTED if not example.cases] == []


def test_an_example_adds_to_the_fields_of_the_first_programme_and_replaces_its_rules(tmp_path: Path):
    first = Documented("one", 1, False, {"fields.yaml": "a: 1\n", "rules.yaml": "r: 1\n", "cases/a.yaml": "c\n"}, ())
    second = Documented("two", 9, False, {"fields.yaml": "b: 2\n", "rules.yaml": "r: 2\n", "cases/b.yaml": "d\n"}, ())

    path = write_example(tmp_path, first, second)

    texts = {file.relative_to(path).as_posix(): file.read_text(encoding="utf-8") for file in path.rglob("*.yaml")}
    assert texts == {"fields.yaml": "a: 1\nb: 2\n", "rules.yaml": "r: 2\n", "cases/b.yaml": "d\n"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("<!-- example: a -->\n", "line 1: the example never ends"),
        ("<!-- example: a -->\n<!-- example: b -->\n<!-- end -->", "line 2: the example of line 1 has not ended"),
        ("<!-- example: a -->\nNothing named.\n```yaml\na: 1\n```\n<!-- end -->", "line 3: the line before"),
        ("<!-- example: a -->\n`a.yaml`:\n```yaml\n```\n`a.yaml`:\n```yaml\n```\n<!-- end -->", "line 6: .* already"),
    ],
)
def test_an_example_that_is_not_written_as_agreed_is_named_by_its_line(text: str, wrong: str):
    with pytest.raises(ValueError, match=wrong):
        documented(text)
