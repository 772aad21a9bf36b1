"""How a page writes numbers, sums, days and references."""

import re
from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from sanad.web.shared import digits, formats


def read(html: str) -> str:
    """What a reader sees."""
    return re.sub(r"<[^>]+>", "", html).replace("&nbsp;", " ")


@pytest.mark.parametrize(
    ("minor", "currency", "language", "seen"),
    [
        (3_100_000, "USD", "en", "31,000 USD"),
        (3_100_000, "USD", "ar", "31,000 دولار"),
        (3_100_050, "USD", "ar", "31,000.50 دولار"),
        (500, "USD", "ar", "5 دولارات"),
        (-8_820_000, "USD", "en", "−88,200 USD"),
        (1_000, "KWD", "ar", "1 KWD"),
        (120_000, "JPY", "en", "120,000 JPY"),
    ],
)
def test_a_sum_is_written_with_its_currency(minor: int, currency: str, language: str, seen: str):
    with override(language):
        written = formats.money(minor, currency)

    assert read(written) == seen


def test_the_sign_of_a_negative_sum_stays_with_its_number():
    with override("ar"):
        written = formats.money(-8_820_000, "USD")

    assert "<bdi>−88,200</bdi>" in written


@pytest.mark.parametrize(("language", "seen"), [("en", "8 December 2026"), ("ar", "8 كانون الأول 2026")])
def test_a_day_has_its_month_in_words(language: str, seen: str):
    with override(language):
        written = formats.day(date(2026, 12, 8))

    assert read(written) == seen
    assert 'datetime="2026-12-08"' in written


@pytest.mark.parametrize(
    ("language", "seen"), [("en", "24 November 2026, 10:00"), ("ar", "24 تشرين الثاني 2026، الساعة 10:00")]
)
def test_a_moment_is_told_by_the_clock_here(language: str, seen: str):
    at = datetime(2026, 11, 24, 8, tzinfo=UTC)

    with override(language):
        written = formats.moment(at)

    assert read(written) == seen


def test_a_moment_late_in_the_evening_falls_on_the_day_of_the_clock_here():
    at = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)

    with override("en"):
        written = formats.day(at)

    assert read(written) == "25 November 2026"


def test_a_reader_may_choose_arabic_indic_digits_for_all_but_references():
    before = digits.chosen.set(digits.ARABIC_INDIC)

    with override("ar"):
        written = read(formats.money(3_100_050, "USD")), read(formats.reference("SSP-004117-6"))
    digits.chosen.reset(before)

    assert written == ("٣١٬٠٠٠٫٥٠ دولار", "SSP-004117-6")


def test_english_text_keeps_latin_digits():
    before = digits.chosen.set(digits.ARABIC_INDIC)

    with override("en"):
        written = read(formats.number(2_906))
    digits.chosen.reset(before)

    assert written == "2,906"


def test_what_people_typed_is_never_markup():
    written = formats.typed("<script>alert(1)</script>")

    assert "<script>" not in written


def test_references_inside_a_sentence_are_marked_and_all_else_is_escaped():
    told = formats.with_references("<b> A-004305-2-5, RUN-000004-001218.")

    assert told == (
        '&lt;b&gt; <bdi class="ref" dir="ltr">A-004305-2-5</bdi>, <bdi class="ref" dir="ltr">RUN-000004-001218</bdi>.'
    )


def test_what_has_its_own_elements_stays_as_it_is():
    own = formats.reference("SSP-004117-6")

    assert formats.with_references(own) == own
