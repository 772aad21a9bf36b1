"""What an author gets wrong first: the sentence names file and line and says what to do, in both languages."""

from pathlib import Path

import pytest

from sanad.ops.programme_check import Report, check_programme, in_words
from sanad.ops.programme_words import Language
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example

EXAMPLES = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
CASES = "cases/one.yaml"
CASE = """- id: one
  title: {en: One, ar: واحد}
  on: 2026-03-01
  claims: [{claim_id: Samira, damage: destroyed, lives_abroad: false}]
  expect: {Samira: {outcome: award}}
"""
BANDS = "        - {below: 2025-01-01, value: 50}\n        - {from: 2025-01-01, value: 100}\n"
PLAIN = "damage: destroyed, lives_abroad: false}]"


def checked(folder: Path, example: str, file: str, old: str, new: str) -> Report:
    """The example with one case and one change."""
    path = write_example(folder, EXAMPLES[FIRST], EXAMPLES[example])
    for known in (path / "cases").glob("*"):
        known.unlink()
    (path / CASES).write_text(CASE, encoding="utf-8")
    text = (path / file).read_text(encoding="utf-8")
    assert old in text
    (path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return check_programme(path)


def line_of(text: str, part: str) -> int:
    return text.partition(part)[0].count("\n") + 1


def told(report: Report, language: Language) -> str:
    return "\n".join(in_words(report, language)).replace(f"{report.path}/", "")


@pytest.mark.parametrize(
    ("example", "file", "old", "new", "says", "todo", "arabic"),
    [
        (
            "readings", "programme.yaml", "reason: {en: A later", "default: true\n    reason: {en: A later",
            "programme.yaml:10: More than one reading is the default: `january`, `february`.",
            "Keep `default: true` at one.",
            "قراءة واحدة وواحدة فقط",
        ),
        (
            "readings", "programme.yaml", "    default: true\n", "",
            "programme.yaml:10: None of the readings is the default: `january`, `february`.",
            "Write `default: true` at one.",
            "قراءة واحدة وواحدة فقط",
        ),
        (
            FIRST, CASES, "{outcome: award}", "{lines: {hom: 5_000}}",
            "cases/one.yaml:5: `hom` is not known in `lines` of `Samira`.",
            "Did you mean `home`?",
            "هذا المفتاح غير معروف هنا",
        ),
        (
            FIRST, CASES, "{outcome: award}", "{netto: 5_000}",
            "cases/one.yaml:5: `netto` is not known in `Samira`.",
            "Did you mean `net`?",
            "هذا المفتاح غير معروف هنا",
        ),
        (
            FIRST, CASES, "expect: {Samira", "expect: {Samir",
            "cases/one.yaml:5: The case has no claim `Samir`.",
            "Did you mean `Samira`?",
            "لا يوجد هذا الطلب في الحالة",
        ),
        (
            FIRST, CASES, "  expect", "  fund: 100\n  expect",
            "cases/one.yaml:5: The case has `fund`, and the programme has no `order.yaml`.",
            "Write `order.yaml`, or leave out `fund`.",
            "وليس للبرنامج ترتيب دفع",
        ),
        (
            FIRST, CASES, "- id: one", f"{CASE}- id: one",
            "cases/one.yaml:6: The case `one` stands twice; the first is in `cases/one.yaml:1`.",
            "Give it another id.",
            "هذا الاسم مستعمل من قبل",
        ),
        (
            "groups-and-parts", CASES, PLAIN, "building_id: B1}]\n  members: {person: [{person_id: Rami, age: 4}]}",
            "cases/one.yaml:5: The person `Rami` does not say to which household it belongs.",
            "Add `household_id:`.",
            "لا يُذكر إلى ماذا ينتمي هذا",
        ),
        (
            "groups-and-parts", CASES, PLAIN,
            "household_id: H1}]\n  members: {person: [{person_id: Rami, household_id: H2}]}",
            "cases/one.yaml:5: Nothing else in the case has to do with `H2`, which the person names.",
            "Write the same id at the claim and at the person.",
            "هذا لا علاقة له بأي طلب في الحالة",
        ),
        (
            FIRST, "fields.yaml", "level: claim", "level: claims",
            "fields.yaml:1: No level is named `claims`.",
            "Did you mean `claim`?",
            "لا يوجد مستوى بهذا الاسم",
        ),
        (
            "values-over-time", "values/amounts.yaml", BANDS, "        2025-01-01: 50\n",
            "values/amounts.yaml:LINE: `2025-01-01` is no name of a row. Name rows by a code,",
            "or list bands: `- {from: 2025-01-01, value: 5}`.",
            "أو شرائح",
        ),
        (
            FIRST, "rules.yaml", "    when: household", "    wehn: household",
            "rules.yaml:3: `wehn` is not known in item 1 of `refuse`.",
            "Did you mean `when`?",
            "هذا المفتاح غير معروف هنا",
        ),
        (
            FIRST, CASES, "{claim_id", "{liness: 4, claim_id",
            "cases/one.yaml:4: `liness` is not known in item 1 of `claims`.",
            "Known here: ",
            "هذا المفتاح غير معروف هنا",
        ),
    ],
)  # fmt: skip
def test_the_sentence_names_file_and_line_and_what_to_do(
    tmp_path: Path, example: str, file: str, old: str, new: str, says: str, todo: str, arabic: str
):
    report = checked(tmp_path, example, file, old, new)

    says = says.replace("LINE", str(line_of(EXAMPLES[example].files.get(file, ""), old)))
    line = next(line for line in told(report, Language.en).splitlines() if says in line)
    assert todo in line.partition(says)[2]
    assert arabic in told(report, Language.ar)
    assert says.split(": ")[0] in told(report, Language.ar)


def test_a_case_before_the_first_rule_is_told_when_the_rules_begin(tmp_path: Path):
    report = checked(tmp_path, FIRST, CASES, "on: 2026-03-01", "on: 2026-01-09")

    assert report.failed == 1
    assert "Samira: on 2026-01-09 a value that it needs was not in force yet." in told(report, Language.en)
    assert "They begin: grant 2026-01-10" in told(report, Language.en)
    assert "بدايات القيم: grant 2026-01-10" in told(report, Language.ar)
