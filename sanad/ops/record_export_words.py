"""What `sanad record export` and `sanad record verify-bundle` say, in English and Arabic."""

from sanad.record.exporting.verifying import Finding

WORDS: dict[str, dict[str, str]] = {
    "folder_exists": {
        "en": "{out} exists already; an export never overwrites anything. Name a new folder.",
        "ar": "{out} موجود، والتصدير لا يكتب فوق شيء. اذكروا مجلدًا جديدًا.",
    },
    "not_a_day": {
        "en": "{on} is no day that has come. Write it as 2026-11-26, not later than today.",
        "ar": "{on} ليس يومًا قد حلّ. اكتبوه مثل 2026-11-26، ولا يتجاوز اليوم.",
    },
    "cannot_write": {"en": "{out} cannot be written: {error}", "ar": "تعذّرت كتابة {out}: {error}"},
    "names_would_leave": {
        "en": "Nothing was exported: a name that may not be shown stands in {count} places. Close what "
        "stands there, or open whoever is named:",
        "ar": "لم يُصدَّر شيء: اسم لا يجوز عرضه يرد في {count} من المواضع. أغلقوا هذه المواضع أو افتحوا من سُمّي فيها:",
    },
    "exported": {
        "en": "{out}: {exported} of {confirmed} confirmed statements are in it, {rest} are held back. Texts held back: "
        "{texts}; questions: {questions}; commitments: {commitments}.",
        "ar": "{out}: فيه {exported} من {confirmed} من التصريحات المؤكدة، وحُجب {rest}. النصوص المحجوبة: {texts}، "
        "والمسائل: {questions}، والوعود: {commitments}.",
    },
    "made_up": {
        "en": "This is the record of a made-up district; every manifest in it says so.",
        "ar": "هذا سجل منطقة مختلَقة، وكل بيان فيه يقول ذلك.",
    },
    "no_bundle": {"en": "{file} cannot be read: {error}", "ar": "تعذّرت قراءة {file}: {error}"},
    "fits": {
        "en": "{file}: all fits. Files: {files}; rows: {rows}, without a proof: {unproven}; places in their texts: "
        "{places}, without a text: {alone}; acts: {acts}.",
        "ar": "{file}: كل شيء مطابق. الملفات: {files}، والأسطر: {rows}، وبلا إثبات: {unproven}، والمواضع في نصوصها: "
        "{places}، وبلا نص: {alone}، والأعمال: {acts}.",
    },
    "does_not_fit": {
        "en": "{file}: {findings} things do not fit. Files: {files}; rows: {rows}, without a proof: {unproven}; "
        "places in their texts: {places}, without a text: {alone}; acts: {acts}.",
        "ar": "{file}: {findings} من الأمور لا تطابق. الملفات: {files}، والأسطر: {rows}، وبلا إثبات: {unproven}، "
        "والمواضع في نصوصها: {places}، وبلا نص: {alone}، والأعمال: {acts}.",
    },
}

REASONS: dict[str, dict[str, str]] = {
    "revised": {"en": "corrected by a later one", "ar": "صحّحه تصريح لاحق"},
    "retracted": {"en": "taken off", "ar": "سُحب من العرض"},
    "not_disclosed": {"en": "nobody has opened it", "ar": "لم يفتحه أحد"},
    "sealed": {"en": "closed", "ar": "مغلق"},
    "embargo": {"en": "closed until a later day", "ar": "مغلق حتى يوم لاحق"},
    "hidden_agent": {"en": "somebody in it is not shown", "ar": "فيه من لا يُعرض"},
    "capture_sealed": {"en": "its page is sealed", "ar": "صفحته مختومة"},
    "rights_closed": {"en": "its source may not be quoted", "ar": "مصدره لا يجوز اقتباسه"},
    "not_heard": {"en": "its source is disputed, and no reply was asked", "ar": "مصدره متنازع فيه ولم يُطلب ردّ"},
    "holds_closed_words": {"en": "it holds words that are closed", "ar": "فيه كلمات مغلقة"},
}

FINDINGS: dict[str, dict[str, str]] = {
    "not_a_bundle": {"en": "This is no bundle of the record.", "ar": "ليست هذه حزمة من السجل."},
    "bundle_changed": {
        "en": "The bundle is not as it left: bytes of it were changed.",
        "ar": "الحزمة ليست كما خرجت: غُيّرت فيها بايتات.",
    },
    "file_missing": {"en": "The file is missing.", "ar": "الملف مفقود."},
    "file_changed": {"en": "The file was changed.", "ar": "غُيّر الملف."},
    "file_not_listed": {"en": "The file was put in later.", "ar": "أُدخل الملف لاحقًا."},
    "line_broken": {"en": "The line cannot be read.", "ar": "تعذّرت قراءة السطر."},
    "row_changed": {"en": "The row does not fit its digest.", "ar": "السطر لا يطابق بصمته."},
    "row_missing": {"en": "The row is missing.", "ar": "السطر مفقود."},
    "row_not_listed": {"en": "The row was put in later.", "ar": "أُدخل السطر لاحقًا."},
    "not_in_its_act": {"en": "The act did not write this row.", "ar": "العمل لم يكتب هذا السطر."},
    "act_missing": {"en": "The act is missing.", "ar": "العمل مفقود."},
    "act_changed": {"en": "The act does not fit its digest.", "ar": "العمل لا يطابق بصمته."},
    "chain_broken": {"en": "The act does not follow the one before it.", "ar": "العمل لا يتبع ما قبله."},
    "other_head": {"en": "The head of the chain is another one.", "ar": "رأس السلسلة غيره."},
    "text_changed": {"en": "The text does not fit its hash.", "ar": "النص لا يطابق بصمته."},
    "words_moved": {"en": "The words do not stand there in the text.", "ar": "الكلمات ليست في هذا الموضع من النص."},
    "place_differs": {"en": "The place is not the one of its row.", "ar": "الموضع غير الذي في سطره."},
    "place_missing": {"en": "The place has no words.", "ar": "الموضع بلا كلمات."},
    "words_differ": {"en": "The words are not those of their place.", "ar": "الكلمات ليست كلمات موضعها."},
    "statement_missing": {"en": "The statement is missing.", "ar": "التصريح مفقود."},
}


def finding_in(one: Finding) -> dict[str, str]:
    """Where it is, and what does not fit."""
    where = ", ".join(filter(None, (one.file, one.row, one.field)))
    return {language: f"{where}: {words}" for language, words in FINDINGS[one.code].items()}


def reason_in(code: str, lang: str) -> str:
    """A reason that the caller named stays as it is."""
    return REASONS[code][lang] if code in REASONS else code


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}


def say(language: str, phrase: str, **gaps: object) -> str:
    return WORDS[phrase][language].format(**gaps)
