"""Who may open a page of staff."""

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY, record_authentication
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.utils.timezone import now

from sanad.audit.made_up import mark_as_made_up
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach, Scope
from sanad.web.shared import access
from sanad.web.shared.door import CAME_THROUGH
from sanad.web.shared.requests import StaffRequest
from tests.web.people import member, signed_in


def release(request: StaffRequest) -> HttpResponse:
    return HttpResponse("released")


def asking(user: User, *, signed_in_minutes_ago: int) -> StaffRequest:
    request = RequestFactory().get("/office/rounds/7/")
    request.user, request.session = user, signed_in(user).session
    record_authentication(request, user, method="password")
    request.session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["at"] -= signed_in_minutes_ago * 60
    return request


@pytest.mark.django_db
def test_whoever_is_not_signed_in_is_led_to_the_sign_in_and_back():
    answer = Client(HTTP_HOST="localhost").get("/office/")

    assert answer.status_code == 302
    assert answer["Location"] == "/account/login/?next=/office/"


@pytest.mark.django_db
def test_somebody_without_a_role_is_told_which_roles_a_page_is_for():
    nader = member("Nader Aoun")

    answer = signed_in(nader).get("/office/")

    assert answer.status_code == 403
    assert "Caseworker" in answer.content.decode()


@pytest.mark.django_db
def test_a_caseworker_opens_the_office():
    maya = member("Maya Rizk", Role.CASEWORKER)

    answer = signed_in(maya).get("/office/")

    assert answer.status_code == 200
    assert "Maya Rizk" in answer.content.decode()


def test_a_thing_out_of_reach_is_as_if_it_were_not_there():
    request = StaffRequest()
    request.reach = Reach(User(), (Scope(Role.CASEWORKER, "homes", "east"),))

    access.within_reach(request, "homes", ["east", "city"], Role.CASEWORKER)

    with pytest.raises(Http404):
        access.within_reach(request, "homes", ["west", "city"], Role.CASEWORKER)


@pytest.mark.django_db
def test_whoever_has_only_a_password_is_led_to_a_second_factor_before_an_act_that_releases():
    omar = member("Omar Daher", Role.FINANCE_OFFICER)

    answer = access.sensitive(release)(asking(omar, signed_in_minutes_ago=1))

    assert answer["Location"] == "/account/second-factor/?next=%2Foffice%2Frounds%2F7%2F"


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "status"), [(1, 200), (14, 200), (16, 302)])
def test_after_a_quarter_of_an_hour_an_act_that_releases_asks_to_sign_in_again(minutes: int, status: int):
    omar = member("Omar Daher", Role.FINANCE_OFFICER)
    Authenticator.objects.create(user=omar, type=Authenticator.Type.TOTP, data={"secret": "x"})

    answer = access.sensitive(release)(asking(omar, signed_in_minutes_ago=minutes))

    assert answer.status_code == status


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["signup/", "email/", "password/reset/", "social/", "confirm-email/"])
def test_pages_that_staff_do_not_need_are_not_there(address: str):
    answer = Client(HTTP_HOST="localhost").get(f"/account/{address}")

    assert answer.status_code == 404


@pytest.mark.django_db
def test_whoever_came_through_the_demo_door_is_asked_again_there_since_they_have_no_password():
    with transaction.atomic():
        mark_as_made_up(at=now())
    omar = member("Omar Daher", Role.FINANCE_OFFICER)
    Authenticator.objects.create(user=omar, type=Authenticator.Type.TOTP, data={"secret": "x"})
    request = asking(omar, signed_in_minutes_ago=16)
    request.session[CAME_THROUGH] = True
    request.META["HTTP_HOST"] = "localhost"

    answer = access.sensitive(release)(request)

    assert answer["Location"] == "/demo/?next=%2Foffice%2Frounds%2F7%2F"


@pytest.mark.django_db
def test_whoever_has_no_password_is_told_that_there_is_none_to_change():
    nada = member("Nada Rizk", Role.CASEWORKER)
    nada.set_unusable_password()
    nada.save()
    browser = signed_in(nada)

    answer = browser.get("/account/password/change/", follow=True)

    assert answer.redirect_chain[-1][0] == "/account/"
    assert "none to change" in answer.content.decode()
