"""The sentence of each kind of notice, in both languages; `{name}` takes a fact of the notice."""

from collections.abc import Mapping

KINDS: dict[str, tuple[str, str]] = {
    "claim_received": (
        "Your claim was received. Its number is {number}; keep it, with the code on the receipt.",
        "وصل طلبكم، ورقمه {number}. احتفظوا به مع الرمز المطبوع على الإيصال.",
    ),
    "claim_complete": (
        "Your claim {number} has all the facts that it needs. It takes part in the next round.",
        "اكتملت وقائع طلبكم {number}، وسيدخل في الجولة المقبلة.",
    ),
    "claim_held": (
        "Your claim {number} waits for {body}. We look at it again on {review_on}.",
        "طلبكم {number} بانتظار {body}، وسنعود إليه في {review_on}.",
    ),
    "claim_released": (
        "Your claim {number} no longer waits; its handling goes on.",
        "لم يعد طلبكم {number} معلّقًا، والعمل عليه مستمر.",
    ),
    "award_issued": (
        "Round {round} has decided your claim {number}: {net} in all. Your claim's page says what for, line by line.",
        "بتّت الجولة {round} في طلبكم {number}: المجموع {net}. في صفحة طلبكم بيان كل بند وسببه.",
    ),
    "decision_issued": (
        "Round {round} has decided your claim {number} without a sum. Your claim's page says why and what changes it.",
        "بتّت الجولة {round} في طلبكم {number} من دون مبلغ. في صفحة طلبكم السبب وما الذي يغيّره.",
    ),
    "line_ends_by_decision": (
        "The programme lead decided that “{line}” of your claim {number} ends on {ends_on}: {why}. You can object.",
        "قرّر مدير البرنامج أن ينتهي بند «{line}» من طلبكم {number} في {ends_on}: {why}. يحقّ لكم الاعتراض.",
    ),
    "line_will_be_lower": (
        "By what is known now, the next round gives {now} for “{line}” of your claim {number}, not {before}.",
        "بحسب الوقائع المعروفة الآن تقرّر الجولة المقبلة {now} لبند «{line}» من طلبكم {number} بدل {before}.",
    ),
    "claim_withdrawn": (
        "Your claim {number} was withdrawn. If this was not your wish, tell us with the number.",
        "سُحب طلبكم {number}. إن لم تكن هذه رغبتكم فأخبرونا مع ذكر الرقم.",
    ),
    "inquiry_received": (
        "Your question about claim {number} was received. Its number is {inquiry}; a person answers by {due_on}.",
        "وصل سؤالكم عن الطلب {number}، ورقمه {inquiry}، ويجيب عنه موظف في موعد أقصاه {due_on}.",
    ),
    "inquiry_answered": (
        "Your question {inquiry} about claim {number} was answered. The reply is on your claim's page.",
        "أجبنا عن سؤالكم {inquiry} عن الطلب {number}. الرد في صفحة طلبكم.",
    ),
    "placard_green": (
        "An engineer has looked at building {building}: it may be used.",
        "كشف مهندس على المبنى {building}: يجوز استعماله.",
    ),
    "placard_yellow": (
        "An engineer has restricted the use of building {building}: {reason}. The placard says what is allowed.",
        "قيّد مهندس استعمال المبنى {building}: {reason}. اللافتة تبيّن المسموح.",
    ),
    "placard_red": (
        "An engineer has found building {building} unsafe: {reason}. Keep out of it.",
        "وجد مهندس أن المبنى {building} غير آمن: {reason}. لا تدخلوه.",
    ),
    "precaution": (
        "Keep out of building {building} for {hours} hours at most, until an engineer has looked: {reason}.",
        "لا تدخلوا المبنى {building} مدة {hours} ساعة على الأكثر، حتى يكشف عليه مهندس: {reason}.",
    ),
    "precaution_ended": (
        "The precaution for building {building} has ended.",
        "انتهى الإجراء الاحترازي للمبنى {building}.",
    ),
    "works_ordered": (
        "Works on building {building} are ordered ({order}): {kind}, {sum} in {stages} stages.",
        "صدر أمر أشغال في المبنى {building} ({order}): {kind}، {sum}، عدد المراحل {stages}.",
    ),
    "works_stage": (
        "Stage {number} of the works {order} on building {building} was inspected on {day} and is certified.",
        "عاين مهندس المرحلة {number} من الأشغال {order} في المبنى {building} في {day} واعتمدها.",
    ),
    "works_closed": (
        "The works {order} on building {building} are closed before their end. The building's page says why.",
        "أُقفلت الأشغال {order} في المبنى {building} قبل نهايتها. في صفحة المبنى السبب.",
    ),
    "halt": (
        "{what}: halted since {since} by {office} ({halt}): {reason}. It goes on after: {restart}. Review {review_on}.",
        "{what}: تعليق منذ {since} من {office} ({halt}): {reason}. يعيدها: {restart}. المراجعة: {review_on}.",
    ),
    "halt_extended": (
        "{what}: the halt {halt} goes on, extension {number}: {words}. It ends after: {restart}. Review: {review_on}.",
        "{what}: يستمر التعليق {halt}، التمديد {number}: {words}. يعيدها: {restart}. المراجعة: {review_on}.",
    ),
    "halt_ended": (
        "{what}: the halt {halt} of {since} is over: {how}.",
        "{what}: انتهى التعليق {halt} القائم منذ {since}: {how}.",
    ),
    "payment_sent": (
        "{sum} went to the bank for you on {on}, to the account that you gave. The payment's number is {reference}.",
        "أُرسل لكم {sum} إلى المصرف في {on}، إلى الحساب الذي ذكرتموه. رقم عملية الدفع {reference}.",
    ),
    "payment_settled": (
        "The bank says that it paid you {sum} on {on}, payment {reference}. Tell us whether it arrived.",
        "يقول المصرف إنه دفع لكم {sum} في {on}، بعملية الدفع {reference}. أخبرونا هل وصل المبلغ.",
    ),
    "payment_returned": (
        "The bank sent back payment {reference} of {sum} on {on}: {reason}. It is kept for you: name an account.",
        "ردّ المصرف عملية الدفع {reference}، {sum}، في {on}: {reason}. حُجز المبلغ لكم من جديد، فاذكروا لنا حسابًا.",
    ),
    "payment_returned_unfunded": (
        "The bank sent back payment {reference} of {sum} on {on}: {reason}. It stays due; the next round decides.",
        "ردّ المصرف عملية الدفع {reference}، {sum}، في {on}: {reason}. يبقى مستحقًا لكم، وتبتّ فيه الجولة المقبلة.",
    ),
}


FIRST, LAST = "\u2068", "\u2069"
"""Around each fact, so that a number or a word of the other script does not turn the sentence around (Unicode TR 9)."""

URGENT = frozenset(("placard_yellow", "placard_red", "precaution", "halt", "halt_extended", "line_ends_by_decision"))
"""Families are told of these first: their safety, and what was taken from them."""


def sentence(kind: str, facts: Mapping[str, object], language: str) -> str:
    """A fact that is told in each language is a mapping by language."""
    english, arabic = KINDS[kind]
    parts = {name: fact[language] if isinstance(fact, Mapping) else fact for name, fact in facts.items()}
    kept = {name: f"{FIRST}{fact}{LAST}" if str(fact) else "" for name, fact in parts.items()}
    return (arabic if language == "ar" else english).format(**kept)
