"""The dated values behind a decision, each with the version that held: to set two decisions side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sanad.engine.rules.decisions import Decision, LineDecision
from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import NOT_APPLICABLE, OPEN
from sanad.engine.rules.rows import find
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Lookup, Node, Ref, Result, walk
from sanad.engine.rules.types import Value
from sanad.engine.rules.words.following import reached_names
from sanad.engine.rules.words.speech import Speech
from sanad.engine.rules.words.tables import table_name
from sanad.engine.rules.words.teller import Teller


@dataclass(frozen=True, slots=True)
class FigureUsed:
    """A dated value as one claim met it: its name with its keys, what it said, since when, and by which source."""

    label: str
    value: str
    since: str
    source: str


@dataclass(frozen=True, slots=True)
class FiguresUsed:
    """By name and keys: behind the sums of the lines, behind their parts, and behind the rules that may say no."""

    sums: dict[str, FigureUsed]
    parts: dict[str, FigureUsed]
    gates: dict[str, FigureUsed]


def figures_used(rules: RuleSet, decision: Decision, language: str, run: Interpreter) -> FiguresUsed:
    """Of the gates and lines of a decision; lines that do not apply are left out."""
    teller = Teller.of_claim(Speech.of(rules, language), run, decision.claim)
    applied = [] if decision.findings else [one for one in decision.lines if one.outcome not in (NOT_APPLICABLE, OPEN)]
    gates = [*rules.gates, *(gate for line in applied for gate in line.line.gates)]
    return FiguresUsed(
        sums=_figures((teller, node) for line in applied for node in _sums(rules, line)),
        parts=_figures((teller, node) for line in applied for node in _parts(line)),
        gates=_figures((teller.at(gate.declared.level), gate.when) for gate in gates),
    )


def figures_read(teller: Teller, node: Node, seen: set[str]) -> Iterator[tuple[Lookup, Teller]]:
    """Every dated value that the node's value turned on, through definitions, with who reads it."""
    for name in reached_names(teller, node):
        if isinstance(name, Lookup):
            yield name, teller
        elif isinstance(name, Ref) and name.name not in seen:
            seen.add(name.name)
            yield from figures_read(teller.at(name.level), teller.speech.rules.definitions[name.name].node, seen)


def _sums(rules: RuleSet, line: LineDecision) -> Iterator[Node]:
    yield line.line.figure
    if line.line.at_most is not None:
        yield line.line.at_most
    yield from (limit.amount for limit in rules.limits_of(line.line.name))


def _parts(line: LineDecision) -> Iterator[Node]:
    """Without those that are shares of what the line brings: they are no figures of the rules."""
    for part in line.line.instalments:
        if not any(isinstance(node, Result) for node in walk(part.amount)):
            yield part.amount


def _figures(nodes: Iterable[tuple[Teller, Node]]) -> dict[str, FigureUsed]:
    read = [one for teller, node in nodes for one in figures_read(teller, node, set())]
    return {f"{node.value} {table_name(at, node)}": figure for node, at in read if (figure := _figure(at, node))}


def _figure(teller: Teller, node: Lookup) -> FigureUsed | None:
    """None where the claim does not say which day or row it needs."""
    day, _ = teller.found(node.selector)
    keys = tuple(key for part in node.keys if (key := teller.found(part)[0]) is not None)
    if not isinstance(day, date) or len(keys) < len(node.keys):
        return None
    speech = teller.speech
    version = speech.rules.values[node.value].at(day)
    if version is None:
        return FigureUsed(table_name(teller, node), speech.say("not_in_force"), "", "")
    source = speech.rules.declared.sources.get(version.source)
    return FigureUsed(
        table_name(teller, node),
        _shown(speech, node, find(version.rows, keys)),
        speech.pen.day(version.since),
        speech.pen.published(source.title) if source else "",
    )


def _shown(speech: Speech, node: Lookup, leaf: Value | Unpublished) -> str:
    return speech.say("not_public") if isinstance(leaf, Unpublished) else speech.shown(leaf, node)
