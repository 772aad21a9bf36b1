"""A family with its receipt in its hand, at a browser."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.http import HttpResponse
from django.test import Client

from sanad.casework.claims.codes import in_groups
from sanad.casework.claims.services import Received
from sanad.registry.models import Building
from sanad.registry.proposals import NewDwelling
from sanad.web.family import access, door
from tests.casework.families import KARIM, family, new_claim, received

DOOR, PAGE = "/family/", "/family/claim/"


def browser(language: str = "en", address: str = "203.0.113.7") -> Client:
    return Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE=language, REMOTE_ADDR=address)


def typed(client: Client, number: str, code: str) -> HttpResponse:
    """What comes back when somebody types this number and this code."""
    return client.post(DOOR, {"number": number, "code": code})


def came_in(given: Received | None = None, language: str = "en") -> Client:
    """The browser of a family that has opened its page."""
    given = given or received()
    assert given.receipt
    client = browser(language)
    assert typed(client, given.claim.number, in_groups(given.receipt.code)).status_code == 302
    return client


def neighbour(home: str = "219-4-A") -> Received:
    """Another family, in another home of the same building."""
    house = Building.objects.get(label="219")
    return received(new_claim(NewDwelling(house, home, 4), family(KARIM)))


Clock = Callable[[datetime], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the hour on the clock that the family's pages read."""

    def set_to(at: datetime) -> None:
        for module in (access, door):
            monkeypatch.setattr(module, "now", lambda: at)

    return set_to
