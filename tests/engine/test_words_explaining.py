"""Whole explanations of the Nepal programme: an award, a refusal, an incomplete claim, a revised award, a deferral."""

from datetime import date

from tests.engine.nepal import OWNER, PAID, SITA, claim, claims, from_answer, told


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
    - 300,000 NPR, that is “Grant to rebuild one house” (300,000 NPR), because “Work that the grant is for” is “to \
rebuild”.
    - “Work that the grant is for”: to rebuild, because “Damage grade” is 5 (4 or more) [source 1].
    - “Grant to rebuild one house”: 300,000 NPR, in force since 26 September 2016 [source 2].

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
    - 300,000 روبية نيبالية، أي «منحة إعادة بناء البيت الواحد» (300,000 روبية نيبالية)، لأن «العمل الذي تُعطى له \
المنحة»: «إعادة البناء».
    - «العمل الذي تُعطى له المنحة»: إعادة البناء، لأن «درجة الضرر»: 5 (4 أو أكثر) [المصدر 1].
    - «منحة إعادة بناء البيت الواحد»: 300,000 روبية نيبالية، وهذا سارٍ منذ 26 أيلول 2016 [المصدر 2].

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
    This rule has been in force since 13 March 2016 [source 1].
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
  It is not refused. It will be decided when this is stated.

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
  لم يُرفض هذا الطلب. وسيُبتّ فيه متى ذُكر ذلك.

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
  “Grant to rebuild one house”: it was 200,000 NPR on the day of the payment, 1 June 2016. It is 300,000 NPR \
since 26 September 2016 [source 2]. That is 100,000 NPR more.
  What was paid counts towards the award. Still to come of it: 250,000 NPR.
"""
        in english
    )
    assert (
        """\
ما دُفع من قبل
  - منحة لإعادة بناء البيت أو تدعيمه: 50,000 روبية نيبالية، في 1 حزيران 2016.
  «منحة إعادة بناء البيت الواحد»: كانت القيمة 200,000 روبية نيبالية في يوم الدفع، 1 حزيران 2016. \
وصارت القيمة 300,000 روبية نيبالية منذ 26 أيلول 2016 [المصدر 2]. أي بزيادة 100,000 روبية نيبالية.
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
    This rule has been in force since 13 March 2016 [source 1].
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
