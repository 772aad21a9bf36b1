"""Why works or payments are halted, what restarts them, and whose act that is; families read these words."""

from collections.abc import Mapping

from django.db import models

from sanad.staff.roles import Role

Words = tuple[str, str]


class Reason(models.TextChoices):
    NO_MONEY = "no_money"
    UNSAFE = "unsafe"
    STRUCTURE_FIRST = "structure_first"
    CONTRACTOR = "contractor"
    QUALITY = "quality"
    MATERIALS = "materials"
    PERMIT = "permit"
    DISPUTE = "dispute"
    DONOR = "donor"
    RULES = "rules"


class Restart(models.TextChoices):
    """`money` is a missing sum; every other is an act of a named body."""

    MONEY = "money"
    SAFE = "safe"
    STRUCTURE = "structure"
    CONTRACTOR = "contractor"
    INSPECTION = "inspection"
    PERMIT = "permit"
    RULING = "ruling"
    DECISION = "decision"


class Body(models.TextChoices):
    """Who has to bring it about; `other` is named in words."""

    NONE = ""
    WORKS_OFFICE = "works_office"
    SAFETY_OFFICE = "safety_office"
    FINANCE_OFFICE = "finance_office"
    PROGRAMME_LEAD = "programme_lead"
    CONTRACTOR = "contractor"
    MUNICIPALITY = "municipality"
    COURT = "court"
    DONOR = "donor"
    OTHER = "other"


class Ending(models.TextChoices):
    """What restarted it."""

    MONEY_CAME = "money_came"
    ACT_DONE = "act_done"
    FOUND_SAFE = "found_safe"
    MISTAKE = "mistake"
    CLOSED = "closed"


REASONS: Mapping[str, Words] = {
    Reason.NO_MONEY: ("the money for it has run out", "نفد المال المخصّص له"),
    Reason.UNSAFE: ("the building is not safe", "المبنى غير آمن"),
    Reason.STRUCTURE_FIRST: ("the structure has to be repaired first", "يجب إصلاح البنية أولًا"),
    Reason.CONTRACTOR: ("the contractor has stopped", "توقّف المتعهّد"),
    Reason.QUALITY: ("the works do not hold to the order", "الأشغال غير مطابقة للأمر"),
    Reason.MATERIALS: ("materials are missing", "تنقص مواد البناء"),
    Reason.PERMIT: ("a permit is missing", "ينقص ترخيص"),
    Reason.DISPUTE: ("a dispute is not settled", "نزاع لم يُحسم"),
    Reason.DONOR: ("a donor has stopped its payments", "أوقف مانح دفعاته"),
    Reason.RULES: ("the rules are being changed", "القواعد قيد التعديل"),
}
RESTARTS: Mapping[str, Words] = {
    Restart.MONEY: ("the missing sum is there", "توفّر المبلغ الناقص"),
    Restart.SAFE: ("an engineer finds the building safe", "أن يجد مهندس المبنى آمنًا"),
    Restart.STRUCTURE: ("the structural works are finished", "إنجاز الأشغال الإنشائية"),
    Restart.CONTRACTOR: ("the contractor takes the works up, or another one does", "عودة المتعهّد أو تعيين غيره"),
    Restart.INSPECTION: ("the works are inspected again", "معاينة الأشغال من جديد"),
    Restart.PERMIT: ("the permit is given", "صدور الترخيص"),
    Restart.RULING: ("the dispute is settled", "حسم النزاع"),
    Restart.DECISION: ("a decision is taken", "اتخاذ قرار"),
}
BODIES: Mapping[str, Words] = {
    Body.NONE: ("", ""),
    Body.WORKS_OFFICE: ("the works office", "مكتب الأشغال"),
    Body.SAFETY_OFFICE: ("the safety office", "مكتب السلامة"),
    Body.FINANCE_OFFICE: ("the finance office", "مكتب المال"),
    Body.PROGRAMME_LEAD: ("the programme lead", "مدير البرنامج"),
    Body.CONTRACTOR: ("the contractor", "المتعهّد"),
    Body.MUNICIPALITY: ("the municipality", "البلدية"),
    Body.COURT: ("the court", "المحكمة"),
    Body.DONOR: ("the donor", "المانح"),
    Body.OTHER: ("another body", "جهة أخرى"),
}
ENDINGS: Mapping[str, Words] = {
    Ending.MONEY_CAME: ("the missing sum is there", "توفّر المبلغ الناقص"),
    Ending.ACT_DONE: ("what was awaited has been done", "تحقّق ما كان منتظرًا"),
    Ending.FOUND_SAFE: ("an engineer found the building safe", "وجد مهندس المبنى آمنًا"),
    Ending.MISTAKE: ("it was a mistake", "كان خطأ"),
    Ending.CLOSED: ("the works were closed before their end", "أُقفلت الأشغال قبل نهايتها"),
}
OFFICES: Mapping[str, Words] = {
    Role.ENGINEER: ("the works office", "مكتب الأشغال"),
    Role.SAFETY_OFFICER: ("the safety office", "مكتب السلامة"),
    Role.FINANCE_OFFICER: ("the finance office", "مكتب المال"),
    Role.PROGRAMME_LEAD: ("the programme lead", "مدير البرنامج"),
}
"""The office that speaks through each role that may halt something."""


def in_both(words: Words) -> dict[str, str]:
    english, arabic = words
    return {"en": english, "ar": arabic}
