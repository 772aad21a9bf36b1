"""Sums of money are read one way or not at all."""

import pytest

from sanad.record.proposing import propose

SUMS = [
    ("They paid two hundred and fifty thousand dollars.", [("250000", "USD", "exact")]),
    ("It cost twenty-five dollars and a million euros.", [("25", "USD", "exact"), ("1000000", "EUR", "exact")]),
    ("Between 3 and 5 million dollars were due.", [("3000000", "USD", "at_least"), ("5000000", "USD", "at_most")]),
    ("It takes between $200 and $300.", [("200", "USD", "at_least"), ("300", "USD", "at_most")]),
    ("He has 5 million reasons; USD 400 and LBP 2,500,000.", [("400", "USD", "exact"), ("2500000", "LBP", "exact")]),
    ("No more than $1.2bn, at least 1,500 euros.", [("1200000000", "USD", "at_most"), ("1500", "EUR", "at_least")]),
    ("It cost $1,5 or so, and 12,34 euros.", []),
    ("دفعوا خمسة وعشرين ألف دولار ومليون ليرة", [("25000", "USD", "exact"), ("1000000", "LBP", "exact")]),
    ("وعدوا بين ٣ و٥ ملايين دولار", [("3000000", "USD", "at_least"), ("5000000", "USD", "at_most")]),
    ("بلغت الكلفة نحو ثلاثين ألف دولار", [("30000", "USD", "about")]),
    ("لا يقلّ عن خمسمئة ألف ليرة", [("500000", "LBP", "at_least")]),
    ("بين مليون ومليونين دينار", [("1000000", "KWD", "at_least"), ("2000000", "KWD", "at_most")]),
    ("دفعوا ألفًا ومئتي دولار، ثم ألفي دولار", [("1200", "USD", "exact"), ("2000", "USD", "exact")]),
    ("مليون ونصف المليون ليرة، وربع مليون دولار", [("1500000", "LBP", "exact"), ("250000", "USD", "exact")]),
    ("١٨ مليونًا و٥٠٠ ألف ليرة على الأكثر", [("18500000", "LBP", "at_most")]),
    ("25.000 دولار", []),
    ("1.500.000 ليرة وخمسة عشر ألف دولار أمريكي", [("1500000", "LBP", "exact"), ("15000", "USD", "exact")]),
    ("بأكثر من 40 ألف ريال يمني، وبأقل من 300 دولار", [("40000", "YER", "more_than"), ("300", "USD", "less_than")]),
    ("لم تتجاوز 300 دولار وبحدود 70 شيكلًا", [("300", "USD", "at_most"), ("70", "ILS", "about")]),
    ("أخذ ١٨٫٥ مليون ليرة ومئتي دولار", [("18500000", "LBP", "exact"), ("200", "USD", "exact")]),
]


@pytest.mark.parametrize(("text", "sums"), SUMS)
def test_a_sum_is_read_with_its_bound(text: str, sums: list[tuple[str, str, str]]):
    page = propose(f"A page\n\n{text}", "en" if text.isascii() else "ar")

    assert [(one.amount, one.currency, one.bound) for one in page.sums] == sums
