"""What an explanation must not leave out, and what it must never say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from sanad.engine.rules.building import build
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.declared import Source
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.words.blocks import as_data, as_text
from sanad.engine.rules.words.context import Context, FundLeft, FundShare, Queue
from sanad.engine.rules.words.explaining import explain
from tests.engine.building import HERE, limit, line, part, programme, rules, value, version
from tests.engine.nepal import AUTUMN_2018, OWNER, PAID, SITA, claim, claims, from_answer, nepal, told
from tests.engine.people import one_claim

LEFT, RIGHT, END = "\u2066", "\u2067", "\u2069"


def test_a_refusal_because_of_another_file_says_a_place_and_nothing_of_that_file():
    hira, _ = claims(
        {"claim_id": "Hira", **OWNER, "damage_grade": 4, "filed_on": date(2016, 6, 2)},
        {"claim_id": "Bhim", **OWNER, "damage_grade": 5, "filed_on": date(2016, 6, 1)},
        one_house=True,
    )

    text = told(hira)

    assert "Place of this claim among the claims for the same house: 2" in text
    assert "Bhim" not in text
    assert "1 June 2016" not in text
    assert "Damage grade" not in text


def test_a_fact_that_another_file_lacks_is_not_named():
    hira, _ = claims(
        {"claim_id": "Hira", **OWNER, "damage_grade": 3, "repair_kind": "major", "filed_on": date(2016, 6, 2)},
        {"claim_id": "Bhim", **OWNER, "damage_grade": 2, "filed_on": date(2016, 6, 1)},
        one_house=True,
    )

    text = told(hira)

    assert "Something is missing in another file of the same group." in text
    assert "Kind of repair" not in text


def test_a_rate_that_was_never_published_is_named_and_not_guessed():
    text = from_answer(told(claim("Hem", damage_grade=2, repair_kind="major"), on=date(2016, 6, 1)))

    assert (
        "“Grant to strengthen one house” has never been made public, for the time since "
        "13 March 2016 [source 1]. We do not guess it."
    ) in text


def test_before_the_first_day_of_a_rule_the_answer_says_from_when_it_holds():
    text = from_answer(told(claim("Tara", damage_grade=5), on=date(2016, 3, 12)))

    assert "the rules for it were not in force on that day. This is no refusal." in text
    assert "“Grant to rebuild one house” holds from 13 March 2016 on." in text


def test_a_failed_inspection_keeps_its_part_waiting_and_says_so():
    gopal = claim("Gopal", **SITA, plinth_passed=False)

    assert "It waits for: “Plinth passed inspection” (the record says no) [source 3]." in told(gopal)


def test_what_was_paid_beyond_the_award_is_said():
    raj = claim("Raj", **{**SITA, "owns_undamaged_house": True})

    text = from_answer(told(raj, context=PAID))

    assert "  Paid beyond the award: 50,000 NPR\n" in text
    assert "50,000 NPR was paid beyond what is now awarded. The payments themselves stay on the record." in text


def test_an_earlier_award_is_named_with_the_difference():
    context = Context(paid=PAID.paid, awarded_before=200_000_00)

    text = told(claim("Laxmi", **SITA), on=date(2017, 2, 1), context=context)

    assert "This claim had been awarded 200,000 NPR. Now it is awarded 300,000 NPR." in text


def test_the_head_warns_of_reference_programmes_made_up_claims_and_assumptions():
    context = Context(generated=True, assumed=frozenset({"owner_occupied"}))

    text = told(claim("Sita", **SITA), context=context)

    assert "For reference only." in text
    assert "no sum below is a promise of money." in text
    assert "Made-up example:" in text
    assert "Assumed, because nobody stated it: “The owner lives in the house”: yes." in text
    assert "The owner lives in the house: yes, assumed: nobody stated it" in text


def test_a_fact_that_was_assumed_for_others_alone_is_not_told_as_assumed_here():
    context = Context(generated=True, assumed=frozenset({"owner_occupied", "repair_kind"}))

    text = told(claim("Sita", **SITA), context=context)

    assert "Assumed, because nobody stated it: “The owner lives in the house”: yes." in text


def test_the_place_in_the_queue_comes_with_the_money_ahead_and_what_is_missing():
    queue = Queue(place=12, money_ahead=4_000_000_00, tier=1, allocated=20_000_00)

    text = told(claim("Sita", **SITA), context=Context(queue=queue))

    assert (
        """\
The order of payment
  Place: 12
  Belongs to: Houses of grade 5
  Ranked by “Day of filing”: not stated
  Due to those whose turn comes first: 4,000,000 NPR
  Money at hand for this claim: 20,000 NPR
  Missing for what is due now: 30,000 NPR
