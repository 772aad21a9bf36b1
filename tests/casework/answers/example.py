"""The answer of a made-up family, as the look shows it: Karim Haddad's, without his name."""

from datetime import UTC, date, datetime

from sanad.casework.answers.told import (
    Answer,
    Assumption,
    AwardTold,
    BuildingTold,
    DangerTold,
    ElementTold,
    ForecastTold,
    HaltTold,
    LineSum,
    LineTold,
    MoneyTold,
    NoticeTold,
    PaymentTold,
    Piece,
    PlacardTold,
    QuestionTold,
    QueueTold,
    Reach,
    ReplyTold,
    Said,
    StageTold,
    StepTold,
    SurveyTold,
    total,
)

SHELTER = {"en": "Shelter allowance", "ar": "بدل الإيواء"}
FURNITURE = {"en": "Furniture", "ar": "الأثاث"}
REPAIR = {"en": "Repair of the home", "ar": "ترميم المسكن"}
WORKS_OFFICE = {"en": "Works office", "ar": "مكتب الأشغال"}


def _why(english: str, arabic: str) -> dict[str, tuple[Piece, ...]]:
    return {
        "en": (
            Piece("sentence", "plain", english),
            Piece("heading", "3", "How it was reckoned"),
            Piece("listing", "", "", (("500 USD a month for a household of 1 to 5 people.",),)),
            Piece("sentence", "source", "Circular 12, article 3, 5 January 2026."),
        ),
        "ar": (
            Piece("sentence", "plain", arabic),
            Piece("heading", "3", "كيف حُسب"),
            Piece("listing", "", "", (("\u2068500\u2069 دولار شهريًا لأسرة من شخص إلى خمسة.",),)),
            Piece("sentence", "source", "التعميم 12، المادة 3، 5 كانون الثاني 2026."),
        ),
    }


