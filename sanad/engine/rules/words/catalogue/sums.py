"""Phrases for what is awarded: how a sum came about, its limits, its parts, what was paid, and the order of payment."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

SUMS: Phrases = {
    "awarded": {"en": "Awarded", "ar": "المبلغ المقرّر"},
    "paid_before": {"en": "Paid before", "ar": "دُفع من قبل"},
    "due_now": {"en": "Due now", "ar": "المستحق الآن"},
    "left": {"en": "Comes later", "ar": "يأتي لاحقًا"},
    "overpaid": {"en": "Paid beyond the award", "ar": "دُفع زيادةً على المقرّر"},
    "known": {"en": "What is known already", "ar": "المعروف حتى الآن"},
    "how": {"en": "How this sum came about", "ar": "كيف حُسب هذا المبلغ"},
    "line_awarded": {"en": "{amount} is awarded{source}.", "ar": "قُرّر {amount}{source}."},
    "because": {"en": "{text}, because {reasons}", "ar": "{text}، لأن {reasons}"},
    "noted": {"en": "{text} ({note})", "ar": "{text} ({note})"},
    "step": {"en": "{text}{source}.", "ar": "{text}{source}."},
    "in_force": {"en": "{text}, in force since {since}{source}.", "ar": "{text}، وهذا سارٍ منذ {since}{source}."},
    "in_force_until": {
        "en": "{text}, in force from {since} until before {until}{source}.",
        "ar": "{text}، وهذا سارٍ من {since} إلى ما قبل {until}{source}.",
    },
    "comes_to_nothing": {
        "en": "What is reckoned here comes to nothing, so nothing is paid under this heading.",
        "ar": "نتيجة الحساب هنا صفر، فلا يُدفع شيء من هذا البند.",
    },
    "below_limit": {
        "en": "The limit is {most}, and the sum does not reach above it.",
        "ar": "الحد الأقصى {most}، والمبلغ لا يتجاوزه.",
    },
    "limited": {
        "en": "It would come to {asked}; it is limited to {most}.",
        "ar": "كان سيبلغ {asked}؛ والحد الأقصى {most}.",
    },
    "limit_from": {"en": "How that came about: {text}.", "ar": "كيف حُسب ذلك: {text}."},
    "ceiling_cuts": {
        "en": "{name}: at most {most} for {lines} together{source}. This cuts {cut} here.",
        "ar": "{name}: {most} على الأكثر لمجموع {lines}{source}. وهذا يقتطع هنا {cut}.",
    },
    "ceiling_spares": {
        "en": "{name}: at most {most} for {lines} together{source}. This cuts nothing here.",
        "ar": "{name}: {most} على الأكثر لمجموع {lines}{source}. وهذا لا يقتطع شيئًا هنا.",
    },
    "shared_ceiling_cuts": {
        "en": "{name}: at most {most} for {lines} of all claims of a group ({level}){source}. This cuts {cut} here.",
        "ar": "{name}: {most} على الأكثر لمجموع {lines} في طلبات {level} كلها{source}. وهذا يقتطع هنا {cut}.",
    },
    "shared_ceiling_spares": {
        "en": "{name}: at most {most} for {lines} of all claims of a group ({level}){source}. This cuts nothing.",
        "ar": "{name}: {most} على الأكثر لمجموع {lines} في طلبات {level} كلها{source}. وهذا لا يقتطع هنا شيئًا.",
    },
    "set_off": {"en": "Taken for what was paid too much", "ar": "يُحسب مقابل ما دُفع زيادة"},
    "set_off_line": {
        "en": (
            "{amount} of this is not paid out: it stands against what was paid too much within the same group "
            "({level}){source}."
        ),
        "ar": "{amount} من هذا لا يُدفع، بل يُحسب مقابل ما دُفع زيادةً ضمن المجموعة نفسها {level}{source}.",
    },
    "deducted": {"en": "{name}: {cut} is taken off here{source}.", "ar": "{name}: يُحسم هنا {cut}{source}."},
    "nothing_deducted": {
        "en": "{name}: there is nothing to take off here{source}.",
        "ar": "{name}: لا شيء يُحسم هنا{source}.",
    },
    "parts": {"en": "How it is paid out", "ar": "كيف يُدفع"},
    "part_paid": {"en": "Paid before: {amount}. {part}{source}.", "ar": "دُفع من قبل: {amount}. {part}{source}."},
    "part_due": {"en": "Due now: {amount}. {part}{source}.", "ar": "المستحق الآن: {amount}. {part}{source}."},
    "part_rest_due": {
        "en": "Due now: {rest}, the rest of {amount}. {part}. Paid before: {paid}{source}.",
        "ar": "المستحق الآن: {rest}، وهو الباقي من {amount}. {part}. دُفع من قبل: {paid}{source}.",
    },
    "part_waits": {
        "en": "Comes later: {amount}. {part}. It waits for: {milestone}{source}.",
        "ar": "يأتي لاحقًا: {amount}. {part}. بانتظار: {milestone}{source}.",
    },
    "part_rest_waits": {
        "en": (
            "Comes later: {rest}, the rest of {amount}. {part}. Paid before: {paid}. It waits for: {milestone}{source}."
        ),
        "ar": ("يأتي لاحقًا: {rest}، وهو الباقي من {amount}. {part}. دُفع من قبل: {paid}. بانتظار: {milestone}{source}."),
    },
    "part_held_back": {
        "en": "Due now: {due} of {amount}. {part}. Paid before: {paid}. Held back by a ceiling: {held_back}{source}.",
        "ar": "المستحق الآن: {due} من {amount}. {part}. دُفع من قبل: {paid}. يحجزه حد أقصى: {held_back}{source}.",
    },
    "held_back": {
        "en": (
            "{amount} of this is not due now. With what was paid before, it would pass the limit of {ceilings}. "
            "It becomes due if money that was paid beyond the award comes back."
        ),
        "ar": (
            "{amount} من هذا المبلغ غير مستحق الآن، لأنه مع ما دُفع من قبل يتجاوز حدّ {ceilings}. "
            "ويصبح مستحقًا إذا أُعيد ما دُفع زيادةً على المقرّر."
        ),
    },
    "part_unknown": {
        "en": "Sum not known yet. {part}{source}.",
        "ar": "المبلغ غير معروف بعد. {part}{source}.",
    },
    "rest": {"en": "What remains of this line", "ar": "ما يبقى من هذا البند"},
    "awaited_day": {"en": "the day {day}", "ar": "يوم {day}"},
    "part_before": {"en": "the part before it", "ar": "الدفعة التي قبلها"},
    "last_part": {"en": "the last part", "ar": "الدفعة الأخيرة"},
    "milestone_open": {"en": "{name} (nothing recorded yet)", "ar": "{name} (لم يُسجَّل شيء بعد)"},
    "milestone_failed": {"en": "{name} (the record says no)", "ar": "{name} (المسجّل: لا)"},
    "milestone_not_known": {"en": "{name} (not known yet)", "ar": "{name} (غير معروف بعد)"},
    "milestone_lacks": {
        "en": "{name} (not known yet; not stated: {missing})",
        "ar": "{name} (غير معروف بعد؛ لم يُذكر: {missing})",
    },
    "milestone_not_yet": {"en": "{name} (not so far)", "ar": "{name} (ليس بعد)"},
    "payments": {"en": "What was paid before", "ar": "ما دُفع من قبل"},
    "award_changed": {"en": "What changed since the decision before", "ar": "ما تغيّر منذ القرار السابق"},
    "payment": {"en": "{line}: {amount}, on {day}.", "ar": "{line}: {amount}، في {day}."},
    "taken_back": {
        "en": "{line}: taken back: {amount}, on {day} (a correction).",
        "ar": "{line}: تصحيح أُلغي به {amount}، في {day}.",
    },
    "taken_back_undated": {
        "en": "{line}: taken back: {amount} (a correction).",
        "ar": "{line}: تصحيح أُلغي به {amount}.",
    },
    "payment_undated": {"en": "{line}: {amount}.", "ar": "{line}: {amount}."},
    "value_then": {
        "en": "{value}: it was {before} on the day of the payment, {day}. It is {now} since {since}{source}.",
        "ar": "{value}: كانت القيمة {before} في يوم الدفع، {day}. وصارت القيمة {now} منذ {since}{source}.",
    },
    "awarded_then": {
        "en": "This claim had been awarded {before}. Now it is awarded {now}.",
        "ar": "كان المقرّر لهذا الطلب {before}. وصار المقرّر الآن {now}.",
    },
    "more_than_then": {"en": "That is {amount} more.", "ar": "أي بزيادة {amount}."},
    "less_than_then": {"en": "That is {amount} less.", "ar": "أي بنقص {amount}."},
    "counted": {
        "en": "What was paid counts towards the award. Still to come of it: {amount}.",
        "ar": "ما دُفع محسوب من المبلغ المقرّر. ويبقى منه: {amount}.",
    },
    "all_paid": {"en": "All of the award has been paid.", "ar": "دُفع المبلغ المقرّر كله."},
    "too_much": {
        "en": "{amount} was paid beyond what is now awarded. The payments themselves stay on the record.",
        "ar": "دُفع {amount} زيادةً على المقرّر الآن. وتبقى المدفوعات نفسها مسجّلة.",
    },
    "order": {"en": "The order of payment", "ar": "ترتيب الدفع"},
    "place": {"en": "Place", "ar": "الدور"},
    "tier": {"en": "Belongs to", "ar": "الفئة"},
    "last_tier": {"en": "none of the groups that come first", "ar": "ليس من الفئات المقدَّمة"},
    "ranked_by": {"en": "Ranked by {name}", "ar": "الترتيب بحسب {name}"},
    "ahead": {"en": "Due to those whose turn comes first", "ar": "المستحق لمن يسبقه في الدور"},
    "set_aside": {"en": "Money at hand for this claim", "ar": "المال المتاح لهذا الطلب"},
    "short": {"en": "Missing for what is due now", "ar": "الناقص مما هو مستحق الآن"},
    "no_fund": {
        "en": "No fund was named in this round. The place says in which order money would be paid, not on which day.",
        "ar": "لم يُذكر صندوق في هذه الجولة. والدور يبيّن بأي ترتيب يُدفع المال، لا في أي يوم.",
    },
    "enough": {"en": "The money at hand covers all that is due now.", "ar": "المال المتاح يكفي لكل ما هو مستحق الآن."},
    "order_rests": {"en": "{label}{source}.", "ar": "{label}{source}."},
}
