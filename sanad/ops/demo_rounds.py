"""The rounds of `sanad demo`, as data: whose rules, how many claims, which money, and which claims are told."""

from dataclasses import dataclass

from sanad.engine.money import exponent, unscaled

UNREACHED = "unreached"
"""Owed money now, and not reached by the fund."""


@dataclass(frozen=True, slots=True)
class Money:
    """A fund in whole major units, for a caseload of the round's whole size."""

    name: str
    currency: str
    amount: int

    def as_file(self, claims: int, of: int) -> str:
        """A funds file; for a smaller caseload the money is smaller in the same proportion."""
        minor = self.amount * 10 ** exponent(self.currency) * claims // of
        return f"fund,currency,amount\n{self.name},{self.currency},{unscaled(minor, exponent(self.currency))}\n"


@dataclass(frozen=True, slots=True)
class DemoRound:
    """`told`: outcomes, or UNREACHED, of which the first claim is explained. `about`: what is real and what made up."""

    programme: str
    folder: str
    on: str
    size: int
    seed: int
    told: tuple[str, ...]
    about: dict[str, str]
    money: Money | None = None


ROUNDS = (
    DemoRound(
        "nepal-2015",
        "generated",
        "2018-09-01",
        762_106,
        2015,
        ("award", "refuse", "incomplete"),
        {
            "en": "Nepal: {count} generated claims, as many as buildings in the survey of 2015, drawn from its counts.",
            "ar": "نيبال: {count} طلبًا مولَّدًا، بعدد مباني مسح عام 2015 كله، مسحوبة من أعداده.",
        },
    ),
    DemoRound(
        "beirut-army-2020",
        "beirut",
        "2020-11-09",
        87_519,
        2020,
        (UNREACHED,),
        {
            "en": "Beirut: {count} generated forms, and the first 100 billion pounds, in the Army's order. The whole "
            "is as large as the Army's survey (87,519 forms, 62,087 homes); classes, distances, estimates are made up.",
            "ar": "بيروت: {count} استمارة مولَّدة، وأول 100 مليار ليرة، بترتيب الجيش. والحجم الكامل هو حجم مسح الجيش "
            "(87,519 استمارة و62,087 مسكنًا)؛ أما الفئات والأبعاد والتقديرات فموضوعة.",
        },
        Money("first 100 billion", "LBP", 100_000_000_000),
    ),
    DemoRound(
        "ukraine-erecovery",
        "ukraine",
        "2024-01-15",
        58_383,
        2023,
        (UNREACHED, "defer"),
        {
            "en": "Ukraine: {count} generated applications, and 3.2 billion hryvnias, what repairs had been given by "
            "mid-January 2024. The whole is 50,383 damaged and 8,000 destroyed homes, as reported; the sums, the "
            "groups that come first, and one purse for repairs and certificates are made up.",
            "ar": "أوكرانيا: {count} طلبًا مولَّدًا، و3.2 مليارات هريفنيا، وهو ما أُعطي للإصلاح حتى منتصف كانون الثاني "
            "2024. والحجم الكامل 50,383 مسكنًا متضررًا و8,000 مدمَّر كما ورد في الأخبار؛ أما المبالغ وفئات الأولوية وجمع "
            "مال الإصلاح والشهادات في صندوق واحد فموضوعة.",
        },
        Money("by mid-January 2024", "UAH", 3_200_000_000),
    ),
)
