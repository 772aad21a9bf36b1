"""Random rules over several claims: rivals, ceilings that claims share, setting off."""

from dataclasses import replace

from sanad.engine.rules.declared import Expression, Rival, SetOff, SharedCeiling
from tests.batch.expressions import Writer
from tests.batch.worlds import BOOLEAN, CHOICE_KINDS, DATE, INTEGER, MONEY, PERIOD, World
from tests.engine.building import expression, rival, set_off, shared


def random_stages(world: World, lines: tuple[str, ...]) -> dict[str, object]:
    """Rivals, shared ceilings and setting off, where claims lie within something."""
    dice, groups = world.dice, world.levels.above["claim"]
    if not groups or dice.chance(50):
        return {}
    return {
        "rivals": [random_rival(world, place) for place in range(dice.number(0, 2))],
        "shared_ceilings": [random_shared(world, place, lines) for place in range(dice.number(0, 2))],
        "set_off": random_set_off(world, lines) if dice.chance(50) else None,
    }


def random_rival(world: World, place: int) -> Rival:
    dice = world.dice
    counts = dice.one_of(["award", "filing"])
    return rival(
        dice.one_of(["one_each", "second_claim"]) if place else "one_each",
        dice.one_of(world.levels.above["claim"]),
        by=random_ranking(world),
        among=Writer(world, "claim", dice.number(1, 3)).write(BOOLEAN) if dice.chance(40) else None,
        at_most=dice.one_of([1, 1, 2, 3]),
        counts=counts,
        refused=dice.one_of(["frees", "blocks"]) if counts == "filing" else "frees",
        undecided=dice.one_of(["block", "skip"]),
        since=dice.one_of([None] * 5 + [PERIOD[0]]) if world.sees("claim", world.version_by) else None,
    )


def random_ranking(world: World) -> tuple[str, ...]:
    return (*(random_key(world, ()).text for _ in range(world.dice.number(0, 2))), "claim_id")


def random_shared(world: World, place: int, lines: tuple[str, ...]) -> SharedCeiling:
    dice = world.dice
    level = dice.one_of(world.levels.above["claim"])
    amount = Writer(world, level, dice.number(1, 2)).write(MONEY)
    made = shared(
        f"shared{place}",
        level,
        dice.some_of(lines, 4),
        f"({amount}) + {dice.number(0, 6_000)}",
        by=random_ranking(world),
        sharing=dice.one_of(["in_order", "pro_rata"]),
        undecided=dice.one_of(["block", "skip"]),
    )
    when = expression(Writer(world, level, 1).write(BOOLEAN)) if dice.chance(30) else None
    return replace(made, when=when)


def random_set_off(world: World, lines: tuple[str, ...]) -> SetOff:
    dice = world.dice
    level = dice.one_of(["claim", *world.levels.above["claim"]])
    most = dice.one_of([None, "share(due_now, 50, 100)", Writer(world, "claim", 1).write(MONEY)])
    return set_off(level, dice.some_of(lines, 4), random_ranking(world), most)


def random_key(world: World, results: tuple[str, ...]) -> Expression:
    dice = world.dice
    ids = [f"{level}_id" for level in ("claim", *world.levels.above["claim"])]
    kind = dice.one_of([MONEY, INTEGER, DATE, BOOLEAN, *CHOICE_KINDS])
    text = (
        dice.one_of(ids) if dice.chance(20) else Writer(world, "claim", dice.number(0, 2), results=results).write(kind)
    )
    return expression(f"desc({text})" if dice.chance(40) else text)
