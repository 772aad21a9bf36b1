"""Whole explanations of the Nepal programme: an award, a refusal, an incomplete claim, a revised award, a deferral."""

from datetime import date
from functools import cache
from pathlib import Path

from sanad.engine.rules.building import build
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record, Stated, link
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import as_data, as_text
from sanad.engine.rules.words.context import Context, Payment, Queue
from sanad.engine.rules.words.explaining import explain
from sanad.rulebook.reading import load_programme

NEPAL = Path(__file__).parents[2] / "programmes" / "nepal-2015"
AUTUMN_2018 = date(2018, 9, 1)
OWNER = {"owner_occupied": True, "owns_undamaged_house": False, "landless": False, "picked": False}
LEFT, RIGHT, END = "\u2066", "\u2067", "\u2069"
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@cache
def nepal() -> RuleSet:
    return build(load_programme(NEPAL))


def claims(*stated: dict[str, object], one_house: bool = False) -> list[Record]:
    """Claims of one family; `claim_id` beside the facts."""
    rules = nepal()
    at_home = {
        name: fact
        for name, fact in stated[0].items()
        if name in rules.fields and rules.fields[name].level == "household"
    }
    houses = ["house" if one_house else f"house of {facts['claim_id']}" for facts in stated]
    own = [
        {name: fact for name, fact in facts.items() if name in rules.fields and rules.fields[name].level == "claim"}
        for facts in stated
    ]
    things = {
        "household": [Stated("family", {}, at_home)],
        "house": [Stated(house, {}, {}) for house in dict.fromkeys(houses)],
        "claim": [
            Stated(str(facts["claim_id"]), {"household": "family", "house": house}, claim)
            for facts, house, claim in zip(stated, houses, own, strict=True)
        ],
    }
    records = link(rules.levels, things)["claim"]
    return [records[str(facts["claim_id"])] for facts in stated]


def told(claim: Record, language: str = "en", on: date = AUTUMN_2018, context: Context | None = None) -> str:
    context = context or Context()
    run = Interpreter(nepal(), on)
    paid: dict[str, int] = {}
    for payment in context.paid:
        paid[payment.line] = paid.get(payment.line, 0) + payment.amount
    decision = decide_with(run, claim, paid)
    return as_text(explain(nepal(), decision, language, run=run, context=context))


def from_answer(text: str) -> str:
    """From the answer to the sources, without the isolates, which have tests of their own."""
    start = min(place for heading in ("The answer", "الجواب") if (place := text.find(f"\n{heading}\n")) >= 0)
    ends = [place for heading in ("Sources", "المصادر") if (place := text.find(f"\n\n{heading}\n")) >= 0]
    return text[start + 1 : min(ends, default=len(text))].translate(ISOLATES).strip("\n") + "\n"


def claim(name: str, **facts: object) -> Record:
    return claims({"claim_id": name, **OWNER, **facts})[0]


SITA = {"damage_grade": 5, "agreement_signed": True}
PAID = Context(paid=(Payment("reconstruction", 50_000_00, date(2016, 6, 1)),))


def test_an_award_says_the_sum_how_it_came_about_and_what_comes_when():
    assert from_answer(told(claim("Sita", **SITA))) == (
        """\
The answer
  This claim is awarded 300,000 NPR.
  Awarded: 300,000 NPR
  Paid before: 0 NPR
  Due now: 50,000 NPR
  Comes later: 250,000 NPR

Grant to rebuild or strengthen the house
  300,000 NPR is awarded [source 1].

  How this sum came about
    - “Grant for one house” for “rebuild”: 300,000 NPR, in force since 23 November 2017 [source 2].
    - Note on this figure: The first day of the retrofit grant is unknown; it begins here on the day of the source \
that states it.
    - “Work that the grant is for”: rebuild, because “Damage grade” is 5 (4 or more) [source 1].
    - It is limited by nothing.

  How it is paid out
    - Due now: 50,000 NPR. First part, on signing the agreement [source 3].
    - Comes later: 150,000 NPR. Second part: when the plinth has passed inspection, or the strengthening where the \
house is only strengthened. It waits for: “Plinth passed inspection” (nothing recorded yet) [source 3].
    - Comes later: 100,000 NPR. Third part, when the roof has passed inspection. It waits for: “Roof passed \
inspection” (nothing recorded yet), and the part before it [source 3].

Money to buy land
  It does not apply here: “The family owns no land”: no.

The facts of this claim
  The family owns another house that is undamaged: no, as the register says
  Damage grade: 5, as the assessor recorded
  The owner lives in the house: yes, as the family said
  The family owns no land: no, as the register says
"""
    )


