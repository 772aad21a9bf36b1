"""Random facts for a programme: many claims at once, from one number, so that a rule set is tried on all of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sanad.engine.rules.records import Record, Stated, link
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Boolean, Choice, Day, Number, Text, Value
from tests.batch.worlds import LATE

EDGES = [date(2014, 6, 1), date(2016, 3, 13), date(2018, 9, 1), date(2020, 1, 1), date(2020, 2, 29), date(2019, 1, 31)]
Row = dict[str, object]


@dataclass
class Population:
    """Things by level, each a row of its id, the ids above it and the facts that it sees."""

    rows: dict[str, list[Row]]
    paid: list[tuple[str, str, int]]
    full: frozenset[str]

    def records(self, rules: RuleSet) -> dict[str, dict[str, Record]]:
        stated = {}
        for level, rows in self.rows.items():
            own = [name for name, field in rules.fields.items() if field.level == level]
            stated[level] = [
                Stated(
                    row[f"{level}_id"],
                    {outer: row[f"{outer}_id"] for outer in rules.levels.above[level]},
                    {name: row[name] for name in own if row.get(name) is not None},
                )
                for row in rows
            ]
        return link(rules.levels, stated)

    def paid_by_claim(self) -> dict[str, dict[str, int]]:
        by_claim: dict[str, dict[str, int]] = {}
        for claim, line, amount in self.paid:
            lines = by_claim.setdefault(claim, {})
            lines[line] = lines.get(line, 0) + amount
        return by_claim


def random_population(rules: RuleSet, claims: int, seed: int) -> Population:
    """Upper levels come first, so that every thing lies within one that is there; some of them stay empty."""
    random = Random(seed)
    absent = {name: random.choice([0, 0, 5, 20, 60]) for name in rules.fields}
    rows: dict[str, list[Row]] = {}
    for level in sorted(rules.levels.above, key=lambda name: len(rules.levels.above[name])):
        number = claims if level == "claim" else random.randint(1, claims)
        rows[level] = [_thing(rules, rows, level, place, absent, random) for place in range(number)]
    paid = [
        (row["claim_id"], random.choice(rules.money_lines).name, random.randint(0, 300_000))
        for row in rows["claim"]
        for _ in range(random.choice([0, 0, 1, 3]) if rules.money_lines else 0)
    ]
    return Population(rows, paid, frozenset(name for name, percent in absent.items() if not percent))


def _thing(
    rules: RuleSet, rows: dict[str, list[Row]], level: str, place: int, absent: dict[str, int], random: Random
) -> Row:
    row: Row = {}
    direct = next(declared.within for declared in rules.levels.declared if declared.name == level)
    for outer in direct:
        row |= random.choice(rows[outer])
    row[f"{level}_id"] = f"{level[0].upper()}{place * 7919 % 100_003}"
    for name, field in rules.fields.items():
        if field.level == level and not isinstance(field.type, Text):
            row[name] = None if random.randint(1, 100) <= absent[name] else _fact(field.type, random)
    return row


def _fact(kind: object, random: Random) -> Value:
    match kind:
        case Boolean():
            return random.random() < 0.5
        case Choice():
            return random.choice(sorted(kind.options))
        case Day():
            near = random.choice(EDGES) + timedelta(days=random.randint(-2, 2))
            anywhere = kind.low + timedelta(days=random.randint(0, (kind.high - kind.low).days))
            return min(max(random.choice([near, anywhere]), kind.low), min(kind.high, LATE))
    assert isinstance(kind, Number)
    whole = random.randint(kind.low, kind.high) // 10**kind.scale * 10**kind.scale
    number = random.choice([kind.low, kind.high, 0, random.randint(kind.low, kind.high), whole])
    return min(max(number, kind.low), kind.high)