LINES = (
    LineTold(
        "shelter", SHELTER, "award", (), MoneyTold(600_000, 200_000, 0, 0, 350_000, 50_000),
        _why("500 USD a month for 12 months.", "500 دولار شهريًا مدة 12 شهرًا."),
    ),
    LineTold(
        "furniture", FURNITURE, "award", (), MoneyTold(300_000, 0, 0, 0, 300_000, 0),
        _why("A fixed sum for every home classed severe damage.", "مبلغ ثابت لكل مسكن صُنّف ضرره شديدًا."),
    ),
    LineTold(
        "repair", REPAIR, "award", (), MoneyTold(2_400_000, 0, 0, 0, 0, 2_400_000),
        _why("The ceiling for a home of 90 to 120 m² is 24,000 USD.", "سقف المسكن من 90 إلى 120 م² هو 24,000 دولار."),
        halted=True,
    ),
)  # fmt: skip
PAYMENTS = (
    PaymentTold(
        "SSP-P1-000117", 150_000, "USD", (LineSum("shelter", SHELTER, 150_000),), "settled",
        date(2026, 1, 12), date(2026, 1, 14), None, datetime(2026, 1, 15, 9, tzinfo=UTC),
    ),
    PaymentTold(
        "SSP-P2-000044", 50_000, "USD", (LineSum("shelter", SHELTER, 50_000),), "settled",
        date(2026, 4, 11), date(2026, 4, 13),
    ),
)  # fmt: skip
STEPS = (
    StepTold("survey", {"en": "Survey of your home", "ar": "الكشف على مسكنكم"}, "done", date(2026, 8, 20)),
    StepTold("decision", {"en": "Decision", "ar": "القرار"}, "done", date(2026, 9, 14)),
    StepTold(
        "due", {"en": "Due now", "ar": "المستحق الآن"}, "now", None, 650_000,
        (Said("money_reaches_turn", {"en": "money reaching the fund up to your turn", "ar": "وصول المال إلى دوركم"}),),
    ),
    StepTold(
        "later", {"en": "Not yet due", "ar": "لم يحن أوانه"}, "next", None, 2_450_000,
        (Said("works_restart", {"en": "the works of your building", "ar": "أشغال مبناكم"}),),
    ),
)  # fmt: skip
QUEUE = QueueTold("SSP-R3", 1_284, 2_906, 1_102, 383_200_000, 342_000_000, 41_850_000, 650_000)
FORECAST = ForecastTold(
    Reach("missing", None, None, 41_850_000),
    Reach("reached", date(2027, 3, 15), date(2027, 5, 30), 0),
    (
        Assumption("order_stays"),
        Assumption(
            "pledge_arrives", "FB-2027-1", {"en": "Fund B", "ar": "الصندوق ب"}, 150_000_000, until=date(2027, 3, 31)
        ),
        Assumption("donor_record", "fund-b", {"en": "Fund B", "ar": "الصندوق ب"}, count=3, kept=2, days=49, share=100),
        Assumption("pay_time", count=3, days=15, most_days=24),
    ),
)
BUILDING = BuildingTold(
    "B-000219",
    {"en": "Hayy al-Rummana", "ar": "حي الرمانة"},
    PlacardTold(
        "yellow", {"en": "columns are cracked", "ar": "تصدّع أعمدة"}, date(2026, 5, 2), date(2026, 12, 8)
    ),
    None,
    (
        DangerTold(
            "D-000031", datetime(2026, 11, 22, 10, tzinfo=UTC), datetime(2026, 11, 24, 10, tzinfo=UTC), "inspection"
        ),
    ),
    (
        HaltTold(
            "H-000007", "order", {"en": "Structural works", "ar": "الأشغال الإنشائية"}, date(2026, 6, 18), WORKS_OFFICE,
            {"en": "Stage 2 is unpaid", "ar": "لم تُدفع المرحلة 2"},
            {"en": "The programme lead assigns the money", "ar": "يخصّص مسؤول البرنامج المال"},
            date(2026, 12, 8), 2, None, 8_640_000,
        ),
    ),
    (
        StageTold("W-000003", 1, {"en": "Prop the ground floor", "ar": "تدعيم الطابق الأرضي"}, "certified",
                  5_000_000, "USD", date(2026, 5, 2)),
        StageTold("W-000003", 2, {"en": "Columns", "ar": "الأعمدة"}, "halted", 8_640_000, "USD"),
    ),
    date(2026, 5, 2),
    (Said("structure_unsafe", {"en": "the structure is not safe yet", "ar": "الهيكل ليس آمنًا بعد"}),),
)  # fmt: skip
SURVEY = SurveyTold(
    "V-000017", date(2026, 8, 20), Said("severe", {"en": "Severe", "ar": "شديد"}), True, 104_000,
    (ElementTold("walls", "severe", 76_000, "m2"), ElementTold("openings", "destroyed", 11_000, "piece")), 4,
)  # fmt: skip
NOTICES = (
    NoticeTold(
        "award_issued",
        datetime(2026, 9, 14, 8, tzinfo=UTC),
        {"en": "Round SSP-R3 has decided your claim SSP-004117-6.", "ar": "بتّت الجولة SSP-R3 في طلبكم SSP-004117-6."},
    ),
)
QUESTIONS = (
    QuestionTold(
        "I-000052-3", "question", datetime(2026, 11, 20, 9, tzinfo=UTC), date(2026, 11, 27), "open",
        (ReplyTold(datetime(2026, 11, 20, 9, tzinfo=UTC), 48_100, False, None, 41_850_000, None, None, None),),
    ),
)  # fmt: skip

HADDAD = Answer(
    number="SSP-004117-6",
    programme="demo-southern-suburbs",
    programme_name={"en": "Southern suburbs", "ar": "الضاحية الجنوبية"},
    state="complete",
    position=48_213,
    as_of=datetime(2026, 11, 23, 10, tzinfo=UTC),
    day=date(2026, 11, 23),
    currency="USD",
    award=AwardTold("A-004117-6-2", "SSP-R3", 2, date(2026, 9, 14), "award", (), 3_300_000, date(2026, 12, 14)),
    money=total(tuple(line.money for line in LINES if line.money)),
    lines=LINES,
    payments=PAYMENTS,
    steps=STEPS,
    queue=QUEUE,
    forecast=FORECAST,
    building=BUILDING,
    survey=SURVEY,
    notices=NOTICES,
    questions=QUESTIONS,
)
