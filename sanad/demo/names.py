"""Made-up people: common given names with family names that no family bears, each in Arabic and in Latin letters.

Family names are things of nature, so that nobody is meant, and no name tells a creed or a town.
"""

from random import Random

MEN = (
    ("كريم", "Karim"), ("جاد", "Jad"), ("سامي", "Sami"), ("هادي", "Hadi"), ("زياد", "Ziad"), ("عماد", "Imad"),
    ("وليد", "Walid"), ("باسل", "Basel"), ("رامي", "Rami"), ("نبيل", "Nabil"), ("طارق", "Tarek"), ("مازن", "Mazen"),
    ("خليل", "Khalil"), ("فادي", "Fadi"), ("أنيس", "Anis"), ("نديم", "Nadim"), ("سليم", "Salim"), ("ربيع", "Rabih"),
)  # fmt: skip
WOMEN = (
    ("سميرة", "Samira"), ("مايا", "Maya"), ("لينا", "Lina"), ("رنا", "Rana"), ("ندى", "Nada"), ("ريم", "Rim"),
    ("هند", "Hind"), ("فرح", "Farah"), ("سمر", "Samar"), ("دينا", "Dina"), ("أمل", "Amal"), ("هدى", "Huda"),
    ("سلمى", "Salma"), ("ليلى", "Layla"), ("جنى", "Jana"), ("منى", "Mona"), ("غادة", "Ghada"), ("سوسن", "Sawsan"),
)  # fmt: skip
FAMILIES = (
    ("غيمة", "Ghayma"), ("سنبلة", "Sunbula"), ("نسمة", "Nasma"), ("لوزة", "Lawza"), ("زيتونة", "Zaytuna"),
    ("شمعة", "Shamaa"), ("موجة", "Mawja"), ("ندفة", "Nadfa"), ("قطرة", "Qatra"), ("صدفة", "Sadafa"),
    ("نجمة", "Najma"), ("ورقة", "Waraqa"), ("تلّة", "Talla"), ("عريشة", "Arisha"), ("سروة", "Sarwa"),
    ("زنبقة", "Zanbaqa"), ("فراشة", "Farasha"), ("حبقة", "Habaqa"), ("غزالة", "Ghazala"), ("ينبوع", "Yanbu"),
    ("خيمة", "Khayma"), ("رمّانة", "Rummana"), ("سحابة", "Sahaba"), ("مشمشة", "Mishmisha"), ("بلّوطة", "Balluta"),
    ("عصفورة", "Asfura"), ("قمرة", "Qamra"), ("نخلة", "Nakhla"), ("سفرجلة", "Safarjala"), ("ياسمينة", "Yasmina"),
)  # fmt: skip

Name = tuple[str, str]
"""In Arabic and in Latin letters."""


def family_name(dice: Random) -> Name:
    return dice.choice(FAMILIES)


def full_name(given: Name, father: Name, family: Name) -> Name:
    """Given name, father's name, family name: as registers write them."""
    return " ".join((given[0], father[0], family[0])), " ".join((given[1], father[1], family[1]))
