"""Every page in the reader's language: the person's own, until another one is chosen in this browser."""

import pytest
from django.test import Client

from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.web.people import PASSWORD, member


def sign_in(user: User) -> Client:
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="fr")
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    return client


def opening(client: Client) -> str:
    return client.get("/office/").content.decode()[:80]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "opens_with"), [("ar", 'lang="ar" dir="rtl"'), ("en", 'lang="en" dir="ltr"')])
def test_whoever_signs_in_reads_the_own_language(language: str, opens_with: str):
    maya = member("Maya Rizk", Role.CASEWORKER)
    User.objects.filter(pk=maya.pk).update(language=language)

    client = sign_in(maya)

    assert opens_with in opening(client)


@pytest.mark.django_db
def test_another_language_is_chosen_and_the_page_stays():
    client = sign_in(member("Maya Rizk", Role.CASEWORKER))

    answer = client.post("/language/", {"language": "en", "next": "/office/style/?q=1"})

    assert answer["Location"] == "/office/style/?q=1"
    assert 'lang="en" dir="ltr"' in opening(client)


@pytest.mark.django_db
def test_a_choice_never_leads_to_another_site():
    client = sign_in(member("Maya Rizk", Role.CASEWORKER))

    answer = client.post("/digits/", {"digits": "arab", "next": "https://elsewhere.example/"})

    assert answer["Location"] == "/"


@pytest.mark.django_db
def test_arabic_indic_digits_are_kept_for_the_next_pages():
    client = sign_in(member("Maya Rizk", Role.CASEWORKER))

    client.post("/digits/", {"digits": "arab", "next": "/office/"})

    assert "٣١٬٠٠٠" in client.get("/office/style/").content.decode()
