"""Says at the end with which seed the random rule sets were made; keeps Spark to the tests that are about it."""

import os
from collections import Counter
from collections.abc import Iterator

import pytest
import pytest_django
from django.conf import settings
from django.db import connections
from django.test.utils import setup_databases, teardown_databases
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from sanad.caseload import trying
from tests.batch.profile import SEED
from tests.databases import copied_database
from tests.schema import number_each_table_apart, tell_as_migrated
from tools.catalogues import compile_all

compile_all()
# Where other work goes on beside the tests, drawing an example may take long; that says nothing of the code.
if "CI" not in os.environ:
    hypothesis.register_profile("beside other work", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    hypothesis.load_profile("beside other work")
if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Processes are killed here, never the machine: nothing has to wait for the disk.
    settings.DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counted: Counter[str] = Counter()
    for report in terminalreporter.stats.get("", []):
        if report.when == "teardown":
            counted.update({name: number for name, number in report.user_properties if name.startswith("batch ")})
    if counted:
        told = ", ".join(f"{number:,} {name.removeprefix('batch ')}" for name, number in sorted(counted.items()))
        terminalreporter.write_line(f"random rule sets: SANAD_SEED={SEED}: {told}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses the database is marked so, and runs on PostgreSQL as well."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if item.get_closest_marker("django_db") or {"django_db_setup", "db"} & set(fixtures):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: pytest_django.DjangoDbBlocker, django_db_modify_db_settings: None
) -> Iterator[None]:
    """The database; also where no test of the run is marked, since `own_database` copies it.

    Its tables come from the models at once: tests/health/test_migrations.py holds the migrated one against it.
    """
    connections.settings["default"]["TEST"]["MIGRATE"] = False
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"}, serialized_aliases=set())
        tell_as_migrated()
        number_each_table_apart()
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[str]:
    """A copy of the database for a test that commits, in several threads or processes; gives its address."""
    with django_db_blocker.unblock(), copied_database() as address:
        yield address


@pytest.fixture(autouse=True)
def _cases_off_spark(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case takes milliseconds on DuckDB and a second on Spark, so only tests of the mark `spark` try cases there."""
    if request.node.get_closest_marker("spark") is None:
        monkeypatch.setattr(trying, "engines_here", lambda: [trying.DUCKDB])
