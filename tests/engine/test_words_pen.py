from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sanad.engine.rules.types import Number, read_unit
from sanad.engine.rules.words.pen import END, LEFT_TO_RIGHT, RIGHT_TO_LEFT, Pen, digits

ENGLISH, ARABIC = Pen("en", "USD"), Pen("ar", "USD")


@given(st.integers(-(10**18), 10**18), st.integers(0, 12), st.integers(0, 3))
def test_a_written_number_reads_back_as_the_same_number(value, scale, least):
    written = digits(value, scale, least)

    assert Decimal(written.replace(",", "").replace("−", "-")) == Decimal(value).scaleb(-scale)


def test_whole_sums_have_no_decimals_and_others_have_all_of_their_currency():
    written = [ENGLISH.amount(minor) for minor in (0, 300_000_00, 31_000_50, 5)]

    assert written == ["0 USD", "300,000 USD", "31,000.50 USD", "0.05 USD"]


def test_a_sum_that_is_still_being_worked_out_shows_every_figure():
    assert ENGLISH.amount(8_934_792_764, scale=4) == "893,479.2764 USD"
    assert Pen("en", "JPY").amount(1_234_567) == "1,234,567 JPY"
    assert Pen("en", "KWD").amount(1_500) == "1.500 KWD"


def test_a_negative_sum_carries_a_true_minus_sign():
    assert ENGLISH.amount(-88_200_00) == "−88,200 USD"


def test_arabic_numbers_and_references_stand_in_isolates():
    assert ARABIC.amount(31_000_00) == f"{LEFT_TO_RIGHT}31,000{END} دولار"
    assert ARABIC.reference("C-17") == f"{LEFT_TO_RIGHT}C-17{END}"
    assert ARABIC.day(date(2026, 12, 8)) == f"{RIGHT_TO_LEFT}8 كانون الأول 2026{END}"


def test_an_arabic_currency_takes_its_plural_after_3_to_10():
    nouns = [ARABIC.amount(major * 100).split()[-1] for major in (1, 3, 10, 11, 100, 103, 2_906)]

    assert nouns == ["دولار", "دولارات", "دولارات", "دولار", "دولار", "دولارات", "دولارات"]
    assert ARABIC.amount(3_50).endswith("دولار")


def test_a_currency_without_an_arabic_name_keeps_its_code():
    assert Pen("ar", "KWD").amount(1_000) == f"{LEFT_TO_RIGHT}1 KWD{END}"


def test_english_text_needs_no_isolates_but_for_words_of_the_other_direction():
    assert ENGLISH.day(date(2026, 12, 8)) == "8 December 2026"
    assert ENGLISH.foreign("Circular 15") == "Circular 15"
    assert ENGLISH.foreign("التعميم 15") == "\u2068التعميم 15\u2069"


def test_quantities_carry_their_units():
    area = Number((("m2", 1),), 1, 0, 10_000)
    rate = Number((("USD", 1), ("m2", -1)), 2, 0, 10_000)

    assert ENGLISH.quantity(584, area) == "58.4 m²"
    assert ENGLISH.quantity(325, rate) == "3.25 USD per m²"
    assert ARABIC.quantity(325, rate) == f"{LEFT_TO_RIGHT}3.25{END} دولار لكل م²"
    assert ENGLISH.quantity(605, Number((("percent", 1),), 1, 0, 1000)) == "60.5 %"


def test_a_unit_with_words_is_told_by_them_in_products_and_in_what_it_is_counted_by():
    pen = Pen("en", "USD", {"wage": {"en": "monthly wage", "ar": "راتب شهري"}})

    written = [pen.quantity(7, Number(read_unit(unit), 0, 0, 9)) for unit in ("wage", "wage*year", "wage/year/house")]

    assert written == ["7 monthly wage", "7 monthly wage × year", "7 monthly wage per house per year"]
    assert [pen.unit_text(unit) for unit in ("wage", "ratio/wage", "USD/m2")] == [
        "monthly wage",
        "1 per monthly wage",
        "USD/m2",
    ]
