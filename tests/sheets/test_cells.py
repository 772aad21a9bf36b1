"""What a cell of text is read to, on DuckDB: numbers, days, yes or no, codes."""

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.sheets import codes, dates, numbers
from sanad.sheets.sql import fill
from sanad.sheets.texts import clean, clean_text

CONNECTION = duckdb.connect()
ARABIC = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬")
PERSIAN = str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬")


def number(cell: str, scale: int = 2, decimal: str | None = None) -> str | None:
    style = numbers.NumberStyle(scale, decimal)
    return _first(numbers.number_text("cell", style), numbers.read_number("plain", style), cell)


def day(cell: str, order: str | None = None) -> str | None:
    return _first(dates.date_text("cell"), dates.read_date("plain", order), cell)


def boolean(cell: str) -> str | None:
    return _first(codes.code_text("cell", (*codes.TRUE, *codes.FALSE)), codes.read_boolean("plain"), cell)


def code(cell: str, *known: str) -> str | None:
    words = codes.code_text("cell", [one.lower() for one in known])
    return _first(words, codes.read_code("plain", known), cell)


def _first(plain: str, read: str, cell: str) -> str | None:
    query = fill("select {read} from (select {plain} as plain from (select $1 as cell))", read=read, plain=plain)
    row = CONNECTION.execute(query, [cell]).fetchone()
    return row[0] if row else None


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("7", "700"),
        ("-7", "-700"),
        ("+7", "700"),
        ("0", "000"),
        ("007", "00700"),
        ("3.0", "300"),
        ("3.10", "310"),
        ("3.1000", "310"),
        ("1,234,567.50", "123456750"),
        ("1 234 567.5", "123456750"),
        ("1\u00a0234\u202f567", "123456700"),
        ("١٬٢٣٤٬٥٦٧٫٥٠", "123456750"),
        ("۱۲۳۴", "123400"),
        ("\u200f\u202b١٢\u202c", "1200"),
        ("\u221212", "-1200"),
        ("1,234", "123400"),
        ("  5\t", "500"),
        ("", None),
        (" \u200f ", None),
    ],
)
def test_a_number_is_read_in_the_ways_that_people_write_it(cell: str, cents: str | None):
    assert number(cell) == cents


@pytest.mark.parametrize(
    ("cell", "scale", "fault"),
    [
        ("1,00,000", 2, "bad_number"),
        ("12,34", 2, "bad_number"),
        ("1 23", 2, "bad_number"),
        ("1,234 567", 2, "bad_number"),
        ("1,234", 3, "ambiguous_number"),
        ("1.005", 2, "too_many_decimals"),
        ("5.000", 2, "ambiguous_number"),
        ("12.500", 2, "ambiguous_number"),
        ("5.000", 0, "ambiguous_number"),
        ("1.5", 0, "not_whole"),
        ("1e5", 2, "scientific_number"),
        ("3.1E+11", 2, "scientific_number"),
        ("nan", 2, "not_finite"),
        ("-Infinity", 2, "not_finite"),
        ("≈1e+20", 2, "not_exact"),
        ("#REF!", 2, "spreadsheet_error"),
        ("#n/a", 2, "spreadsheet_error"),
        ("twelve", 2, "bad_number"),
        ("12 USD", 2, "bad_number"),
        ("(12)", 2, "bad_number"),
        ("1_000", 2, "bad_number"),
        ("0x1F", 2, "bad_number"),
        ("--1", 2, "bad_number"),
        ("1\x002", 2, "bad_number"),
    ],
)
def test_a_number_that_could_be_another_one_is_a_fault(cell: str, scale: int, fault: str):
    assert number(cell, scale) == f"!{fault}"


def test_a_declared_comma_is_a_decimal_sign():
    assert number("1.234.567,50", 2, "comma") == "123456750"
    assert number("1,234", 3, "comma") == "1234"
    assert number("1.234", 3, "comma") == "1234000"
    assert number("١٬٢٣٤٫٥", 2, "comma") == "123450"


def test_a_declared_point_leaves_nothing_ambiguous():
    assert number("1,234", 3, "point") == "1234000"


