"""The real survey of buildings: 1,000 rows, all of them read, with the mapping of the programme."""

import os
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from sanad.caseload.counting import count_like, figures_text
from sanad.caseload.figures import read_figures
from sanad.caseload.mapping import load_mapping
from sanad.caseload.reading import read_caseload
from sanad.engine.rules.building import build
from sanad.rulebook.reading import load_programme
from tests.health.tree import ROOT

PROGRAMME = ROOT / "programmes" / "nepal-2015"
SHARED = Path(os.environ.get("SANAD_SHARED", ROOT.parent / "shared"))
SURVEY = SHARED / "data" / "nepal-2015" / "NepalEarthquakeDamage2015_sample_1000.csv"

pytestmark = pytest.mark.skipif(
    not SURVEY.is_file(),
    reason=f"the survey file is not on this machine ({SURVEY}); it is not shipped with the project",
)


def test_every_row_and_every_column_is_used():
    rules = build(load_programme(PROGRAMME))
    fields, levels = list(rules.fields.values()), rules.declared.levels
    mapping = load_mapping(PROGRAMME / "survey-map.yaml", fields, levels)
    with duckdb.connect() as connection:
        found = read_caseload(connection, fields, levels, SURVEY, mapping)
        grades = Counter(row[0] for row in connection.execute("select damage_grade from claims").fetchall())

    assert (found.rows_in, found.rows_good, found.rows_bad) == (1_000, 1_000, 0)
    assert found.columns_unused == ()
    assert grades == {1: 103, 2: 114, 3: 179, 4: 241, 5: 363}
    assert "repair_kind" in found.columns_missing
    assert set(found.assumptions) == {"owns_undamaged_house", "landless", "owner_occupied"}


def test_the_figures_in_the_programme_are_the_counts_of_the_survey(tmp_path: Path):
    rules = build(load_programme(PROGRAMME))
    fields = dict(rules.fields)
    mapping = load_mapping(PROGRAMME / "survey-map.yaml", list(fields.values()), rules.declared.levels)
    committed = read_figures(PROGRAMME / "caseload.yaml", fields)

    counted = count_like(committed, rules.declared, fields, SURVEY, mapping)
    (tmp_path / "caseload.yaml").write_text(figures_text(counted, fields), encoding="utf-8")
    again = read_figures(tmp_path / "caseload.yaml", fields)

    assert Counter(dict(counted.joint)) == Counter(dict(committed.joint))
    for field, margin in committed.margins.items():
        found = {outer: dict(counts) for outer, counts in counted.margins[field].items()}
        assert found == {outer: dict(counts) for outer, counts in margin.items()}
    assert again.joint == counted.joint