"""
        in text
    )


def test_each_fund_says_why_it_pays_and_money_left_elsewhere_why_it_does_not():
    north = FundShare("reconstruction", "North", "damage_grade=5", 20_000_00)
    left = (FundLeft("North", "damage_grade=5", 0, True), FundLeft("Heritage", "heritage=true", 7_00, False))
    queue = Queue(place=12, money_ahead=0, tier=1, allocated=20_000_00, shares=(north,), left=left)

    text = told(claim("Sita", **SITA), context=Context(queue=queue))

    assert "come from the fund North, which is meant for such claims only (damage_grade=5)." in text
    assert "7 NPR are left in the fund Heritage, but it is not meant for what is missing here (heritage=true)." in text
    assert "The money that may be used for what is missing here is used up." in text


def test_money_that_the_steps_leave_and_funds_that_fit_nothing_are_told_apart():
    def said(*left: FundLeft) -> str:
        return told(claim("Sita", **SITA), context=Context(queue=Queue(12, 0, 1, 0, (), left)))

    assert "the order of payment gives no more of it to this claim for now" in said(FundLeft("North", "", 9_00, True))
    assert "No fund of this round is meant for what is missing here." in said(
        FundLeft("South", "line=land", 9_00, False)
    )


def test_a_sum_that_comes_to_nothing_says_so():
    nothing = rules(lines=[line("grant", "loan")])
    run = Interpreter(nothing, AUTUMN_2018)
    decision = decide_with(run, one_claim(nothing, {"loan": -5_00}), {})

    told_of = as_text(explain(nothing, decision, "en", run=run, context=Context()))

    assert "What is reckoned here comes to nothing, so nothing is paid under this heading." in told_of


def test_without_a_fund_the_place_promises_no_day():
    text = told(claim("Sita", **SITA), context=Context(queue=Queue(place=12, money_ahead=0)))

    assert "No fund was named in this round." in text


def test_an_assumption_among_the_sources_is_marked_as_one():
    parbati = claim("Parbati", **{**SITA, "landless": True})

    text = told(parbati)

    assert "[source 6: an assumption]" in text
    assert "6. When the land money is paid. No publication was found: this is an assumption. The sum" in text


def test_every_arabic_number_stands_in_an_isolate():
    arabic = told(claim("Laxmi", **SITA), "ar", on=date(2017, 2, 1), context=PAID)

    assert f"{LEFT}300,000{END} روبية نيبالية" in arabic
    assert f"{RIGHT}1 حزيران 2016{END}" in arabic
    assert f"الطلب {LEFT}Laxmi{END}" in arabic


def test_the_parts_of_an_explanation_are_data_as_well():
    run = Interpreter(nepal(), AUTUMN_2018)
    decision = decide_with(run, claim("Sita", **SITA), {})

    data = as_data(explain(nepal(), decision, "en", run=run, context=Context()))

    assert data[0] == {"part": "heading", "text": "Claim Sita", "depth": 1}
    assert {"part": "sentence", "text": "This claim is awarded 300,000 NPR.", "kind": "answer"} in data
    assert {part["part"] for part in data} == {"heading", "sentence", "figures", "listing"}


def test_what_a_ceiling_holds_back_is_said_with_the_ceiling_and_how_it_may_come_free():
    halves = [part("first", "share(awarded, 1, 2)"), part("rest", "awarded - share(awarded, 1, 2)")]
    lines = [line("rent", "700", parts=halves), line("repair", "800")]
    ruled = rules(lines=lines, ceilings=[limit("together", ["rent", "repair"], "1_000")])
    run = Interpreter(ruled, AUTUMN_2018)
    decision = decide_with(run, one_claim(ruled, {}), {"repair": 900_00})

    text = as_text(explain(ruled, decision, "en", run=run, context=Context()))

    assert "    - Due now: 100 USD of 350 USD. " in text
    assert "Held back by a ceiling: 250 USD" in text
    assert "    600 USD of this is not due now. With what was paid before, it would pass the limit of" in text


def test_an_award_with_a_line_not_decided_yet_says_at_once_that_it_is_not_the_last_word():
    waiting = rules(lines=[line("grant", "loan"), line("rent", "700", when="owns_house")])
    run = Interpreter(waiting, AUTUMN_2018)
    claims = [one_claim(waiting, {"loan": 0}), one_claim(waiting, {"loan": 0, "owns_house": False})]

    waits, settled = (
        as_text(explain(waiting, decide_with(run, claim, {}), "en", run=run, context=Context())) for claim in claims
    )

    answer = waits.split("The answer\n")[1]
    assert answer.startswith(
        "  This claim is awarded 0 USD.\n  This is not the last word. Still to be decided: “said”."
    )
    assert "last word" not in settled


def test_an_assumed_figure_behind_a_total_is_named_with_its_mark():
    assumed = Source("guess", "A guess", "", None, "", "unsourced", "Nobody published it.", HERE)
    each = value("each", replace(version(date(2015, 1, 1), Decimal(50)), source="guess"))
    lines = [line("grant", "sum(household, each)")]
    ruled = build(replace(programme(values=[each], lines=lines), sources={"guess": assumed}))
    run = Interpreter(ruled, AUTUMN_2018)

    text = as_text(explain(ruled, decide_with(run, one_claim(ruled, {}), {}), "en", run=run, context=Context()))

    assert "Assumed figures behind this" in text
    assert "an assumption]" in text
