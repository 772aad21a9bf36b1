"""What is due line by line, as the batch works it out, held against the interpreter claim by claim."""

import csv
import random
from datetime import date
from pathlib import Path

import duckdb
import pytest

from sanad.caseload.dues import write_dues
from sanad.caseload.explaining import explanation_of
from sanad.caseload.figures import read_figures
from sanad.caseload.generating import Recipe, generate
from sanad.caseload.making import Asked, make_round
from sanad.caseload.stored import open_round
from sanad.engine.rules.building import build
from sanad.rulebook.reading import load_programme
from tests.health.tree import ROOT

DEMO = ROOT / "programmes" / "demo-southern-suburbs"
ON = date(2026, 6, 1)
MUCH_LATER = date(2027, 6, 1)
"""By then every part that a day unlocks is due."""
CLAIMS = 200
Dues = dict[tuple[str, str], tuple[int | None, int]]


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    rules = build(load_programme(DEMO))
    figures = read_figures(DEMO / "caseload.yaml", dict(rules.fields))
    file = tmp_path / "claims.csv"
    generate(Recipe(dict(rules.fields), rules.levels, figures), CLAIMS, 7, file)
    return file


def decided(claims: Path, name: str, paid: Path | None = None, on: date = ON) -> Path:
    folder = claims.with_name(name)
    make_round(Asked(load_programme(DEMO), claims, on, folder, paid=paid), lambda _step: None)
    return folder


def dues(folder: Path, on: date = ON) -> Dues:
    file = folder.with_name(f"{folder.name}-{on}.parquet")
    write_dues(folder, on, file)
    rows = duckdb.sql(f"select claim_id, line, due, paid from '{file}'").fetchall()  # noqa: S608
    return {(claim, line): (due, paid) for claim, line, due, paid in rows}


def payments(folder: Path) -> Path:
    """Some lines were paid in part before, some beyond what they bring."""
    dice, file = random.Random(11), folder.with_name("paid.csv")
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("claim_id", "line", "amount", "date"))
        for (claim, line), (due, _) in sorted(dues(folder).items()):
            if dice.random() < 0.4:
                writer.writerow((claim, line, (due or 0) * dice.randrange(1, 130) // 100 / 100, "2026-05-01"))
    return file


def told_one_by_one(folder: Path) -> Dues:
    stored, found = open_round(folder), {}
    for row in duckdb.sql(f"select claim_id, due_now from '{folder}/awards.parquet'").fetchall():  # noqa: S608
        decision = explanation_of(stored, row[0], "en").decision
        is_known = decision.outcome == "award" and decision.due_now is not None
        for line in decision.lines:
            due = line.due if is_known else None
            if due or line.paid:
                found[row[0], line.line.name] = (due, line.paid)
    return found


def test_the_dues_of_a_round_are_those_that_the_interpreter_tells_of_each_line(claims: Path):
    first = decided(claims, "first")
    second = decided(claims, "second", paid=payments(first))

    assert dues(first) == told_one_by_one(first)
    assert dues(second) == told_one_by_one(second)
    assert any(paid for _, paid in dues(second).values())


def test_the_dues_of_a_later_day_are_those_of_a_round_on_that_day(claims: Path):
    first = decided(claims, "first")
    later = decided(claims, "later", on=MUCH_LATER)

    assert dues(first, MUCH_LATER) == dues(later, MUCH_LATER)
    assert dues(first, MUCH_LATER) != dues(first)
