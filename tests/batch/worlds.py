"""Random levels, fields and dated values: what random rules may speak of."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sanad.engine.money import exponent
from sanad.engine.rules.declared import Calendar, Clock, DatedValue, Field, Level, Option
from sanad.engine.rules.levels import Levels, read_levels
from tests.batch.dice import Dice
from tests.engine.building import HERE, SAID

PERIOD = (date(2016, 1, 1), date(2018, 9, 1), date(2021, 1, 1))
EARLY, LATE = date(2015, 1, 1), date(2022, 12, 31)
CHOICES = {"repair": ("minor", "major", "none"), "tenure": ("owner", "tenant"), "zone": ("north", "south", "minor")}
PLACES = {"land": "", "coast": "land", "port": "coast", "quay": "port", "hills": "land", "island": ""}
"""Each with the place around it."""

SHAPES = (
    (("claim", ()),),
    (("house", ()), ("household", ()), ("claim", ("house", "household")), ("person", ("household",))),
    (
        ("house", ()),
        ("flat", ("house",)),
        ("household", ()),
        ("claim", ("flat", "household")),
        ("person", ("household",)),
    ),
)


@dataclass(frozen=True)
class Kind:
    """A type that random expressions may have; `options` of a choice."""

    name: str
    options: tuple[str, ...] = ()


INTEGER, MONEY, AREA, PERCENT = Kind("integer"), Kind("money"), Kind("area"), Kind("percent")
DATE, BOOLEAN = Kind("date"), Kind("boolean")
NUMBERS = (INTEGER, MONEY, AREA, PERCENT)
PLACE = Kind("choice", tuple(PLACES))
CHOICE_KINDS = (*(Kind("choice", options) for options in CHOICES.values()), PLACE)
KINDS = (*NUMBERS, DATE, BOOLEAN, *CHOICE_KINDS)


@dataclass
class World:
    dice: Dice
    levels: Levels
    currency: str
    version_by: str = "round"
    fields: dict[str, tuple[Field, Kind]] = field(default_factory=dict)
    values: dict[str, tuple[DatedValue, Kind]] = field(default_factory=dict)
    definitions: dict[str, tuple[str, Kind]] = field(default_factory=dict)
    """The level and the kind of each definition so far."""
    calendars: list[Calendar] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return list(self.levels.above)

    def fields_at(self, level: str, kind: Kind | None = None) -> list[str]:
        return [
            name
            for name, (declared, own) in self.fields.items()
            if self.levels.is_visible(declared.level, level) and kind in (None, own)
        ]

    def definitions_at(self, level: str, kind: Kind) -> list[str]:
        return [
            name
            for name, (own_level, own) in self.definitions.items()
            if self.levels.is_visible(own_level, level) and own == kind
        ]

    def sees(self, level: str, selector: str) -> bool:
        return selector == "round" or self.levels.is_visible(self.fields[selector][0].level, level)

    def groups_of(self, level: str) -> list[tuple[str, str]]:
        """Owner and member levels of every group that a thing of this level stands in or holds."""
        owners = [level, *self.levels.above[level]]
        return [(owner, member) for owner in owners for member in self.names if owner in self.levels.above[member]]


def random_world(dice: Dice) -> World:
    shape = dice.one_of(SHAPES)
    levels = read_levels([Level(name, SAID, within, HERE) for name, within in shape])
    world = World(dice, levels, dice.one_of(["USD", "JPY", "KWD"]))
    for level in world.names:
        for place in range(dice.number(2 if level == "claim" else 1, 5)):
            kind = dice.one_of(KINDS)
            name = f"{level}_{kind.name}{place}"
            world.fields[name] = (random_field(dice, name, level, kind, world.currency), kind)
    for place in range(dice.one_of([0, 0, 0, 70, 130])):
        name = f"spare{place}"
        world.fields[name] = (Field(name, "claim", "boolean", SAID, HERE), Kind("spare"))
    for name in dice.some_of([name for name, (_, kind) in world.fields.items() if kind.name == "spare"], 3):
        world.fields[name] = (world.fields[name][0], BOOLEAN)
    selectors = list(world.fields_at("claim", DATE))
    if selectors and dice.chance(25):
        world.version_by = dice.one_of(selectors)
    return world


def random_field(dice: Dice, name: str, level: str, kind: Kind, currency: str) -> Field:
    match kind.name:
        case "boolean":
            return Field(name, level, "boolean", SAID, HERE)
        case "choice" if kind == PLACE:
            options = tuple(Option(code, SAID, around) for code, around in PLACES.items())
            return Field(name, level, "place", SAID, HERE, options=options)
        case "choice":
            return Field(name, level, "choice", SAID, HERE, options=tuple(Option(code, SAID) for code in kind.options))
        case "date":
            return Field(name, level, "date", SAID, HERE, low=EARLY, high=LATE)
        case "integer":
            low, high, more = dice.one_of([0, 1, -5]), dice.one_of([6, 12]), {"kind": "integer"}
        case "money":
            low, high, more = dice.one_of([0, -900]), 5_000, {"kind": "money"}
        case "area":
            low, high, more = 0, 200, {"kind": "quantity", "unit": "m2", "decimals": dice.number(0, 2)}
        case _:
            low, high, more = 0, 100, {"kind": "percent", "decimals": dice.number(0, 1)}
    kind_name = more.pop("kind")
    return Field(name, level, kind_name, SAID, HERE, low=Decimal(low), high=Decimal(high), **more)


def money_decimals(world: World) -> int:
    return exponent(world.currency)
