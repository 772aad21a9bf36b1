"""Time expressions are read whole, in both languages, and no day is invented."""

import pytest

from sanad.record.proposing import propose
from sanad.record.proposing.shape import shape_of

ENGLISH = [
    ("They met at 9 a.m. on 3 May.", [("9 a.m. on 3 May", "XXXX-05-03")]),
    ("In 2017 it began; since 2020 it stands still.", [("In 2017", "2017"), ("since 2020", "2020/..")]),
    ("It lasted an hour and 20 minutes.", [("an hour and 20 minutes", "PT1H20M")]),
    ("He left two days after the hill gave way and slept.", [("two days after the hill gave way", None)]),
    ("Answer within ten working days, by the end of next week.",
        [("within ten working days", None), ("the end of next week", None)]),
    ("The first quarter of 2026, early 2020 and the 1990s.",
        [("The first quarter of 2026", None), ("early 2020", "2020-01/2020-03"), ("the 1990s", None)]),
    ("A 52-year-old farmer, aged 34, waits until the road is mended.", [("until the road is mended", None)]),
    ("It may rain, and they may march on.", []),
]  # fmt: skip
ARABIC = [
    ("في ١٣ سبتمبر ٢٠١٣ وفي 5 يناير (كانون الثاني) 2024",
        [("١٣ سبتمبر ٢٠١٣", "2013-09-13"), ("5 يناير (كانون الثاني) 2024", "2024-01-05")]),
    ("وقبل شهرين وعدوا بالصرف خلال خمسة عشر يومًا", [("قبل شهرين", None), ("خلال خمسة عشر يومًا", "P15D")]),
    ("منذ عام 2018 ولغاية 30 حزيران", [("منذ عام 2018", "2018/.."), ("لغاية 30 حزيران", "XXXX-06-30")]),
    ("في 11 محرم 1446 هـ وفي رمضان", [("11 محرم 1446 هـ", None), ("رمضان", None)]),
    ("استمرّ أربعًا وعشرين ساعة، ابتداءً من الشهر المقبل",
        [("أربعًا وعشرين ساعة", "PT24H"), ("ابتداءً من الشهر المقبل", None)]),
    ("قبل 20 شباط المقبل وفي الخامس عشر من نيسان",
        [("قبل 20 شباط المقبل", "XXXX-02-20"), ("الخامس عشر من نيسان", "XXXX-04-15")]),
    ("بعد ظهر أمس وبعد غد وليل الثلاثاء – الأربعاء",
        [("بعد ظهر أمس", None), ("بعد غد", None), ("ليل الثلاثاء – الأربعاء", None)]),
    ("منذ عام ونصف العام، وفي ثمانينيات القرن الماضي",
        [("منذ عام ونصف العام", None), ("ثمانينيات القرن الماضي", None)]),
    ("الأربعاء في 6 آذار، وفي 3 و4 أيار، وفي 22 و23 من الشهر الجاري",
        [("الأربعاء في 6 آذار", "XXXX-03-06"), ("3 و4 أيار", None), ("22 و23 من الشهر الجاري", None)]),
    ("قبل ذلك بأسبوع ومع العام الدراسي المقبل", [("قبل ذلك بأسبوع", None), ("العام الدراسي المقبل", None)]),
    ("قال أب وأم إن عمره 45 عامًا", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "times"), [*ENGLISH, *ARABIC])
def test_a_time_is_read_whole(text: str, times: list[tuple[str, str | None]]):
    page = propose(f"A page\n\n{text}", "ar" if (text, times) in ARABIC else "en")

    assert [(one.span.of(page.text), one.norm) for one in page.moments] == times


def test_the_time_of_a_caption_is_marked_and_told_once():
    caption = "The bridge of the village, 23 November 2015 (File - Getty)"
    shape = shape_of(propose(f"A bridge\n\n{caption}\n{caption}\n\nThe bridge fell in September 2013, people say.\n"))

    times = [(one["span"]["text"], one["in_caption"]) for one in shape["dates"]]

    assert times == [("23 November 2015", True), ("September 2013", False)]
