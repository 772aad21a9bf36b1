"""`sanad programme` as it is typed: answers, exit codes, both languages."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sanad.ops.programme import app
from sanad.ops.programme_arabic import ARABIC
from sanad.ops.programme_english import ENGLISH
from sanad.rulebook.reading.shipped import copy_template, shipped_programmes
from tests.rulebook.folders import change


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_every_sentence_is_there_in_both_languages():
    assert ENGLISH.keys() == ARABIC.keys()


def test_a_new_programme_passes_its_check(tmp_path: Path):
    made = run("new", tmp_path / "saida")

    checked = run("check", tmp_path / "saida")

    assert made.exit_code == checked.exit_code == 0
    assert "id: saida\n" in (tmp_path / "saida" / "programme.yaml").read_text(encoding="utf-8")
    assert "duckdb: 3 of 3 cases as expected" in checked.output
    assert checked.output.splitlines()[-1] == "3 passed, 0 failed"


def test_a_new_programme_never_overwrites(town: Path):
    assert run("new", town).exit_code == 2


def test_a_case_that_fails_is_told_readably(town: Path):
    change(town, "cases/examples.yaml", "net: 4_800 ", "net: 4_900 ")

    result = run("check", town)

    assert result.exit_code == 1
    assert "Amal, net: expected 4,900 USD; interpreter gave 4,800 USD, duckdb gave 4,800 USD" in result.output
    assert result.output.splitlines()[-1] == "2 passed, 1 failed"


def test_a_refused_programme_is_told_in_arabic(town: Path):
    line = change(town, "rules.yaml", "when: renting", "when: rentign")

    checked, shown = run("check", town, "--lang", "ar"), run("show", town, "--lang", "ar")

    for said in (checked.stdout, shown.stderr):
        assert f"rules.yaml:{line}" in said
        assert "لا يوجد شيء بهذا الاسم" in said
        assert "`renting`" in said
        assert "Nothing" not in said


def test_a_program_gets_the_problems_as_an_object(town: Path):
    line = change(town, "rules.yaml", "when: renting", "wehn: renting")

    refusal = json.loads(run("show", town, "--json").stderr)

    assert refusal["error"] == "programme_refused"
    assert [(found["line"], found["code"]) for found in refusal["problems"]] == [(line, "unknown_key")]
    assert refusal["problems"][0]["says"]["ar"]


def test_a_refused_programme_fails_with_its_problems(town: Path):
    line = change(town, "rules.yaml", "when: renting", "when: rentign")

    result = run("check", town)

    assert result.exit_code == 1
    assert f"rules.yaml:{line}: " in result.output
    assert result.output.splitlines()[-1] == "0 passed, 1 failed"


def test_several_programmes_end_with_their_total(town: Path, tmp_path: Path):
    run("new", tmp_path / "saida")
    change(town, "rules.yaml", "    source: circular-1\n", "")

    result = run("check", town, tmp_path / "saida")

    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == "3 passed, 1 failed"


@pytest.mark.parametrize("shipped", sorted(path.parent for path in shipped_programmes().glob("*/programme.yaml")))
def test_every_case_of_every_shipped_programme_comes_out_on_both_engines(shipped: Path):
    report = json.loads(run("check", "--json", shipped).output)[0]

    assert report["failed"] == 0
    assert report["passed"] == len(report["cases"]) > 0
    assert not report.get("problems")
    assert {engine for case in report["cases"] for engine in case["engines"]} == {"interpreter", "duckdb"}


def test_a_check_answers_programs_in_json(town: Path):
    report = json.loads(run("check", "--json", town).output)[0]

    assert (report["passed"], report["failed"]) == (3, 0)
    assert next(case["id"] for case in report["cases"]) == "rent-for-a-large-household"


@pytest.mark.parametrize("command", ["check", "show", "fields"])
def test_a_folder_that_is_not_there_is_wrong_use(command: str, tmp_path: Path):
    assert run(command, tmp_path / "nowhere").exit_code == 2


@pytest.mark.parametrize("command", ["show", "fields"])
def test_an_unknown_reading_is_wrong_use(command: str, town: Path):
    assert run(command, f"{town}@april").exit_code == 2


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["A made-up town council", "up to 4: 350; above 4: 450", "circular-2 (confidence C)", "NO SOURCE"]),
        ("ar", ["مجلس بلدية متخيَّل", "حتى 4: 350؛ أكثر من 4: 450", "circular-2 (درجة الثقة C)", "بلا مصدر"]),
    ],
)
def test_a_programme_is_shown_in_words(town: Path, lang: str, words: list[str]):
    output = run("show", town, "--lang", lang).output

    assert [word for word in words if word not in output] == []


def test_the_fields_are_listed_in_the_authors_order(town: Path):
    listed = json.loads(run("fields", town, "--json").output)

    assert [field["name"] for field in listed][:3] == ["damage", "repair_estimate", "people"]
    assert listed[2]["range"] == ["1", "30"]


def test_the_header_of_a_claims_file_is_written_once(town: Path, tmp_path: Path):
    file = tmp_path / "claims.csv"

    first, second = run("fields", town, "--csv", file), run("fields", town, "--csv", file)

    assert (first.exit_code, second.exit_code) == (0, 2)
    with file.open(encoding="utf-8", newline="") as stream:
        header = next(csv.reader(stream))
    assert header[:4] == ["claim_id", "dwelling_id", "household_id", "damage"]
    assert header[-1] == "works_inspected"


def test_a_rule_file_is_refused_without_waiting_for_the_engines(tmp_path: Path):
    copy_template(tmp_path / "wrong")
    rules = tmp_path / "wrong" / "rules.yaml"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace("amount: ", "amount: nothing_here + ", 1), encoding="utf-8"
    )
    code = "import sys; from sanad.ops.cli import main; sys.argv = ['sanad', 'programme', 'check', sys.argv[1]]\n"
    code += "try: main()\nexcept SystemExit as end: print(end.code, 'ibis' in sys.modules, 'duckdb' in sys.modules)"

    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "wrong")], capture_output=True, text=True, check=True
    )  # fmt: skip

    assert said.stdout.splitlines()[-1] == "1 False False"
