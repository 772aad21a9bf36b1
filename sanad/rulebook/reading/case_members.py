"""Members of a worked case must belong to something in it, and shares must add up."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sanad.engine.money import unscaled
from sanad.engine.rules.declared import Programme, Relation
from sanad.engine.rules.fields import type_field
from sanad.engine.rules.problems import quoted
from sanad.engine.rules.types import Number
from sanad.rulebook.reading.case_things import Things
from sanad.rulebook.reading.notes import Notes
from sanad.rulebook.reading.worked import CaseThing

Thing = tuple[str, str]
"""A level, and the id of one of its things."""


def check_members(programme: Programme, things: Things, notes: Notes) -> None:
    claims, members = things
    rows = [*claims, *(row for found in members.values() for row in found)]
    named = Counter(thing for row in rows for thing in row.ids.items())
    for level, found in members.items():
        for row in found:
            _refuse_alone(level, row, named, notes)
    for relation in programme.relations:
        if relation.shares and relation.level in members:
            _refuse_shares(programme, relation, claims, members[relation.level], notes)


def _refuse_alone(level: str, row: CaseThing, named: Mapping[Thing, int], notes: Notes) -> None:
    """A misspelt household would make a person belong to nobody, and nobody would see it."""
    uppers = [thing for thing in row.ids.items() if thing[0] != level]
    is_told = any(problem.where == row.where for problem in notes.problems)
    if all(named[thing] == 1 for thing in uppers) and not is_told:
        message = (
            f"Nothing else in the case has to do with {quoted(name for _, name in uppers)}, which the {level} names."
        )
        notes.problem(row.where, "member_alone", message, f"Write the same id at the claim and at the {level}.")


def _refuse_shares(
    programme: Programme,
    relation: Relation,
    claims: Iterable[CaseThing],
    links: Iterable[CaseThing],
    notes: Notes,
) -> None:
    """A share that is absent is a missing fact: the rules that need it say so."""
    kind = next(
        type_field(field, programme.currency).type for field in programme.fields if field.name == relation.shares
    )
    assert isinstance(kind, Number)
    for claim in claims:
        thing = claim.ids[relation.per]
        shares = [row.facts.get(relation.shares) for row in links if row.ids[relation.per] == thing]
        total = sum(share for share in shares if isinstance(share, int))
        if None not in shares and total != int(relation.add_up_to.scaleb(kind.scale)):
            message = (
                f"`{relation.shares}` of `{thing}` adds up to {unscaled(total, kind.scale)}, not {relation.add_up_to}."
            )
            todo = f"State every `{relation.level}` of the {relation.per}, or correct the shares."
            notes.problem(claim.where, "shares_do_not_add_up", message, todo)
