"""A case that is a series of days: facts change, money is paid and booked wrongly, and every day is a round."""

from pathlib import Path

import pytest

from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.ops.programme_check import Report, check_programme, in_words
from sanad.ops.programme_words import Language
from sanad.rulebook.reading import load_cases, load_programme
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example

HEAD = """
- id: worse-than-first-seen
  title: {en: The damage is worse than was first seen, ar: الضرر أسوأ مما بدا أولًا}
  claims:
    - {claim_id: Samira, household_id: H1, damage: damaged, lives_abroad: false, agreement_signed: true}
  days:
"""
SIGNED = "    - {on: 2026-03-01, pays: due, expect: {Samira: {net: 1_500, change: 1_500, due_now: 750, pays: 750}}}\n"
WORSE = """    - on: 2026-04-01
      facts: {Samira: {damage: destroyed}}
      expect: {Samira: {net: 5_000, change: 3_500, line_changes: {home: 3_500}, paid: 750, due_now: 1_750, pays: 0}}
"""
ENTRY = "claim_id: Samira, line: home"


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """The first programme of the rulebook, without its cases."""
    first = documented(RULEBOOK.read_text(encoding="utf-8"))[0]
    assert first.name == FIRST
    path = write_example(tmp_path, first, first)
    (path / "cases" / "first.yaml").unlink()
    return path


def checked(path: Path, text: str) -> Report:
    (path / "cases" / "days.yaml").write_text(text, encoding="utf-8")
    report = check_programme(path)
    assert report.problems == ()
    return report


def problems(path: Path, text: str) -> list[Problem]:
    (path / "cases" / "days.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProgrammeRefused) as caught:
        load_cases(path, load_programme(path))
    return list(caught.value.problems)


def told(report: Report) -> str:
    return "\n".join(in_words(report, Language.en))


def test_what_a_day_pays_is_paid_before_the_next_one(harbour: Path):
    report = checked(harbour, HEAD + SIGNED + WORSE)

    assert (report.passed, report.failed) == (2, 0), told(report)


def test_a_day_that_pays_nothing_leaves_the_debt_as_it_is(harbour: Path):
    report = checked(harbour, HEAD + SIGNED.replace("pays: due, ", "").replace(", pays: 750", "") + WORSE)

    assert report.failed == 1
    assert "Samira, paid: expected 750 USD; interpreter gave 0 USD, duckdb gave 0 USD" in told(report)


def test_a_failed_day_is_named_by_its_date_and_line(harbour: Path):
    report = checked(harbour, HEAD + SIGNED + WORSE.replace("net: 5_000", "net: 4_000"))

    assert "worse-than-first-seen 2026-04-01" in told(report)
    assert "days.yaml:8)" in told(report)


def test_a_fund_pays_the_first_and_the_next_day_the_other(harbour: Path):
    (harbour / "order.yaml").write_text(ORDER, encoding="utf-8")

    report = checked(harbour, TWO_HOMES)

    assert (report.passed, report.failed) == (2, 0), told(report)


def test_a_wrong_booking_is_overpaid_until_it_is_reversed(harbour: Path):
    report = checked(harbour, HEAD + BOOKED_TWICE)

    assert (report.passed, report.failed) == (3, 0), told(report)


def test_a_day_that_cannot_be_decided_adjusts_nothing(harbour: Path):
    report = checked(harbour, NOT_DECIDED)

    assert (report.passed, report.failed) == (3, 0), told(report)


def test_new_claims_join_and_a_fact_of_the_household_changes_for_all_of_its_claims(harbour: Path):
    report = checked(harbour, JOINED)

    assert (report.passed, report.failed) == (2, 0), told(report)


def test_what_is_set_off_on_one_line_is_not_paid_on_it(harbour: Path):
    with (harbour / "fields.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(COST.format(name=name) for name in ("cost_a", "cost_b", "cost_c")))
    (harbour / "rules.yaml").write_text(SET_OFF, encoding="utf-8")

    report = checked(harbour, SET_OFF_DAYS)

    assert (report.passed, report.failed) == (2, 0), told(report)


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("  days:\n", "  on: 2026-03-01\n  days:\n", 6, "beside_days"),
        ("on: 2026-04-01", "on: 2026-03-01", 8, "days_out_of_order"),
        ("pays: due", "pays: allocated", 7, "no_fund"),
        ("pays: due", "pays: all", 7, "wrong_type"),
        ("{Samira: {damage", "{Samir: {damage", 9, "unknown_claim"),
        ("damage: destroyed}}", "damages: destroyed}}", 9, "unknown_key"),
        ("line_changes: {home", "line_changes: {house", 10, "unknown_key"),
        ("pays: due, expect", f"paid: [{{{ENTRY}, amount: 9, date: 2026-03-02}}], expect", 7, "paid_later"),
        ("pays: due, expect", f"errors: [{{{ENTRY}, amount: 9}}], expect", 7, "missing"),
        ("pays: due, expect", f"errors: [{{{ENTRY}, amount: -9, note: Back}}], expect", 7, "reversed_too_much"),
    ],
)
def test_a_mistake_in_a_series_is_told_with_its_line(harbour: Path, old: str, new: str, line: int, code: str):
    text = HEAD + SIGNED + WORSE
    assert old in text

    found = problems(harbour, text.replace(old, new, 1))

    assert [(problem.code, problem.where.line) for problem in found] == [(code, line)]
    assert found[0].todo


