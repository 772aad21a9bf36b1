"""A browser for all journeys, and for each the site over a database of its own."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from playwright.sync_api import Browser

from tests.journeys.browser import launched, needs_chromium
from tests.journeys.served import served
from tests.journeys.visit import Visit, visiting

# Playwright waits in an event loop of this thread, in which Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    needs_chromium()
    with launched() as found:
        yield found


@pytest.fixture
def site(own_database: str) -> Iterator[str]:
    """The address of the site; nobody has tried to sign in yet."""
    cache.clear()
    with served() as address:
        yield address


READERS = ["ar", "en"] if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") else ["ar"]
"""On another database it is the acts that may go otherwise, not the words."""


@pytest.fixture(params=READERS)
def visit(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """Somebody who reads Arabic, and again somebody who reads English. Nothing may be asked of another host."""
    visit = visiting(browser, site, request.param)
    yield visit
    visit.context.close()
    assert visit.elsewhere == set()
    assert visit.faults == {}
