"""Totals over a group in words. What single members state is never said: they may be other families' files."""

from typing import TYPE_CHECKING

from sanad.engine.rules.tree import Group, SortKey
from sanad.engine.rules.types import Boolean

if TYPE_CHECKING:
    from sanad.engine.rules.words.teller import Teller


def member_text(teller: "Teller", node: Group, truth: bool = True) -> str:
    """The rule of the total, read by the members and so without values."""
    rule = teller.as_it_stands()
    gaps: dict[str, str] = {"members": _members(rule, node)}
    if node.of is not None:
        gaps["of"] = rule.text(node.of)
    if node.by:
        gaps["keys"] = rule.joined([_key(rule, key) for key in node.by], "then")
    if node.op == "first" and isinstance(node.type, Boolean):
        answer = teller.speech.say("yes" if truth else "no")
        return teller.speech.say("is_value", name=teller.speech.say("first", **gaps), value=answer)
    return teller.speech.say(_phrase(node, truth), **gaps)


def _phrase(node: Group, truth: bool) -> str:
    if node.op == "before":
        return ("before_any" if truth else "not_before_any") if isinstance(node.type, Boolean) else "before_sum"
    return node.op if truth else f"not_{node.op}"


def _members(rule: "Teller", node: Group) -> str:
    members = rule.speech.members(node.member)
    text = rule.speech.say("members", members=members, owner=rule.speech.level(node.owner))
    if node.where is None:
        return text
    return rule.speech.say("where", members=text, condition=rule.holds(node.where))


def _key(rule: "Teller", key: SortKey) -> str:
    text = rule.text(key.of)
    return rule.speech.say("last_first", key=text) if key.descending else text
