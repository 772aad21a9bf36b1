"""Random programmes: definitions at every level, gates, lines, limits and an order of payment."""

from dataclasses import replace
from decimal import Decimal

from sanad.engine.rules.declared import (
    Cut,
    Expression,
    Gate,
    Limit,
    Line,
    Order,
    PaymentStep,
    Programme,
    Reserve,
    Tier,
)
from sanad.engine.rules.funds import Fund, read_fund, readable
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Choice
from tests.batch.award_forms import random_choices, random_form
from tests.batch.clocks import add_calendars, add_clocks
from tests.batch.dice import Dice
from tests.batch.expressions import MODES, Writer
from tests.batch.stages import random_key, random_stages
from tests.batch.tables import add_values
from tests.batch.worlds import BOOLEAN, DATE, KINDS, MONEY, PERIOD, World, random_world
from tests.engine.building import (
    HERE,
    SAID,
    definition,
    expression,
    gate,
    limit,
    line,
    part,
    programme,
)

CODES = ("other_house", "too_late", "no_lease", "to_court")


def random_programme(dice: Dice) -> Programme:
    world = random_world(dice)
    add_values(world)
    add_calendars(world)
    definitions = [random_definition(world, place) for place in range(dice.number(0, 3))]
    add_clocks(world)
    definitions += [random_definition(world, place) for place in range(3, 3 + dice.number(0, 4))]
    lines = [random_line(world, place) for place in range(dice.number(1, 4))]
    lines = [random_form(world, declared) for declared in lines]
    names = tuple(declared.name for declared in lines)
    paid = tuple(declared.name for declared in lines if declared.thing is None)
    return with_reasons(
        programme(
            levels=world.levels.declared,
            fields=[declared for declared, _ in world.fields.values()],
            values=[declared for declared, _ in world.values.values()],
            definitions=definitions[::-1] if dice.chance(50) else definitions,
            gates=[random_gate(world) for _ in range(dice.number(0, 4))],
            lines=[*lines, *later_lines(world)],
            ceilings=[random_limit(world, f"ceiling{place}", paid) for place in range(dice.number(0, 2))],
            deductions=[random_limit(world, f"deduction{place}", paid) for place in range(dice.number(0, 1))],
            order=random_order(world, paid) if dice.chance(60) else None,
            **random_stages(world, paid),
            currency=world.currency,
            version_by=world.version_by,
            choices=random_choices(world, names),
            declines=[random_decline(world) for _ in range(dice.one_of([0, 0, 1, 2]))],
            calendars=world.calendars,
            clocks=world.clocks,
        )
    )


def with_reasons(made: Programme) -> Programme:
    """Places may decide anywhere in random rules, so each has its published reason."""

    def said(parts):
        return tuple(replace(part, because=SAID) for part in parts)

    lines = tuple(replace(one, because=SAID, gates=said(one.gates)) for one in made.lines)
    order = made.order and replace(made.order, because=SAID, tiers=said(made.order.tiers))
    stages = {
        name: said(getattr(made, name)) for name in ("gates", "ceilings", "deductions", "rivals", "shared_ceilings")
    }
    return replace(made, lines=lines, order=order, **stages)


def later_lines(world: World) -> list[Line]:
    """Lines that look at what other claims are granted."""
    dice, groups = world.dice, world.levels.above["claim"]
    if not groups or dice.chance(65):
        return []
    group = dice.one_of(groups)
    amount = dice.one_of(
        [
            f"share(sum({group}, granted), 10, 100)",
            f"max(5_000 - before({group}, granted, by=claim_id), 0)",
            f"sum({group}, granted, where=given(granted)) - granted",
            f"min({group}, granted, where=({condition(world)}), otherwise=7)",
        ]
    )
    when = f"count({group}, where=granted > 0) > {dice.number(0, 2)}" if dice.chance(40) else None
    return [line("later", amount, when=when)]


def random_definition(world: World, place: int):
    level, kind = world.dice.one_of(["claim", *world.names]), world.dice.one_of([*KINDS, BOOLEAN, MONEY])
    name = f"{kind.name}_of_{level}{place}"
    text = Writer(world, level, world.dice.number(1, 4)).write(kind)
    unit = {"money": world.currency, "area": "m2", "percent": "percent"}.get(kind.name, "")
    world.definitions[name] = (level, kind)
    return definition(name, text, level, unit)


def condition(world: World, level: str = "claim", results: tuple[str, ...] = ()) -> str:
    return Writer(world, level, world.dice.number(1, 3), results=results).write(BOOLEAN)


def random_gate(world: World, is_of_line: bool = False) -> Gate:
    """Not too eager: a gate that always holds would hide all that stands behind it."""
    dice = world.dice
    level = dice.one_of(["claim", "claim", "claim", *world.levels.above["claim"]])
    when = condition(world, level)
    if not is_of_line or dice.chance(50):
        when = f"({when}) and ({condition(world, level)})"
    period = {}
    if world.sees(level, world.version_by) and dice.chance(25):
        period = {"since": dice.one_of([None, *PERIOD]), "until": dice.one_of([None, *PERIOD])}
    return gate(dice.one_of(CODES), when, dice.one_of(["refuse", "refer", "defer"]), level, **period)


def random_decline(world: World) -> Gate:
    return replace(random_gate(world, is_of_line=True), kind="decline")


