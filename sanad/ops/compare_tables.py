"""The figures of a comparison as tables in one language, for the terminal and the page alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.comparing.counting import Sums
from sanad.caseload.comparing.groups import Group, Grouping
from sanad.caseload.comparing.joining import BAD_ROW
from sanad.caseload.comparing.tables import COUNTED
from sanad.caseload.fault_words import FAULT_WORDS
from sanad.engine.money import exponent
from sanad.engine.rules.outcomes import AWARD, OUTCOMES
from sanad.engine.rules.words.pen import digits
from sanad.ops.compare_columns import lined_up
from sanad.ops.compare_told import signed
from sanad.ops.compare_words import say
from sanad.ops.programme_words import Language

ORDER = (AWARD, *OUTCOMES, BAD_ROW)


@dataclass(frozen=True, slots=True)
class Table:
    """`heads` name the columns, of which the first holds words and the others numbers; `total` is the last row.

    `narrow` are the columns that a terminal shows.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    narrow: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """Writes them for one comparison in one language."""

    of: Comparison
    lang: Language

    def say(self, sentence: str, **parts: object) -> str:
        return say(self.lang, sentence, **parts)

    def money(self) -> str:
        a, b = self.of.a.programme.currency, self.of.b.programme.currency
        return self.say("in_currency", currency=a) if self.of.is_one_money else self.say("in_currencies", a=a, b=b)

    def sums(self, a: int, b: int) -> tuple[str, str, str]:
        """Both sums, and their difference where they may be subtracted."""
        money_a, money_b = self.of.a.programme.currency, self.of.b.programme.currency
        change = signed(b - a, money_a) if self.of.is_one_money else self.say("not_compared")
        return major(a, money_a), major(b, money_b), change

    def _narrow(self) -> tuple[int, ...]:
        """The claims and the difference, or both sums where there is none."""
        return (0, 1, 4) if self.of.is_one_money else (0, 1, 2, 3)

    def costs(self) -> Table:
        heads = tuple(self.say(name) for name in ("what", "cost_a", "cost_b", "difference", "percent_of_a"))
        totals = {name: self.of.total(name) for name in ("net", "due_now")}
        rows = [(self.say(name), *self.sums(a, b), self._percent(a, b)) for name, (a, b) in totals.items()]
        return Table(self.money(), heads, tuple(lined_up(rows)), narrow=(0, 1, 2, 3, 4))

    def _percent(self, a: int, b: int) -> str:
        if not self.of.is_one_money or not a:
            return ""
        return f"{signed_tenths((b - a) * 1000, a)}%"

    def kinds(self) -> Table:
        heads = tuple(self.say(name) for name in ("change", "claims", "cost_a", "cost_b", "difference"))
        rows = [self._kind(kind, one) for kind, one in self.of.kinds.items()]
        names = ("claims", "net_a", "net_b")
        whole = Sums(*(sum(getattr(one, name) for one in self.of.kinds.values()) for name in names))
        caption = self.say("who_caption" if self.of.is_one_money else "who_caption_apart")
        *lined, total = lined_up([*rows, self._kind("together", whole)])
        return Table(f"{self.money()}. {caption}", heads, tuple(lined), total, narrow=self._narrow())

    def _kind(self, kind: str, one: Sums) -> tuple[str, ...]:
        return (self.say(kind), f"{one.claims:,}", *self.sums(one.net_a, one.net_b))

    def outcomes(self) -> Table:
        cells = {(cell.outcome_a, cell.outcome_b): cell.claims for cell in self.of.outcomes}
        down = [one for one in ORDER if any(a == one for a, _ in cells)]
        across = [one for one in ORDER if any(b == one for _, b in cells)]
        rows = [self._row(self.say(a), [cells.get((a, b), 0) for b in across]) for a in down]
        columns = [sum(count for (_, b), count in cells.items() if b == one) for one in across]
        heads = (self.say("outcome_a"), *(self.say("in_b", outcome=self.say(b)) for b in across), self.say("together"))
        total = self._row(self.say("together"), columns)
        return Table(self.say("cross_caption"), heads, tuple(rows), total, narrow=tuple(range(len(heads))))

    def _row(self, label: str, counts: Sequence[int]) -> tuple[str, ...]:
        return (label, *(f"{count:,}" for count in counts), f"{sum(counts):,}")

    def groups(self, grouping: Grouping) -> Table:
        shown = [name for name in COUNTED if any(getattr(group, name) for group in grouping.groups)]
        name = grouping.label[self.lang.value]
        heads = (name, self.say("claims"), self.say("cost_a"), self.say("cost_b"), self.say("difference"))
        rows = [self._group(group, shown) for group in grouping.groups]
        *lined, total = lined_up([*rows, self._group(_together(grouping, self.say("together")), shown)])
        caption = self.say("group_caption", name=name, money=self.money())
        narrow = (*self._narrow(), *(5 + place for place, name in enumerate(shown) if name in ("more", "less")))
        return Table(caption, (*heads, *map(self.say, shown)), tuple(lined), total, narrow)

    def _group(self, group: Group, shown: Sequence[str]) -> tuple[str, ...]:
        label = group.label[self.lang.value] or self.say("not_known")
        counts = (f"{getattr(group, name):,}" for name in shown)
        return (label, f"{group.claims:,}", *self.sums(group.net_a, group.net_b), *counts)

    def faults(self) -> Table:
        """Of the rows that a side could not read."""
        a, b = (side.meta["input"]["bad_codes"] for side in (self.of.a, self.of.b))
        codes = sorted({*a, *b})
        rows = [(FAULT_WORDS[code][self.lang], f"{a.get(code, 0):,}", f"{b.get(code, 0):,}") for code in codes]
        heads = (self.say("fault"), self.say("rows_a"), self.say("rows_b"))
        return Table(self.say("bad_caption"), heads, tuple(rows), narrow=(0, 1, 2))


def _together(grouping: Grouping, label: str) -> Group:
    names = ("claims", "awards_a", "awards_b", "net_a", "net_b", *COUNTED)
    sums = {name: sum(getattr(group, name) for group in grouping.groups) for name in names}
    return Group(None, {"en": label, "ar": label}, **sums)


def major(minor: int, currency: str) -> str:
    decimals = exponent(currency)
    return digits(minor, decimals, decimals)


def signed_tenths(value: int, by: int) -> str:
    """`value / by` in tenths, rounded half away from zero, with its sign."""
    tenths = (2 * abs(value) + abs(by)) // (2 * abs(by))
    negative = (value < 0) != (by < 0)
    return ("+" if tenths and not negative else "") + digits(-tenths if negative else tenths, 1)
