"""The parts of a programme in words: what it is, its values by date, its rules with their sources."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sanad.engine.money import grouped
from sanad.engine.rules.declared import Expression, Gate, Limit, Line, Order, Published, Where
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import SortKey
from sanad.ops.programme_order import STEP, OrderWords
from sanad.ops.programme_spoken import clocks_in_words, keys_in_words, spoken
from sanad.ops.programme_values import ValueWords
from sanad.ops.programme_words import Language, listed, say


class ProgrammeWords:
    """Writes one programme in one language, line by line."""

    def __init__(self, rules: RuleSet, language: Language) -> None:
        self.rules, self.programme, self.language = rules, rules.declared, language
        programme = rules.declared
        self.spoken = spoken(rules, language)
        self.values = ValueWords(programme, language)

    def say(self, sentence: str, **parts: object) -> str:
        return say(self.language, sentence, **parts)

    def listed(self, items: Iterable[object]) -> str:
        return listed(self.language, items)

    def section(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield from ("", self.say(title), *found)

    def head(self) -> Iterator[str]:
        programme = self.programme
        yield programme.title[self.language]
        yield self.say("issuer", issuer=programme.issuer[self.language])
        by = programme.version_by
        yield self.say(
            "head",
            status=self.say(programme.status),
            model=self.say(programme.model),
            currency=programme.currency,
            version_by=self.say("round") if by == "round" else self.values.key(by),
        )
        yield from self.readings()
        yield from self.payment()
        yield self.say("hash", hash=programme.hash)

    def payment(self) -> Iterator[str]:
        payment = self.programme.payment
        if payment:
            smallest = "-" if payment.smallest is None else grouped(payment.smallest)
            fees = payment.fees_borne_by[self.language]
            rate = self.value(payment.rate) if payment.rate else "-"
            yield self.say("payment", currency=payment.currency, rate=rate, smallest=smallest, fees=fees)
            yield from self.sourced(payment.source)

    def readings(self) -> Iterator[str]:
        others = [reading.name for reading in self.programme.readings if reading.name != self.programme.reading]
        for reading in self.programme.readings:
            if reading.name == self.programme.reading:
                label, reason = reading.label[self.language], reading.reason[self.language]
                yield self.say("reading", label=label, reason=reason)
        if others:
            yield self.say("other_readings", names=self.listed(others))

    def levels(self) -> Iterator[str]:
        labels = {level.name: level.label[self.language] for level in self.programme.levels}
        for level in sorted(self.programme.levels, key=lambda level: place(level.where)):
            names = self.listed(labels[outer] for outer in level.within)
            within = self.say("within", names=names) if names else ""
            yield "  " + self.say("level", label=labels[level.name], name=level.name, within=within)
            yield from self.relation(level.name)

    def relation(self, level: str) -> Iterator[str]:
        """What makes a thing of the level, and what its shares add up to."""
        for relation in self.programme.relations:
            if relation.level == level:
                yield STEP + relation.group[self.language]
                if relation.shares:
                    names = {field.name: field.label[self.language] for field in self.programme.fields}
                    names |= {known.name: known.label[self.language] for known in self.programme.levels}
                    shares, per = names[relation.shares], names[relation.per]
                    yield STEP + self.say("shares", shares=shares, total=relation.add_up_to, per=per)
                yield from self.sourced(relation.source)

    def dated_values(self) -> Iterator[str]:
        for value in sorted(self.programme.values, key=lambda value: place(value.where)):
            yield "- " + self.values.title(value)
            for version in value.versions:
                yield self.values.version(value, version)
                yield from self.sourced(version.source)
                if version.note:
                    yield STEP + version.note[self.language]

    def sourced(self, cited: str) -> Iterator[str]:
        source = self.programme.sources[cited]
        is_known = source.confidence != "unsourced"
        yield STEP + (
            self.say("source", id=cited, confidence=source.confidence)
            if is_known
            else self.say("unsourced", id=cited, note=self.own(source.note))
        )

    def sources(self) -> Iterator[str]:
        for source in sorted(self.programme.sources.values(), key=lambda source: place(source.where)):
            title, publisher, note = (self.own(text) for text in (source.title, source.publisher, source.note))
            parts = (title, publisher, source.published, source.address, note)
            about = self.listed(part for part in parts if part)
            yield "- " + self.say("source_of", id=source.id, confidence=source.confidence, about=about)

    def own(self, text: Published) -> str:
        return text if isinstance(text, str) else text[self.language]

    def expression(self, sentence: str, expression: Expression | None) -> Iterator[str]:
        if expression:
            yield STEP + self.say(sentence, text=self.told(expression))

    def told(self, expression: Expression) -> str:
        """What the expression says, and how it is written."""
        words = self.spoken.get(expression, expression.text)
        return words if words == expression.text else self.say("told", words=words, text=expression.text)

    def keys(self, written: Iterable[Expression], keys: Iterable[SortKey]) -> str:
        """What is sorted by, and how it is written."""
        words = listed(self.language, keys_in_words(self.rules, self.language, keys), "then")
        return self.say("told", words=words, text=", ".join(key.text for key in written))

    def level(self, name: str) -> str:
        return next(level.label[self.language] for level in self.programme.levels if level.name == name)

    def lines_named(self, names: Iterable[str]) -> str:
        labels = {line.name: line.label[self.language] for line in self.programme.lines}
        return self.listed(labels[name] for name in names)

    def value(self, name: str) -> str:
        """A dated value by its label, and by its name."""
        label = next(value.label[self.language] for value in self.programme.values if value.name == name)
        return self.say("told", words=label, text=name)

    def period(self, since: date | None, until: date | None) -> Iterator[str]:
        if since:
            yield STEP + self.say("period_since", since=since)
        if until:
            yield STEP + self.say("period_until", until=until)

    def gate(self, gate: Gate, line: Line | None = None) -> Iterator[str]:
        body = gate.body.get(self.language, "")
        text = self.say(gate.kind, code=gate.code, says=gate.says[self.language], body=body)
        yield "- " + (self.say("of_line", label=line.label[self.language], text=text) if line else text)
        yield from self.expression("when", gate.when)
        if gate.change:
            yield STEP + self.say("change", change=gate.change[self.language])
        yield from self.period(gate.since, gate.until)
        yield from self.sourced(gate.source)

    def definitions(self) -> Iterator[str]:
        for one in sorted(self.programme.definitions, key=lambda one: place(one.where)):
            label = one.label[self.language]
            yield "- " + self.say("definition", label=label, name=one.name, text=self.told(one.expression))
            yield from self.sourced(one.source)

    def clocks(self) -> Iterator[str]:
        """The terms, then the calendars that they run by."""
        for text in clocks_in_words(self.rules, self.language):
            yield "- " + text
        for calendar in self.programme.calendars:
            label, days = calendar.label[self.language], len(calendar.days)
            last = calendar.until - timedelta(days=1)
            yield "- " + self.say(
                "calendar", label=label, name=calendar.name, since=calendar.since, last=last, days=days
            )

    def line(self, line: Line) -> Iterator[str]:
        label = line.label[self.language]
        yield "- " + self.say("line", label=label, name=line.name, text=self.told(line.amount))
        if line.units:
            yield STEP + self.say("units", rate=self.value(line.units.rate), day=self.told(line.units.rate_on))
        if line.thing:
            thing = line.thing
            unit = self.values.pen.unit_text(thing.unit)
            yield STEP + self.say("thing", label=thing.label[self.language], kind=thing.kind, unit=unit)
            yield from self.expression("thing_value", thing.value)
        yield from self.expression("when", line.when)
        yield from self.expression("asked", line.asked)
        yield from self.expression("asked_until", line.asked_until)
        yield from self.expression("at_most", line.at_most)
        for part in line.instalments:
            yield STEP + self.say("part", label=part.label[self.language], text=self.told(part.amount))
            yield from self.expression("unlocked_by", part.unlocked_by)
            yield from self.expression("rate_on", part.rate_on)
        yield from self.period(line.since, line.until)
        yield from self.sourced(line.source)
        for gate in line.gates:
            yield from self.gate(gate, line)

    def choices(self) -> Iterator[str]:
        labels = {line.name: line.label[self.language] for line in self.programme.lines}
        for choice in self.programme.choices:
            lines = self.listed(labels[name] for name in choice.lines)
            text = self.told(choice.chosen)
            yield "- " + self.say("one_of_lines", label=choice.label[self.language], lines=lines, text=text)
            yield from self.sourced(choice.source)
            for waiver in choice.waives:
                by = self.listed(labels[name] for name in waiver.by or choice.lines)
                yield STEP + self.say("waives", by=by, lines=self.listed(labels[name] for name in waiver.lines))
                yield from self.sourced(waiver.source)

    def limit(self, sentence: str, limit: Limit) -> Iterator[str]:
        label, lines = limit.label[self.language], self.lines_named(limit.lines)
        yield "- " + self.say(sentence, label=label, lines=lines, text=self.told(limit.amount))
        yield from self.expression("when", limit.when)
        yield from self.sourced(limit.source)

    def order(self, order: Order) -> Iterator[str]:
        yield "- " + order.label[self.language]
        for number, tier in enumerate(order.tiers, start=1):
            yield STEP + self.say("tier", place=number, label=tier.label[self.language], text=self.told(tier.when))
        if self.rules.order and order.keys:
            yield STEP + self.say("keys", keys=self.keys(order.keys, self.rules.order.keys))
        yield from OrderWords(self.programme, self.language, self.told, self.sourced).steps(order)
        yield from self.sourced(order.source)


def place(where: Where) -> tuple[str, int]:
    """The author's order: by file and line."""
    return where.file, where.line
