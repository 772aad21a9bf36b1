"""The rows of a typed table: what stands behind its keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.types import Value

TypedLeaf = Value | Unpublished


@dataclass(frozen=True, slots=True)
class Exact:
    """Rows by an exact key; `otherwise` for keys that have none of their own."""

    rows: dict[Value, "Rows"]
    otherwise: TypedLeaf | None


@dataclass(frozen=True, slots=True)
class Banded:
    """Rows by stretches of a number or a date, inclusive, in rising order; `ends` as written, None: no end."""

    rows: tuple[tuple[int | date, int | date, "Rows"], ...]
    ends: tuple[int | None, ...] = ()


Rows = TypedLeaf | Exact | Banded


def leaves(rows: Rows) -> Iterator[TypedLeaf]:
    if isinstance(rows, Exact):
        for inner in rows.rows.values():
            yield from leaves(inner)
        if rows.otherwise is not None:
            yield rows.otherwise
    elif isinstance(rows, Banded):
        for _, _, inner in rows.rows:
            yield from leaves(inner)
    else:
        yield rows


def find(rows: Rows, keys: tuple[Value, ...]) -> TypedLeaf:
    """The leaf for these keys; the loader has proven that there is one."""
    found = descend(rows, keys)
    assert not isinstance(found, Exact | Banded)
    return found


def parts_within(rows: Banded | TypedLeaf, amount: int, factor: int) -> list[tuple[int, TypedLeaf]]:
    """How much of the amount lies within each band, with the band's leaf; a band's ends count `factor` times."""
    if not isinstance(rows, Banded):
        return [(amount, rows)]
    parts = []
    below = 0
    for (_, _, leaf), end in zip(rows.rows, rows.ends, strict=True):
        assert not isinstance(leaf, Exact | Banded)
        reached = amount if end is None else min(amount, end * factor)
        parts.append((max(reached - below, 0), leaf))
        below = 0 if end is None else max(end * factor, 0)
    return parts


def descend(rows: Rows, keys: tuple[Value, ...]) -> Rows:
    """What stands behind these keys."""
    for key in keys:
        if isinstance(rows, Exact):
            inner = rows.rows.get(key)
            if inner is None:
                assert rows.otherwise is not None
                return rows.otherwise
            rows = inner
        elif isinstance(rows, Banded):
            rows = next(inner for low, high, inner in rows.rows if low <= key <= high)  # type: ignore[operator]
    return rows


def alike(rows: Exact) -> list[tuple[list[Value], Rows]]:
    """The rows that say the same, together: a table of places repeats a few figures for thousands of them."""
    found: dict[object, tuple[list[Value], Rows]] = {}
    for match, inner in rows.rows.items():
        same = id(inner) if isinstance(inner, Exact | Banded) else (type(inner), inner)
        found.setdefault(same, ([], inner))[0].append(match)
    return list(found.values())
