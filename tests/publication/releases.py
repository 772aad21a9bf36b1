"""Families with awards, and releases of what is known of them."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sanad.casework.claims.models import Claim
from sanad.publication.models import Release
from sanad.publication.selectors import folder_of, told_of
from sanad.publication.services import publish
from sanad.staff.models import User
from tests.casework.families import omar
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of, issued

LATEST = LATER + timedelta(hours=1)


def decided_families(number: int = 30, money: int = 4_000_000) -> list[Claim]:
    """Families whose awards were issued; the fund does not reach for all of them."""
    found = claims(*[RENTING_WITH_A_WRECK] * number)
    fund_of(money)
    issued()
    return found


def released(days: int = 0, by: User | None = None) -> Release:
    return publish(at=LATEST + timedelta(days=days), by=by or omar())


def figures(release: Release) -> dict[str, dict[str, Any]]:
    return {row["number"]: row for row in told_of(release)["tables"]["figures"]}


def rows_of(release: Release, table: str, **where: object) -> list[dict[str, Any]]:
    found: Sequence[dict[str, Any]] = told_of(release)["tables"][table]
    return [row for row in found if all(row[name] == value for name, value in where.items())]


def files(release: Release) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder_of(release).iterdir()}


@pytest.fixture(autouse=True)
def own_releases(tmp_path: Path, settings: Any) -> None:
    """Each test publishes into a folder of its own."""
    settings.RELEASES_ROOT = tmp_path / "releases"
