"""The sentences of `sanad decide`, `replay` and `demo`, in English and Arabic."""

from sanad.ops.programme_words import Language

WORDS: dict[str, dict[str, str]] = {
    "read": {"en": "reading the claims", "ar": "قراءة الطلبات"},
    "snapshot": {"en": "writing the snapshot", "ar": "حفظ نسخة الوقائع"},
    "decide": {"en": "deciding", "ar": "البتّ في الطلبات"},
    "write": {"en": "writing the round", "ar": "كتابة الجولة"},
    "replaying": {"en": "deciding the round again", "ar": "البتّ في الجولة من جديد"},
    "round_of": {"en": "{title}: round of {on}", "ar": "{title}: جولة {on}"},
    "not_operative": {
        "en": "These rules are {status}: the figures are no promise of payment.",
        "ar": "حالة هذه القواعد: {status}. والأرقام ليست وعدًا بالدفع.",
    },
    "status_draft": {"en": "a draft", "ar": "مسودة"},
    "status_reference": {"en": "for reference only", "ar": "للمرجع فقط"},
    "reading_of": {"en": "Reading: {reading} ({name})", "ar": "القراءة المعتمدة: {reading} ({name})"},
    "generated": {
        "en": "The caseload is generated: none of these families exists.",
        "ar": "الطلبات مولَّدة: لا وجود لأيٍّ من هذه الأسر.",
    },
    "assumed": {"en": "Assumed, because the file does not say: {facts}", "ar": "مفترَض لأن الملف لا يذكره: {facts}"},
    "assumed_by_generator": {
        "en": "Facts that no survey held and the generator was told: {facts}",
        "ar": "وقائع لا يحويها أي مسح وأُعطيت للمولِّد: {facts}",
    },
    "rows": {
        "en": "Rows in the file: {rows}. Decided: {decided}. Bad rows: {bad_rows}.",
        "ar": "صفوف الملف: {rows}. بُتّ فيها: {decided}. صفوف معيبة: {bad_rows}.",
    },
    "bad_rows": {
        "en": "The bad rows are listed in {file}, with row, column and reason: {codes}",
        "ar": "الصفوف المعيبة مسرودة في {file} مع الصف والعمود والسبب: {codes}",
    },
    "unused": {"en": "Columns that no field uses: {columns}", "ar": "أعمدة لا يستعملها أي حقل: {columns}"},
    "missing": {
        "en": "Facts that the file does not hold (absent in every claim): {columns}",
        "ar": "وقائع لا يحويها الملف (غائبة في كل الطلبات): {columns}",
    },
    "bad_payments": {
        "en": "Payments of the paid file that could not be used: {count}, listed in the round's folder.",
        "ar": "دفعات تعذّر استعمالها من ملف المدفوعات: {count}، مسرودة في مجلد الجولة.",
    },
    "outcome": {"en": "Outcome", "ar": "النتيجة"},
    "claims": {"en": "Claims", "ar": "الطلبات"},
    "why": {"en": "Why", "ar": "السبب"},
    "amount": {"en": "Amount ({currency})", "ar": "المبلغ ({currency})"},
    "award": {"en": "awarded", "ar": "مُنح"},
    "refuse": {"en": "refused", "ar": "مرفوض"},
    "defer": {"en": "deferred", "ar": "مؤجَّل"},
    "refer": {"en": "referred", "ar": "محال"},
    "unpublished": {"en": "rule not published", "ar": "القاعدة غير منشورة"},
    "incomplete": {"en": "facts missing", "ar": "وقائع ناقصة"},
    "error": {"en": "not in force", "ar": "القاعدة غير سارية"},
    "waiting": {"en": "{line} not decided yet: {outcome}", "ar": "{line} لم يُبتّ فيه بعد: {outcome}"},
    "net": {"en": "awarded in all", "ar": "مجموع ما مُنح"},
    "paid": {"en": "paid before", "ar": "مدفوع سابقًا"},
    "due_now": {"en": "due now", "ar": "مستحق الآن"},
    "left": {"en": "left for later, once unlocked", "ar": "يبقى لاحقًا بعد استيفاء شروطه"},
    "overpaid": {"en": "overpaid", "ar": "مدفوع زيادة"},
    "set_off": {"en": "set off against what was paid too much", "ar": "محسوب مقابل ما دُفع زيادة"},
    "capped": {"en": "cut by ceilings", "ar": "اقتُطع بالسقوف"},
    "deducted": {"en": "deducted", "ar": "محسوم"},
    "in_kind": {
        "en": "Awarded in kind: {label}: {number} ({unit}), in {claims} claims",
        "ar": "مُنح عينًا: {label}: {number} ({unit})، في {claims} من الطلبات",
    },
    "allocated": {"en": "covered by the funds", "ar": "تغطّيه الصناديق"},
    "uncovered": {"en": "due, and not covered", "ar": "مستحق ولا تغطّيه الصناديق"},
    "fund": {"en": "fund", "ar": "الصندوق"},
    "earmarks": {"en": "only for", "ar": "مخصّص لـ"},
    "no_earmarks": {"en": "anything", "ar": "أي شيء"},
    "fund_amount": {"en": "at hand", "ar": "المتاح"},
    "fund_reserved": {"en": "held back", "ar": "المحتجز"},
    "fund_allocated": {"en": "allocated", "ar": "المخصَّص للطلبات"},
    "fund_left": {"en": "left", "ar": "الباقي"},
    "unmet": {
        "en": "Nobody may get the {amount} of the fund {fund}: nothing is due for which it is earmarked ({earmarks}).",
        "ar": "لا يستطيع أحد أخذ {amount} من الصندوق {fund}: لا شيء مستحق مما خُصّص له ({earmarks}).",
    },
    "where": {"en": "Everything is in {folder}", "ar": "كل شيء في {folder}"},
    "names": {
        "en": "rules {rules}, results {result}, seal {seal}",
        "ar": "القواعد {rules}، النتائج {result}، الختم {seal}",
    },
    "none_read": {
        "en": "No row could be read. See {file}.",
        "ar": "تعذّرت قراءة أي صف. راجع {file}.",
    },
    "round_exists": {
        "en": "{out} already exists, and a round is never written over. Name a new folder.",
        "ar": "{out} موجود من قبل، ولا تُكتب جولة فوق أخرى. اذكر مجلدًا جديدًا.",
    },
    "no_file": {"en": "There is no file {file}.", "ar": "لا يوجد ملف {file}."},
    "bad_date": {
        "en": "`{text}` is no date. Write it as 2018-09-01.",
        "ar": "`{text}` ليس تاريخًا. اكتبه هكذا: 2018-09-01.",
    },
    "identical": {
        "en": "identical: {claims} claims decided again, results {result}, seal {seal}",
        "ar": "مطابق: بُتّ من جديد في {claims} طلبًا، النتائج {result}، الختم {seal}",
    },
    "different": {"en": "different: {what}", "ar": "مختلف: {what}"},
}


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}


def say(language: Language, phrase: str, **gaps: object) -> str:
    return WORDS[phrase][language].format(**gaps)
