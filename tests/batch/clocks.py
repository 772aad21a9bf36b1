"""Random calendars, some too short for the days that are asked of them, and random clocks."""

from datetime import date

from sanad.engine.rules.declared import Calendar, Clock, DayOff, Extension
from tests.batch.expressions import Writer
from tests.batch.worlds import BOOLEAN, DATE, INTEGER, World
from tests.engine.building import HERE, SAID, expression

WEEKENDS = (("saturday", "sunday"), ("friday", "saturday"), ("friday",), ())


def add_calendars(world: World) -> None:
    dice = world.dice
    if not dice.chance(60):
        return
    since, until = dice.one_of([(date(2010, 1, 1), date(2030, 1, 1)), (date(2016, 1, 1), date(2020, 3, 1))])
    days = {dice.day(date(2016, 1, 1), date(2019, 12, 31)) for _ in range(dice.number(0, 6))}
    off = tuple(DayOff(day, SAID, "gazette", HERE, dice.chance(30)) for day in sorted(days))
    world.calendars.append(Calendar("town", SAID, dice.one_of(WEEKENDS), since, until, "gazette", off, HERE))


def add_clocks(world: World) -> None:
    for place in range(world.dice.one_of([0, 1, 1, 2])):
        name, level = f"clock{place}", world.dice.one_of(["claim", *world.names])
        world.clocks.append(random_clock(world, name, level))
        world.definitions[name] = (level, DATE)


def random_clock(world: World, name: str, level: str) -> Clock:
    dice = world.dice
    unit = dice.one_of(["days", "months", "working_days"] if world.calendars else ["days", "months"])
    return Clock(
        name,
        level,
        SAID,
        expression(Writer(world, level, dice.number(0, 2)).write(DATE)),
        expression(f"max(1, min({Writer(world, level, 1).write(INTEGER)}, 40))"),
        unit,
        "gazette",
        HERE,
        first_day_counts=dice.chance(40),
        last_day=dice.one_of(["included", "excluded"]),
        if_not_working=dice.one_of(["stays", "next", "previous"] if world.calendars else ["stays"]),
        calendar="town" if world.calendars else "",
        extended=tuple(random_extension(world, level) for _ in range(dice.one_of([0, 0, 1, 2]))),
    )


def random_extension(world: World, level: str) -> Extension:
    dice = world.dice
    writer = Writer(world, level, 1)
    moved = {"until": expression(writer.anchored(DATE))} if dice.chance(50) else {"by": expression("7")}
    when = expression(writer.write(BOOLEAN)) if dice.chance(50) else None
    return Extension(dice.day(date(2012, 1, 1), date(2022, 1, 1)), SAID, SAID, "gazette", HERE, when=when, **moved)
