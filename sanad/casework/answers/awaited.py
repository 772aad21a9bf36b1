"""Facts that an answer may await, and the bodies that bring them about, in both languages."""

from sanad.casework.answers.told import Said, Words

AWAITED: dict[str, tuple[str, str]] = {
    "a_person_reads": ("a caseworker reads your question", "أن يقرأ موظف الملفات سؤالكم"),
    "visit": ("an assessor visits your home", "أن يزور الكاشف مسكنكم"),
    "next_round": ("the next round decides your claim", "أن تبتّ الجولة المقبلة في طلبكم"),
    "papers": ("the papers that we asked you for", "الأوراق التي طلبناها منكم"),
    "ruling": ("another body decides", "أن تبتّ جهة أخرى في الأمر"),
    "bank_says": ("the bank says whether the payment arrived", "أن يُفيد المصرف بوصول الدفعة أو عدمه"),
    "next_run": ("the next payment run sends what is reserved", "أن ترسل دفعة الصرف المقبلة ما هو محجوز"),
    "works_go_on": ("the works of your building go on", "أن تُستأنف أشغال مبناكم"),
    "inspection": ("an engineer inspects your building", "أن يكشف مهندس على مبناكم"),
    "correction": ("what was wrong is put right in the register", "أن يُصحَّح الخطأ في السجل"),
}
BODIES: dict[str, tuple[str, str]] = {
    "caseworkers": ("the caseworkers", "موظفو الملفات"),
    "assessors": ("the assessors", "الكاشفون"),
    "works_office": ("the works office", "مكتب الأشغال"),
    "safety_office": ("the safety office", "مكتب السلامة"),
    "finance_office": ("the finance office", "مكتب المال"),
    "programme_lead": ("the programme lead", "مدير البرنامج"),
    "family": ("your family", "أسرتكم"),
    "bank": ("the bank", "المصرف"),
    "municipality": ("the municipality", "البلدية"),
    "court": ("the court", "المحكمة"),
    "donor": ("the donor", "المانح"),
}


def awaited_said(code: str) -> Said:
    return Said(code, _in_both(AWAITED, code))


def body_words(code: str) -> Words:
    return _in_both(BODIES, code)


def _in_both(table: dict[str, tuple[str, str]], code: str) -> Words:
    english, arabic = table[code]
    return {"en": english, "ar": arabic}
