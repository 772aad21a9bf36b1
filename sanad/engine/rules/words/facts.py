"""The facts that a decision turned on, each with its value and with who stated it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sanad.engine.money import scaled
from sanad.engine.rules.declared import Field
from sanad.engine.rules.tree import ByBands, Fact, Group, Lookup, Node, Ref
from sanad.engine.rules.types import Number, Value
from sanad.engine.rules.words.following import Name, reached_names
from sanad.engine.rules.words.tables import table_name
from sanad.engine.rules.words.teller import Teller

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FactRows:
    """`assumed` are the fields that nobody stated for this round."""

    assumed: frozenset[str]

    def behind(self, teller: Teller, nodes: Iterable[Node], *, with_totals: bool) -> list[Row]:
        """Stated facts behind these, through definitions. Totals over a group are counts, never other files' facts."""
        rows: dict[str, str] = {}
        for node in nodes:
            for at, name in followed(teller, node):
                rows |= self._row(at, name, with_totals)
        return list(rows.items())

    def _row(self, teller: Teller, name: Name, with_totals: bool) -> dict[str, str]:
        if isinstance(name, Fact):
            value, _ = teller.found(name)
            return {} if value is None else {teller.speech.field(name.name): self._said(teller, name, value)}
        if isinstance(name, ByBands) or not with_totals or not teller.shown(name):
            return {}
        if isinstance(name, Lookup):
            return {table_name(teller, name): teller.shown(name)}
        if isinstance(name, Ref):
            return {teller.speech.pen.words(teller.speech.definition(name.name)): teller.shown(name)}
        return {teller.text(name): teller.shown(name)}

    def _said(self, teller: Teller, fact: Fact, value: Value) -> str:
        field = teller.speech.rules.fields[fact.name].declared
        who = field.asked
        if fact.name in self.assumed:
            who = "nobody"
        elif is_default(field, fact, value):
            who = "default"
        return teller.speech.say(f"said_by_{who}", value=teller.speech.shown(value, fact))


def followed(teller: Teller, node: Node) -> Iterator[tuple[Teller, Name]]:
    """The names behind the node, definitions entered; a clock is told itself and entered too."""
    waiting = [(teller, name) for name in reached_names(teller, node)]
    seen: set[str] = set()
    while waiting:
        at, name = waiting.pop(0)
        if repr(name) in seen:
            continue
        seen.add(repr(name))
        inner = teller.speech.rules.definitions[name.name].node if isinstance(name, Ref) else None
        is_clock = isinstance(name, Ref) and name.name in teller.speech.rules.clocks
        if not isinstance(name, Ref) or inner is None or isinstance(inner, Group) or is_clock:
            yield at, name
        if isinstance(name, Ref) and inner is not None and not isinstance(inner, Group):
            below = at.at(name.level)
            waiting += [(below, further) for further in reached_names(below, inner)]


def is_default(field: Field, fact: Fact, value: Value) -> bool:
    """Whether the value may stand only because the programme declares it for whoever states nothing."""
    default = field.default
    if isinstance(default, Decimal) and isinstance(fact.type, Number):
        return scaled(default, fact.type.scale) == value
    return default is not None and default == value
