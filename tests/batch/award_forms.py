"""Random awards in other forms than a sum: choices, things, sums in other units."""

from dataclasses import replace

from sanad.engine.rules.declared import Alternatives, Expression, Instalment, Line, Thing, Units, Waiver
from tests.batch.expressions import Writer
from tests.batch.tables import RATE
from tests.batch.worlds import AREA, BOOLEAN, CHOICE_KINDS, DATE, INTEGER, MONEY, World
from tests.engine.building import HERE, SAID, expression


def random_choices(world: World, names: tuple[str, ...]) -> list[Alternatives]:
    """One at most, so that no line stands in two; what is given up by it is a line beside it."""
    dice = world.dice
    fields = [name for kind in CHOICE_KINDS for name in world.fields_at("claim", kind)]
    if len(names) < 2 or not fields or not dice.chance(40):
        return []
    field = dice.one_of(fields)
    codes = [option.code for option in world.fields[field][0].options]
    lines = names[: dice.number(2, min(len(codes), len(names)))]
    meant = {code: lines[place % len(lines)] for place, code in enumerate(codes)}
    others = names[len(lines) :]
    waives = (Waiver(others[:1], dice.one_of([(), lines[:1]]), "gazette", HERE),) if others else ()
    return [Alternatives("help", SAID, lines, expression(field), "gazette", HERE, meant, waives)]


def random_form(world: World, declared: Line) -> Line:
    form = world.dice.number(0, 9)
    return random_thing(world, declared) if form == 9 else random_units(world, declared) if form == 8 else declared


def random_units(world: World, declared: Line) -> Line:
    """The line fixed in square metres, which a rate makes money of on a day of the line or of each part."""
    dice = world.dice
    rates = [name for name, (value, kind) in world.values.items() if kind == RATE and not value.keys]
    if not rates:
        return declared

    def day() -> Expression:
        return expression(Writer(world, "claim", dice.number(0, 1)).write(DATE))

    def part(number: int) -> Instalment:
        shares = ["share(awarded, 1, 2)", "share(awarded, 35, 100, 'down')", "awarded - share(awarded, 1, 2)"]
        amount = dice.one_of([*shares, Writer(world, "claim", 1).write(AREA)])
        milestone = expression(Writer(world, "claim", dice.number(1, 3)).write(BOOLEAN)) if dice.chance(60) else None
        rate_on = day() if dice.chance(60) else None
        return Instalment(f"part{number}", SAID, expression(amount), milestone, "gazette", HERE, rate_on)

    return replace(
        declared,
        amount=expression(Writer(world, "claim", dice.number(0, 3)).write(AREA)),
        units=Units(dice.one_of(rates), day(), dice.number(0, 2)),
        instalments=tuple(part(number) for number in range(dice.one_of([0, 1, 2, 3]))),
        at_most=None,
    )


def random_thing(world: World, declared: Line) -> Line:
    """The line with a thing in the place of its money; some of one kind, so that they share a queue."""
    dice = world.dice
    kind, unit, decimals = dice.one_of([(INTEGER, "plot", 0), (AREA, "m2", 1)])
    amount = expression(Writer(world, "claim", dice.number(0, 3)).write(kind))
    value = expression(Writer(world, "claim", 1).write(MONEY)) if dice.chance(50) else None
    thing = Thing(dice.one_of(["plot", "repair"]), SAID, unit, decimals, value)
    return replace(declared, amount=amount, thing=thing, at_most=None, step=None, instalments=())
