"""Reading programmes and their frozen rules."""

from functools import lru_cache

from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Programme as Declared
from sanad.engine.rules.ruleset import RuleSet as Built
from sanad.rulebook.models import Programme, RuleSet
from sanad.rulebook.reading import load_canonical


def programme_of(rule_set: RuleSet) -> Declared:
    """The rules as declared; equal hashes are equal rules, so they are read once a process."""
    return _declared(rule_set.text)


def built(rule_set: RuleSet) -> Built:
    """The rules typed and proven, ready to decide one claim."""
    return _built(rule_set.text)


def newest_rules(programme: Programme) -> RuleSet | None:
    """The rules that were frozen last; None where there are none yet."""
    return programme.rule_sets.order_by("-id").first()


@lru_cache(maxsize=16)
def _declared(text: str) -> Declared:
    return load_canonical(text)


@lru_cache(maxsize=16)
def _built(text: str) -> Built:
    return build(_declared(text))
