"""Claims of the Nepal programme, decided and explained."""

from datetime import date
from functools import cache
from pathlib import Path

from sanad.engine.rules.building import build
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.records import Record, Stated, link
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import as_text
from sanad.engine.rules.words.context import Context, Payment
from sanad.engine.rules.words.explaining import explain
from sanad.rulebook.reading import load_programme

NEPAL = Path(__file__).parents[2] / "programmes" / "nepal-2015"
AUTUMN_2018 = date(2018, 9, 1)
OWNER = {"owner_occupied": True, "owns_undamaged_house": False, "landless": False, "picked": False}
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@cache
def nepal() -> RuleSet:
    return build(load_programme(NEPAL))


def claims(*stated: dict[str, object], one_house: bool = False) -> list[Record]:
    """Claims of one family; `claim_id` beside the facts."""
    rules = nepal()
    at_home = {
        name: fact
        for name, fact in stated[0].items()
        if name in rules.fields and rules.fields[name].level == "household"
    }
    houses = ["house" if one_house else f"house of {facts['claim_id']}" for facts in stated]
    own = [
        {name: fact for name, fact in facts.items() if name in rules.fields and rules.fields[name].level == "claim"}
        for facts in stated
    ]
    things = {
        "household": [Stated("family", {}, at_home)],
        "house": [Stated(house, {}, {}) for house in dict.fromkeys(houses)],
        "claim": [
            Stated(str(facts["claim_id"]), {"household": "family", "house": house}, claim)
            for facts, house, claim in zip(stated, houses, own, strict=True)
        ],
    }
    records = link(rules.levels, things)["claim"]
    return [records[str(facts["claim_id"])] for facts in stated]


def told(claim: Record, language: str = "en", on: date = AUTUMN_2018, context: Context | None = None) -> str:
    context = context or Context()
    run = Interpreter(nepal(), on)
    paid: dict[str, int] = {}
    for payment in context.paid:
        paid[payment.line] = paid.get(payment.line, 0) + payment.amount
    decision = decide_with(run, claim, paid)
    return as_text(explain(nepal(), decision, language, run=run, context=context))


def from_answer(text: str) -> str:
    """From the answer to the sources, without the isolates, which have tests of their own."""
    start = min(place for heading in ("The answer", "الجواب") if (place := text.find(f"\n{heading}\n")) >= 0)
    ends = [place for heading in ("Sources", "المصادر") if (place := text.find(f"\n\n{heading}\n")) >= 0]
    return text[start + 1 : min(ends, default=len(text))].translate(ISOLATES).strip("\n") + "\n"


def claim(name: str, **facts: object) -> Record:
    return claims({"claim_id": name, **OWNER, **facts})[0]


SITA = {"damage_grade": 5, "agreement_signed": True}
PAID = Context(paid=(Payment("reconstruction", 50_000_00, date(2016, 6, 1)),))
