"""What `sanad verify` says of the record, in both languages."""

from collections.abc import Mapping

FINDINGS: Mapping[str, Mapping[str, str]] = {
    "log_changed": {
        "en": "The record's log of {what} is not as it was sealed: rows of it were changed, added or taken out.",
        "ar": "سجلّ ما كُتب في {what} ليس كما خُتم: غُيّرت فيه أسطر أو أُضيفت أو أُزيلت.",
    },
    "changed": {
        "en": "The record: {what} is not as it was written.",
        "ar": "سجل التصريحات: {what} ليس كما كُتب.",
    },
    "missing": {"en": "The record: {what} is gone.", "ar": "سجل التصريحات: {what} مفقود."},
    "not_in_the_log": {
        "en": "The record: {what} was not written by any act.",
        "ar": "سجل التصريحات: {what} لم يكتبه أي عمل مسجَّل.",
    },
    "text_changed": {
        "en": "The record: the text {what} does not fit its hash.",
        "ar": "سجل التصريحات: النص {what} لا يطابق بصمته.",
    },
    "words_moved": {
        "en": "The record: the words of {what} do not stand at their place in the text.",
        "ar": "سجل التصريحات: كلمات {what} ليست في موضعها من النص.",
    },
    "bytes_changed": {
        "en": "The record: the file of {what} was changed. Restore it from a backup.",
        "ar": "سجل التصريحات: غُيّر ملف {what}. استعيدوه من نسخة احتياطية.",
    },
    "bytes_missing": {
        "en": "The record: the file of {what} is missing. Restore it from a backup.",
        "ar": "سجل التصريحات: ملف {what} مفقود. استعيدوه من نسخة احتياطية.",
    },
}

OF_WITNESSES: Mapping[str, Mapping[str, str]] = {
    "changed": {
        "en": "The store of witnesses: {what} is not as it was written.",
        "ar": "مخزن الشهود: {what} ليس كما كُتب.",
    },
    "missing": {"en": "The store of witnesses: {what} is gone.", "ar": "مخزن الشهود: {what} مفقود."},
    "not_written": {
        "en": "The store of witnesses: {what} was not written by any act.",
        "ar": "مخزن الشهود: {what} لم يكتبه أي عمل مسجَّل.",
    },
}


def says_of_witnesses(code: str, what: str) -> dict[str, str]:
    """`what` is the reference of a witness or of something lodged."""
    return {language: words.format(what=what) for language, words in OF_WITNESSES[code].items()}


def says_of_the_record(code: str, what: str) -> dict[str, str]:
    """`what` names the row or the act that is not as it was written."""
    return {language: words.format(what=what) for language, words in FINDINGS[code].items()}
