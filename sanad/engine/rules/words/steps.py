"""How a sum came about: one sentence for the sum, then one for each definition and dated value behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sanad.engine.rules.tree import Abs, Arith, ByBands, Const, Fact, Group, Lookup, Node, Ref, Round, RoundDate, Share
from sanad.engine.rules.types import Boolean, Choice
from sanad.engine.rules.values import TypedVersion
from sanad.engine.rules.words.citing import Citations
from sanad.engine.rules.words.clocks import clock_in_words
from sanad.engine.rules.words.conditions import all_of
from sanad.engine.rules.words.following import atoms, reached_names
from sanad.engine.rules.words.tables import table_name
from sanad.engine.rules.words.teller import Teller, plain


@dataclass
class Steps:
    """Tells each name once, however often it is read."""

    cite: Citations
    told: set[tuple[str, str]] = field(default_factory=set)

    def of(self, teller: Teller, node: Node) -> Iterator[str]:
        """The node itself unless its name is told anyway, then all names that its value turned on, nearest first."""
        bare = plain(node)
        if isinstance(bare, Fact):
            text = teller.speech.say("is_value", name=teller.speech.name(bare), value=teller.shown(node))
            yield teller.speech.say("step", text=text, source="")
        elif not isinstance(bare, Ref | Lookup):
            yield teller.speech.say("step", text=formula(teller.afresh(), node), source="")
        yield from self.behind(teller, node)

    def known(self, teller: Teller, node: Node) -> Iterator[str]:
        """Of a sum that cannot be known yet: the definitions on the way to it that are known, with all behind them."""
        waiting, seen = [(teller, name) for name in reached_names(teller, node)], set[str]()
        while waiting:
            at, name = waiting.pop(0)
            if not isinstance(name, Ref) or name.name in seen:
                continue
            seen.add(name.name)
            if at.found(name)[1]:
                below, inner = at.at(name.level), teller.speech.rules.definitions[name.name].node
                waiting += [(below, further) for further in reached_names(below, inner)]
            else:
                yield from self.behind(at, name)

    def of_limit(self, teller: Teller, node: Node) -> Iterator[str]:
        """The same for a limit, whose sum was said before."""
        if not isinstance(plain(node), Const):
            yield teller.speech.say("limit_from", text=formula(teller.afresh(), node))
        yield from self.behind(teller, node)

    def behind(self, teller: Teller, node: Node) -> Iterator[str]:
        waiting = [(teller, name) for name in reached_names(teller, node)]
        while waiting:
            at, name = waiting.pop(0)
            key = (type(name).__name__, table_name(at, name) if isinstance(name, Lookup) else repr(name))
            if isinstance(name, Fact | Group) or key in self.told:
                continue
            self.told.add(key)
            if isinstance(name, Lookup):
                yield from self._value(at, name, at.shown(name))
            elif isinstance(name, ByBands):
                yield from self._value(at, name.table, at.speech.say("each_band"))
            else:
                inner = teller.speech.rules.definitions[name.name].node
                below = at.at(name.level)
                clock = teller.speech.rules.clocks.get(name.name)
                yield clock_in_words(self.cite.cite, below, clock) if clock else self._definition(below, name, inner)
                waiting += [(below, further) for further in reached_names(below, inner)]

    def _definition(self, teller: Teller, name: Ref, inner: Node) -> str:
        source = teller.speech.rules.named(name.name).source
        text = because(teller, inner) if isinstance(inner.type, Boolean) else formula(teller.afresh(), inner, name)
        told = teller.speech.say("is_value", name=teller.speech.name(name), value=text)
        return teller.speech.say("step", text=told, source=self.cite.cite(source))

    def _value(self, teller: Teller, node: Lookup, value: str) -> Iterator[str]:
        version = version_of(teller, node)
        text = teller.speech.say("is_value", name=table_name(teller, node), value=value)
        if version is None:
            yield teller.speech.say("step", text=text, source="")
            return
        yield self._since(teller, text, version)
        if version.declared.note:
            yield teller.speech.say("noted_figure", text=teller.speech.pen.words(version.declared.note))

    def _since(self, teller: Teller, text: str, version: TypedVersion) -> str:
        pen = teller.speech.pen
        source, since = self.cite.cite(version.source), pen.day(version.since)
        if version.until is None or (teller.run and version.until > teller.run.on):
            return teller.speech.say("in_force", text=text, since=since, source=source)
        until = pen.day(version.until)
        return teller.speech.say("in_force_until", text=text, since=since, until=until, source=source)


def formula(teller: Teller, node: Node, name: Ref | None = None) -> str:
    """`60 % of “Cost” (12,500,000 LBP) = 7,500,000 LBP`, with how it rounded and why a branch was taken.

    `name`: the definition that the node is, whose options then label its codes.
    """
    text, value = teller.text(node), teller.shown(name or node)
    if isinstance(node.type, Choice):
        text = value
    is_sum = isinstance(plain(node), Arith | Share | Round | Abs | ByBands)
    told = text
    if text != value and teller.found(node)[0] is not None:
        told = teller.speech.say("equals" if is_sum else "that_is", text=text, value=value)
    if teller.notes:
        told = teller.speech.say("noted", text=told, note=teller.joined(teller.notes, "semicolon"))
    if teller.reasons:
        told = teller.speech.say("because", text=told, reasons=all_of(teller, dict.fromkeys(teller.reasons)))
    return told


def because(teller: Teller, node: Node) -> str:
    """`yes, because ...`: the single conditions that decided."""
    value, _ = teller.found(node)
    if not isinstance(value, bool):
        return teller.shown(node)
    reasons = all_of(teller, atoms(teller, node, value))
    answer = teller.speech.say("yes" if value else "no")
    return teller.speech.say("because", text=answer, reasons=reasons) if reasons else answer


def version_of(teller: Teller, node: Lookup) -> TypedVersion | None:
    day, _ = teller.found(node.selector)
    if isinstance(node.selector, RoundDate) and teller.run:
        day = teller.run.on
    if isinstance(node.selector, Const):
        day = node.selector.value
    value = teller.speech.rules.values[node.value]
    return value.at(day) if day is not None and not isinstance(day, int | str) else None
