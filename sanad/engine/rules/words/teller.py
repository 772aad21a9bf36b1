"""Says any expression in words: as it stands, or for one claim with its values and only the branches that it took."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sanad.engine.rules.interpreter import Found, Interpreter
from sanad.engine.rules.outcomes import gaps_in
from sanad.engine.rules.records import Record
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Group, Node, Rescale
from sanad.engine.rules.types import Boolean
from sanad.engine.rules.words.conditions import HOLDS
from sanad.engine.rules.words.expressions import TEXTS
from sanad.engine.rules.words.groups import member_text
from sanad.engine.rules.words.speech import Speech

_TEXTS = {**TEXTS, Group: member_text}
_HOLDS = {**HOLDS, Group: member_text}
_ABSENT = {"fact": "absent", "unpublished": "not_public", "not_in_force": "not_in_force"}


def describe(node: Node, rules: RuleSet, language: str) -> str:
    """An expression as a rule states it, without any claim's values."""
    return Teller(Speech.of(rules, language)).text(node)


@dataclass(frozen=True, slots=True)
class Teller:
    """With `run` and `record` it tells values. `reasons` and `notes` gather why a branch was taken, how it rounded."""

    speech: Speech
    run: Interpreter | None = None
    record: Record | None = None
    reasons: list[tuple[Node, bool]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def of_claim(cls, speech: Speech, run: Interpreter, record: Record) -> "Teller":
        return cls(speech, run, record)

    def afresh(self) -> "Teller":
        return replace(self, reasons=[], notes=[])

    def at(self, level: str) -> "Teller":
        """In the place of the thing of that level in which this claim lies."""
        return replace(self, record=self.record.at(level), reasons=[], notes=[]) if self.record else self

    def as_it_stands(self) -> "Teller":
        return Teller(self.speech)

    def text(self, node: Node) -> str:
        node = plain(node)
        if isinstance(node.type, Boolean):
            return self.holds(node)
        return _TEXTS[type(node)](self, node)

    def holds(self, node: Node, truth: bool = True) -> str:
        """The condition, or where `truth` is false its opposite."""
        node = plain(node)
        return _HOLDS[type(node)](self, node, truth)

    def found(self, node: Node) -> Found:
        """The node's value for the claim, and its gaps; without a claim nothing is found and nothing is missing."""
        if self.run is None or self.record is None:
            return None, 0
        return self.run.evaluate(node, self.record)

    def shown(self, node: Node) -> str:
        """The node's value in words, or why there is none; empty without a claim."""
        value, gaps = self.found(node)
        if value is not None:
            return self.speech.shown(value, node)
        kinds = [gap.kind for gap in gaps_in(self.speech.rules, gaps)]
        return self.speech.say(_ABSENT[kinds[0]] if len(kinds) == 1 else "not_known") if kinds else ""

    def said(self, node: Node) -> str:
        """As `shown`, within a sentence."""
        value, _ = self.found(node)
        return self.shown(node) if value is None else self.speech.said(value, node)

    def with_value(self, name: str, node: Node) -> str:
        value = self.shown(node)
        return self.speech.say("with_value", name=name, value=value) if value else name

    def joined(self, items: Sequence[str], joint: str = "comma", last: str | None = None) -> str:
        return self.speech.pen.joined(items, joint, last)


def plain(node: Node) -> Node:
    """Without changes of scale, which no reader needs to see."""
    while isinstance(node, Rescale):
        node = node.of
    return node
