"""The sentences of `sanad record`, in English and Arabic."""

from sanad.record.importers.sentences import REFUSALS, WARNINGS

WORDS: dict[str, dict[str, str]] = {
    **REFUSALS,
    **WARNINGS,
    "no_page": {"en": "There is no page {page}.", "ar": "لا توجد صفحة {page}."},
    "no_pages": {
        "en": "{folder} holds no page: a page is a file that ends in {endings}.",
        "ar": "لا صفحات في {folder}: الصفحة ملف ينتهي اسمه بـ {endings}.",
    },
    "not_utf8": {
        "en": "{file} is not UTF-8: byte {at} cannot be read. Save it as UTF-8, and keep the old file as it is.",
        "ar": "{file} ليس بترميز UTF-8: تعذّرت قراءة البايت {at}. احفظه بترميز UTF-8 وأبقِ الملف القديم كما هو.",
    },
    "not_text": {
        "en": "{file} is no text: byte {at} is empty. Save the page as plain text in UTF-8.",
        "ar": "{file} ليس نصًا: البايت {at} فارغ. احفظ الصفحة نصًا مجردًا بترميز UTF-8.",
    },
    "too_large": {
        "en": "{file} is larger than {megabytes} MB. Part it first.",
        "ar": "{file} أكبر من {megabytes} ميغابايت. قسّمه أولًا.",
    },
    "counted": {
        "en": "Files: {files}. Pages read: {read}. Pages that could not be read: {refused}. No pages: {others}. "
        "Records of archives that are no page: {records}. Folders not looked into: {folders}.",
        "ar": "الملفات: {files}. صفحات قُرئت: {read}. صفحات تعذّرت قراءتها: {refused}. ليست صفحات: {others}. "
        "سجلات في الأرشيفات ليست صفحات: {records}. مجلدات لم تُفتح: {folders}.",
    },
    "counted_inside": {
        "en": "{file}: pages read: {read}. Not read: {refused}. Records that are no page: {records}.",
        "ar": "{file}: صفحات قُرئت: {read}. ما تعذّرت قراءته: {refused}. سجلات ليست صفحات: {records}.",
    },
    "who": {"en": "who", "ar": "القائل"},
    "said": {"en": "said", "ar": "القول"},
    "rule": {"en": "rule", "ar": "القاعدة"},
    "sure": {"en": "sure", "ar": "الثقة"},
    "unknown": {"en": "unknown", "ar": "غير معروف"},
    "quotations": {"en": "Quotations", "ar": "أقوال بين علامتي اقتباس"},
    "reported": {"en": "Reported", "ar": "أقوال منقولة بالمعنى"},
    "commitments": {"en": "Commitments", "ar": "التزامات"},
    "dates": {"en": "Times: {times}", "ar": "الأوقات: {times}"},
    "money": {"en": "Sums: {sums}", "ar": "المبالغ: {sums}"},
    "proposed": {
        "en": "These are proposals made by rules. Nothing is recorded until a person has confirmed it.",
        "ar": "هذه مقترحات وضعتها قواعد. لا يُدوَّن شيء قبل أن يؤكده شخص.",
    },
}


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}