def test_a_plain_case_expects_no_change(harbour: Path):
    plain = HEAD.replace("  days:\n", "  on: 2026-03-01\n  expect: {Samira: {change: 1_500}}\n")

    assert [problem.code for problem in problems(harbour, plain)] == ["unknown_key"]


ORDER = """id: harbour-order-1
label: {en: Order, ar: ترتيب}
source: decree-7
pay:
  - {name: rest, kind: in_order, label: {en: In order, ar: بالترتيب}, source: decree-7}
"""
TWO_HOMES = """
- id: two-homes
  title: {en: Two homes and little money, ar: مسكنان ومال قليل}
  claims:
    - {claim_id: Karim, damage: destroyed, lives_abroad: false, agreement_signed: true}
    - {claim_id: Samira, damage: damaged, lives_abroad: false, agreement_signed: true}
  days:
    - on: 2026-03-01
      fund: 3_000
      pays: allocated
      expect:
        Karim: {due_now: 2_500, allocated: 2_500, pays: 2_500, queue_place: 1}
        Samira: {due_now: 750, allocated: 500, pays: 500, queue_place: 2}
    - on: 2026-04-01
      expect:
        Karim: {paid: 2_500, due_now: 0, left: 2_500}
        Samira: {paid: 500, due_now: 250, left: 750, queue_place: 1}
"""
BOOKED_TWICE = """    - {on: 2026-03-01, pays: due, expect: {Samira: {due_now: 750}}}
    - on: 2026-03-15
      errors: [{claim_id: Samira, line: home, amount: 1_000, note: The transfer of another family was booked here}]
      expect: {Samira: {paid: 1_750, overpaid: 250, change: 0, due_now: 0}}
    - on: 2026-04-01
      errors: [{claim_id: Samira, line: home, amount: -1_000, note: Booked back}]
      facts: {Samira: {works_begun: true}}
      expect: {Samira: {paid: 750, overpaid: 0, due_now: 750}}
"""
NOT_DECIDED = """
- id: not-decided-for-a-day
  title: {en: The household cannot be asked at first, ar: لا يمكن سؤال الأسرة أولًا}
  claims: [{claim_id: Samira, damage: damaged}]
  days:
    - {on: 2026-03-01, expect: {Samira: {outcome: incomplete, reasons: [lives_abroad], pays: 0}}}
    - {on: 2026-03-02, facts: {Samira: {lives_abroad: false}}, expect: {Samira: {net: 1_500, change: 1_500}}}
    - {on: 2026-03-03, facts: {Samira: {lives_abroad: true}}, expect: {Samira: {outcome: refuse, change: -1_500}}}
"""
JOINED = """
- id: joined
  title: {en: A second claim joins, ar: ينضم طلب ثانٍ}
  claims: [{claim_id: Karim, household_id: H1, damage: damaged, lives_abroad: false}]
  days:
    - {on: 2026-03-01, expect: {Karim: {outcome: award}}}
    - on: 2026-03-02
      claims: [{claim_id: Lina, household_id: H1, damage: damaged}]
      facts: {Karim: {lives_abroad: true}}
      expect:
        Karim: {outcome: refuse, reasons: [lives_abroad_now]}
        Lina: {outcome: refuse, reasons: [another_claim_first, lives_abroad_now]}
"""
COST = """{name}:
  level: claim
  type: money
  range: [0, 10_000]
  label: {{en: Cost, ar: كلفة}}
  asked: assessor
"""
SET_OFF = """lines:
  a: {label: {en: A, ar: أ}, amount: cost_a, source: decree-7}
  b: {label: {en: B, ar: ب}, amount: cost_b, source: decree-7}
  c: {label: {en: C, ar: ج}, amount: cost_c, source: decree-7}
set_off:
  label: {en: Paid too much, ar: دُفع زيادة}
  level: household
  by: [claim_id]
  source: decree-7
"""
SET_OFF_DAYS = """
- id: set-off-by-line
  title: {en: One claim of the family was paid too much, ar: طلب من طلبات الأسرة دُفع زيادة}
  claims:
    - {claim_id: Omar, household_id: H1, cost_a: 0, cost_b: 0, cost_c: 500}
    - {claim_id: Samira, household_id: H1, cost_a: 2_000, cost_b: 2_000, cost_c: 0}
  paid: [{claim_id: Omar, line: c, amount: 2_000, date: 2026-02-01}]
  days:
    - {on: 2026-03-01, pays: due, expect: {Samira: {set_off: 1_500, due_now: 2_500, pays: 2_500}}}
    - {on: 2026-04-01, facts: {Samira: {cost_a: 500}}, expect: {Samira: {net: 2_500, overpaid: 0, due_now: 0}}}
"""
