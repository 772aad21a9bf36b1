"""Says at the end with which seed the random rule sets were made, how many were accepted and how much was compared."""

from collections import Counter

import pytest

from tests.batch.profile import SEED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counted: Counter[str] = Counter()
    for report in terminalreporter.stats.get("", []):
        if report.when == "teardown":
            counted.update({name: number for name, number in report.user_properties if name.startswith("batch ")})
    if counted:
        told = ", ".join(f"{number:,} {name.removeprefix('batch ')}" for name, number in sorted(counted.items()))
        terminalreporter.write_line(f"random rule sets: SANAD_SEED={SEED}: {told}")
