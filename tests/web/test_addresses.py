"""Addresses that somebody typed or built to break a page."""

import pytest
from django.test import Client

from sanad.staff.roles import Role
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
PLACES = ["/?page=%00", "/office/claims/?q=%00", "/office/search/?q=a%00b", "/desk/questions/?page=%00", "/offi%00ce/"]


@pytest.mark.parametrize("address", PLACES)
def test_the_sign_that_no_database_keeps_is_refused_in_words(address: str):
    client = signed_in(member("Maya Haddad", Role.CASEWORKER), "en")

    answer = client.get(address)

    assert answer.status_code == 400
    assert "The request cannot be read" in answer.content.decode()


def test_whoever_is_not_signed_in_is_told_in_their_language():
    answer = Client(headers={"accept-language": "ar"}).get("/?page=%00")

    assert answer.status_code == 400
    assert '<html lang="ar" dir="rtl"' in answer.content.decode()
