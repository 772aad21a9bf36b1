"""The fields of a programme as its newest frozen rules declare them."""

from sanad.casework.claims.models import Level
from sanad.engine.rules.declared import Programme as Declared
from sanad.engine.rules.fields import TypedField, type_field
from sanad.rulebook.models import Programme, RuleSet
from sanad.rulebook.selectors import newest_rules, programme_of


class NoRules(Exception):
    """The programme has no frozen rules, so nobody can say which facts it asks for: freeze them first."""


class UnknownLevel(Exception):
    """The rules have a level of things that the registry does not hold."""


def rules_of(programme: Programme) -> RuleSet:
    """Raises NoRules."""
    found = newest_rules(programme)
    if found is None:
        raise NoRules(programme.key)
    return found


def declared_of(programme: Programme) -> Declared:
    """Raises NoRules."""
    return programme_of(rules_of(programme))


def fields_of(programme: Programme) -> dict[str, TypedField]:
    """Every field by name, in the order in which the programme declares them. Raises NoRules, UnknownLevel."""
    return _typed(declared_of(programme).hash, declared_of(programme))


def fields_asked(programme: Programme, of: str) -> list[TypedField]:
    """The fields that are asked of `family`, `assessor`, `register` or `ledger`: what a form shows."""
    return [field for field in fields_of(programme).values() if field.declared.asked == of]


_KNOWN: dict[str, dict[str, TypedField]] = {}


def _typed(hashed: str, declared: Declared) -> dict[str, TypedField]:
    """Equal hashes are equal rules, so the fields are typed once a process."""
    if hashed not in _KNOWN:
        unknown = [level.name for level in declared.levels if level.name not in Level.values]
        if unknown:
            raise UnknownLevel(", ".join(unknown))
        _KNOWN[hashed] = {field.name: type_field(field, declared.currency) for field in declared.fields}
    return _KNOWN[hashed]
