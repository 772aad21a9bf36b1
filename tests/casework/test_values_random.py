"""Whatever a person types, a fact is kept exactly or refused; it is never another number."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sanad.casework.claims.checking import check_facts
from sanad.engine.rules.declared import Field
from sanad.engine.rules.declared.plain import Where
from sanad.engine.rules.fields import type_field

HERE = Where("fields.yaml", 1)
LABEL = {"en": "Area", "ar": "المساحة"}
AREA = Field("area", "dwelling", "quantity", LABEL, HERE, unit="m2", decimals=2, low=Decimal(-500), high=Decimal(1_000))
FIELDS = {"area": type_field(AREA, "USD")}
ARABIC = str.maketrans("0123456789.,-", "٠١٢٣٤٥٦٧٨٩٫٬\u2212")


def kept(value: object) -> object:
    """What is kept of the value; None where it is refused."""
    checked = check_facts(FIELDS, "dwelling", {"area": value}, "dwelling")
    return None if checked.problems else checked.facts["area"]


@given(st.decimals(-500, 1_000, places=2), st.booleans(), st.booleans())
def test_a_number_in_range_is_kept_exactly_in_whatever_digits_it_was_typed(
    number: Decimal, grouped: bool, arabic: bool
):
    typed = f"{number:,f}" if grouped else f"{number:f}"

    found = kept(typed.translate(ARABIC) if arabic else typed)

    assert Decimal(str(found)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-2_000, max_value=2_000))
def test_a_number_that_is_too_fine_or_out_of_range_is_refused(number: Decimal):
    fits = -500 <= number <= 1_000 and number == number.quantize(Decimal("0.01"))

    found = kept(number)

    assert (found is not None) == fits


@given(st.text(max_size=40))
def test_any_text_at_all_is_a_number_of_the_field_or_refused(typed: str):
    found = kept(typed)

    assert found is None or -500 <= Decimal(str(found)) <= 1_000


@given(
    st.one_of(
        st.floats(), st.booleans(), st.lists(st.integers()), st.dictionaries(st.text(), st.integers()), st.binary()
    )
)
def test_what_is_no_exact_number_is_refused(value: object):
    assert kept(value) is None
