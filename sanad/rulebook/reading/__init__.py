"""Reads a programme's folder into declarations, checks them, and names them by their content."""

from sanad.rulebook.reading.canonical import canonical_text, load_canonical
from sanad.rulebook.reading.cases import load_cases
from sanad.rulebook.reading.loading import (
    Loaded,
    canonical,
    load_programme,
    load_with_warnings,
    path_and_reading,
)
from sanad.rulebook.reading.worked import Case, CaseFund, CasePayment, CaseThing

__all__ = [
    "Case",
    "CaseFund",
    "CasePayment",
    "CaseThing",
    "Loaded",
    "canonical",
    "canonical_text",
    "load_canonical",
    "load_cases",
    "load_programme",
    "load_with_warnings",
    "path_and_reading",
]
