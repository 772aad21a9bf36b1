"""The dated values of a programme as OpenFisca parameters: the same figures, in cents, from the same files."""

from typing import Any

from openfisca_core.parameters import ParameterNode

from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.rows import find
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.types import Boolean, Choice
from sanad.engine.rules.values import Banded, TypedValue

NEVER_PUBLISHED = -1


def parameters_of(rules: RuleSet) -> ParameterNode:
    return ParameterNode("", data={value.name: _of(value) for value in rules.values.values()})


def _of(value: TypedValue) -> dict[str, Any]:
    if value.keys and isinstance(value.versions[0].rows, Banded):
        return _scale(value)
    return _node(value, ())


def _node(value: TypedValue, keys: tuple[Any, ...]) -> dict[str, Any]:
    """One child for each option of the next key; at the last, what it was from which day on."""
    if len(keys) == len(value.keys):
        found = {version.since.isoformat(): find(version.rows, keys) for version in value.versions}
        return {"values": {day: {"value": _leaf(leaf)} for day, leaf in found.items()}}
    options = _options(value.keys[len(keys)])
    return {str(option).lower(): _node(value, (*keys, option)) for option in options}


def _options(kind: Any) -> list[Any]:
    assert isinstance(kind, Choice | Boolean)
    return sorted(kind.options) if isinstance(kind, Choice) else [False, True]


def _leaf(leaf: Any) -> int:
    return NEVER_PUBLISHED if isinstance(leaf, Unpublished) else leaf


def _scale(value: TypedValue) -> dict[str, Any]:
    day = value.versions[0].since.isoformat()
    bands = value.versions[0].rows
    assert isinstance(bands, Banded)
    brackets = [{"threshold": {day: low}, "amount": {day: leaf}} for low, _, leaf in bands.rows]
    return {"metadata": {"type": "single_amount"}, "brackets": brackets}
