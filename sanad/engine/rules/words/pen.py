"""Writes plain things in one language: numbers, sums, days, references, and phrases of the catalogue.

In Arabic text every number and reference stands in an isolate (U+2066 to U+2069), so that it keeps its direction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from unicodedata import bidirectional

from sanad.engine.money import exponent
from sanad.engine.rules.declared import Programme, Published, Words
from sanad.engine.rules.types import Number, Unit, read_unit, write_unit
from sanad.engine.rules.words.catalogue import PHRASES
from sanad.engine.rules.words.catalogue.plain import ARABIC_CURRENCIES, MONTHS, UNITS

LEFT_TO_RIGHT, RIGHT_TO_LEFT, AS_IT_BEGINS, END = "\u2066", "\u2067", "\u2068", "\u2069"
MINUS = "−"


def digits(value: int, scale: int = 0, least: int = 0) -> str:
    """`value` tenths to the `scale` as `1,234.5`, exactly; at least `least` decimals where there are any."""
    whole, rest = divmod(abs(value), 10**scale)
    decimals = f"{rest:0{scale}d}".rstrip("0") if rest else ""
    sign = MINUS if value < 0 else ""
    return f"{sign}{whole:,}" + (f".{decimals.ljust(least, '0')}" if decimals else "")


@dataclass(frozen=True, slots=True)
class Pen:
    language: str
    currency: str
    units: Mapping[str, Words] = field(default_factory=dict)

    @classmethod
    def of(cls, programme: Programme, language: str) -> "Pen":
        return cls(language, programme.currency, programme.units)

    @property
    def is_arabic(self) -> bool:
        return self.language == "ar"

    def say(self, phrase: str, **gaps: object) -> str:
        return PHRASES[phrase][self.language].format(**gaps)

    def words(self, words: Words) -> str:
        """The text in this language; where it is declared in another one only, that text in its own direction."""
        if self.language in words:
            return words[self.language]
        return self.foreign(next(iter(words.values()), ""))

    def published(self, text: Published) -> str:
        """This language's own text where there is one; else the text in whatever language it came."""
        return self.foreign(text) if isinstance(text, str) else self.words(text)

    def quoted(self, words: Words) -> str:
        return self.say("quoted", text=self.words(words))

    def isolated(self, text: str, direction: str = LEFT_TO_RIGHT) -> str:
        return f"{direction}{text}{END}" if self.is_arabic else text

    def reference(self, text: str) -> str:
        """A number of a claim, a hash, an address: it reads left to right."""
        return self.isolated(text)

    def foreign(self, text: str) -> str:
        """A title or a name in whatever language it came."""
        mixed = self.is_arabic or any(bidirectional(letter) in ("R", "AL") for letter in text)
        return f"{AS_IT_BEGINS}{text}{END}" if mixed and text else text

    def number(self, value: int, scale: int = 0) -> str:
        return self.isolated(digits(value, scale))

    def percent(self, value: int, scale: int) -> str:
        return self.isolated(self.say("percent", number=digits(value, scale)))

    def amount(self, value: int, scale: int | None = None) -> str:
        """A sum of the programme's currency; `scale` is the currency's own unless it is still being worked out."""
        decimals = exponent(self.currency)
        scale = decimals if scale is None else scale
        written = digits(value, scale, decimals)
        if self.is_arabic and self.currency in ARABIC_CURRENCIES:
            many, few = ARABIC_CURRENCIES[self.currency]
            whole, rest = divmod(abs(value), 10**scale)
            return f"{self.isolated(written)} {few if not rest and 3 <= whole % 100 <= 10 else many}"
        return self.isolated(f"{written} {self.currency}")

    def quantity(self, value: int, kind: Number) -> str:
        """A number with its unit."""
        if kind.unit == ((self.currency, 1),):
            return self.amount(value, kind.scale)
        if kind.unit == (("percent", 1),):
            return self.percent(value, kind.scale)
        number = self.number(value, kind.scale)
        over, under = _sides(kind.unit)
        if not kind.unit:
            return number
        if (len(over) > 1 or len(under) > 1) and not self.has_words(kind.unit):
            return f"{number} {self.reference(write_unit(kind.unit))}"
        if over == [self.currency]:
            number = self.amount(value, kind.scale)
        elif over:
            number = self.say("in_unit", number=number, unit=self._product(over))
        return self._per(number, under)

    def unit(self, name: str) -> str:
        known = UNITS.get(name) or self.units.get(name)
        return self.words(known) if known else self.reference(name)

    def has_words(self, unit: Unit) -> bool:
        """Whether one of its names is called by more than its code."""
        return any(name in UNITS or name in self.units for name, _ in unit)

    def unit_text(self, text: str) -> str:
        """A unit that stands alone: as it is written, or in words where the programme declares some for it."""
        unit = read_unit(text)
        if not any(name in self.units for name, _ in unit):
            return text
        over, under = _sides(unit)
        return self._per(self._product(over) or self.number(1), under)

    def _product(self, names: Sequence[str]) -> str:
        return self.joined([self.unit(name) for name in names], "times_unit")

    def _per(self, number: str, under: Sequence[str]) -> str:
        for name in under:
            number = self.say("per_unit", number=number, unit=self.unit(name))
        return number

    def day(self, day: date) -> str:
        return self.isolated(f"{day.day} {MONTHS[self.language][day.month - 1]} {day.year}", RIGHT_TO_LEFT)

    def joined(self, items: Sequence[str], joint: str = "comma", last: str | None = None) -> str:
        """`a, b and c`: `joint` between all, `last` before the last one."""
        text = items[0] if items else ""
        for place, item in enumerate(items[1:], 2):
            text = self.say(last if last and place == len(items) else joint, first=text, last=item)
        return text


def _sides(unit: Unit) -> tuple[list[str], list[str]]:
    """The names above and below the line, a power being so many times the name."""
    over = [name for name, power in unit for _ in range(power)]
    return over, [name for name, power in unit for _ in range(-power)]


def without_isolates(text: str) -> str:
    """The text for a table cell of its own, where nothing stands beside it."""
    return "".join(sign for sign in text if sign not in (LEFT_TO_RIGHT, RIGHT_TO_LEFT, AS_IT_BEGINS, END))