@given(st.integers(-(10**15), 10**15), st.integers(0, 4), st.sampled_from(["", "arabic", "persian"]), st.booleans())
def test_every_amount_up_to_ten_to_fifteen_stays_exact(scaled: int, scale: int, script: str, grouped: bool):
    exact = Decimal(scaled).scaleb(-scale)
    text = f"{exact:,f}" if grouped else f"{exact:f}"
    text = text.translate({"": {}, "arabic": ARABIC, "persian": PERSIAN}[script])

    found = number(text, scale, "point")

    assert found is not None
    assert int(found) == scaled


@given(st.decimals(-(2**40), 2**40, places=3, allow_nan=False))
def test_a_number_with_more_decimals_than_the_field_is_never_rounded(exact: Decimal):
    found = number(f"{exact:f}", 2, "point")

    is_fine = exact == exact.quantize(Decimal("0.01"))
    assert found == (found if is_fine else "!too_many_decimals")
    assert not is_fine or int(found or "") == int(exact * 100)


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2015-04-25", "2015-04-25"),
        ("2015-4-5", "2015-04-05"),
        ("2015/04/25", "2015-04-25"),
        ("٢٠١٥-٠٤-٢٥", "2015-04-25"),
        ("2015-04-25 00:00:00", "2015-04-25"),
        ("2015-04-25T00:00:00Z", "2015-04-25"),
        ("2015-04-25 00:00:00+00", "2015-04-25"),
        ("25/04/2015", "2015-04-25"),
        ("04/25/2015", "2015-04-25"),
        ("5.5.2015", "2015-05-05"),
        ("29/02/2016", "2016-02-29"),
        ("", None),
    ],
)
def test_a_day_is_read_where_it_has_one_meaning(cell: str, iso: str | None):
    assert day(cell) == iso


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("03/04/2016", "ambiguous_date"),
        ("2015-02-30", "bad_date"),
        ("31/04/2015", "bad_date"),
        ("2015-13-01", "bad_date"),
        ("25/13/2015", "bad_date"),
        ("13/13/2015", "bad_date"),
        ("2015-04-25 10:30:00", "bad_date"),
        ("25/04/15", "bad_date"),
        ("April 2015", "bad_date"),
        ("42119", "bad_date"),
        ("#VALUE!", "spreadsheet_error"),
    ],
)
def test_a_day_that_could_be_another_one_is_a_fault(cell: str, fault: str):
    assert day(cell) == f"!{fault}"


def test_a_declared_order_makes_a_day_clear():
    assert day("03/04/2016", "day_first") == "2016-04-03"
    assert day("03/04/2016", "month_first") == "2016-03-04"
    assert day("25/04/2016", "month_first") == "!bad_date"


@given(st.dates(), st.sampled_from([{}, ARABIC, PERSIAN]))
def test_every_iso_date_comes_back_in_every_script(date, script):
    assert day(date.isoformat().translate({sign: digit for sign, digit in script.items() if sign not in (46, 44)})) == (
        date.isoformat()
    )


@pytest.mark.parametrize("cell", ["true", "TRUE", "Yes", "1", "١", "نعم", " oui "])
def test_yes_is_yes_in_three_languages(cell: str):
    assert boolean(cell) == "true"


@pytest.mark.parametrize("cell", ["false", "No", "0", "۰", "لا", "non"])
def test_no_is_no_in_three_languages(cell: str):
    assert boolean(cell) == "false"


@pytest.mark.parametrize("cell", ["maybe", "2", "y", "-1"])
def test_what_is_neither_yes_nor_no_is_a_fault(cell: str):
    assert boolean(cell) == "!not_a_boolean"


def test_a_code_is_known_but_for_capitals_and_spaces():
    assert code(" Flat\u200f", "flat", "steep") == "flat"
    assert code("٣٦", "36") == "36"
    assert code("hill", "flat", "steep") == "!not_an_option"
    assert code("#REF!", "flat") == "!spreadsheet_error"


def test_codes_that_differ_in_capitals_only_are_matched_exactly():
    assert code("A", "a", "A") == "A"
    assert code("ab", "Ab", "aB") == "!not_an_option"


@given(st.text(max_size=20))
def test_texts_are_cleaned_alike_in_python_and_on_duckdb(cell: str):
    query = fill("select {clean} from (select $1 as cell)", clean=clean("cell"))

    row = CONNECTION.execute(query, [cell]).fetchone()

    assert row == (clean_text(cell) or None,)
