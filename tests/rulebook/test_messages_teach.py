"""What an author gets wrong first: the sentence names file and line and says what to do, in both languages."""

import re
from pathlib import Path

import pytest

from sanad.ops.programme_check import Report, check_programme, in_words
from sanad.ops.programme_words import Language
from tests.health.tree import ROOT
from tests.ops.conftest import run
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
        (
            FIRST, "rules.yaml", "    amount: grant[damage]", "    amount: grant[destroyed]",
            "rules.yaml:14: Nothing is named `destroyed`; it is an option, and options stand in quotes. In: grant[dest",
            "Did you mean `'destroyed'`?",
            "والخيارات تُكتب بين علامتي اقتباس",
        ),
        (
            "division-not-published", "rules.yaml", "part['first']", "part[first]",
            "rules.yaml:9: Nothing is named `first`; it is an option, and options stand in quotes. In: awarded if",
            "Did you mean `'first'`?",
            "والخيارات تُكتب بين علامتي اقتباس",
        ),
        (
            FIRST, "values/grant.yaml", "destroyed: 5_000", "destroyed: 5_000 USD",
            "values/grant.yaml:8: `5_000 USD` is no money.",
            "Write the number alone, as `8_000`; its currency or unit stands once, in `unit` of `grant`.",
            "اكتب العدد وحده",
        ),
        (
            "appeal-in-time", "rules.yaml", "    calendar: town\n", "    calendar: twon\n",
            "rules.yaml:2: No calendar is named `twon`. In: calendar: twon",
            "Did you mean `town`?",
            "لا يوجد تقويم بهذا الاسم",
        ),
        (
            "several-claims", "rules.yaml", "at_most: limit\n", "at_most: sum(household, repair_cost > 2)\n",
            "rules.yaml:30: `sum()` needs a number of each member.",
            "See docs/rulebook.md, Expressions.",
            "انظر القسم 9",
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


THING_EARMARK = "    - {name: Gift, amount: 5, earmarks: line=certificate}\n"


def test_an_earmark_for_a_line_that_gives_a_thing_says_that_funds_pay_no_things(tmp_path: Path):
    report = checked(tmp_path, "certificate-and-recorded-area", CASES, "  expect", f"  funds:\n{THING_EARMARK}  expect")

    english = told(report, Language.en)
    assert "The earmark of `Gift` names `certificate`, which gives a thing: funds pay no things." in english
    assert "Name lines that bring money: `repair`." in english
    assert "والصناديق لا تدفع أشياء" in told(report, Language.ar)


def test_every_section_that_a_message_names_is_there():
    rulebook = RULEBOOK.read_text(encoding="utf-8")
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "sanad").rglob("*.py")]

    named = {name for text in sources for name in re.findall(r"docs/rulebook\.md, ([A-Z]\w+)", text)}

    assert named
    assert [name for name in named if not re.search(rf"^## \d+\. {name}$", rulebook, re.MULTILINE)] == []


def test_a_case_before_the_first_rule_is_told_when_the_rules_begin(tmp_path: Path):
    report = checked(tmp_path, FIRST, CASES, "on: 2026-03-01", "on: 2026-01-09")

    assert report.failed == 1
    assert "Samira: on 2026-01-09 a value that it needs was not in force yet." in told(report, Language.en)
    assert "They begin: grant 2026-01-10" in told(report, Language.en)
    assert "بدايات القيم: grant 2026-01-10" in told(report, Language.ar)


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "row 2, earmarks: the line `certificate` gives a thing, and funds pay no things. Name a line of money."),
        ("ar", "البند `certificate` يعطي شيئًا، والصناديق لا تدفع أشياء. اذكر بندًا يعطي مالًا."),
    ],
)
def test_a_file_of_funds_says_the_same(tmp_path: Path, lang: str, says: str):
    path = write_example(tmp_path, EXAMPLES[FIRST], EXAMPLES["certificate-and-recorded-area"])
    claims, funds = tmp_path / "claims.csv", tmp_path / "funds.csv"
    claims.write_text("claim_id,household_id,damage\nSamira,H1,destroyed\n", encoding="utf-8")
    funds.write_text("fund,currency,amount,earmarks\nGift,USD,5,line=certificate\n", encoding="utf-8")

    result = run(
        "decide", path, claims, "--funds", funds, "--on", "2026-03-01", "--out", tmp_path / "r", "--lang", lang
    )

    assert result.exit_code == 1
    assert says in result.output.replace("\n", " ")
