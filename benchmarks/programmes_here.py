"""The two rule sets to measure with, and the round that is measured."""

from datetime import date

from benchmarks.measuring import ROOT
from sanad.engine.rules.building import build
from sanad.engine.rules.ruleset import RuleSet
from sanad.rulebook.reading import load_programme

ALONE, GROUPS = "speed-alone", "speed-groups"
ON = date(2026, 2, 1)
FUND_PER_CLAIM = 500_00
"""Cents; about a quarter of what is due, so that the fund runs out in the second step."""
LINES = ("rent", "repair", "contents", "hardship", "common_parts")
COMMON_COLUMNS = (
    *("outcome", "net", "due_now", "left", "capped", "deducted", "priority"),
    *LINES,
    *(f"{line}_outcome" for line in LINES),
)
"""What every way to decide gives; reasons, values used, queue and fund are Sanad's alone."""


def rules_of(name: str) -> RuleSet:
    return build(load_programme(ROOT / "benchmarks/programmes" / name))
