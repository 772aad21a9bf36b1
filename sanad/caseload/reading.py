"""A claims file, or a folder of files, read into one exact table of claims."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from sanad.caseload import faults
from sanad.caseload.caseload import Caseload, FileRead
from sanad.caseload.holding_up import hold_up, keep_claim_rows, keep_owners
from sanad.caseload.layout import find_parts
from sanad.caseload.marks import assumed_in_file, is_generated
from sanad.caseload.members import Total
from sanad.caseload.placing import Placed, place_columns
from sanad.caseload.problems import as_caseload_refused
from sanad.caseload.shares import Shares
from sanad.caseload.staging import count_defaults, stage
from sanad.caseload.structure import note_disagreements, note_doubled_ids
from sanad.caseload.survey_map import SurveyMap
from sanad.caseload.tables import columns_without_absent, forget, keep_good_rows, make_table
from sanad.caseload.upwards import Joined, note_two_ways_up, note_unknown_parents
from sanad.engine.rules.declared import Level
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import CLAIM, Levels, read_levels
from sanad.sheets.problems import as_damaged


@dataclass(frozen=True, slots=True)
class _Read:
    placed: Placed
    rows_in: int
    defaults: dict[str, int]


def read_caseload(
    connection: duckdb.DuckDBPyConnection,
    fields: Sequence[TypedField],
    levels: Sequence[Level],
    path: Path,
    mapping: SurveyMap | None,
    totals: Collection[Total] = (),
    shares: Sequence[Shares] = (),
) -> Caseload:
    """Make the tables `claims`, `level_<name>` and `bad_rows`. Raises CaseloadRefused when nothing can be read.

    `totals` are those that the rules take: a bad row holds up the claims that share one with it. `shares` must add up.
    """
    survey = mapping or SurveyMap()
    above = read_levels(levels)
    with as_caseload_refused():
        parts = find_parts(path, above)
        survey.check_columns([part.sheet.head for part in parts])
        faults.begin(connection)
        read: list[_Read] = []
        for placed in [place_columns(part, fields, survey) for part in parts]:
            joined = Joined(placed, [one.placed for one in read], fields, above)
            read.append(_read_part(connection, placed, joined, fields, above))
        hold_up(connection, [one.placed for one in read], above, totals, shares)
    return _caseload(connection, read, fields, survey)


def _read_part(
    connection: duckdb.DuckDBPyConnection, placed: Placed, joined: Joined, fields: Sequence[TypedField], levels: Levels
) -> _Read:
    with as_damaged(placed.part.sheet.head.path):
        rows_in = stage(connection, placed)
    note_doubled_ids(connection, placed)
    note_disagreements(connection, placed, fields, levels)
    note_unknown_parents(connection, placed, joined)
    note_two_ways_up(connection, placed, joined)
    if placed.part.level == CLAIM:
        keep_claim_rows(connection, placed)
    keep_owners(connection, placed, joined, levels)
    keep_good_rows(connection, placed.part)
    defaults = count_defaults(connection, placed)
    make_table(connection, placed, joined)
    return _Read(placed, rows_in, defaults)


def _caseload(
    connection: duckdb.DuckDBPyConnection, read: Sequence[_Read], fields: Sequence[TypedField], survey: SurveyMap
) -> Caseload:
    claims = next(one for one in read if one.placed.part.level == CLAIM)
    placed = claims.placed
    generated, assumed = is_generated(connection, placed), assumed_in_file(connection, placed)
    bad = {one.placed.part.level: faults.count_bad(connection, one.placed.part.level) for one in read}
    faults.finish(connection)
    for one in read:
        forget(connection, one.placed.part)
    return Caseload(
        rows_in=claims.rows_in,
        rows_bad=bad[CLAIM],
        files=tuple(_file(one, bad[one.placed.part.level]) for one in read),
        levels=tuple(one.placed.part.level for one in read if one is not claims),
        columns_missing=_missing([one.placed for one in read], fields, survey),
        assumptions={name: stated.value for name, stated in survey.assume.items()},
        defaults_used={field: count for one in read for field, count in one.defaults.items() if count},
        null_free=columns_without_absent(connection),
        bad_codes=faults.count_codes(connection),
        generated=generated,
        assumed_in_file=assumed,
    )


def _file(read: _Read, rows_bad: int) -> FileRead:
    placed, head = read.placed, read.placed.part.sheet.head
    return FileRead(
        placed.part.file, placed.part.level, head.encoding, read.rows_in, rows_bad, placed.unused, placed.texts
    )


def _missing(read: Sequence[Placed], fields: Sequence[TypedField], survey: SurveyMap) -> tuple[str, ...]:
    stated = {name for placed in read for name in (*placed.texts, *(plan.name for plan in placed.fields))}
    return tuple(field.name for field in fields if field.name not in stated and field.name not in survey.assume)