def test_an_award_reads_the_same_way_in_arabic():
    assert from_answer(told(claim("Sita", **SITA), "ar")) == (
        """\
الجواب
  قُرّر لهذا الطلب 300,000 روبية نيبالية.
  المبلغ المقرّر: 300,000 روبية نيبالية
  دُفع من قبل: 0 روبية نيبالية
  المستحق الآن: 50,000 روبية نيبالية
  يأتي لاحقًا: 250,000 روبية نيبالية

منحة لإعادة بناء البيت أو تدعيمه
  قُرّر 300,000 روبية نيبالية [المصدر 1].

  كيف حُسب هذا المبلغ
    - «منحة البيت الواحد» في حالة «rebuild»: 300,000 روبية نيبالية، وهذا سارٍ منذ 23 تشرين الثاني 2017 [المصدر 2].
    - ملاحظة على هذا الرقم: أول يوم لمنحة التدعيم غير معروف، فيبدأ هنا من يوم المصدر الذي ذكرها.
    - «العمل الذي تُعطى له المنحة»: rebuild، لأن «درجة الضرر»: 5 (4 أو أكثر) [المصدر 1].
    - لا يحدّه حد أقصى.

  كيف يُدفع
    - المستحق الآن: 50,000 روبية نيبالية. الدفعة الأولى، عند توقيع الاتفاق [المصدر 3].
    - يأتي لاحقًا: 150,000 روبية نيبالية. الدفعة الثانية: بعد نجاح فحص القاعدة، أو فحص التدعيم إذا كان البيت يُدعَّم \
فقط. بانتظار: «نجح فحص القاعدة» (لم يُسجَّل شيء بعد) [المصدر 3].
    - يأتي لاحقًا: 100,000 روبية نيبالية. الدفعة الثالثة، بعد نجاح فحص السقف. بانتظار: «نجح فحص السقف» (لم يُسجَّل شيء \
بعد)، والدفعة التي قبلها [المصدر 3].

مبلغ لشراء أرض
  لا ينطبق هنا: «الأسرة لا تملك أرضًا»: لا.

الوقائع في هذا الطلب
  للأسرة بيت آخر سليم: لا، كما في السجل
  درجة الضرر: 5، كما سجّل الكاشف
  صاحب البيت يسكنه: نعم، كما ذكرت الأسرة
  الأسرة لا تملك أرضًا: لا، كما في السجل
"""
    )


def test_a_refusal_gives_its_reason_the_deciding_facts_and_what_would_change_it():
    maya = claim("Maya", damage_grade=2, repair_kind="minor")

    assert from_answer(told(maya)) == (
        """\
The answer
  This claim is refused. Nothing is awarded.

Why
  The grant is for houses of damage grade 2 with major repair, and for grades 3, 4 and 5. The damage recorded for \
this house is less.

  What decided it
    Damage grade: 2, as the assessor recorded
    Kind of repair: Minor repair, as the assessor recorded

  What would change it
    If the damage is worse than was recorded, ask for a new survey of the house.
    This rule holds since 13 March 2016 [source 1].
"""
    )
    assert from_answer(told(maya, "ar")) == (
        """\
الجواب
  رُفض هذا الطلب، ولم يُقرّر له شيء.

لماذا
  المنحة للبيوت المتضررة من الدرجة 2 إذا احتاجت إلى إصلاح كبير، ولبيوت الدرجات 3 و4 و5. والضرر المسجّل لهذا البيت \
أقل من ذلك.

  ما الذي حسم الأمر
    درجة الضرر: 2، كما سجّل الكاشف
    نوع الإصلاح: إصلاح صغير، كما سجّل الكاشف

  ما الذي يغيّر ذلك
    إذا كان الضرر أشد مما سُجّل، فاطلبوا كشفًا جديدًا على البيت.
    تسري هذه القاعدة منذ 13 آذار 2016 [المصدر 1].
"""
    )


def test_an_incomplete_claim_names_the_fact_who_states_it_and_what_waits_for_it():
    asha = claim("Asha", damage_grade=2)

    assert from_answer(told(asha)) == (
        """\
The answer
  This claim cannot be decided yet. What is missing: “Kind of repair”.
  As soon as this is stated, the claim can be decided again. Nothing is lost until then.

What is missing, and who must state it
  Kind of repair: to be stated by the assessor; needed for: “The house is damaged enough for a grant”; “Houses of the \
family that give a right to a grant”
  About “Kind of repair”: What the engineer proposed. It is needed for grades 2 and 3 only.
"""
    )
    assert from_answer(told(asha, "ar")) == (
        """\
الجواب
  لا يمكن البتّ في هذا الطلب بعد. ما ينقصه: «نوع الإصلاح».
  متى ذُكر ذلك أمكن البتّ في الطلب من جديد. ولا يضيع شيء إلى ذلك الحين.

ما الذي ينقص، ومن عليه أن يذكره
  نوع الإصلاح: مطلوب من الكاشف؛ يلزم من أجل: «ضرر البيت يكفي لاستحقاق المنحة»؛ «عدد بيوت الأسرة التي تستحق منحة»
  عن «نوع الإصلاح»: ما اقترحه المهندس. وهو مطلوب للدرجتين 2 و3 فقط.
"""
    )


