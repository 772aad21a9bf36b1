"""Random dated values: scalars and tables, exact and banded, with unpublished rows and several versions."""

from datetime import date
from decimal import Decimal

from sanad.engine.rules.declared import Band, DatedValue, Field, Key, Leaf, Row, Unpublished, Version
from tests.batch.worlds import (
    AREA,
    CHOICE_KINDS,
    DATE,
    EARLY,
    INTEGER,
    KINDS,
    LATE,
    MONEY,
    PERCENT,
    PLACE,
    Kind,
    World,
    money_decimals,
)
from tests.engine.building import HERE, SAID, TODAY

RATE = Kind("rate")
"""Money for each square metre."""
SINCE = (date(2014, 6, 1), date(2016, 3, 13), date(2018, 9, 1), date(2020, 1, 1), date(2024, 1, 1))


def add_values(world: World) -> None:
    for place in range(world.dice.number(0, 5)):
        kind = world.dice.one_of([*KINDS, RATE, RATE, MONEY, MONEY])
        name = f"{kind.name}_value{place}"
        world.values[name] = (random_value(world, name, kind), kind)
    numbers = [name for name, (_, kind) in world.fields.items() if kind in (MONEY, AREA, INTEGER)]
    if numbers and world.dice.chance(50):
        kind = world.dice.one_of([PERCENT, PERCENT, RATE, MONEY])
        world.values["by_band"] = (random_rates(world, kind, world.dice.one_of(numbers)), kind)


def random_rates(world: World, kind: Kind, key: str) -> DatedValue:
    """A table with bands in every version, for `by_bands`."""
    declared, unit = {RATE: ("money", f"{world.currency}/m2"), MONEY: ("money", "")}.get(kind, ("percent", ""))
    versions = []
    for since in SINCE[: world.dice.number(1, 3)]:
        bands = random_bands(world, world.fields[key][0])
        versions.append(
            Version(since, None, "gazette", tuple(Row(b, random_leaf(world, kind), HERE) for b in bands), HERE)
        )
    return DatedValue("by_band", SAID, declared, unit, decimals_of(kind), (Key(key),), tuple(versions), TODAY, HERE)


def random_value(world: World, name: str, kind: Kind) -> DatedValue:
    dice = world.dice
    declared = {"area": "quantity", "rate": "money"}.get(kind.name, kind.name)
    unit = {"area": "m2", "rate": f"{world.currency}/m2"}.get(kind.name, "")
    dates = world.fields_at("claim", DATE)
    version_by = dice.one_of(dates) if dates and dice.chance(25) else None
    keys = tuple(random_key(world) for _ in range(dice.one_of([0, 1, 1, 2])))
    versions = []
    for since in sorted(dice.some_of(SINCE, 3)) or [SINCE[1]]:
        until = date(since.year + 1, 1, 1) if dice.chance(20) else None
        has_otherwise = bool(keys) and dice.chance(40)
        otherwise = random_leaf(world, kind) if has_otherwise else None
        then = random_rows(world, keys, kind, has_otherwise)
        versions.append(Version(since, until, "gazette", then, HERE, otherwise))
    return DatedValue(
        name, SAID, declared, unit, decimals_of(kind), keys, tuple(versions), TODAY, HERE, kind.options, version_by
    )


def decimals_of(kind: Kind) -> int:
    return {"area": 1, "percent": 1}.get(kind.name, 0)


def random_key(world: World) -> Key:
    """A field of any kind that can be a key, or a name with options of its own."""
    fields = [
        name
        for name, (_, kind) in world.fields.items()
        if kind.name in ("integer", "area", "money", "date", "boolean", "choice")
    ]
    if not fields or world.dice.chance(20):
        return Key("own_key", world.dice.one_of(CHOICE_KINDS).options)
    return Key(world.dice.one_of(fields))


def random_rows(world: World, keys: tuple[Key, ...], kind: Kind, has_otherwise: bool) -> "Leaf | tuple[Row, ...]":
    if not keys:
        return random_leaf(world, kind)

    def below() -> "Leaf | tuple[Row, ...]":
        return random_rows(world, keys[1:], kind, has_otherwise)

    matches = exact_matches(world, keys[0])
    if matches is None or (isinstance(matches[0], int) and matches[0] is not False and world.dice.chance(50)):
        declared = world.fields[keys[0].name][0]
        return tuple(Row(band, below(), HERE) for band in random_bands(world, declared))
    kept = [match for match in matches if not (has_otherwise and world.dice.chance(30))] or matches[:1]
    return tuple(Row(match, below(), HERE) for match in kept)


def exact_matches(world: World, key: Key) -> list[str | int | bool] | None:
    """Every value of the key, or None where it has too many."""
    if key.options:
        return list(key.options)
    declared, kind = world.fields[key.name]
    if kind == PLACE and world.dice.chance(50):
        return ["land", "island", *world.dice.some_of(["coast", "port", "hills", "quay"], 2)]
    if kind.name == "choice":
        return [option.code for option in declared.options]
    if kind.name == "boolean":
        return [False, True]
    if kind == INTEGER:
        return list(range(int(declared.low), int(declared.high) + 1))
    return None


def random_bands(world: World, declared: Field) -> list[Band]:
    """Bands that cover the field's range, each edge on the one side or the other."""
    dice = world.dice
    cuts = sorted({random_cut(world, declared) for _ in range(dice.number(0, 3))})
    bands = []
    low, low_open = None, False
    for cut in cuts:
        edge_below = dice.chance(50)
        bands.append(Band(low, cut, low_open, not edge_below))
        low, low_open = cut, edge_below
    return [*bands, Band(low, None, low_open)]


def random_cut(world: World, declared: Field) -> Decimal | date:
    """An edge strictly inside the range, so that no band is empty."""
    if declared.kind == "date":
        return world.dice.day(date(EARLY.year + 1, 1, 1), date(LATE.year - 1, 1, 1))
    return Decimal(world.dice.number(int(declared.low) + 1, int(declared.high) - 1))


def random_leaf(world: World, kind: Kind) -> Leaf:
    dice = world.dice
    if dice.chance(12):
        return Unpublished()
    match kind.name:
        case "boolean":
            return dice.chance(50)
        case "choice":
            return dice.one_of(kind.options)
        case "date":
            return dice.day(EARLY, LATE)
        case "integer":
            return Decimal(dice.number(-3, 12))
        case "money":
            return dice.decimal(0, 3_000, money_decimals(world))
        case "rate":
            return dice.decimal(0, 40, money_decimals(world))
    return dice.decimal(0, 100, decimals_of(kind))
