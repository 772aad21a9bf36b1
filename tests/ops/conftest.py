"""Rounds that several tests look at: a few families of the Nepal programme, decided by the command line."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sanad.ops.cli import application
from tests.ops.town import CLAIMS as OF_THE_TOWN
from tests.ops.town import MILDER, edited

NEPAL = Path("programmes/nepal-2015")
COLUMNS = "claim_id,household_id,house_id,damage_grade,repair_kind,owns_undamaged_house,landless,owner_occupied"
CLAIMS = f"""{COLUMNS},agreement_signed
Sita,H1,B1,5,,false,false,true,true
Gita,H2,B2,3,minor,false,false,true,true
Hari,H3,B3,2,,false,false,true,
Maya,H4,B4,1,,false,false,true,
Ram,H5,B5,4,,true,false,true,
"""


def run(*words: object) -> Result:
    return CliRunner().invoke(application(str(words[0])), [str(word) for word in words])


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    file = tmp_path / "claims.csv"
    file.write_text(CLAIMS, encoding="utf-8")
    return file


@pytest.fixture
def decided(tmp_path: Path, claims: Path) -> Path:
    """A round of five claims on 1 September 2018."""
    out = tmp_path / "round"
    result = run("decide", NEPAL, claims, "--on", "2018-09-01", "--out", out)
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture
def survey() -> Path:
    """The real survey file; tests on it say so where it is not at hand."""
    shared = Path(os.environ.get("SANAD_SHARED", "../shared"))
    files = sorted((shared / "data" / "nepal-2015").glob("*.csv"))
    if not files:
        pytest.skip(f"the real survey file is not at hand: {shared} holds no data/nepal-2015")
    return files[0]


@pytest.fixture
def milder(tmp_path: Path) -> Path:
    return edited(tmp_path / "milder", MILDER)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    file = tmp_path / "town.csv"
    file.write_text(OF_THE_TOWN, encoding="utf-8")
    return file
