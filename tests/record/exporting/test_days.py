"""Days as a text gives them, in words; nothing is filled in."""

import pytest

from sanad.record.exporting.days import in_words


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("", "", ""),
        ("2013-09-13", "13 September 2013", "13 أيلول 2013"),
        ("2013-09", "September 2013", "أيلول 2013"),
        ("2013", "2013", "2013"),
        ("2020~", "about 2020", "نحو 2020"),
        ("2020?", "2020, not certain", "2020، غير مؤكد"),
        ("2020-05%", "about May 2020, not certain", "نحو أيار 2020، غير مؤكد"),
        ("XXXX-01", "January, the year is not said", "كانون الثاني، والسنة غير مذكورة"),
        ("201X", "the 2010s", "عقد 2010"),
        ("2013-21", "spring 2013", "ربيع 2013"),
        ("2013/2015", "between 2013 and 2015", "بين 2013 و2015"),
        ("../2020", "until 2020", "حتى 2020"),
        ("2020/..", "from 2020 on", "منذ 2020"),
        ("XXXX", "XXXX", "XXXX"),
    ],
)
def test_a_day_in_words(edtf, english, arabic):
    assert (in_words(edtf, "en"), in_words(edtf, "ar")) == (english, arabic)
