"""What makes a group, and shares that must add up: told in words, and refused with file and line where wrong."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sanad.engine.rules.words.problems import problem_in
from sanad.ops.programme import app
from sanad.ops.programme_check import check_programme
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example
from tests.rulebook.folders import change


@pytest.fixture
def owners(tmp_path: Path) -> Path:
    examples = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
    return write_example(tmp_path, examples[FIRST], examples["owners-and-shares"])


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("programme.yaml", "  ownership:\n    group", "  ownershp:\n    group", "unknown_level"),
        ("programme.yaml", "shares: share_held", "shares: owner_abroad", "unknown_name"),
        ("programme.yaml", "shares: share_held ", "shares: share_hold ", "unknown_name"),
        ("programme.yaml", "add_up_to: 100", "add_up_to: 0.5", "bad_shares"),
        ("programme.yaml", "add_up_to: 100", "add_up_to: 0", "bad_shares"),
        ("programme.yaml", "    per: dwelling\n", "", "missing"),
        ("programme.yaml", "per: dwelling", "per: owner", "bad_shares"),
        ("programme.yaml", "group: {en: One share", "groups: {en: One share", "unknown_key"),
        ("programme.yaml", "    per: dwelling\n    source: decree-7\n", "    per: dwelling\n", "missing"),
        ("fields.yaml", "range: [0, 100]", "range: [-5, 100]", "bad_shares"),
        ("fields.yaml", "type: percent\n  range: [0, 100]", "type: date", "bad_shares"),
        ("cases/owners.yaml", ", owner_id: Omar, share_held: 60", ", share_held: 60", "no_parent"),
        ("cases/owners.yaml", "D2, owner_id: Lina", "D9, owner_id: Lin", "member_alone"),
        ("cases/owners.yaml", "share_held: 40", "share_held: 30", "shares_do_not_add_up"),
    ],
)  # fmt: skip
def test_a_mistake_about_a_relation_is_told_with_file_and_line(owners: Path, file: str, old: str, new: str, code: str):
    change(owners, file, old, new)

    found = [problem for problem in check_programme(owners).problems if problem.code == code]

    assert found
    assert found[0].where.line > 0
    assert Path(found[0].where.file).name in ("programme.yaml", Path(file).name)
    assert found[0].todo
    assert problem_in(found[0], "ar")


def test_a_share_is_named_with_its_sum_and_the_line_of_the_claim(owners: Path):
    line = change(owners, "cases/owners.yaml", "share_held: 60", "share_held: 70")

    problem = check_programme(owners).problems[0]

    assert problem.message == "`share_held` of `D1` adds up to 110, not 100."
    assert problem.where.line < line


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["Whatever has a kitchen", "Share held: for each thing of the level Dwelling they add up to 100"]),
        ("ar", ["كل ما له مطبخ خاص به مسكن", "الحصة: مجموعها لكل واحد من مستوى «المسكن» هو 100"]),
    ],
)
def test_what_makes_a_group_is_shown_in_words(owners: Path, lang: str, words: list[str]):
    output = CliRunner().invoke(app, ["show", str(owners), "--lang", lang]).output

    assert [word for word in words if word not in output] == []
