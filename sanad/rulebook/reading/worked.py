"""Worked cases in the engine's form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sanad.engine.rules.declared import Where, Words
from sanad.engine.rules.types import Facts
from sanad.rulebook.reading.case_results import Expected

Pays = Literal["", "due", "allocated"]


@dataclass(frozen=True, slots=True)
class CaseThing:
    """A claim, or a member of a level that is not above it: its id, the id of each level above, its facts.

    The facts of the levels above are among its own; what one thing of a case states of a house holds for all.
    """

    id: str
    ids: Mapping[str, str]
    facts: Facts
    where: Where


@dataclass(frozen=True, slots=True)
class CasePayment:
    """Money paid earlier, in minor units."""

    claim_id: str
    line: str
    amount: int
    date: date
    where: Where


@dataclass(frozen=True, slots=True)
class CaseFund:
    """Money at hand, in minor units, with what it may be used for: `zone=north|south; line=rent`."""

    name: str
    amount: int
    earmarks: str
    where: Where


@dataclass(frozen=True, slots=True)
class Case:
    """`expect` holds, by claim, columns of awards.parquet with what they must say, whichever are named.

    A day of a series is a case of its own that names the series: what it `pays` is paid before the next day's round.
    """

    id: str
    title: Words
    on: date
    reading: str
    claims: tuple[CaseThing, ...]
    members: Mapping[str, tuple[CaseThing, ...]]
    paid: tuple[CasePayment, ...]
    funds: tuple[CaseFund, ...] | None
    expect: Mapping[str, Expected]
    where: Where
    series: str = ""
    pays: Pays = ""
