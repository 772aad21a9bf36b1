"""Claims to measure with: made up, seeded, marked as generated, and partly without facts, as in life."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

CHUNK = 500_000
ROW_GROUP = 122_880
MARKS = {"sanad.generated": "true", "sanad.snapshot": "true"}
FIRST_DAY, LAST_FILING = np.datetime64("2023-10-08"), np.datetime64("2026-12-31")
LAST_DAMAGE = np.datetime64("2025-12-31")
DAMAGE = {"none": 5, "minor": 33, "major": 32, "severe": 17, "destroyed": 13}
ZONES = {"coast": 15, "city": 30, "suburb": 20, "hills": 15, "plain": 12, "border": 8}
CLASSES = {"normal": 62, "medium": 30, "luxury": 8}
TENURE = {"owner": 66, "tenant": 22, "unregistered": 12}
ABSENT = {
    "title_deed": 0.05,
    "renting": 0.04,
    "repair_cost": 0.03,
    "insurance_paid": 0.02,
    "owns_other_home": 0.03,
    "works_inspected": 0.45,
}
"""Shares of the claims that do not state the fact."""


def write_claims(path: Path, number: int, seed: int = 2025) -> None:
    """A claims file of 25 columns, as one that is stored in a round: amounts in minor units, areas in tenths."""
    part = path.with_suffix(".part")
    writer = None
    for chunk in chunks(number, seed):
        writer = writer or pq.ParquetWriter(part, chunk.schema, compression="zstd")
        writer.write_table(chunk, row_group_size=ROW_GROUP)
    if writer:
        writer.close()
    part.rename(path)


def chunks(number: int, seed: int) -> Iterator[pa.Table]:
    for place, start in enumerate(range(0, number, CHUNK)):
        draw = np.random.Generator(np.random.Philox([seed, place]))
        yield chunk(draw, np.arange(start, min(start + CHUNK, number)), number)


def chunk(draw: np.random.Generator, places: np.ndarray, number: int) -> pa.Table:
    """Groups reach across the whole file: a building holds 4 claims on average, an owner 1.1, a household 1.25."""
    rows = len(places)
    columns = {
        "claim_id": _ids("C", places),
        "building_id": _ids("B", draw.integers(0, max(number // 4, 1), rows)),
        "owner_id": _ids("O", draw.integers(0, max(number * 9 // 10, 1), rows)),
        "household_id": _ids("H", draw.integers(0, max(number * 4 // 5, 1), rows)),
        **_home(draw, rows),
        **_people(draw, rows),
    }
    columns |= _money(draw, rows, columns["renting"])
    for name, share in ABSENT.items():
        columns[name] = pa.array(columns[name], mask=draw.random(rows) < share)
    columns["monthly_rent"] = pa.array(columns["monthly_rent"], mask=~columns.pop("has_rent"))
    table = pa.table({name: pa.array(column) for name, column in columns.items()})
    return table.replace_schema_metadata(MARKS)


def _ids(letter: str, numbers: np.ndarray) -> pa.Array:
    return pa.array([f"{letter}{number:08d}" for number in numbers.tolist()])


def _pick(draw: np.random.Generator, weights: dict[str, int], rows: int) -> pa.Array:
    codes = draw.choice(len(weights), rows, p=np.array(list(weights.values())) / 100)
    return pa.DictionaryArray.from_arrays(codes.astype("int32"), list(weights)).cast(pa.string())


def _home(draw: np.random.Generator, rows: int) -> dict[str, object]:
    days = int((LAST_DAMAGE - FIRST_DAY).astype(int)) + 1
    damaged_on = FIRST_DAY + draw.integers(0, days, rows)
    filed_on = np.minimum(damaged_on + draw.exponential(130, rows).astype("int64"), LAST_FILING)
    area = np.clip(draw.lognormal(4.6, 0.45, rows) * 10, 100, 6_000)
    return {
        "damaged_on": pa.array(damaged_on.astype("datetime64[D]")),
        "filed_on": pa.array(filed_on.astype("datetime64[D]")),
        "damage": _pick(draw, DAMAGE, rows),
        "damaged_share": draw.integers(0, 101, rows),
        "floor_area": area.astype("int64"),
        "zone": _pick(draw, ZONES, rows),
        "dwelling_class": _pick(draw, CLASSES, rows),
    }


def _people(draw: np.random.Generator, rows: int) -> dict[str, object]:
    children = np.minimum(draw.poisson(1.6, rows), 12)
    return {
        "people": np.clip(children + draw.integers(1, 5, rows), 1, 15),
        "children": children,
        "elderly": np.minimum(draw.poisson(0.25, rows), 6),
        "disabled": draw.random(rows) < 0.06,
        "tenure": _pick(draw, TENURE, rows),
        "title_deed": draw.random(rows) < 0.9,
        "renting": draw.random(rows) < 0.4,
        "owns_other_home": draw.random(rows) < 0.12,
        "contract_signed": draw.random(rows) < 0.5,
        "works_inspected": draw.random(rows) < 0.4,
    }


def _money(draw: np.random.Generator, rows: int, renting: np.ndarray) -> dict[str, object]:
    """Cents, most of them whole dollars."""
    insured = draw.random(rows) < 0.08
    helped = draw.random(rows) < 0.3
    return {
        "monthly_rent": np.clip(draw.lognormal(5.8, 0.4, rows), 0, 5_000).astype("int64") * 100,
        "repair_cost": np.clip(draw.lognormal(8.6, 1.1, rows) * 100, 0, 50_000_000).astype("int64"),
        "insurance_paid": insured * np.clip(draw.lognormal(9, 1.2, rows), 0, 500_000).astype("int64") * 100,
        "aid_received": helped * np.clip(draw.lognormal(6, 0.8, rows), 0, 100_000).astype("int64") * 100,
        "has_rent": renting & (draw.random(rows) >= 0.02),
    }