def test_a_revised_award_says_what_was_paid_what_it_is_now_and_the_difference():
    laxmi = claim("Laxmi", **SITA)

    english = from_answer(told(laxmi, on=date(2017, 2, 1), context=PAID))
    arabic = from_answer(told(laxmi, "ar", on=date(2017, 2, 1), context=PAID))

    assert english.startswith(
        """\
The answer
  This claim is awarded 300,000 NPR.
  Awarded: 300,000 NPR
  Paid before: 50,000 NPR
  Due now: 0 NPR
  Comes later: 250,000 NPR
"""
    )
    assert "    - Paid before: 50,000 NPR. First part, on signing the agreement [source 3].\n" in english
    assert (
        """\
What was paid before
  - Grant to rebuild or strengthen the house: 50,000 NPR, on 1 June 2016.
  “Grant for one house” for “rebuild”: it was 200,000 NPR on the day of the payment, 1 June 2016. It is 300,000 NPR \
since 26 September 2016 [source 2]. That is 100,000 NPR more.
  What was paid counts towards the award. Still to come of it: 250,000 NPR.
"""
        in english
    )
    assert (
        """\
ما دُفع من قبل
  - منحة لإعادة بناء البيت أو تدعيمه: 50,000 روبية نيبالية، في 1 حزيران 2016.
  «منحة البيت الواحد» في حالة «rebuild»: كانت القيمة 200,000 روبية نيبالية في يوم الدفع، 1 حزيران 2016. وصارت القيمة \
300,000 روبية نيبالية منذ 26 أيلول 2016 [المصدر 2]. أي بزيادة 100,000 روبية نيبالية.
  ما دُفع محسوب من المبلغ المقرّر. ويبقى منه: 250,000 روبية نيبالية.
"""
        in arabic
    )


def test_a_deferred_claim_says_what_it_waits_for_who_acts_and_when_it_is_looked_at_again():
    upper, _ = claims(*({"claim_id": name, **OWNER, "damage_grade": 5} for name in ("upper", "lower")))

    assert from_answer(told(upper)) == (
        """\
The answer
  This claim waits. It is not refused; it will be decided when this has happened: The owner says which one of the \
houses the grant is for.

Why
  Your family has more than one damaged house, and the grant is for one of them. Please pick one.
  Who must act: The owner, at the ward office
  Looked at again on: 30 November 2018

  What decided it
    Houses of the family that give a right to a grant: 2
    Houses that the family picked: 0
    This rule holds since 13 March 2016 [source 1].
"""
    )
    assert from_answer(told(upper, "ar")) == (
        """\
الجواب
  هذا الطلب ينتظر. لم يُرفض، وسيُبتّ فيه عندما يتحقق هذا: أن يحدد صاحب البيوت أيّها تكون له المنحة.

لماذا
  لأسرتكم أكثر من بيت متضرر، والمنحة لبيت واحد منها. نرجو أن تختاروا بيتًا واحدًا.
  من عليه أن يتحرك: صاحب البيوت، لدى مكتب الحي
  يُنظر فيه من جديد في: 30 تشرين الثاني 2018

  ما الذي حسم الأمر
    عدد بيوت الأسرة التي تستحق منحة: 2
    عدد البيوت التي اختارتها الأسرة: 0
    تسري هذه القاعدة منذ 13 آذار 2016 [المصدر 1].
"""
    )


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
        "“Grant for one house” for “retrofit” has never been made public, for the time since 13 March 2016 [source 1]. "
        "We do not guess it."
    ) in text


def test_before_the_first_day_of_a_rule_the_answer_says_from_when_it_holds():
    text = from_answer(told(claim("Tara", damage_grade=5), on=date(2016, 3, 12)))

    assert "the rules for it were not in force on that day. This is no refusal." in text
    assert "“Grant for one house” holds from 13 March 2016 on." in text


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


def test_the_place_in_the_queue_comes_with_the_money_ahead_and_what_is_missing():
    queue = Queue(place=12, money_ahead=4_000_000_00, tier=1, allocated=20_000_00)

    text = told(claim("Sita", **SITA), context=Context(queue=queue))

    assert (
        """\
The order of payment
  Place: 12
  Belongs to: Houses of grade 5
  To be paid to others before: 4,000,000 NPR
  Set aside for this claim: 20,000 NPR
  Missing for what is due now: 30,000 NPR
"""
        in text
    )


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
