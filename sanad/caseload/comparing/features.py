"""What claims can be grouped by: fields and definitions with few values, of the claim or of what it lies in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sanad.caseload.comparing.sides import LETTERS, Letter, Side
from sanad.caseload.nearest import nearest
from sanad.caseload.problems import refused
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Fact, Ref
from sanad.engine.rules.types import Boolean, Choice, Number, Type

MOST_OPTIONS = 20
"""A choice with more options is grouped by only where somebody asks for it."""
MOST_NUMBERS = 100
"""A number with more values is nothing to group by."""


@dataclass(frozen=True, slots=True)
class Feature:
    """`nodes` holds, for each side that knows the name, the field or definition that it is there."""

    name: str
    nodes: Mapping[Letter, Fact | Ref]

    @property
    def first(self) -> Letter:
        """The side by whose words it is told."""
        return next(letter for letter in LETTERS if letter in self.nodes)


def features(rules: Mapping[Letter, RuleSet]) -> dict[str, Feature]:
    """In the order of the programmes' files, fields before definitions, those of A before those of B alone."""
    found: dict[str, dict[Letter, Fact | Ref]] = {}
    for letter in LETTERS:
        for node in _nodes(rules[letter]):
            found.setdefault(node.name, {})[letter] = node
    return {name: Feature(name, nodes) for name, nodes in found.items()}


def check_names(rules: Mapping[Letter, RuleSet], by: Sequence[str]) -> None:
    """Raises CaseloadRefused on a name by which nothing can be grouped, with the nearest one by which it can."""
    known = features(rules)
    for name in by:
        if name not in known:
            is_there = any(name in one.fields or name in one.definitions for one in rules.values())
            raise refused("not_to_group_by" if is_there else "unknown_group", name=name, **nearest(name, known))


def chosen(a: Side, b: Side, by: Sequence[str]) -> list[Feature]:
    """Those that were asked for, else every choice with few options that somebody states."""
    known = features({"a": a.rules, "b": b.rules})
    if by:
        return [known[name] for name in dict.fromkeys(by)]
    unstated = {side.letter: side.unstated for side in (a, b)}
    return [feature for feature in known.values() if _is_plain(feature, unstated)]


def _nodes(rules: RuleSet) -> Iterable[Fact | Ref]:
    typed = [rules.fields[field.name] for field in rules.declared.fields]
    facts: list[Fact | Ref] = [Fact(field.type, field.name, field.level) for field in typed]
    refs = [Ref(known.node.type, known.name, known.level) for known in rules.definitions.values()]
    visible = [node for node in (*facts, *refs) if rules.levels.is_visible(node.level, CLAIM)]
    return [node for node in visible if _has_few_values(node.type)]


def _has_few_values(kind: Type) -> bool:
    if isinstance(kind, Number):
        return kind.scale == 0 and kind.high - kind.low < MOST_NUMBERS
    return isinstance(kind, Boolean | Choice)


def _is_plain(feature: Feature, unstated: Mapping[Letter, frozenset[str]]) -> bool:
    node = feature.nodes[feature.first]
    if not isinstance(node, Fact) or not isinstance(node.type, Choice):
        return False
    is_stated = any(feature.name not in unstated[letter] for letter in feature.nodes)
    return is_stated and len(node.type.options) <= MOST_OPTIONS


def node_of(feature: Feature) -> Fact | Ref:
    return feature.nodes[feature.first]
