"""The sentences of `sanad pay` and of taking in a bank statement, in English and Arabic."""

from collections.abc import Mapping

from django.utils.translation import override

from sanad.casework.payments.models import WhyLeftOut
from sanad.casework.payments.refusals import NothingToPay
from sanad.engine.money import Money
from sanad.ops.programme_words import Language

WORDS: dict[str, dict[str, str]] = {
    "prepare": {
        "en": "{run} is prepared: payments {payments}, sum {sum}, left out {left_out}. Another person approves it.",
        "ar": "حُضّرت {run}: عمليات الدفع {payments}، المجموع {sum}، المتروك {left_out}. يوافق عليها شخص آخر.",
    },
    "approve": {"en": "{run} is approved: {sum}.", "ar": "وُوفق على {run}: {sum}."},
    "release": {"en": "{run} is released: {sum}.", "ar": "أُطلقت {run}: {sum}."},
    "export": {"en": "{run}: {files}", "ar": "{run}: {files}"},
    "sent": {
        "en": "{run} is marked as sent: {sum} on their way, and the families are told.",
        "ar": "سُجّل إرسال {run}: {sum} في طريقها، وأُبلغت الأسر.",
    },
    "drop": {"en": "{run} is dropped. Its money stays set aside.", "ar": "أُسقطت {run}، ويبقى مالها محجوزًا."},
    "unknown_run": {"en": "No run is called {run}.", "ar": "لا قائمة دفع باسم {run}."},
    "which_fund": {
        "en": "Name the fund with --fund: {funds}.",
        "ar": "اذكروا الصندوق بواسطة --fund: {funds}.",
    },
    "bad_sum": {
        "en": "`{sum}` is no sum in {currency}. Write it in digits, such as 3,419.50.",
        "ar": "«{sum}» ليس مبلغًا بعملة {currency}. اكتبوه أرقامًا، مثل 3,419.50.",
    },
    "not_written": {
        "en": "The files cannot be written into {folder}: {why}. Name another folder, or make room in it.",
        "ar": "لا يمكن كتابة الملفّات في {folder}: {why}. اذكروا مجلّدًا آخر، أو أفسحوا فيه مكانًا.",
    },
    "refused": {"en": "Nothing was done: {why}", "ar": "لم يُنفَّذ شيء: {why}"},
    "taken": {
        "en": "Statement {statement} is taken in: paid {settled}, sent back {returned}, in the books already {known}, "
        "in suspense {suspense}.",
        "ar": "قُيّد الكشف {statement}: دُفع {settled}، رُدّ {returned}، مقيَّد من قبل {known}، في حساب معلّق {suspense}.",
    },
    "would": {
        "en": "Statement {statement} would book: paid {settled}, sent back {returned}, in the books already {known}, "
        "in suspense {suspense}. Nothing is written.",
        "ar": "الكشف {statement} سيقيّد: دُفع {settled}، رُدّ {returned}، مقيَّد من قبل {known}، في حساب معلّق {suspense}. "
        "لم يُكتب شيء.",
    },
    "again": {
        "en": "Statement {statement} was taken in before, on {on}. Nothing was booked now.",
        "ar": "قُيّد الكشف {statement} من قبل في {on}. لم يُقيَّد شيء الآن.",
    },
    "gap": {
        "en": "Something is missing before it: it opens with {opening}, and the last, {last}, closed with {closing}. "
        "Ask the bank for what lies between, and take it in.",
        "ar": "قبله شيء ناقص: يبدأ برصيد {opening}، وآخر كشف ({last}) انتهى برصيد {closing}. اطلبوا من المصرف "
        "ما بينهما وقيّدوه.",
    },
    "not_taken": {"en": "Nothing was booked:", "ar": "لم يُقيَّد شيء:"},
    "account_named": {"en": "{fund} pays from {number}.", "ar": "يدفع {fund} من {number}."},
    "persons_asked": {
        "en": "{fund}: a third person releases runs above {above}.",
        "ar": "{fund}: يطلق شخص ثالث القوائم فوق {above}.",
    },
    "persons_not_asked": {"en": "{fund}: two persons are enough.", "ar": "{fund}: يكفي شخصان."},
}
WHY: dict[str, dict[str, str]] = {
    "FundHasNoAccount": {
        "en": "the fund names no account of its own; `sanad fund account` does so.",
        "ar": "لم يُذكر حساب الصندوق؛ يُذكر بالأمر `sanad fund account`.",
    },
    "NothingSetAside": {
        "en": "nothing is set aside that no run pays yet.",
        "ar": "لا مال محجوز إلا ما هو في قائمة دفع.",
    },
    "NothingToPay": {
        "en": "money is set aside, and nobody can be paid now: {why}.",
        "ar": "المال محجوز ولا أحد يمكن الدفع له الآن: {why}.",
    },
    "BelowTheFirst": {
        "en": "the first in the order of payment is owed {why}, and nobody is passed over. Ask for at least that.",
        "ar": "للأول في ترتيب الدفع {why}، ولا يُتجاوز أحد. اطلبوا هذا المبلغ على الأقل.",
    },
    "NotAnAccount: holder": {
        "en": "write the name of the account's holder, at most 140 signs.",
        "ar": "اكتبوا اسم صاحب الحساب، في 140 حرفًا على الأكثر.",
    },
    "NotAnAccount: number": {
        "en": "the number has 4 to 34 letters and digits, without signs between them.",
        "ar": "رقم الحساب من 4 إلى 34 حرفًا لاتينيًا ورقمًا بلا علامات بينها.",
    },
    "NotAnAccount: iban": {
        "en": "this IBAN has a wrong letter or digit, or two in each other's place. Compare it with the bank's paper.",
        "ar": "في رقم الآيبان هذا حرف أو رقم خاطئ، أو اثنان متبادلان. قارنوه بورقة المصرف.",
    },
    "NotAnAccount: bank": {
        "en": "the bank's code has 8 or 11 signs, such as AUDBLBBX; leave it out beside an IBAN.",
        "ar": "رمز المصرف 8 أو 11 خانة، مثل AUDBLBBX؛ لا حاجة إليه مع الآيبان.",
    },
    "PreparedByYou": {"en": "who prepared a run never approves it.", "ar": "من حضّر القائمة لا يوافق عليها."},
    "FileWasTaken": {
        "en": "its file was taken for the bank. Call the bank; then somebody drops it who neither released it nor took "
        "the file.",
        "ar": "أُخذ ملفّها إلى المصرف. اتّصلوا بالمصرف، ثم يلغيها من لم يفرج عنها ولم يأخذ الملفّ.",
    },
    "ThirdPersonNeeded": {
        "en": "above its sum the fund asks for a third person.",
        "ar": "يطلب الصندوق شخصًا ثالثًا فوق مبلغه.",
    },
    "ApproverIsTouched": {
        "en": "the run pays their own family or building.",
        "ar": "تدفع القائمة لأسرته أو لمبناه.",
    },
    "OtherSum": {"en": "this is not the sum of the run.", "ar": "ليس هذا مجموع القائمة."},
    "StateHasChanged": {"en": "the run stands elsewhere ({why}).", "ar": "القائمة في حال أخرى ({why})."},
    "NotExported": {"en": "take its file first: `sanad pay export`.", "ar": "خذوا ملفها أولًا: `sanad pay export`."},
    "MoneyWasLost": {
        "en": "money behind its payments was lost ({why}); drop it and prepare another.",
        "ar": "فُقد مال عمليات الدفع فيها ({why})؛ أسقطوها وحضّروا غيرها.",
    },
    "FileDiffers": {
        "en": "the file is not the one that was made before; tell an auditor.",
        "ar": "الملف ليس الذي صُنع من قبل؛ أخبروا المدقّق.",
    },
    "ReasonIsMissing": {"en": "give a reason.", "ar": "اذكروا السبب."},
    "AnotherWasQuicker": {
        "en": "somebody else took the same money into a run just now.",
        "ar": "أخذ شخص آخر المال نفسه في قائمة الآن.",
    },
}


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}


def say(language: Language, phrase: str, **gaps: object) -> str:
    return WORDS[phrase][language].format(**gaps)


def why(code: str, detail: object) -> dict[str, str]:
    """Why a step was refused, in every language; the code alone where no words are written for it."""
    return _refused(code, dict.fromkeys(Language, detail))


def why_nothing(nothing: NothingToPay, currency: str) -> dict[str, str]:
    """The sum that would be enough for the first, or why nobody can be paid."""
    if nothing.next_sum is not None:
        return why("BelowTheFirst", Money(nothing.next_sum, currency))
    if not nothing.left_out:
        return why("NothingSetAside", "")
    return _refused("NothingToPay", {language: _reasons(nothing, language) for language in Language})


def _reasons(nothing: NothingToPay, language: Language) -> str:
    with override(language):
        return " · ".join(f"{WhyLeftOut(one).label} ({many})" for one, many in nothing.left_out.items())


def _refused(code: str, detail: Mapping[Language, object]) -> dict[str, str]:
    told = WHY.get(code, dict.fromkeys(Language, code))
    return {
        language: WORDS["refused"][language].format(why=text.format(why=detail[Language(language)]))
        for language, text in told.items()
    }
