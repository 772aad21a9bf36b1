"""What the files say arrives in the declarations, exactly."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from sanad.engine.rules.declared import Band, Key, Unpublished
from sanad.rulebook.reading import load_programme, path_and_reading
from tests.rulebook.folders import add, change

TWO_KEYS = """
part_of_grant:
  label: {en: Part, ar: جزء}
  keys: [damage, {part: [first, second]}]
  checked_on: 2025-07-01
  values:
    2025-01-01:
      until: 2026-01-01
      source: circular-1
      rows: {partial: {first: 100, second: unpublished}}
      otherwise: 0
      note: {en: Only repairs., ar: للإصلاح فقط.}
"""
GATES = """
refer:
  - code: other_body
    when: people > 20
    says: {en: Another body decides., ar: تقرر جهة أخرى.}
    to: {en: The governor, ar: المحافظ}
    source: circular-1
    from: 2025-02-01
defer:
  - code: safety_check
    level: dwelling
    when: damage == 'partial'
    says: {en: The building must be inspected., ar: يجب أن يُعاين المبنى.}
    awaits: {en: The inspection, ar: المعاينة}
    body: {en: The engineers, ar: المهندسون}
    review_days: 90
    source: circular-1
"""


def test_a_table_by_two_keys(town: Path):
    add(town, "values/amounts.yaml", TWO_KEYS)

    value = next(value for value in load_programme(town).values if value.name == "part_of_grant")

    assert value.keys == (Key("damage"), Key("part", ("first", "second")))
    version = value.versions[0]
    assert (version.since, version.until, version.otherwise) == (date(2025, 1, 1), date(2026, 1, 1), Decimal(0))
    assert version.note["en"] == "Only repairs."
    assert isinstance(version.then, tuple)
    inner = version.then[0].then
    assert isinstance(inner, tuple)
    assert [(row.match, row.then) for row in inner] == [("first", Decimal(100)), ("second", Unpublished())]


def test_bands_keep_their_open_and_closed_ends(town: Path):
    value = next(value for value in load_programme(town).values if value.name == "monthly_rent")

    rows = value.versions[0].then
    assert isinstance(rows, tuple)
    assert [row.match for row in rows] == [
        Band(None, Decimal(4), low_open=False, high_open=False),
        Band(Decimal(4), None, low_open=True, high_open=True),
    ]


def test_versions_rise_by_date_in_whatever_order_they_are_written(town: Path):
    change(
        town,
        "values/amounts.yaml",
        "    2025-01-01: {value: 60, source: circular-1}",
        "    2027-01-01: {value: 70, source: circular-1}\n    2025-01-01: {value: 60, source: circular-1}",
    )

    value = next(value for value in load_programme(town).values if value.name == "repair_part")

    assert [version.since.year for version in value.versions] == [2025, 2027]


def test_a_referral_names_the_body_and_a_deferral_what_it_awaits(town: Path):
    add(town, "rules.yaml", GATES)

    gates = {gate.code: gate for gate in load_programme(town).gates}

    assert (gates["other_body"].kind, gates["other_body"].body["en"]) == ("refer", "The governor")
    assert gates["other_body"].since == date(2025, 2, 1)
    assert (gates["safety_check"].kind, gates["safety_check"].review_days) == ("defer", 90)
    assert gates["safety_check"].change["en"] == "The inspection"
    assert gates["safety_check"].body["en"] == "The engineers"


def test_an_expression_keeps_its_place(town: Path):
    line = change(town, "rules.yaml", "    when: renting", "    when: renting and people > 2")

    rent = load_programme(town).lines[0]

    assert rent.when is not None
    assert (rent.when.text, rent.when.where.line) == ("renting and people > 2", line)


def test_a_plain_number_is_an_expression(town: Path):
    change(town, "rules.yaml", "amount: received_elsewhere", "amount: 1_000.50")

    assert load_programme(town).deductions[0].amount.text == "1000.50"


def test_a_reading_is_named_after_an_at_sign(town: Path):
    assert path_and_reading("programmes/town@april") == (Path("programmes/town"), "april")
    assert path_and_reading("programmes/town") == (Path("programmes/town"), None)

    odd = town.rename(town.parent / "a@b")
    assert path_and_reading(str(odd)) == (odd, None)
