"""What is said of a table of facts: what is wrong, where, and what to do; in English and Arabic."""

from sanad.record.importers.facts.faults import Fault

FAULTS: dict[str, dict[str, str]] = {
    "no_file": {
        "en": "the plan names this file, and the folder does not hold it. Put it there, or take it out of the plan.",
        "ar": "تسمّي الخطة هذا الملف وليس في المجلد. ضعه فيه أو احذفه من الخطة.",
    },
    "too_large_table": {
        "en": "it is larger than {megabytes} MB. Part it first.",
        "ar": "أكبر من {megabytes} ميغابايت. قسّمه أولًا.",
    },
    "not_utf8": {
        "en": "byte {at} is not UTF-8. Save the file as UTF-8, and keep the old one as it is.",
        "ar": "البايت {at} ليس بترميز UTF-8. احفظ الملف بترميز UTF-8 وأبقِ القديم كما هو.",
    },
    "not_text": {
        "en": "byte {at} is empty, so this is no text. Save the table as text in UTF-8.",
        "ar": "البايت {at} فارغ فليس هذا نصًا. احفظ الجدول نصًا بترميز UTF-8.",
    },
    "not_json": {
        "en": "it cannot be read as JSON near character {at}: look for a missing sign, a field that stands twice, "
        "or fields more than twenty deep.",
        "ar": "تعذّرت قراءته على أنه JSON قرب الحرف {at}: ابحث عن علامة ناقصة أو حقل يرد مرتين أو حقول متداخلة فوق "
        "عشرين مستوى.",
    },
    "doubled_column": {
        "en": "two columns have the same name, so that one would be lost. Give one of them another name.",
        "ar": "عمودان لهما الاسم نفسه فيضيع أحدهما. سمِّ أحدهما اسمًا آخر.",
    },
    "no_table": {
        "en": "there is no table at this place. Correct `at` in the plan.",
        "ar": "لا جدول في هذا الموضع. صحّح `at` في الخطة.",
    },
    "no_field": {
        "en": "the field is missing. Add it to the row, or correct its name in the plan.",
        "ar": "الحقل ناقص. أضفه إلى السطر أو صحّح اسمه في الخطة.",
    },
    "empty_field": {
        "en": "the field is empty. Fill it in as its source has it; nothing is filled in here.",
        "ar": "الحقل فارغ. املأه كما في مصدره، فلا شيء يُملأ هنا.",
    },
    "wrong_cells": {
        "en": "the row has more or fewer cells than the head of the table. Look for a tab too many or too few.",
        "ar": "في السطر خلايا أكثر أو أقل مما في رأس الجدول. ابحث عن فاصلة جدولة زائدة أو ناقصة.",
    },
    "not_a_day": {
        "en": "“{value}” is no day of a calendar. Write it as 2024-12-05, 2024-12 or 2024, as near as the source says.",
        "ar": "«{value}» ليس يومًا في تقويم. اكتبه مثل 2024-12-05 أو 2024-12 أو 2024، بقدر ما يقول المصدر.",
    },
    "not_a_sum": {
        "en": "“{value}” is no sum in {currency}. Write digits with at most one point, and nothing beside them.",
        "ar": "«{value}» ليس مبلغًا بعملة {currency}. اكتب أرقامًا مع فاصلة عشرية واحدة على الأكثر ولا شيء بجانبها.",
    },
    "no_source": {
        "en": "the row names no source, and nothing is kept without one. Name it, and add it to the list of sources.",
        "ar": "لا يسمّي السطر مصدرًا، ولا يُحفظ شيء بلا مصدر. سمِّ المصدر وأضفه إلى قائمة المصادر.",
    },
    "unknown_source": {
        "en": "none of its sources is in the list: {ids}. Add them with title, day and address.",
        "ar": "لا مصدر من مصادره في القائمة: {ids}. أضفها بعنوانها ويومها ورابطها.",
    },
    "too_long": {
        "en": "it has {signs} characters, and at most {longest} can be kept. Shorten it, or put the rest in a field of "
        "its own.",
        "ar": "فيه {signs} حرفًا، ولا يُحفظ أكثر من {longest}. اختصره أو ضع الباقي في حقل مستقل.",
    },
    "same_key": {
        "en": "another row before it is called “{key}” as well. Give each a name of its own.",
        "ar": "سطر قبله اسمه «{key}» أيضًا. أعطِ كلًا منهما اسمًا خاصًا به.",
    },
    "outside": {
        "en": "it stands in no table of the plan. Add a table for it, or set it aside with a reason.",
        "ar": "ليس في أي جدول من جداول الخطة. أضف له جدولًا أو ضعه جانبًا مع السبب.",
    },
    "no_row": {
        "en": "there is no row “{key}”, or it was refused. Correct the plan, or the row.",
        "ar": "لا سطر باسم «{key}» أو رُفض السطر. صحّح الخطة أو السطر.",
    },
    "no_sentence": {
        "en": "there is no sentence {number}; the field has {sentences}. Correct the number in the plan.",
        "ar": "لا جملة رقمها {number}، ففي الحقل {sentences}. صحّح الرقم في الخطة.",
    },
    "words_not_there": {
        "en": "the words “{words}” do not stand there. Write them in the plan as the table has them.",
        "ar": "الكلمات «{words}» ليست هناك. اكتبها في الخطة كما هي في الجدول.",
    },
}
NOTICES: dict[str, dict[str, str]] = {
    "source_not_listed": {
        "en": "of its sources these are not in the list, and the row is kept with the others: {ids}.",
        "ar": "من مصادره ما ليس في القائمة، وحُفظ السطر مع الباقي: {ids}.",
    },
    "only_the_month": {
        "en": "the row says that only the month is meant; {month} is kept, and no day.",
        "ar": "يقول السطر إن المقصود هو الشهر وحده، فحُفظ {month} بلا يوم.",
    },
    "not_verified": {
        "en": "the row says that this is not verified; “{value}” beside it is kept as no sum.",
        "ar": "يقول السطر إن هذا لم يُتحقّق منه، فلم يُحفظ ما بجانبه («{value}») مبلغًا.",
    },
    "source_looked_up": {
        "en": "this source is named by rows and is not in the list; the plan has it from {where}.",
        "ar": "تسمّي الأسطر هذا المصدر وليس في القائمة، وأخذته الخطة من {where}.",
    },
    "aside": {"en": "left aside: {why}.", "ar": "وُضع جانبًا: {why}."},
}
ROW = {"en": "row {row}", "ar": "السطر {row}"}
FIELD = {"en": "field {column}", "ar": "الحقل {column}"}


def fault_in(fault: Fault) -> dict[str, str]:
    """In every language: the file, the row, the field, what is wrong and what to do."""
    words = (FAULTS | NOTICES)[fault.code]
    # A reason of the plan stands in each language.
    gaps = {language: {"why": fault.facts.get(language, ""), **fault.facts} for language in words}
    return {language: f"{_where(fault, language)}: {text.format(**gaps[language])}" for language, text in words.items()}


def _where(fault: Fault, language: str) -> str:
    row = ROW[language].format(row=fault.row) if fault.row else ""
    column = FIELD[language].format(column=fault.column) if fault.column else ""
    return ("، " if language == "ar" else ", ").join(filter(None, (fault.file, row, column)))
