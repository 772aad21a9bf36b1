"""What was typed outlives the session in which it was typed."""

import pytest
from django.test import Client

from sanad.staff.roles import Role
from tests.web.people import member, signed_in
from tests.web.test_taking_in import filled, url

OWN = "http://localhost"


@pytest.mark.django_db
def test_a_form_sent_after_the_session_ended_is_shown_back_to_be_sent_again():
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")

    answer = client.post(url(), filled(), HTTP_ORIGIN=OWN)

    page = answer.content.decode()
    assert answer.status_code == 401
    assert 'name="member0-latin_name" value="Samira Haddad"' in page
    assert f'action="{url()}"' in page


@pytest.mark.django_db
def test_words_of_another_site_are_never_shown_back():
    client = Client(HTTP_HOST="localhost")

    answer = client.post(url(), filled(), HTTP_ORIGIN="https://elsewhere.example")

    assert answer["Location"].startswith("/account/login/")


@pytest.mark.django_db
def test_a_form_older_than_the_sign_in_is_shown_back_with_a_fresh_token():
    maya = member("Maya Rizk", Role.CASEWORKER)
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en", enforce_csrf_checks=True)
    client.force_login(maya)

    answer = client.post(url(), filled(csrfmiddlewaretoken="of another day"), HTTP_ORIGIN=OWN)

    page = answer.content.decode()
    assert answer.status_code == 403
    assert 'value="Samira Haddad"' in page
    assert "of another day" not in page


@pytest.mark.django_db
def test_whoever_works_stays_signed_in():
    client = signed_in(member("Maya Rizk", Role.CASEWORKER))

    client.get("/office/")

    assert client.session["renewed"] > 0
