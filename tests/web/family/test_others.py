"""A family sees its own claim and nothing of others: at every address, asked in every way, with everybody's ids."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

import pytest
from django.test import Client
from django.urls import reverse

from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import receive_claim, renew_receipt
from sanad.casework.inquiries.models import Inquiry, Kind
from sanad.casework.inquiries.services import ask
from sanad.registry.proposals import NewDwelling, NewPerson
from sanad.web.family.urls import urlpatterns
from tests.casework.families import AT, building, family, maya, new_claim, programme
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of, issued
from tests.health.tree import ROOT
from tests.web.family.families import browser, typed

pytestmark = pytest.mark.usefixtures("own_database")
ADDRESSES = [reverse(one.name) for one in urlpatterns if one.name != "family_leave"]
LAYLA = NewPerson("ليلى خوري", "Layla Khoury", "70 111 222", 1977)


@dataclass(frozen=True, slots=True)
class Family:
    """`secrets` are words and numbers that no other family may read."""

    claim: Claim
    client: Client
    asked: Inquiry
    secrets: tuple[str, ...]


def at_a_browser(claim: Claim, *names: str) -> Family:
    receipt = renew_receipt(claim=claim, at=AT, by=maya())
    client = browser()
    assert typed(client, claim.number, receipt.code).status_code == 302
    words = f"سؤال الطلب {claim.pk}"
    asked = ask(id=uuid.uuid4(), claim=claim, kind=Kind.QUESTION, words=words, at=LATER)
    own = (claim.number, claim.household.reference, claim.dwelling.reference, claim.dwelling.label)
    return Family(claim, client, asked, (*own, asked.number, words, *names))


def of_another_programme() -> Claim:
    other = programme(ROOT / "programmes/demo-southern-suburbs", prefix="DSS")
    new = new_claim(NewDwelling(building("220"), "220-9-Z", 9), family(LAYLA))
    return receive_claim(programme=other, new=new, at=AT, by=maya()).claim


@pytest.fixture
def families() -> list[Family]:
    """Two of one building, with awards and money before one of them, and one of another programme."""
    first, second = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)
    fund_of(400_000)
    issued()
    return [
        at_a_browser(first, "فرد 1 1", "Member 1 1"),
        at_a_browser(second, "فرد 2 1", "Member 2 1"),
        at_a_browser(of_another_programme(), "ليلى", "Layla"),
    ]


def fields(other: Family) -> dict[str, object]:
    """Whatever a form of these pages could name, with the other's numbers, ids and references in it."""
    claim = other.claim
    return {
        **dict.fromkeys(("claim", "reference", "inquiry", "next", "q"), claim.number),
        "id": other.asked.client_id,
        "kind": "question",
        "words": "?",
        "payment": f"{claim.programme.prefix}-P1-000001",
        "arrived": "yes",
        "household": claim.household.reference,
        "dwelling": claim.dwelling.reference,
    }


def answers(own: Family, other: Family) -> Iterator[tuple[str, str, str]]:
    for address in ADDRESSES:
        for method, send in (("GET", own.client.get), ("POST", own.client.post)):
            yield method, address, send(address, fields(other), follow=True).content.decode()


def test_no_address_tells_one_family_of_another(families: list[Family]):
    pages = [(other, *page) for own, other in permutations(families, 2) for page in answers(own, other)]

    leaks = [
        (method, address, secret)
        for other, method, address, page in pages
        for secret in other.secrets
        if secret in page
    ]

    assert len(pages) == 6 * 2 * len(ADDRESSES)
    assert any(own.claim.number in page for own in families for _, _, page in answers(own, families[0]))
    assert leaks == []


def test_the_code_of_one_family_opens_no_other(families: list[Family]):
    receipts = [renew_receipt(claim=one.claim, at=LATER, by=maya()) for one in families]

    opened = [
        typed(browser(), one.claim.number, receipt.code).status_code == 302
        for one, receipt in permutations_of(families, receipts)
    ]

    assert opened == [False] * 6


def permutations_of(families: list[Family], receipts: list) -> Iterator[tuple]:
    return ((one, receipt) for at, one in enumerate(families) for place, receipt in enumerate(receipts) if at != place)


def test_what_others_asked_with_our_form_id_is_still_theirs(families: list[Family]):
    first, second, _ = families

    answer = second.client.post("/family/ask/", fields(first))

    assert answer.status_code == 400
    assert Inquiry.objects.filter(claim=second.claim).count() == 1
