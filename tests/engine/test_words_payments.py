"""What was paid before in words: in the order of days, corrections as corrections, and no heading over nothing."""

from datetime import date

from sanad.engine.rules.words.context import Context, Payment
from tests.engine.nepal import SITA, claim, from_answer, told

FIRST = Payment("reconstruction", 50_000_00, date(2016, 6, 1))
TAKEN_BACK = Payment("reconstruction", -20_000_00, date(2016, 8, 1))
LAST = Payment("reconstruction", 10_000_00, date(2016, 9, 1))


def test_payments_stand_in_the_order_of_their_days_and_a_correction_is_told_as_one():
    text = from_answer(told(claim("Laxmi", **SITA), context=Context(paid=(LAST, TAKEN_BACK, FIRST))))

    assert (
        """\
What was paid before
  - Grant to rebuild or strengthen the house: 50,000 NPR, on 1 June 2016.
  - Grant to rebuild or strengthen the house: taken back: 20,000 NPR, on 1 August 2016 (a correction).
  - Grant to rebuild or strengthen the house: 10,000 NPR, on 1 September 2016.
"""
        in text
    )


def test_a_correction_is_told_in_arabic_without_a_minus():
    text = from_answer(told(claim("Laxmi", **SITA), "ar", context=Context(paid=(FIRST, TAKEN_BACK))))

    assert "تصحيح أُلغي به 20,000 روبية نيبالية، في 1 آب 2016." in text


def test_an_award_that_changed_before_anything_was_paid_has_a_heading_of_its_own():
    changed, unchanged = (
        told(claim("Laxmi", **SITA), context=Context(awarded_before=before)) for before in (200_000_00, 300_000_00)
    )

    assert (
        """\
What changed since the decision before
  This claim had been awarded 200,000 NPR. Now it is awarded 300,000 NPR.
"""
        in changed
    )
    assert "What was paid before" not in changed
    assert "since the decision before" not in unchanged
    assert "What was paid before" not in unchanged
