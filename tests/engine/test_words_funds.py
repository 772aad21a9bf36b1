"""Money of funds in words: what each step of payment brings, what is held back, and no word on who comes first."""

from dataclasses import replace
from decimal import Decimal

from sanad.engine.rules.building import build
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.declared import Order, PaymentStep, Programme, Reserve
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context, FundLeft, FundShare, Queue
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import HERE, SAID, TODAY, line, programme
from tests.engine.nepal import ISOLATES
from tests.engine.people import one_claim

EQUAL = PaymentStep("start", "equal_first", {"en": "A start for all", "ar": "بداية"}, Decimal(500), "gazette", HERE)
ROUNDS = replace(
    EQUAL, name="rounds", kind="rounds", label={"en": "In rounds", "ar": "جولات"}, at_most=None,
    ceilings=(Decimal(100), Decimal(900)), counts_paid=True, level="household",
)  # fmt: skip
APPEALS = Reserve({"en": "For appeals", "ar": "للاعتراضات"}, None, Decimal(10), "gazette", HERE)
FUNDED = Queue(place=1, money_ahead=0, allocated=600_00, left=(FundLeft("fund", "", 0, True, reserved=70_00),))


def funded(**parts) -> Programme:
    order = Order("order", SAID, (), (), (EQUAL, ROUNDS), "gazette", HERE, **parts)
    return replace(programme(lines=[line("grant", "1000")]), order=order)


def told(queue: Queue, language: str = "en", **parts) -> str:
    rules = build(funded(**parts))
    run = Interpreter(rules, TODAY)
    decision = decide_with(run, one_claim(rules, {}), {})
    return as_text(explain(rules, decision, language, run=run, context=Context(queue=queue))).translate(ISOLATES)


def test_the_first_in_the_queue_is_not_told_that_others_come_first():
    text = told(FUNDED)

    assert "Missing for what is due now: 400 USD" in text
    assert "The money that may be used for what is missing here is used up." in text
    assert "turn comes first." not in text


def test_each_step_that_brings_money_is_told_with_its_limit_and_its_source():
    both, one = (
        told(replace(FUNDED, steps=steps)) for steps in ({"start": 500_00, "rounds": 100_00}, {"rounds": 9_00})
    )

    assert (
        "    - A start for all: 500 USD (as much for each as for every other, as far as the money reaches; "
        "at most 500 USD)"
    ) in both
    assert (
        "    - In rounds: 100 USD (one after the other, first up to 100 USD, then up to 900 USD; "
        "counted for each: “said”; what was paid before counts towards it)"
    ) in both
    assert "A start for all" not in one


def test_the_steps_are_told_in_arabic():
    text = told(replace(FUNDED, steps={"start": 500_00}), "ar")

    assert "ما تأتي به كل خطوة من خطوات الدفع" in text
    assert "- بداية: 500 دولار (لكل واحد مثل ما لغيره ما كفى المال؛ 500 دولار على الأكثر)" in text


def test_what_a_round_holds_back_is_named_to_who_misses_money():
    held_back, nothing_missing = (
        told(FUNDED, reserve=APPEALS),
        told(replace(FUNDED, allocated=1000_00), reserve=APPEALS),
    )

    assert "70 USD of the fund are held back and not paid out in this round: For appeals" in held_back
    assert "held back" not in nothing_missing


def test_a_fund_without_a_name_is_told_as_the_fund():
    shares = (FundShare("grant", "fund", "", 100_00), FundShare("grant", "North", "", 500_00))

    text = told(replace(FUNDED, shares=shares))

    assert "100 USD for said come from the fund, which may pay anything." in text
    assert "500 USD for said come from the fund North, which may pay anything." in text
