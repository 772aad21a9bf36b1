"""What a table is: its columns with their meaning. From it come the file, its description and its check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
STATES = ("known", "held", "hidden", "not_known", "not_verified")


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is a type of a data package: string, integer, number, date. `hxl` is the tag of the second row."""

    name: str
    kind: str
    hxl: str
    about: str
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    title: str
    about: str
    columns: Sequence[Column]
    key: tuple[str, ...]


PROGRAMME = Column("programme", "string", "#activity+code", "Key of the programme; empty: of no single one")
STATE = Column(
    "state",
    "string",
    "#status",
    "known: of the day of `as_of`; held: told of an earlier day, since a newer number, of it or of what is set off "
    "against it, would tell of fewer than ten families; hidden: fewer than ten families are behind it, or it would "
    "give away such a number; not_known: nobody has said it, or it has not begun; not_verified: no family has "
    "confirmed it",
    STATES,
)
AS_OF = Column("as_of", "date", "#date+reported", "The day of which it is told; empty where nothing is told")


def place_columns(of: str) -> tuple[Column, ...]:
    return (
        Column("place", "string", "#adm+code", f"Code of the place {of}; empty: all places"),
        Column("place_en", "string", "#adm+name+i_en", "Its name in English"),
        Column("place_ar", "string", "#adm+name+i_ar", "Its name in Arabic"),
    )
