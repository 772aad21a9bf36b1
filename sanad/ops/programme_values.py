"""Dated values in words: amounts, tables, bands."""

from datetime import date
from decimal import Decimal

from sanad.engine.money import grouped
from sanad.engine.rules.declared import Band, DatedValue, Key, Leaf, Programme, Row, Unpublished, Version
from sanad.engine.rules.words.pen import Pen
from sanad.ops.programme_words import Language, listed, say


class ValueWords:
    """Writes the values of one programme in one language."""

    def __init__(self, programme: Programme, language: Language) -> None:
        self.programme, self.language = programme, language
        self.pen = Pen.of(programme, language)
        self.fields = {field.name: field for field in programme.fields}
        self.definitions = {definition.name: definition for definition in programme.definitions}

    def title(self, value: DatedValue) -> str:
        keys = listed(self.language, (self.key(key.name) for key in value.keys))
        return say(
            self.language,
            "value",
            label=value.label[self.language],
            name=value.name,
            unit=self.unit(value),
            keys=say(self.language, "by_keys", keys=keys) if keys else "",
            checked=value.checked_on,
        )

    def unit(self, value: DatedValue) -> str:
        if value.unit:
            return self.pen.unit_text(value.unit)
        return self.programme.currency if value.kind == "money" else say(self.language, value.kind)

    def key(self, name: str) -> str:
        known = self.fields.get(name) or self.definitions.get(name)
        return known.label[self.language] if known else name

    def version(self, value: DatedValue, version: Version) -> str:
        kind = "until" if version.until else "since"
        text = self.then(version.then, list(value.keys))
        if version.otherwise is not None:
            rest = f"{say(self.language, 'otherwise')}: {self.leaf(version.otherwise)}"
            text = listed(self.language, (text, rest), "semicolon")
        return say(self.language, kind, since=version.since, until=version.until, value=text)

    def then(self, then: Leaf | tuple[Row, ...], keys: list[Key]) -> str:
        if not isinstance(then, tuple):
            return self.leaf(then)
        rows = [f"{self.match(row, keys[0])}: {self.inner(row.then, keys[1:])}" for row in self.in_order(then, keys[0])]
        return listed(self.language, rows, "semicolon")

    def inner(self, then: Leaf | tuple[Row, ...], keys: list[Key]) -> str:
        """A value, or the rows of the next key in brackets."""
        return f"({self.then(then, keys)})" if isinstance(then, tuple) else self.leaf(then)

    def match(self, row: Row, key: Key) -> str:
        if isinstance(row.match, Band):
            return self.band(row.match)
        if isinstance(row.match, bool):
            return self.leaf(row.match)
        return self.options(key).get(str(row.match), str(row.match))

    def options(self, key: Key) -> dict[str, str]:
        """The codes of a key with their labels, in the author's order."""
        known = self.fields.get(key.name) or self.definitions.get(key.name)
        labels = key.labels or (known.options if known and not key.options else ())
        return {code: code for code in key.options} | {option.code: option.label[self.language] for option in labels}

    def in_order(self, rows: tuple[Row, ...], key: Key) -> list[Row]:
        codes = list(self.options(key))
        return sorted(rows, key=lambda row: codes.index(str(row.match)) if str(row.match) in codes else 0)

    def band(self, band: Band) -> str:
        ends = []
        if band.low is not None:
            ends.append(say(self.language, "above" if band.low_open else "from", end=self.leaf(band.low)))
        if band.high is not None:
            ends.append(say(self.language, "below" if band.high_open else "to", end=self.leaf(band.high)))
        return " ".join(ends)

    def leaf(self, leaf: Leaf) -> str:
        if isinstance(leaf, Unpublished):
            return say(self.language, "unpublished")
        if isinstance(leaf, bool):
            return say(self.language, "true" if leaf else "false")
        return grouped(leaf) if isinstance(leaf, Decimal) else plain(leaf)


def plain(value: str | date) -> str:
    return value.isoformat() if isinstance(value, date) else value
