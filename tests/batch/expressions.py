"""Random expressions of a wanted kind, typed so that most of them are accepted."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.batch.table_expressions import TableWriter
from tests.batch.tables import RATE
from tests.batch.worlds import (
    AREA,
    BOOLEAN,
    CHOICE_KINDS,
    DATE,
    EARLY,
    INTEGER,
    LATE,
    MONEY,
    NUMBERS,
    PERCENT,
    PLACE,
    Kind,
    World,
    money_decimals,
)

MODES = ("half_up", "half_even", "down", "up")
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


@dataclass(frozen=True)
class Writer(TableWriter):
    """Writes expressions for one level; `depth` is how many steps they may still go down."""

    world: World
    level: str
    depth: int
    groups: int = 2
    results: tuple[str, ...] = ()
    """Results of the claim, which an order of payment may read as money."""

    @property
    def dice(self):
        return self.world.dice

    def deeper(self) -> "Writer":
        return replace(self, depth=self.depth - 1)

    def write(self, kind: Kind) -> str:
        """An expression of this kind."""
        plain = [self.literal, self.fact, self.definition, self.looked_up]
        ways = plain if self.depth <= 0 else [*plain, self.if_else, self.first, *[self.composed] * 5]
        below = self if self.depth <= 0 else self.deeper()
        for _ in range(4):
            found = getattr(below, self.dice.one_of(ways).__name__)(kind)
            if found is not None:
                return found
        return self.literal(kind)

    def anchored(self, kind: Kind) -> str:
        """An expression that knows its own unit or options, where a bare literal would not."""
        known = [self.fact(kind), self.definition(kind), self.looked_up(kind)]
        return next((found for found in known if found), None) or self.every_option(kind)

    def every_option(self, kind: Kind) -> str:
        """An expression that may be any option; of other kinds, any."""
        if not kind.options:
            return self.write(kind)
        codes = " else ".join(f"'{code}' if {self.write(BOOLEAN)}" for code in kind.options[1:])
        return f"({codes} else '{kind.options[0]}')"

    def literal(self, kind: Kind) -> str:
        match kind.name:
            case "boolean":
                return self.dice.one_of(["true", "false"])
            case "choice":
                return f"'{self.dice.one_of(kind.options)}'"
            case "date":
                return f"date('{self.dice.day(EARLY, LATE)}')"
            case "integer":
                return str(self.dice.number(0, 9))
            case "money":
                return f"{self.dice.decimal(0, 2_000, self.dice.number(0, money_decimals(self.world)))}"
        return str(self.dice.decimal(0, 100, self.dice.number(0, 1)))

    def fact(self, kind: Kind) -> str | None:
        names = [*self.world.fields_at(self.level, kind), *(self.results if kind == MONEY else ())]
        if kind == DATE and self.dice.chance(15) and self.world.sees(self.level, self.world.version_by):
            return self.dice.one_of(["version_date", "round_date"])
        if not names:
            return None
        name = self.dice.one_of(names)
        level = self.world.fields[name][0].level if name in self.world.fields else ""
        return f"{level}.{name}" if level and self.dice.chance(15) else name

    def definition(self, kind: Kind) -> str | None:
        names = self.world.definitions_at(self.level, kind)
        return self.dice.one_of(names) if names else None

    def if_else(self, kind: Kind) -> str:
        return f"({self.write(kind)} if {self.write(BOOLEAN)} else {self.write(kind)})"

    def composed(self, kind: Kind) -> str | None:
        ways: dict[str, list[Callable[[], str | None]]] = {
            "boolean": [self.lies_within, *[self.compared] * 2, self.within,
                        *[self.both] * 2, self.denied, self.given, self.quantified],
            "date": [self.working_day, lambda: f"add_days({self.write(DATE)}, {self.bounded_integer()})",
                     lambda: f"{self.dice.one_of(['min', 'max'])}({self.anchored(DATE)}, {self.write(DATE)})",
                     lambda: f"add_months({self.write(DATE)}, {self.dice.number(-30, 30)})",
                     lambda: f"add_months({self.write(DATE)}, {self.bounded_integer()})"],
            "choice": [lambda: self.if_else(kind)],
        }  # fmt: skip
        if kind in NUMBERS:
            return self.dice.one_of(
                [
                    self.sum_of,
                    self.sum_of,
                    self.shared,
                    self.rounded,
                    self.extreme,
                    self.special,
                    self.totalled,
                    self.by_bands,
                    self.by_bands,
                    self.split,
                ]
            )(kind)
        return self.dice.one_of(ways[kind.name])()

    # conditions

    def compared(self) -> str:
        kind = self.dice.one_of([*NUMBERS, DATE, BOOLEAN, *CHOICE_KINDS])
        signs = COMPARISONS if kind in (*NUMBERS, DATE) else COMPARISONS[:2]
        left, right = self.anchored(kind), self.write(kind)
        if kind == DATE and self.dice.chance(30):
            right = f"'{self.dice.day(EARLY, LATE)}'"
        chained = f" {self.dice.one_of(signs)} {self.write(kind)}" if self.dice.chance(15) and kind != BOOLEAN else ""
        return f"({left} {self.dice.one_of(signs)} {right}{chained})"

    def within(self) -> str:
        kind = self.dice.one_of([INTEGER, MONEY, DATE, *CHOICE_KINDS])
        values = [self.literal(kind) for _ in range(self.dice.number(1, 4))]
        if kind == MONEY:
            values = [value.partition(".")[0] for value in values]
        values = [value.removeprefix("date(").removesuffix(")") for value in values]
        return f"({self.anchored(kind)} {self.dice.one_of(['in', 'not in'])} ({', '.join(values)},))"

    def lies_within(self) -> str | None:
        place = self.fact(PLACE)
        return place and f"within({place}, '{self.dice.one_of(PLACE.options)}')"

    def both(self) -> str:
        word = self.dice.one_of([" and ", " or "])
        return "(" + word.join(self.write(BOOLEAN) for _ in range(self.dice.number(2, 3))) + ")"

    def denied(self) -> str:
        return f"(not {self.write(BOOLEAN)})"

    def given(self) -> str | None:
        names = self.world.fields_at(self.level)
        return f"given({self.dice.one_of(names)})" if names else None

    def quantified(self) -> str | None:
        return self.grouped(self.dice.one_of(["any", "all", "before"]), BOOLEAN)

    # numbers

    def sum_of(self, kind: Kind) -> str:
        if kind == INTEGER and self.dice.chance(25):
            return f"({self.write(INTEGER)} * {self.bounded_integer()})"
        if kind in (MONEY, AREA) and self.dice.chance(25):
            return f"({self.write(kind)} * {self.bounded_integer()})"
        return f"({self.write(kind)} {self.dice.one_of(['+', '-'])} {self.write(kind)})"

    def bounded_integer(self) -> str:
        if self.dice.chance(40):
            return str(self.dice.number(0, 4))
        return f"max(-2, min({self.write(INTEGER)}, 5))"

    def shared(self, kind: Kind) -> str:
        mode = f", '{self.dice.one_of(MODES)}'" if self.dice.chance(70) else ""
        part = self.dice.one_of([INTEGER, INTEGER, *NUMBERS])
        if part == PERCENT and self.dice.chance(50):
            return f"share({self.anchored(kind)}, abs({self.anchored(PERCENT)}), 100{mode})"
        whole = f"max({self.anchored(part)}, {self.dice.number(1, 7)})"
        return f"share({self.anchored(kind)}, abs({self.anchored(part)}), {whole}{mode})"

    def rounded(self, kind: Kind) -> str:
        step = self.dice.one_of(["", ", 1", ", 5", ", 50"])
        mode = f", '{self.dice.one_of(MODES)}'" if step and self.dice.chance(60) else ""
        return f"round({self.anchored(kind)}{step}{mode})"

    def extreme(self, kind: Kind) -> str:
        if self.dice.chance(20):
            return f"abs({self.write(kind)})"
        if self.dice.chance(15):
            return f"(-{self.write(kind)})"
        items = [self.write(kind) for _ in range(self.dice.number(2, 3))]
        return f"{self.dice.one_of(['min', 'max'])}({', '.join(items)})"

    def special(self, kind: Kind) -> str | None:
        if kind == MONEY:
            rate = self.looked_up(RATE)
            return rate and f"({rate} * {self.write(AREA)})"
        if kind == INTEGER:
            days = f"({self.write(DATE)}, {self.write(DATE)})"
            month = f"({self.write(DATE)})"
            if self.world.calendars and self.dice.chance(30):
                return f"working_days_between({days[1:-1]}, 'town')"
            return self.dice.one_of([f"months_between{days}", f"days_between{days}", f"month{month}", f"year{month}"])
        return None

    def working_day(self) -> str | None:
        if not self.world.calendars:
            return None
        function = self.dice.one_of(["next_working_day", "previous_working_day", "add_working_days"])
        number = f", {self.dice.one_of([self.bounded_integer(), str(self.dice.number(-9, 30))])}"
        return f"{function}({self.write(DATE)}{number if function == 'add_working_days' else ''}, 'town')"

    # groups

    def totalled(self, kind: Kind) -> str | None:
        if kind == INTEGER and self.dice.chance(60):
            return self.dice.one_of([self.counted, self.ranked])()
        return self.grouped(self.dice.one_of(["sum", "min", "max", "before"]), kind)

    def group(self, is_own: bool = False) -> tuple[str, "Writer"] | None:
        """A group's name and a writer for its members."""
        choices = [
            (owner, member) for owner, member in self.world.groups_of(self.level) if not is_own or member == self.level
        ]
        if (
            not choices
            or self.groups == 0
            or (is_own and self.level == "claim" and not self.world.levels.above["claim"])
        ):
            return None
        owner, member = self.dice.one_of(choices)
        inner = replace(self, level=member, depth=min(self.depth, 2), groups=self.groups - 1, results=())
        short = member == self.level and self.dice.chance(50)
        return (owner if short else f"{owner}.{member}"), inner

    def counted(self) -> str | None:
        found = self.group()
        return found and f"count({found[0]}{self.filtered(found[1])})"

    def filtered(self, inner: "Writer") -> str:
        return f", where={inner.write(BOOLEAN)}" if self.dice.chance(50) else ""

    def ranked(self) -> str | None:
        found = self.group(is_own=True)
        return found and f"rank({found[0]}{self.filtered(found[1])}, by={self.keys(found[1])})"

    def keys(self, inner: "Writer") -> str:
        kinds = [INTEGER, MONEY, DATE, BOOLEAN, *CHOICE_KINDS]
        keys = [inner.write(self.dice.one_of(kinds)) for _ in range(self.dice.number(0, 2))]
        keys.append(f"{inner.level}_id")
        return "(" + ", ".join(f"desc({key})" if self.dice.chance(30) else key for key in keys) + ",)"

    def grouped(self, operator: str, kind: Kind) -> str | None:
        found = self.group(is_own=operator == "before")
        if found is None:
            return None
        name, inner = found
        keys = f", by={self.keys(inner)}" if operator == "before" else ""
        otherwise = f", otherwise={self.otherwise(kind)}" if operator in ("min", "max") else ""
        return f"{operator}({name}, {inner.anchored(kind)}{self.filtered(inner)}{keys}{otherwise})"

    def first(self, kind: Kind) -> str | None:
        found = self.group()
        if found is None:
            return None
        name, inner = found
        keys, where = self.keys(inner), self.filtered(inner)
        return f"first({name}, {inner.anchored(kind)}{where}, by={keys}, otherwise={self.otherwise(kind)})"

    def otherwise(self, kind: Kind) -> str:
        literal = self.literal(kind)
        return literal.partition(".")[0] if kind in NUMBERS else literal
