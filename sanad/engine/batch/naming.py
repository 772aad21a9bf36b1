"""Reasons and used values in words: the few distinct masks of a round, each turned into its list once."""

from collections.abc import Iterable
from itertools import chain

import pyarrow as pa

from sanad.engine.batch.cells import BITS
from sanad.engine.batch.engine import Engine
from sanad.engine.batch.functions import Column
from sanad.engine.batch.verdicts import Codes
from sanad.engine.rules.outcomes import AWARD, NOT_IN_FORCE, gaps_in
from sanad.engine.rules.remarks import remark_codes

PREFIXES = ("why__gaps", "why__codes", "used__", "due__gaps", "remarks__")
LISTS = ("reasons", "values_used", "remarks")


def mask_columns(columns: Iterable[str]) -> list[str]:
    """The columns of a decided table that hold masks."""
    return [name for name in columns if any(name.startswith(p) and name[len(p) :].isdigit() for p in PREFIXES)]


def name_masks(engine: Engine, codes: Codes, decided: Column, named: str) -> list[str]:
    """Make the table `named`: each distinct outcome and masks, with `reasons`, `values_used`, `remarks` as lists."""
    keys = ["outcome", *mask_columns(decided.columns)]
    remarked = remark_codes(codes.rules)
    words = engine.fetch(decided.select(*keys).distinct()).to_pylist()
    found = {
        **{key: [row[key] for row in words] for key in keys},
        "reasons": [_reasons(codes, row) for row in words],
        "values_used": [_named(sorted(codes.values), codes.values, _bits(row, "used__")) for row in words],
        "remarks": [_named(remarked, remarked, _bits(row, "remarks__")) for row in words],
    }
    kinds = {"outcome": pa.string()} | dict.fromkeys(LISTS, pa.list_(pa.string()))
    schema = pa.schema([(name, kinds.get(name, pa.int64())) for name in found])
    engine.bring_words(named, pa.table(found, schema=schema))
    return keys


def _bits(row: dict[str, int | str], prefix: str) -> int:
    words = {int(name[len(prefix) :]): word for name, word in row.items() if name.startswith(prefix)}
    return sum(int(word) << place * BITS for place, word in words.items())


def _named(order: Iterable[str], names: tuple[str, ...], bits: int) -> list[str]:
    held = {name for place, name in enumerate(names) if bits >> place & 1}
    return [name for name in dict.fromkeys(order) if name in held]


def _reasons(codes: Codes, row: dict[str, int | str]) -> list[str]:
    if row["outcome"] == "error":
        return [NOT_IN_FORCE]
    if row["outcome"] == AWARD:
        return _undivided(codes, row)
    kind = {"incomplete": "fact", "unpublished": "unpublished"}.get(str(row["outcome"]))
    gaps = _bits(row, "why__gaps")
    missing = [gap.name for place, gap in enumerate(codes.rules.gaps) if gaps >> place & 1 and gap.kind == kind]
    return list(chain(missing, _named(codes.reasons, codes.reasons, _bits(row, "why__codes"))))


def _undivided(codes: Codes, row: dict[str, int | str]) -> list[str]:
    """Of an award: the values for want of which nobody can say what of it is due."""
    gaps = gaps_in(codes.rules, _bits(row, "due__gaps"))
    return list(dict.fromkeys(gap.name for gap in gaps if gap.kind != "fact"))
