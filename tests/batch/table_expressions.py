"""Random look-ups: dated values, tables by their keys, rates by bands, parts of a sum."""

from dataclasses import replace

from sanad.engine.rules.checking.splitting import LEFT_OVER
from sanad.engine.rules.declared import Band, DatedValue, Leaf, Row
from tests.batch.tables import RATE
from tests.batch.worlds import AREA, DATE, INTEGER, MONEY, PERCENT, Kind


def _is_banded(value: DatedValue) -> bool:
    return bool(value.keys) and all(_has_bands(version.then, len(value.keys)) for version in value.versions)


def _has_bands(then: "Leaf | tuple[Row, ...]", keys: int) -> bool:
    if not isinstance(then, tuple):
        return keys == 0
    return all((keys > 1 or isinstance(row.match, Band)) and _has_bands(row.then, keys - 1) for row in then)


def _bands_for(kind: Kind) -> list[tuple[Kind, Kind]]:
    """The kinds of rate and of key that bring this kind together."""
    more = {MONEY: [(RATE, AREA), (MONEY, INTEGER)], AREA: [(AREA, INTEGER)], INTEGER: [(INTEGER, INTEGER)]}
    return [(PERCENT, kind), *more.get(kind, [])]


class TableWriter:
    """What a writer says of dated values."""

    def looked_up(self, kind: Kind) -> str | None:
        values = self.world.values.items()
        names = [name for name, (value, own) in values if own == kind and self.sees(value.version_by)]
        if not names:
            return None
        name = self.dice.one_of(names)
        keys = [self.key(key) for key in self.world.values[name][0].keys]
        if None in keys:
            return None
        found = f"{name}[{', '.join(keys)}]" if keys else name
        return f"as_of({found}, {self.deeper().write(DATE)})" if self.depth > 0 and self.dice.chance(25) else found

    def sees(self, selector: str | None) -> bool:
        return self.world.sees(self.level, selector or self.world.version_by)

    def key(self, key) -> str | None:
        if key.options:
            return self.deeper().write(Kind("choice", key.options))
        declared, kind = self.world.fields[key.name]
        if kind.name in ("boolean", "choice") and self.dice.chance(50):
            return self.deeper().write(kind)
        if kind == INTEGER and self.dice.chance(50):
            return f"max({declared.low}, min({self.deeper().write(INTEGER)}, {declared.high}))"
        return key.name if self.world.levels.is_visible(declared.level, self.level) else None

    def by_bands(self, kind: Kind) -> str | None:
        """Of a table whose bands are of the same kind with rates in percent, or of such a kind that they multiply."""
        names = [
            name
            for name, (value, own) in self.world.values.items()
            if self.sees(value.version_by) and _is_banded(value) and (own, self.key_kind(value)) in _bands_for(kind)
        ]
        if not names:
            return None
        name = self.dice.one_of(names)
        value = self.world.values[name][0]
        keys = [self.key(key) for key in value.keys[:-1]]
        if None in keys:
            return None
        declared, own = self.world.fields[value.keys[-1].name]
        amount = f"max(0, min({self.deeper().anchored(own)}, {declared.high}))"
        return f"by_bands({name}[{', '.join(keys)}], {amount})" if keys else f"by_bands({name}, {amount})"

    def split(self, kind: Kind) -> str | None:
        """My part of a sum of a thing above me."""
        owners = [owner for owner in self.world.levels.above[self.level] if self.groups > 0]
        if not owners or (self.level == "claim" and not self.world.levels.above["claim"]):
            return None
        owner = self.dice.one_of(owners)
        above = replace(self, level=owner, depth=min(self.depth, 1), groups=0, results=())
        inner = replace(self, depth=min(self.depth, 1), groups=self.groups - 1, results=())
        weight = f"max(0, min({inner.anchored(INTEGER)}, 9))" if self.dice.chance(80) else "1"
        rule = f", left_over='{self.dice.one_of(LEFT_OVER)}'"
        return f"split({owner}, max(0, {above.anchored(kind)}), {weight}, by={inner.keys(inner)}{rule})"

    def key_kind(self, value: DatedValue) -> Kind | None:
        last = value.keys[-1]
        return None if last.options else self.world.fields[last.name][1]
