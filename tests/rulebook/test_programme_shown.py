"""`sanad programme show` leaves no rule out, and names what it speaks of by its words."""

from pathlib import Path

import pytest

from sanad.engine.rules.words.pen import without_isolates
from tests.ops.conftest import run
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example
from tests.rulebook.folders import add, change

EXAMPLES = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
KEYS = {
    "en": "“Filed on”, then the claim number  [filed_on, claim_id]",
    "ar": "«تاريخ التقديم» ثم رقم الطلب  [filed_on, claim_id]",
}


def shown(folder: Path, example: str, lang: str, *changes: tuple[str, str, str]) -> str:
    path = write_example(folder, EXAMPLES[FIRST], EXAMPLES[example])
    for file, old, new in changes:
        change(path, file, old, new)
    result = run("programme", "show", path, "--lang", lang)
    assert result.exit_code == 0, result.output
    return without_isolates(result.output)


def missing(text: str, *sentences: str) -> list[str]:
    return [sentence for sentence in sentences if sentence not in text]


def test_a_shared_ceiling_is_told_with_its_order_and_its_source(tmp_path: Path):
    in_order = shown(tmp_path / "en", "several-claims", "en")
    pro_rata = shown(
        tmp_path / "ar",
        "several-claims",
        "ar",
        ("rules.yaml", "    sharing: in_order\n", "    sharing: pro_rata\n    undecided: skip\n"),
    )

    assert not missing(
        in_order,
        "- Limit of a family: Repair, of all claims of one Household together, at most “Limit of a family”  [limit]\n"
        f"      filled in the order of {KEYS['en']}\n"
        "      a claim waits while one before it is not decided\n"
        "      source: decree-7",
    )
    assert not missing(pro_rata, "- حد الأسرة: الإصلاح، في كل الطلبات", "وما لا ينقسم يذهب", "ما لم يُحسم بعد لا يُحتسب")


def test_a_limit_is_told_with_the_condition_under_which_it_holds(tmp_path: Path):
    limited = """ceilings:
  - name: of_a_claim
    label: {en: Limit of a claim, ar: حد الطلب}
    lines: [repair]
    at_most: limit
    when: damage == 'damaged'
    source: decree-7
"""

    text = shown(tmp_path, "several-claims", "en", ("rules.yaml", "ceilings:\n", limited))

    assert not missing(
        text,
        "- Limit of a claim: Repair together at most “Limit of a family”  [limit]\n"
        "      when: “Damage” is “Damaged”  [damage == 'damaged']\n",
    )


def test_setting_off_is_told_with_its_lines_and_its_most(tmp_path: Path):
    text = shown(tmp_path, "several-claims", "en")

    assert not missing(
        text,
        "- Paid too much: what was paid too much on one claim is taken off what is due on the others of one Household\n"
        "      from these lines, in this order: Grant for the home, Repair, Help with the second home\n"
        f"      claims in the order of {KEYS['en']}\n"
        "      off one claim at most: 50 % of the sum due now  [share(due_now, 50, 100)]\n",
    )


def test_setting_off_within_a_claim_is_told_so(tmp_path: Path):
    home = ("rules.yaml", "  level: household\n  by: [filed_on, claim_id]\n  at_most", "  by: [claim_id]\n  at_most")

    assert not missing(shown(tmp_path, "several-claims", "ar", home), "ما دُفع زيادةً في بند يُحسم")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_rivals_are_told_by_award_or_by_filing(tmp_path: Path, lang: str):
    by_award = shown(tmp_path / "award", "several-claims", lang)
    by_filing = shown(
        tmp_path / "filing",
        "several-claims",
        lang,
        ("rules.yaml", "    counts: award\n", "    counts: filing\n    refused: blocks\n    from: 2026-01-01\n"),
    )

    at_most = {"en": "at most 1 may be awarded, in the order of ", "ar": "لا يُمنح أكثر من 1، بالترتيب بحسب "}
    first = {"en": "only the first 1 filed may be granted", "ar": "لا يُقبل إلا أول 1 قُدّم"}
    blocks = {"en": "still bars the others\n", "ar": "يمنع غيره مع ذلك\n"}
    assert not missing(by_award, at_most[lang] + KEYS[lang])
    assert not missing(by_filing, first[lang], blocks[lang], "2026-01-01")


@pytest.mark.parametrize(
    ("lang", "keys", "reserve"),
    [
        (
            "en",
            "“Filed on”, the greatest first  [desc(filed_on)]",
            "(For appeals): 5 %\n      source: decree-7",
        ),
        ("ar", "«تاريخ تقديم الطلب»، الأكبر أولًا  [desc(filed_on)]", "(للاعتراضات): 5 %\n      المصدر: decree-7"),
    ],
)
def test_the_order_of_payment_names_its_keys_and_the_source_of_its_reserve(
    tmp_path: Path, lang: str, keys: str, reserve: str
):
    held = "keys: [desc(filed_on)]\nreserve: {percent: 5, label: {en: For appeals, ar: للاعتراضات}, source: decree-7}\n"

    text = shown(tmp_path, "certificate-and-recorded-area", lang, ("order.yaml", "keys: [filed_on]\n", held))

    assert not missing(text, keys, reserve)


@pytest.mark.parametrize(
    ("lang", "of_line", "of_payment"),
    [
        ("en", "at the rate Minimum wage  [minimum_wage] of the day", "Rate: Euros for a dollar  [euro_for_dollar]."),
        ("ar", "بسعر الحد الأدنى للأجور  [minimum_wage] في يوم", "السعر: اليورو مقابل الدولار  [euro_for_dollar]."),
    ],
)
def test_rates_are_named_by_their_labels(tmp_path: Path, lang: str, of_line: str, of_payment: str):
    assert not missing(shown(tmp_path, "index-units", lang), of_line, of_payment)


def test_a_share_of_a_number_of_percents_is_told_as_a_division_by_the_number(tmp_path: Path):
    path = write_example(tmp_path, EXAMPLES[FIRST], EXAMPLES["division-not-published"])
    interest = "interest:\n  label: {en: Interest, ar: الفائدة}\n  type: percent\n  checked_on: 2026-02-01\n"
    add(path, "values/part.yaml", f"{interest}  values:\n    2026-01-10: {{value: 5, source: decree-7}}\n")
    change(path, "rules.yaml", "amount: grant[damage]", "amount: share(grant[damage] * 90, interest, 36_500)")

    result = run("programme", "show", path)

    assert "“Interest” ÷ 365  [share(" in result.output