def random_line(world: World, place: int) -> Line:
    dice = world.dice

    def maybe(percent: int) -> str | None:
        return condition(world) if dice.chance(percent) else None

    asked = maybe(25)
    until = expression(Writer(world, "claim", 1).write(DATE)) if asked and dice.chance(50) else None
    amount = Writer(world, "claim", dice.number(1, 4)).write(MONEY)
    cap = Writer(world, "claim", 2).write(MONEY) if dice.chance(30) else None
    return line(
        f"line{place}",
        amount if dice.chance(30) else f"({amount}) + {dice.number(1, 3_000)}",
        when=maybe(30),
        asked=asked,
        asked_until=until,
        at_most=cap,
        gates=[random_gate(world, is_of_line=True) for _ in range(dice.one_of([0, 0, 1, 2]))],
        parts=[random_part(world, number) for number in range(dice.one_of([0, 0, 1, 3]))],
        rounding=dice.one_of(MODES),
        step=dice.one_of([None, None, Decimal(1), Decimal(5)]),
        since=dice.one_of([None] * 5 + [PERIOD[0]]),
        until=dice.one_of([None] * 5 + [PERIOD[2]]),
    )


def random_part(world: World, number: int):
    amount = Writer(world, "claim", 1).write(MONEY)
    if world.dice.chance(40):
        rest = f"max(awarded - ({amount}), 0)"
        amount = world.dice.one_of(["share(awarded, 1, 2)", "share(awarded, 35, 100, 'down')", "awarded", rest])
    return part(f"part{number}", amount, condition(world) if world.dice.chance(60) else None)


def random_limit(world: World, name: str, lines: tuple[str, ...]) -> Limit:
    made = limit(name, world.dice.some_of(lines, 4), Writer(world, "claim", 2).write(MONEY))
    return replace(made, when=expression(condition(world))) if world.dice.chance(30) else made


def random_order(world: World, lines: tuple[str, ...]) -> Order:
    dice = world.dice
    results = ("net", "due_now", "paid", *lines)
    tiers = tuple(
        Tier(SAID, expression(condition(world, results=results)), "gazette") for _ in range(dice.number(0, 2))
    )
    keys = tuple(random_key(world, results) for _ in range(dice.number(0, 3)))
    steps = tuple(random_step(world, number, lines) for number in range(dice.number(0, 3)))
    return Order("order", SAID, tiers, keys, steps, "gazette", HERE, reserve=random_reserve(dice))


def random_reserve(dice: Dice) -> Reserve | None:
    kind = dice.one_of(["", "", "amount", "percent"])
    amount = dice.one_of([Decimal(0), Decimal(700)]) if kind == "amount" else None
    percent = dice.one_of([Decimal(5), Decimal("33.3333"), Decimal(100)]) if kind == "percent" else None
    return Reserve(SAID, amount, percent, "gazette", HERE) if kind else None


def random_step(world: World, number: int, lines: tuple[str, ...]) -> PaymentStep:
    """Any kind of step, for any payee, with any of those who may be asked in or left out."""
    dice = world.dice
    kind = dice.one_of(["in_order", "equal_first", "rounds", "percent", "pro_rata", "haircut"])
    results = ("net", "due_now", "paid", *lines)

    def maybe() -> Expression | None:
        return expression(condition(world, results=results)) if dice.chance(20) else None

    at_most = dice.one_of([None, Decimal(100), Decimal(2_500)]) if kind != "rounds" else None
    ceilings = dice.one_of([(Decimal(50), Decimal(600)), (Decimal(1_000),)]) if kind == "rounds" else ()
    day = Writer(world, "claim", dice.number(0, 2), results=results).write(DATE) if kind == "haircut" else None
    return PaymentStep(
        f"step{number}", kind, SAID, at_most, "gazette", HERE,
        level=dice.one_of(["claim", "claim", *world.levels.above["claim"]]),
        lines=dice.some_of(lines, 2) if dice.chance(30) else (),
        when=maybe(), in_full_first=maybe(), left_out=maybe(),
        counts_paid=dice.chance(40),
        ceilings=ceilings,
        percent=dice.one_of([Decimal(60), Decimal("33.3"), Decimal(0)]) if kind == "percent" else None,
        last_unit=dice.one_of(["first", "largest_remainder", "largest"]),
        by=expression(day) if day else None,
        cuts=random_cuts(dice) if kind == "haircut" else (),
    )  # fmt: skip


def random_cuts(dice: Dice) -> tuple[Cut, ...]:
    days = [PERIOD, PERIOD[1:2], ()][dice.number(0, 2)]
    percents = [Decimal(dice.number(0, 100)) for _ in range(len(days) + 1)]
    return tuple(Cut(day, percent, HERE) for day, percent in zip([*days, None], percents, strict=True))


def random_earmarks(dice: Dice, rules: RuleSet) -> str:
    """An earmark over what the rule set has: choices, booleans, and lines."""
    found = []
    for name, node in readable(rules).items():
        values = sorted(node.type.options) if isinstance(node.type, Choice) else ["true", "false"]
        if dice.chance(15):
            found.append(f"{name}={'|'.join(dice.some_of(values, 2) or values[:1])}")
    if rules.money_lines and dice.chance(30):
        names = [line.name for line in rules.money_lines]
        found.append(f"line={'|'.join(dice.some_of(names, 2) or names[:1])}")
    return "; ".join(found)


def random_funds(dice: Dice, rules: RuleSet) -> list[Fund] | None:
    if dice.chance(10):
        return None
    amounts = [dice.one_of([0, 1, 7, 1_000, 100_000, 5_000_000, 10**12]) for _ in range(dice.one_of([1, 2, 3, 70]))]
    return [
        read_fund(rules, f"fund{place}", amount, random_earmarks(dice, rules)) for place, amount in enumerate(amounts)
    ]
