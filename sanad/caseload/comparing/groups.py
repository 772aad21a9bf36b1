"""What changes where: the claims counted by the values of a field or definition."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from sanad.caseload.comparing.features import Feature, node_of
from sanad.caseload.comparing.joining import COMPARED, column_of
from sanad.caseload.comparing.sides import Side
from sanad.engine.rules.declared import Words
from sanad.engine.rules.tree import Fact, Node, Ref
from sanad.engine.rules.types import Boolean, Number, Value
from sanad.engine.rules.words.speech import Speech
from sanad.sheets.sql import fill, name

LANGUAGES = ("en", "ar")
COUNTED = """
    select {column} as value, count(*), count(*) filter (outcome_a = 'award'), count(*) filter (outcome_b = 'award'),
        coalesce(sum(net_a), 0), coalesce(sum(net_b), 0), count(*) filter (kind = 'more'),
        count(*) filter (kind = 'less'), count(*) filter (kind = 'same'),
        count(*) filter (kind = 'other_money'), count(*) filter (kind in ('only_a', 'only_b')),
        count(*) filter (kind = 'neither')
    from {compared} group by value
"""


@dataclass(frozen=True, slots=True)
class Group:
    """The claims with one value; `value` is None where it is not known. Sums in minor units of each side's currency.

    `more`, `less`, `same`, `other_money`, `one_side` (decided on one side only) and `neither` add up to `claims`.
    """

    value: str | None
    label: Words
    claims: int
    awards_a: int
    awards_b: int
    net_a: int
    net_b: int
    more: int
    less: int
    same: int
    other_money: int
    one_side: int
    neither: int


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups by one field or definition."""

    name: str
    label: Words
    groups: tuple[Group, ...]


def count_groups(connection: duckdb.DuckDBPyConnection, feature: Feature, side: Side) -> Grouping:
    """Told in the words of this side."""
    query = fill(COUNTED, column=name(column_of(feature)), compared=COMPARED)
    rows = connection.execute(query).fetchall()
    node = node_of(feature)
    speech = {language: Speech.of(side.rules, language) for language in LANGUAGES}
    codes = [option.code for option in speech[LANGUAGES[0]].options_of(node)]
    groups = [Group(row[0], _label(speech, node, row[0]), *map(int, row[1:])) for row in rows]
    groups.sort(key=lambda group: _place(node, codes, group.value))
    return Grouping(feature.name, _name(speech, node), tuple(groups))


def _name(speech: Mapping[str, Speech], node: Fact | Ref) -> Words:
    if isinstance(node, Fact):
        return {language: one.field(node.name) for language, one in speech.items()}
    return {language: one.pen.words(one.definition(node.name)) for language, one in speech.items()}


def _label(speech: Mapping[str, Speech], node: Node, value: str | None) -> Words:
    """The value in words, empty where there is none."""
    if value is None:
        return dict.fromkeys(speech, "")
    return {language: one.shown(_value(node, value), node) for language, one in speech.items()}


def _value(node: Node, text: str) -> Value:
    if isinstance(node.type, Boolean):
        return text == "true"
    if isinstance(node.type, Number):
        return int(text)
    return text


def _place(node: Node, codes: list[str], value: str | None) -> tuple[int, int, str]:
    """As the programme lists its options; yes before no; numbers as they rise; what is not known last."""
    if value is None:
        return 2, 0, ""
    if isinstance(node.type, Number):
        return 0, int(value), value
    known = ["true", "false"] if isinstance(node.type, Boolean) else codes
    return (0, known.index(value), value) if value in known else (1, 0, value)
