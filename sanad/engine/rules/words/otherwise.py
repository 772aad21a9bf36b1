"""What would have to be otherwise for a rule to come out the other way, as far as it is any use to say so."""

from sanad.engine.rules.tree import And, Compare, Const, Given, Group, IfElse, Node, Not, Or, Ref, RoundDate, walk
from sanad.engine.rules.words.following import deciding
from sanad.engine.rules.words.teller import Teller

PLACES = ("rank", "before", "first")


def otherwise(teller: Teller, node: Node, truth: bool = True) -> str | None:
    """Without a word on the day of the round. None where it takes what nobody can bring about: another place among
    others, or that what was stated had not been."""
    if isinstance(node, Not):
        return otherwise(teller, node.of, not truth)
    if isinstance(node, And | Or):
        return _junction(teller, node, truth)
    if isinstance(node, Compare) and isinstance(node.left, RoundDate) and isinstance(node.right, Const):
        return ""
    if isinstance(node, IfElse) and teller.found(node.condition)[0] is not None:
        return otherwise(teller, node.then if teller.found(node.condition)[0] else node.other, truth)
    if (isinstance(node, Given) and truth) or _is_a_place(teller, node):
        return None
    return teller.as_it_stands().holds(node, not truth)


def _junction(teller: Teller, node: And | Or, truth: bool) -> str | None:
    """Where all would have to be otherwise, the rest is no use without one of them."""
    found = [otherwise(teller, item, truth) for item in deciding(teller, node)]
    one_is_enough = isinstance(node, And) is truth
    if None in found and not (one_is_enough and any(found)):
        return None
    items = list(dict.fromkeys(text for text in found if text))
    return teller.joined(items, last="or_last" if one_is_enough else "and_last")


def _is_a_place(teller: Teller, node: Node) -> bool:
    definitions = teller.speech.rules.definitions
    read = [definitions[part.name].node if isinstance(part, Ref) else part for part in walk(node)]
    return any(isinstance(part, Group) and part.op in PLACES for part in read)
