"""Answers of made-up families in every state that a claim can be in, after the example of the look."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sanad.casework.answers.told import (
    Answer,
    AwardTold,
    BuildingTold,
    ForecastTold,
    LineSum,
    MoneyTold,
    PaymentTold,
    PrecautionTold,
    Said,
    StepTold,
)
from sanad.engine.forecast import Reach
from tests.casework.answers.example import BUILDING, HADDAD, LINES, PAYMENTS, QUEUE, SHELTER

NOT_MAIN_HOME = Said(
    "not_main_home",
    {
        "en": "The home is not your main home (Circular 15, article 2). A lease or a bill in your name changes that.",
        "ar": "البيت ليس مسكنكم الأساسي (التعميم 15، المادة 2). عقد إيجار أو فاتورة باسمكم يغيّر ذلك.",
    },
)
LAWYER = Said("title_disputed", {"en": "a court settles who owns the home", "ar": "حكم يبيّن لمن البيت"})
BARE = BuildingTold("B-000220", {"en": "Haret Hreik", "ar": "حارة حريك"}, None, None, (), (), (), None)
UNDECIDED = replace(
    HADDAD, award=None, money=None, lines=(), payments=(), queue=None, forecast=None, survey=None, building=BARE,
    notices=(), questions=(), steps=HADDAD.steps[:1],
)  # fmt: skip


def ending(outcome: str, *reasons: Said, net: int | None = None) -> Answer:
    """A claim that a round ended in this way."""
    award = AwardTold("A-004117-6-1", "SSP-R3", 1, date(2026, 9, 14), outcome, reasons, net, date(2026, 12, 14))
    line = replace(LINES[1], outcome=outcome, reasons=reasons, money=None, why={})
    return replace(UNDECIDED, award=award, lines=(line,))


def waiting_for(body: dict[str, str]) -> Answer:
    step = StepTold("hold", {"en": "Held", "ar": "معلّق"}, "now", date(2026, 12, 8), None, (Said("hold", body),))
    return replace(UNDECIDED, state="held", steps=(*UNDECIDED.steps, step))


def paid(payment: PaymentTold, money: MoneyTold) -> Answer:
    return replace(HADDAD, payments=(*PAYMENTS, payment), money=money)


def expected(at_hand: Reach, with_pledges: Reach | None) -> Answer:
    return replace(HADDAD, forecast=ForecastTold(at_hand, with_pledges, ()))


LONG = "صندوق إعادة إعمار ما هدّمته الحرب في الضاحية الجنوبية والقرى الأمامية وبلدات الشريط الحدودي"
SUMS = (LineSum("shelter", SHELTER, 50_000),)
SENT = PaymentTold("SSP-P3-000009", 50_000, "USD", SUMS, "sent", date(2026, 11, 20))
RETURNED = PaymentTold("SSP-P3-000009", 50_000, "USD", SUMS, "returned", date(2026, 11, 20), None, date(2026, 11, 22))
SENT_AGAIN = replace(SENT, state="settled", sent_on=date(2026, 11, 23), reference="SSP-P4-000002")
DENIED = replace(PAYMENTS[1], denied_at=datetime(2026, 11, 1, 9, tzinfo=UTC))
KEEP_OUT = PrecautionTold(
    {"en": "the building leans", "ar": "المبنى مائل"},
    datetime(2026, 11, 22, 9, tzinfo=UTC),
    datetime(2026, 11, 25, 9, tzinfo=UTC),
)
STATES: dict[str, Answer] = {
    "whole": HADDAD,
    "received": replace(UNDECIDED, state="received"),
    "complete": UNDECIDED,
    "held": waiting_for({"en": "the land register", "ar": "السجل العقاري"}),
    "withdrawn": replace(UNDECIDED, state="withdrawn"),
    "refused": ending("refuse", NOT_MAIN_HOME, net=0),
    "deferred": ending("defer", LAWYER),
    "referred": ending("refer", LAWYER),
    "incomplete": ending("incomplete", LAWYER),
    "unpublished": ending("unpublished", LAWYER),
    "error": ending("error", LAWYER),
    "too late to object": replace(ending("refuse", NOT_MAIN_HOME, net=0), day=date(2027, 1, 5)),
    "on its way": paid(SENT, MoneyTold(3_300_000, 200_000, 50_000, 0, 600_000, 2_450_000)),
    "returned": paid(RETURNED, MoneyTold(3_300_000, 200_000, 0, 50_000, 600_000, 2_450_000)),
    "paid again": replace(
        paid(RETURNED, MoneyTold(3_300_000, 250_000, 0, 0, 600_000, 2_450_000)),
        payments=(*PAYMENTS, RETURNED, SENT_AGAIN),
    ),
    "denied": replace(HADDAD, payments=(PAYMENTS[0], DENIED)),
    "all paid": replace(
        HADDAD, money=MoneyTold(3_300_000, 3_300_000, 0, 0, 0, 0), queue=None, forecast=None, steps=HADDAD.steps[:2]
    ),
    "overpaid": replace(HADDAD, money=MoneyTold(3_300_000, 3_300_000, 0, 0, 0, 0, 12_050)),
    "money reaches": replace(
        expected(Reach("reached", date(2026, 12, 8), date(2026, 12, 17), 0), None),
        queue=replace(QUEUE, reached=2_000, missing=0, free=900_000_000),
    ),
    "no money at all": replace(
        expected(Reach("missing", missing=383_850_000), None),
        queue=replace(QUEUE, reached=0, free=0, missing=383_850_000),
    ),
    "pledges fall short": expected(Reach("missing", missing=5), Reach("perhaps", date(2027, 3, 15), None, 3)),
    "nobody knows": expected(Reach("unknown", why="halted"), None),
    "the only one": replace(HADDAD, queue=replace(QUEUE, place=1, of=1, reached=0)),
    "keep out": replace(HADDAD, building=replace(BUILDING, precaution=KEEP_OUT)),
    "unsafe": replace(
        HADDAD, building=replace(BUILDING, placard=replace(BUILDING.placard, colour="red"), danger=())
    ),
    "a late review": replace(HADDAD, day=date(2026, 12, 20)),
    "no building facts": replace(HADDAD, building=BARE, survey=None),
    "long names": replace(
        HADDAD,
        programme_name={"en": "Reconstruction of what the war destroyed in the southern suburbs " * 2, "ar": LONG},
        lines=tuple(replace(line, label={"en": "Furniture and household goods of " * 3, "ar": LONG}) for line in LINES),
    ),
}  # fmt: skip
