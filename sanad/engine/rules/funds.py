"""A fund with its earmarks: which claims, and which of their lines, it may pay."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Fact, Node, Not, OneOf, Or, Ref
from sanad.engine.rules.types import Boolean, Choice, Type

LINE = "line"
TRUTHS = ("true", "false")


@dataclass(frozen=True, slots=True)
class Fund:
    """Money at hand, in minor units. It may pay a claim of which every condition is true; no `lines`: any line."""

    name: str
    amount: int
    earmarks: str = ""
    conditions: tuple[Node, ...] = ()
    lines: frozenset[str] | None = None

    def may_pay(self, line: str) -> bool:
        return self.lines is None or line in self.lines


class BadEarmark(ValueError):
    """`code` says how; `name` is what cannot be used, `known` what could stand there."""

    def __init__(self, code: str, name: str, known: Iterable[str] = ()) -> None:
        super().__init__(f"{code}: {name}")
        self.code, self.name, self.known = code, name, tuple(known)


def read_fund(rules: RuleSet, name: str, amount: int, earmarks: str) -> Fund:
    """`zone=north|south; line=rent`: all of them must hold, each by any of its values. Raises BadEarmark."""
    conditions, lines, seen = [], None, set()
    for key, values in _parts(earmarks):
        if key in seen:
            raise BadEarmark("doubled", key)
        seen.add(key)
        if key == LINE:
            lines = frozenset(_known_lines(rules, values))
        else:
            conditions.append(_condition(rules, key, values))
    return Fund(name, amount, earmarks, tuple(conditions), lines)


def _parts(earmarks: str) -> Iterable[tuple[str, list[str]]]:
    for part in filter(None, (part.strip() for part in earmarks.split(";"))):
        key, sign, values = part.partition("=")
        listed = [value.strip() for value in values.split("|")]
        if not sign or not key.strip() or not all(listed):
            raise BadEarmark("syntax", part)
        yield key.strip(), listed


def _known(values: list[str], known: Iterable[str]) -> list[str]:
    for value in values:
        if value not in (names := sorted(known)):
            raise BadEarmark("value", value, names)
    return values


def _known_lines(rules: RuleSet, values: list[str]) -> list[str]:
    """Lines that bring money: no fund pays a thing."""
    known = [line.name for line in rules.money_lines]
    for line, _ in rules.thing_lines:
        if line.name in values:
            raise BadEarmark("thing", line.name, known)
    return _known(values, known)


def _condition(rules: RuleSet, name: str, values: list[str]) -> Node:
    node = readable(rules).get(name)
    if node is None:
        raise BadEarmark("field", name, [LINE, *readable(rules)])
    if isinstance(node.type, Choice):
        return OneOf(Boolean(), node, tuple(_known(values, node.type.options)))
    wanted = set(_known(values, TRUTHS))
    ways: dict[str, Node] = {"true": node, "false": Not(Boolean(), node)}
    return ways[wanted.pop()] if len(wanted) == 1 else Or(Boolean(), tuple(ways.values()))


def readable(rules: RuleSet) -> dict[str, Node]:
    """Every choice and boolean of the claim, or of what it lies in: fields and definitions."""
    named: list[Fact | Ref] = [Fact(field.type, name, field.level) for name, field in rules.fields.items()]
    named += [Ref(known.node.type, name, known.level) for name, known in rules.definitions.items()]
    return {node.name: node for node in named if _is_plain(rules, node.type, node.level)}


def _is_plain(rules: RuleSet, kind: Type, level: str) -> bool:
    return isinstance(kind, Choice | Boolean) and rules.levels.is_visible(level, CLAIM)
