"""Sums of money with their bound and purpose; never a bare number."""

import re

from sanad.record.proposing.page import Quotation, Span, Sum

SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "L.L.": "LBP", "LL": "LBP", "ل.ل.": "LBP", "ل.ل": "LBP"}
WORDS = {
    "us dollars": "USD", "u.s. dollars": "USD", "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "lebanese pounds": "LBP", "pounds sterling": "GBP",
    "sterling": "GBP", "lebanese pound": "LBP", "syrian pounds": "SYP", "lira": "LBP", "liras": "LBP", "pounds": "GBP", "dinars": "KWD", "shekels": "ILS",
    "دولار كندي": "CAD", "دولار أميركي": "USD", "دولار أمريكي": "USD", "دولارات": "USD", "دولارًا": "USD", "دولاراً": "USD", "دولارا": "USD", "دولار": "USD",
    "ليرة لبنانية": "LBP", "ليرة سورية": "SYP", "ليرات": "LBP", "ليرة": "LBP", "يورو": "EUR", "دينار كويتي": "KWD", "دينار أردني": "JOD", "دينار عراقي": "IQD",
    "دينار تونسي": "TND", "دينار": "KWD", "دنانير": "KWD", "درهم": "AED", "ريال": "SAR", "جنيه": "EGP",
}  # fmt: skip
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
SCALES = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "m": 6,
    "bn": 9,
    "k": 3,
    "ألف": 3,
    "آلاف": 3,
    "ألفًا": 3,
    "مليون": 6,
    "ملايين": 6,
    "مليونًا": 6,
    "مليار": 9,
    "مليارات": 9,
}
NUMBER = r"[\d٠-٩](?:[\d٠-٩,٬]*[\d٠-٩])?(?:[.٫][\d٠-٩]+)?"
SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
WORD = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
SIGN = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
SPELT = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "a hundred": 100, "two hundred": 200, "three hundred": 300,
    "ألفا": 2000, "ألفي": 2000, "مئتا": 200, "مئتي": 200, "مئة": 100, "مائة": 100, "خمسة": 5, "ستة": 6, "سبعة": 7, "ثمانية": 8, "تسعة": 9, "عشرة": 10, "أربعة": 4, "ثلاثة": 3, "عشرون": 20,
    "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "أربعون": 40, "أربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60, "سبعين": 70, "ثمانين": 80, "تسعين": 90, "خمسمئة": 500, "ثلاثمئة": 300,
    "أربعمئة": 400, "ستمئة": 600, "سبعمئة": 700, "ثمانمئة": 800, "تسعمئة": 900,
}  # fmt: skip
SPELL = "|".join(sorted(SPELT, key=len, reverse=True))
SUM = re.compile(
    rf"(?<![\w.])(?:(?P<sign>{SIGN}) ?(?P<n1>{NUMBER})(?:[ -]?(?P<s1>{SCALE})\b)?|(?P<n2>{NUMBER})(?:[ -]?(?P<s2>{SCALE}))? (?P<w2>{WORD}|{SIGN})(?!\w)"
    rf"|(?P<n3>{SPELL})(?: (?P<s3>{SCALE}))? (?P<w3>{WORD})(?!\w))",
    re.IGNORECASE,
)
BOUNDS: tuple[tuple[str, str], ...] = (
    ("at_most", r"no more than|not more than|at most|up to|a maximum of|a ceiling of|capped at|not exceeding|does not exceed|(?:لا|ألّا|ألا) (?:ي|ت)تجاوز|لا (?:ي|ت)زيد(?: \w+)? (?:على|عن)|بحد أقصى|حتى|سقف"),
    ("at_least", r"at least(?: another)?|no less than|not less than|a minimum of|(?:بما )?لا (?:ي|ت)قلّ? عن|ما لا (?:ي|ت)قلّ? عن|على الأقل"),
    ("more_than", r"more than|over|above|in excess of|upwards of|أكثر من|ما يزيد (?:على|عن)|(?:ي|ت)فوق"),
    ("less_than", r"less than|under|below|fewer than|أقل من|دون|ما دون"),
    ("about", r"about|around|some|roughly|approximately|nearly|almost|an estimated|close to|(?:ب)?نحو|حوالى|حوالي|قرابة|ما يقارب|زهاء"),
)  # fmt: skip
BEFORE = [
    (bound, re.compile(rf"(?<!\w)(?:{pattern})(?: (?:another|the|a|an|مبلغ))? ?$", re.IGNORECASE))
    for bound, pattern in BOUNDS
]
BETWEEN = re.compile(r"(?:between|بين|ما بين) ?$", re.IGNORECASE)
AND = re.compile(r"^ ?(?:and|و|إلى|to) ?$")
PURPOSE = re.compile(r"(?:\s+(?:for|to|in|towards|as|of|per|a|each)\s+[^.,;:“”\"]{3,80})")


def sums_of(text: str, article: str, paragraph: Span, quotations: list[Quotation], first: int) -> list[Sum]:
    found: list[Sum] = []
    for match in SUM.finditer(text, paragraph.start, paragraph.end):
        currency = _currency(match)
        amount = _amount(match)
        if currency is None or amount is None:
            continue
        span = Span(match.start(), match.end())
        bound, bound_span = _bound(text, span, paragraph, found)
        quotation = next((one.id for one in quotations if one.inner.holds(span)), None)
        purpose = PURPOSE.match(text, span.end, paragraph.end)
        found.append(
            Sum(
                f"M{first + len(found)}",
                article,
                span,
                amount,
                currency,
                bound,
                bound_span,
                purpose[0].strip() if purpose else "",
                quotation,
                0.93,
            )
        )
    return found


def _currency(match: re.Match[str]) -> str | None:
    sign = match["sign"]
    if sign:
        return SIGNS.get(sign) or SIGNS.get(sign.upper())
    word = (match["w2"] or match["w3"] or "").lower()
    return WORDS.get(word) or SIGNS.get(word) or SIGNS.get(word.upper())


def _amount(match: re.Match[str]) -> str | None:
    """A decimal text in whole units of the currency."""
    written, scale = match["n1"] or match["n2"], match["s1"] or match["s2"] or match["s3"]
    if written:
        digits = written.translate(DIGITS)
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits):
            digits = digits.replace(",", "")
        elif "," in digits:
            return None
    else:
        digits = str(SPELT[match["n3"].lower()])
    if not scale:
        return digits
    power = SCALES[scale.lower() if scale.isascii() else scale]
    whole, _, part = digits.partition(".")
    if len(part) > power:
        return None
    return str(int(whole + part.ljust(power, "0")))


def _bound(text: str, span: Span, paragraph: Span, before: list[Sum]) -> tuple[str, Span | None]:
    left = text[max(paragraph.start, span.start - 40) : span.start]
    if BETWEEN.search(left):
        return "at_least", None
    if (
        before
        and AND.match(text[before[-1].span.end : span.start])
        and before[-1].bound == "at_least"
        and before[-1].bound_span is None
    ):
        return "at_most", None
    for bound, pattern in BEFORE:
        match = pattern.search(left)
        if match:
            start = max(paragraph.start, span.start - 40) + match.start()
            return bound, Span(start, start + len(match[0].rstrip()))
    return "exact", None
