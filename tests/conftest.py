"""Says at the end with which seed the random rule sets were made; keeps Spark to the tests that are about it."""

from collections import Counter

import pytest

from sanad.caseload import trying
from tests.batch.profile import SEED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counted: Counter[str] = Counter()
    for report in terminalreporter.stats.get("", []):
        if report.when == "teardown":
            counted.update({name: number for name, number in report.user_properties if name.startswith("batch ")})
    if counted:
        told = ", ".join(f"{number:,} {name.removeprefix('batch ')}" for name, number in sorted(counted.items()))
        terminalreporter.write_line(f"random rule sets: SANAD_SEED={SEED}: {told}")


@pytest.fixture(autouse=True)
def _cases_off_spark(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case takes milliseconds on DuckDB and a second on Spark, so only tests of the mark `spark` try cases there."""
    if request.node.get_closest_marker("spark") is None:
        monkeypatch.setattr(trying, "engines_here", lambda: [trying.DUCKDB])
