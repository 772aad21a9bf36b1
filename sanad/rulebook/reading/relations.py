"""`relations` of programme.yaml: what makes a group, and shares that must add up."""

from decimal import Decimal

from sanad.engine.rules.declared import Field, Programme, Relation
from sanad.engine.rules.fields import FieldProblem, type_field
from sanad.engine.rules.levels import CLAIM, Levels, read_levels
from sanad.engine.rules.problems import ProgrammeRefused, quoted
from sanad.engine.rules.types import Number
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.notes import Notes, did_you_mean

SHARES = ("shares", "add_up_to", "per")
KEYS = ("group", "source", *SHARES)


def read_relations(head: Entry) -> tuple[Relation, ...]:
    found = [_relation(name, entry) for name, entry in head.entries("relations", KEYS)]
    return tuple(sorted(found, key=lambda relation: relation.level))


def _relation(name: str, entry: Entry) -> Relation:
    if any(entry.has(key) for key in SHARES):
        for key in SHARES:
            if not entry.has(key):
                entry.missing(key)
    return Relation(
        level=name,
        group=entry.words("group"),
        source=entry.source(),
        where=entry.where(),
        shares=entry.text("shares", ""),
        add_up_to=entry.number("add_up_to") or Decimal(0),
        per=entry.text("per", ""),
    )


def check_relations(programme: Programme, notes: Notes) -> None:
    try:
        levels = read_levels(programme.levels) if programme.relations else None
    except ProgrammeRefused:
        return
    for relation in programme.relations:
        assert levels is not None
        if relation.level not in levels:
            todo = did_you_mean(relation.level, levels.above)
            notes.problem(relation.where, "unknown_level", f"No level is named `{relation.level}`.", todo)
        elif relation.shares:
            _check_shares(relation, programme, levels, notes)


def _check_shares(relation: Relation, programme: Programme, levels: Levels, notes: Notes) -> None:
    fields = {field.name: field for field in programme.fields if field.level == relation.level}
    if relation.shares not in fields:
        message = f"`{relation.shares}` is no field of `{relation.level}`."
        notes.problem(relation.where, "unknown_name", message, did_you_mean(relation.shares, fields))
    elif not _can_add_up(fields[relation.shares], relation.add_up_to, programme.currency):
        message = f"`{relation.shares}` cannot add up to {relation.add_up_to}."
        todo = "Shares are numbers with a `range` from 0; the total is above 0 and has no more decimals than they."
        notes.problem(relation.where, "bad_shares", message, todo)
    _check_per(relation, levels, notes)


def _check_per(relation: Relation, levels: Levels, notes: Notes) -> None:
    """Shares stand at links, of which a claim or what it lies within has several."""
    whole = (CLAIM, *levels.above[CLAIM])
    owners = set(levels.above[relation.level]) & set(whole)
    if relation.level in whole:
        message = f"`{relation.level}` cannot hold shares: each claim has just one."
        todo = "Declare a level of its own for what holds a share (as `owner`, `within: [claim]`), and put them there."
        notes.problem(relation.where, "bad_shares", message, todo)
    elif relation.per not in owners:
        message = f"The shares of `{relation.level}` cannot add up within a `{relation.per}`."
        todo = f"`per` is a level that they lie within, and the claim or above it: {quoted(sorted(owners)) or 'none'}."
        notes.problem(relation.where, "bad_shares", message, todo)


def _can_add_up(field: Field, total: Decimal, currency: str) -> bool:
    try:
        kind = type_field(field, currency).type
    except FieldProblem:
        return True
    if not isinstance(kind, Number):
        return False
    scaled = total.scaleb(kind.scale)
    return kind.low >= 0 and scaled > 0 and scaled == int(scaled)
