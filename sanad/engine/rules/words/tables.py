"""A dated value by its name, a table by its name and keys."""

from typing import TYPE_CHECKING

from sanad.engine.rules.declared import Key
from sanad.engine.rules.tree import Const, Fact, Lookup, Node, RoundDate
from sanad.engine.rules.types import Number

if TYPE_CHECKING:
    from sanad.engine.rules.words.teller import Teller


def table_name(teller: "Teller", node: Lookup) -> str:
    return _as_of(teller, node, _with_keys(teller, node))


def _as_of(teller: "Teller", node: Lookup, name: str) -> str:
    """With the day, where it is another than the value's own."""
    own = teller.speech.rules.values[node.value].declared.version_by or teller.speech.rules.declared.version_by
    selector = node.selector
    is_own = isinstance(selector, RoundDate) if own == "round" else isinstance(selector, Fact) and selector.name == own
    if is_own:
        return name
    day = teller.shown(selector) or teller.text(selector)
    return teller.speech.say("as_it_stood", name=name, day=day)


def _with_keys(teller: "Teller", node: Lookup) -> str:
    name = teller.speech.value(node.value)
    if not node.keys:
        return name
    known = teller.record is not None or all(isinstance(key, Const) for key in node.keys)
    declared = teller.speech.rules.values[node.value].declared.keys
    keys = teller.joined([_key(teller, key, own) for key, own in zip(node.keys, declared, strict=True)])
    return teller.speech.say("table_for" if known else "table_by", name=name, keys=keys)


def _key(teller: "Teller", key: Node, declared: Key) -> str:
    """An option speaks for itself, by the table's own words first; a number says what it counts."""
    code = key.value if isinstance(key, Const) else teller.found(key)[0]
    for option in declared.labels:
        if option.code == code:
            return teller.speech.pen.quoted(option.label)
    if isinstance(key, Const):
        return teller.speech.said(key.value, key)
    value = teller.said(key)
    if not value:
        return teller.text(key)
    if isinstance(key.type, Number):
        return teller.speech.say("key", name=teller.as_it_stands().text(key), value=value)
    return value
