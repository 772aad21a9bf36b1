"""Arabic time expressions: Levantine, Gulf and Maghreb months, Hijri ones left as they are, and relative ones."""

import re
from datetime import date, timedelta

from sanad.record.proposing.page import Moment, Span

MONTHS = {
    "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
    "يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "إبريل": 4, "مايو": 5, "يونيو": 6, "يونيه": 6, "يوليو": 7, "يوليه": 7, "أغسطس": 8, "سبتمبر": 9, "أكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
    "جانفي": 1, "فيفري": 2, "أفريل": 4, "ماي": 5, "جوان": 6, "جويلية": 7, "أوت": 8, "غشت": 8, "شتنبر": 9, "دجنبر": 12, "نونبر": 11, "يوليوز": 7,
}  # fmt: skip
HIJRI = "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذي القعدة|ذو القعدة|ذي الحجة|ذو الحجة"
WORDS = {
    "واحد": 1, "واحدة": 1, "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8, "تسعة": 9, "تسع": 9,
    "عشرة": 10, "عشر": 10, "خمسة عشر": 15, "عشرين": 20, "عشرون": 20, "ثلاثين": 30, "ثلاثون": 30, "أربعين": 40, "خمسين": 50, "ستين": 60, "تسعين": 90,
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = "(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)"
YEAR = r"(?:(?:1[89]|20)\d\d|[١٢][٠-٩]{3})"
NUMBER = rf"(?:\d+|[٠-٩]+|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
UNITS = {"دقيقة": "PT{}M", "دقائق": "PT{}M", "ساعة": "PT{}H", "ساعات": "PT{}H", "يوم": "P{}D", "يومًا": "P{}D", "يوما": "P{}D", "أيام": "P{}D", "أسبوع": "P{}W", "أسابيع": "P{}W", "أسبوعًا": "P{}W",
         "شهر": "P{}M", "شهرًا": "P{}M", "أشهر": "P{}M", "شهور": "P{}M", "سنة": "P{}Y", "سنوات": "P{}Y", "عام": "P{}Y", "عامًا": "P{}Y", "أعوام": "P{}Y"}  # fmt: skip
DUALS = {
    "ساعتين": "PT2H",
    "ساعتان": "PT2H",
    "يومين": "P2D",
    "يومان": "P2D",
    "أسبوعين": "P2W",
    "أسبوعان": "P2W",
    "شهرين": "P2M",
    "شهران": "P2M",
    "سنتين": "P2Y",
    "عامين": "P2Y",
    "سنتان": "P2Y",
    "عامان": "P2Y",
}
UNIT, DUAL = "|".join(sorted(UNITS, key=len, reverse=True)), "|".join(DUALS)
BEFORE = r"(?:(?:ابتداءً من|اعتبارًا من|بحلول|قبل|منذ|حتى|منذ شهر|في غضون|خلال|في ظرف|بعد) )?"
PATTERNS: tuple[tuple[str, str], ...] = (
    ("full", rf"{BEFORE}(?:يوم )?(?:{DAY} )?(?P<d>\d{{1,2}}|[٠-٩]{{1,2}}) (?P<m>{MONTH})(?: من)?(?: عام| سنة)?،? (?P<y>{YEAR})"),
    ("hijri", rf"(?:\d{{1,2}}|[٠-٩]{{1,2}})? ?(?:{HIJRI})(?: (?:\d{{4}}|[٠-٩]{{4}}))? ?(?:هـ)?"),
    ("day", rf"{BEFORE}(?:يوم )?(?:{DAY} )?(?P<d>\d{{1,2}}|[٠-٩]{{1,2}}) (?P<m>{MONTH})"),
    ("month", rf"{BEFORE}(?:شهر )?(?P<m>{MONTH})(?: من)?(?: عام| سنة)? (?P<y>{YEAR})"),
    ("relative", rf"(?:قبل |منذ |حتى |مع )?(?:نهاية|مطلع|أوائل|أواخر|منتصف|موفى|آخر) (?:(?:هذا )?(?:الشهر|العام|السنة|الأسبوع|الصيف|الشتاء)|(?:{MONTH}))(?: (?:الجاري|الماضي|المقبل|القادم|الحالي))?"),
    ("relative", rf"(?:(?:{MONTH})|الأسبوع|الشهر|العام|السنة|الصيف|الشتاء) (?:الماضية?|المقبلة?|القادمة?|الجاري|الحالي)"),
    ("relative", r"أوّ?ل (?:من )?أمس|أمس(?: الأول)?|اليوم(?! (?:الأول|الثاني|الثالث|التالي))|غدًا|الليلة|هذا (?:الأسبوع|الشهر|العام|الصباح)"),
    ("open-ended", r"حتى إشعار آخر|حتى الساعة|منذ (?:سنوات|أشهر|أسابيع|أيام|سنة|زمن(?: بعيد)?)"),
    ("vague", r"خلال (?:أيام|أسابيع|أشهر|سنوات)|في (?:الأيام|الأسابيع|الأشهر) (?:المقبلة|القادمة|الأخيرة|الماضية)|قريبًا"),
    ("since", rf"(?:منذ|حتى) (?:العام |عام |سنة )?(?P<y>{YEAR})"),
    ("ago", rf"(?:قبل|بعد|منذ) (?:(?:{DUAL})|(?:نحو |أكثر من )?{NUMBER} (?:{UNIT})|(?:{UNIT}))(?: من [^،.؛:«»]{{3,40}})?"),
    ("length", rf"(?:(?:خلال|في غضون|في ظرف|طوال|مدة|لمدة) )?(?:(?P<dual>{DUAL})|(?P<n>{NUMBER}) (?P<u>{UNIT}))(?: عمل)?(?: كاملة)?"),
    ("month_alone", rf"{BEFORE}(?:شهر )?(?P<m>{MONTH})"),
    ("year", rf"(?:في )?(?:عام|العام|سنة) (?P<y>{YEAR})|(?P<y2>{YEAR})"),
    ("relative", rf"(?:(?:صباح|مساء|ظهر|بعد ظهر|ليل|يوم) )?{DAY}(?: (?:الماضي|المقبل|القادم))?"),
)  # fmt: skip
COMPILED = [(name, re.compile(rf"(?<!\w)(?:[وفبل](?=[^\W\d]))?(?:{pattern})(?!\w)")) for name, pattern in PATTERNS]
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def arabic_moments_of(text: str, article: str, paragraph: Span, published: date | None = None) -> list[Moment]:
    found: list[tuple[Span, str, re.Match[str]]] = []
    for name, pattern in COMPILED:
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            span = Span(match.start() + _joined(match[0]), match.end())
            if not any(span.start < other.end and other.start < span.end for other, _, _ in found):
                found.append((span, name, match))
    return [
        _moment(article, span, name, match, published) for span, name, match in sorted(found, key=lambda one: one[0])
    ]


def _joined(said: str) -> int:
    """Letters that are joined to the word before it begins are no part of it."""
    if said.startswith(("في عام", "في العام", "في سنة")):
        return 3
    return (
        1
        if said[0] in "وفبل"
        and any(
            said[1:].startswith(start)
            for start in (
                *MONTHS,
                "قبل",
                "منذ",
                "خلال",
                "بعد",
                "حتى",
                "أمس",
                "اليوم",
                "العام",
                "الأسبوع",
                "الشهر",
                "ال",
            )
        )
        and not said.startswith(("بعد", "بحلول"))
        else 0
    )


def _moment(article: str, span: Span, name: str, match: re.Match[str], published: date | None) -> Moment:
    parts = {
        key: value.translate(DIGITS) if value and key in ("d", "y", "y2", "n") else value
        for key, value in match.groupdict().items()
    }
    month = MONTHS[parts["m"]] if parts.get("m") else 0
    if name == "full":
        return Moment(article, span, f"{parts['y']}-{month:02}-{int(parts['d'] or 0):02}", "absolute", 0.97)
    if name == "day":
        return Moment(article, span, f"XXXX-{month:02}-{int(parts['d'] or 0):02}", "absolute", 0.9)
    if name == "month":
        return Moment(article, span, f"{parts['y']}-{month:02}", "absolute", 0.95)
    if name == "month_alone":
        return Moment(article, span, f"XXXX-{month:02}", "absolute", 0.85)
    if name == "year":
        return Moment(article, span, parts["y"] or parts["y2"], "absolute", 0.9)
    if name == "since":
        return Moment(
            article,
            span,
            f"{parts['y']}/.." if match[0].lstrip("و").startswith("منذ") else f"../{parts['y']}",
            "open-ended",
            0.85,
        )
    if name == "length":
        return Moment(article, span, _duration(parts), "duration", 0.85)
    if name == "relative" and published:
        days = {"أمس": -1, "اليوم": 0, "غدًا": 1, "أول أمس": -2, "أوّل من أمس": -2, "أول من أمس": -2}
        if match[0] in days:
            return Moment(article, span, (published + timedelta(days=days[match[0]])).isoformat(), "relative", 0.85)
    kinds = {
        "hijri": "absolute",
        "ago": "relative",
        "relative": "relative",
        "vague": "vague",
        "open-ended": "open-ended",
    }
    return Moment(article, span, None, kinds[name], 0.8)


def _duration(parts: dict[str, str | None]) -> str | None:
    if parts.get("dual"):
        return DUALS[parts["dual"] or ""]
    number = parts.get("n") or ""
    count = int(number) if number.isdigit() else WORDS.get(number)
    return UNITS[parts["u"] or ""].format(count) if count else None
