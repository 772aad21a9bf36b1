"""What is wrong in a programme's folder is told with file, line and what to do: all of it at once."""

import time
from pathlib import Path

import pytest

from tests.rulebook.folders import add, change, problems

SOURCE = "source: circular-1"
WORDS = "{en: Words, ar: كلمات}"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("programme.yaml", "status: draft", "status: final", "wrong_type"),
        ("programme.yaml", "status: draft", "statsu: draft", "unknown_key"),
        ("programme.yaml", "currency: USD", "currency: XYZ", "currency"),
        ("programme.yaml", "version_by: round", "version_by: damage", "unknown_date"),
        ("programme.yaml", "within: [dwelling, household]", "within: [dweling]", "unknown_level"),
        ("programme.yaml", "dwelling: {label", "dwelling: {within: [claim], label", "level_cycle"),
        ("programme.yaml", "title: {en: ", "title: {fr: Titre, en: ", "unknown_key"),
        ("programme.yaml", "issuer: {en: A made-up town council, ar", "issuer: {ar", "missing"),
        ("fields.yaml", "level: household\n  type: boolean", "level: houshold\n  type: boolean", "unknown_level"),
        ("fields.yaml", "type: money", "type: float", "wrong_type"),
        ("fields.yaml", "range: [1, 30]", "range: [30, 1]", "bad_range"),
        ("fields.yaml", "range: [1, 30]", "range: 30", "wrong_type"),
        ("fields.yaml", "range: [1, 30]", "range: [0.5, 30]", "bad_range"),
        ("fields.yaml", "  unit: person    ", "  decimals: 1\n  unit: person    ", "wrong_type"),
        ("fields.yaml", "people:", "religion:", "sensitive"),
        ("fields.yaml", "people:", "family_register_number:", "sensitive"),
        ("fields.yaml", "people:", "political_party:", "sensitive"),
        ("fields.yaml", "people:", "sum:", "reserved_name"),
        ("fields.yaml", "people:", "version_date:", "reserved_name"),
        ("fields.yaml", "people:", "round_date:", "reserved_name"),
        ("fields.yaml", "people:", "claim_id:", "doubled_name"),
        ("fields.yaml", "people:", "household:", "doubled_name"),
        ("fields.yaml", "people:", "monthly_rent:", "doubled_name"),
        ("fields.yaml", "people:", "People:", "bad_name"),
        ("fields.yaml", "people:", "a__b:", "bad_name"),
        ("fields.yaml", "default: 0 ", "default: -1 ", "bad_default"),
        ("fields.yaml", "asked: assessor ", "asked: neighbour ", "wrong_type"),
        ("fields.yaml", "    none: {en: Not damaged", "    36: {en: Not damaged", "bad_code"),
        ("sources.yaml", "confidence: C", "confidence: D", "wrong_type"),
        ("sources.yaml", "  note: Assumed, to show how a guess is marked.\n", "", "missing"),
        ("sources.yaml", "date: 2025-01-01", "date: 2025-13-01", "no_such_day"),
        ("values/amounts.yaml", SOURCE, "source: circular-11", "unknown_source"),
        ("values/amounts.yaml", ", source: circular-1}", "}", "missing"),
        ("values/amounts.yaml", "checked_on: 2025-07-01", "checked: 2025-07-01", "unknown_key"),
        ("values/amounts.yaml", "2025-01-01: {value: 60", "first: {value: 60", "wrong_type"),
        ("values/amounts.yaml", "{value: 60,", "{until: 2024-01-01, value: 60,", "dates_out_of_order"),
        ("values/amounts.yaml", "{value: 60,", "{rows: {a: 60},", "wrong_depth"),
        ("values/amounts.yaml", "- {above: 4, value: 400}", "- {above: 4, from: 5, value: 400}", "bad_band"),
        ("values/amounts.yaml", "- {above: 4, value: 400}", "- {value: 400}", "bad_band"),
        ("values/amounts.yaml", "partial: 6", "partial: {first: 6}", "too_many_keys"),
        ("rules.yaml", "when: filed_on > last_day", "if: filed_on > last_day", "unknown_key"),
        ("rules.yaml", "level: dwelling", "level: house", "unknown_level"),
        ("rules.yaml", "code: filed_late", "code: Filed late", "bad_name"),
        ("rules.yaml", "  repair:\n", "  net:\n", "reserved_name"),
        ("rules.yaml", "lines: [repair]", "lines: [repairs]", "unknown_line"),
        ("rules.yaml", "lines: [repair]", "lines: [repair, repair]", "doubled_line"),
        ("rules.yaml", "lines: [repair]", "lines: repair", "wrong_type"),
        ("rules.yaml", "amount: received_elsewhere", "amount: [received_elsewhere]", "wrong_type"),
        ("order.yaml", "kind: in_order", "kind: random", "wrong_type"),
        ("order.yaml", "kind: in_order", "kind: rounds", "missing"),
        ("order.yaml", "kind: in_order", "kind: in_order, ceilings: [1]", "step_key"),
        ("order.yaml", "kind: in_order", "kind: in_order, counts_paid: true", "step_key"),
        ("order.yaml", "kind: in_order", "kind: in_order, at_most: -1", "wrong_type"),
        ("order.yaml", "kind: in_order", "kind: in_order, level: street", "unknown_level"),
        ("order.yaml", "kind: in_order", "kind: in_order, lines: [repairs]", "unknown_line"),
        ("order.yaml", "kind: in_order", "kind: rounds, ceilings: [5, 5]", "not_rising"),
        ("order.yaml", "kind: in_order", "kind: percent, percent: 101", "wrong_type"),
        ("order.yaml", "kind: in_order", "kind: percent, percent: 1.00001", "wrong_type"),
        ("order.yaml", "kind: in_order", "kind: pro_rata", "missing"),
        ("order.yaml", "kind: in_order", "kind: pro_rata, last_unit: last", "wrong_type"),
        ("order.yaml", "kind: in_order", "kind: haircut, by: filed_on, percents: []", "not_rising"),
        ("order.yaml", "kind: in_order", "kind: haircut, by: filed_on, percents: [{until: 2025-01-01, percent: 30}]",
         "not_rising"),
        ("order.yaml", "keys:", "reserve: {label: {en: a, ar: ب}, source: circular-1}\nkeys:", "reserve"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_file(town: Path, file: str, old: str, new: str, code: str):
    change(town, file, old, new)

    found = [problem for problem in problems(town) if problem.code == code]

    assert found
    assert Path(found[0].where.file) == town / file or code == "doubled_name"
    assert found[0].where.line > 0
    assert found[0].todo


def test_the_line_is_that_of_the_mistake(town: Path):
    line = change(town, "rules.yaml", "    when: renting", "    wehn: renting")

    found = [problem for problem in problems(town) if problem.code == "unknown_key"]

    assert [(problem.where.line, problem.todo) for problem in found] == [(line, "Did you mean `when`?")]


def test_every_mistake_of_the_folder_is_told_at_once(town: Path):
    change(town, "fields.yaml", "type: money", "type: float")
    change(town, "rules.yaml", "level: dwelling", "level: dweling")
    change(town, "values/amounts.yaml", "value: 60", "value: yes")
    (town / "order.yaml").write_text("id: [", encoding="utf-8")

    files = {Path(problem.where.file).name for problem in problems(town)}

    assert {"fields.yaml", "rules.yaml", "amounts.yaml", "order.yaml"} <= files


@pytest.mark.parametrize("file", ["fields.yaml", "sources.yaml", "rules.yaml"])
def test_a_missing_file_is_named(town: Path, file: str):
    (town / file).unlink()

    assert (str(town / file), "missing_file") in [(found.where.file, found.code) for found in problems(town)]


@pytest.mark.parametrize("file", ["rules.py", "value/rent.yaml", "values/rent.yml", "feilds.yaml"])
def test_a_file_that_nothing_reads_is_named(town: Path, file: str):
    (town / file).parent.mkdir(exist_ok=True)
    (town / file).write_text("a: 1\n", encoding="utf-8")

    assert [(found.where.file, found.code) for found in problems(town)] == [(str(town / file), "unknown_file")]


def test_a_folder_without_a_programme_is_refused_in_one_line(tmp_path: Path):
    assert [problem.code for problem in problems(tmp_path)] == ["no_programme"]
    assert [problem.code for problem in problems(tmp_path / "nowhere")] == ["no_folder"]


def test_a_file_in_another_encoding_is_refused_with_its_line(town: Path):
    text = (town / "fields.yaml").read_text(encoding="utf-8")
    (town / "fields.yaml").write_bytes(text.encode("cp1256", errors="replace"))

    found = problems(town)

    assert found[0].code == "not_utf8"
    assert found[0].where.line == text[: text.index("غير متضرر")].count("\n") + 1


def test_an_operative_programme_cites_no_guess(town: Path):
    change(town, "programme.yaml", "status: draft", "status: operative")

    assert [problem.code for problem in problems(town)] == ["unsourced"]


def test_a_wrong_currency_is_told_once(town: Path):
    change(town, "programme.yaml", "currency: USD", "currency: XYZ")

    assert [problem.code for problem in problems(town)] == ["currency"]


def test_a_level_named_claim_is_needed(town: Path):
    change(town, "programme.yaml", "  claim: {label", "  file: {label")

    assert "no_claim" in [problem.code for problem in problems(town)]


@pytest.mark.parametrize("chosen", ["", ", default: true"])
def test_exactly_one_reading_is_the_default(town: Path, chosen: str):
    one = f"{{label: {WORDS}, reason: {WORDS}{chosen}}}"
    add(town, "programme.yaml", f"readings:\n  high: {one}\n  low: {one}\n")

    assert [problem.code for problem in problems(town)] == ["default_reading"]


def test_an_unknown_reading_is_refused_with_the_known_ones(town: Path):
    one = f"{{label: {WORDS}, reason: {WORDS}"
    add(town, "programme.yaml", f"readings:\n  high: {one}, default: true}}\n  low: {one}}}\n")

    found = problems(town, reading="hihg")

    assert [(problem.code, problem.todo) for problem in found] == [("unknown_reading", "Did you mean `high`?")]


def test_a_reading_without_its_value_is_refused(town: Path):
    one = f"{{label: {WORDS}, reason: {WORDS}"
    add(town, "programme.yaml", f"readings:\n  high: {one}, default: true}}\n  low: {one}}}\n")
    rivals = "{readings: {high: {value: 60, source: circular-1}, lwo: {value: 50, source: circular-1}}}"
    line = change(town, "values/amounts.yaml", "{value: 60, source: circular-1}", rivals)

    found = problems(town)

    assert {(problem.code, problem.where.line) for problem in found} == {("readings", line)}
    assert len(found) == 2


def test_a_value_that_lasts_past_the_next_one_is_refused(town: Path):
    change(
        town,
        "values/amounts.yaml",
        "    2025-01-01: {value: 60, source: circular-1}",
        "    2026-01-01: {value: 70, source: circular-1}\n"
        "    2025-01-01: {until: 2026-02-01, value: 60, source: circular-1}",
    )

    assert [problem.code for problem in problems(town)] == ["dates_overlap"]


def test_a_million_characters_of_expression_are_refused_within_a_second(town: Path):
    change(town, "rules.yaml", "when: renting", f"when: {'renting and ' * 90_000}renting")
    began = time.process_time()

    found = problems(town)

    assert time.process_time() - began < 1
    assert found[0].code == "too_large"


def test_ten_thousand_brackets_are_refused_within_a_second(town: Path):
    brackets = "\n      ".join("(" * 100 for _ in range(100))
    change(town, "rules.yaml", "when: renting", f'when: "{brackets}"')
    change(town, "order.yaml", "keys: [filed_on]", f"keys: {'[' * 10_000}")
    began = time.process_time()

    found = problems(town)

    assert time.process_time() - began < 1
    assert {problem.code for problem in found} == {"line_too_long"}
