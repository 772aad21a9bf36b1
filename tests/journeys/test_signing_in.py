"""Signing in and the own account, in a browser and under the strict policy for scripts."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.timezone import now
from playwright.sync_api import CDPSession

from sanad.audit.made_up import mark_as_made_up
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.journeys.visit import Visit
from tests.web.codes import code_for, code_of, with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def finger_reader(visit: Visit) -> CDPSession:
    """A reader of fingers that knows its owner, as telephones have one; of no real device."""
    session = visit.context.new_cdp_session(visit.page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def test_a_caseworker_signs_in_with_a_password_and_sees_the_own_work(visit: Visit):
    maya = member("Maya Rizk", Role.CASEWORKER)

    visit.go("/office/")
    visit.look("login")
    visit.sign_in(maya)
    visit.look("work")

    assert visit.page.inner_text("h1") == {"ar": "عملي", "en": "My work"}[visit.language]


def test_a_wrong_password_is_told_without_saying_whether_the_person_is_known(visit: Visit):
    maya = member("Maya Rizk", Role.CASEWORKER)

    told = [tried(visit, email) for email in (maya.email, "nobody@sanad.example")]
    visit.look("login-wrong")

    assert told[0] == told[1] != ""
    assert visit.page.title().startswith({"ar": "خطأ: ", "en": "Error: "}[visit.language])


def tried(visit: Visit, email: str) -> str:
    visit.go("/account/login/")
    visit.page.fill("#id_login", email)
    visit.page.fill("#id_password", "a guess")
    visit.enter("#id_password")
    visit.page.wait_for_selector(".errors")
    return visit.page.inner_text(".errors")


def test_whoever_has_set_up_codes_is_asked_for_one(visit: Visit):
    omar = with_codes(member("Omar Daher", Role.FINANCE_OFFICER))

    visit.go("/account/login/")
    visit.page.fill("#id_login", omar.email)
    visit.page.fill("#id_password", "a long walk by the sea")
    visit.enter("#id_password")
    visit.page.wait_for_selector("#id_code")
    visit.look("second-step")
    visit.page.fill("#id_code", "000000")
    visit.enter("#id_code")
    visit.page.wait_for_selector(".errors")
    visit.look("second-step-wrong")
    visit.page.fill("#id_code", code_of(omar))
    visit.enter("#id_code")
    visit.page.wait_for_url("**/office/")

    assert visit.page.url.endswith("/office/")


def test_a_passkey_is_added_and_opens_the_office_without_a_password(visit: Visit):
    rana = member("Rana Saab", Role.PROGRAMME_LEAD)
    finger_reader(visit)
    visit.sign_in(rana)

    visit.go("/account/2fa/webauthn/add/")
    visit.page.wait_for_selector("h1")
    visit.look("reauthenticate")
    visit.page.fill("#id_password", "a long walk by the sea")
    visit.enter("#id_password")
    visit.page.wait_for_url("**/webauthn/add/")
    visit.look("passkey-add")
    visit.page.click("#webauthn_button")
    visit.page.wait_for_url("**/recovery-codes/")
    visit.look("recovery-codes")
    visit.sign_out()
    visit.go("/account/login/")
    visit.page.click("#passkey_login")
    visit.page.wait_for_url("**/office/")

    assert rana.name in visit.page.inner_text(".top")


@pytest.mark.look
def test_codes_of_the_moment_are_set_up_and_given_up(visit: Visit):
    omar = member("Omar Daher", Role.FINANCE_OFFICER)
    visit.sign_in(omar)

    show_again(visit, "/account/2fa/totp/activate/")
    visit.look("totp-activate")
    visit.page.fill("#id_code", "000000")
    visit.enter("#id_code")
    visit.page.wait_for_selector(".errors")
    visit.look("totp-activate-wrong")
    secret = visit.page.inner_text("code")
    visit.page.fill("#id_code", code_for(secret))
    visit.enter("#id_code")
    visit.page.wait_for_url("**/recovery-codes/")
    visit.go("/account/2fa/totp/deactivate/")
    visit.page.click("form.row button.stop")
    visit.page.wait_for_url("**/2fa/")

    assert not Authenticator.objects.filter(user=omar, type=Authenticator.Type.TOTP).exists()


def show_again(visit: Visit, path: str) -> None:
    """What changes how one signs in asks for the password once more."""
    visit.go(path)
    visit.page.fill("#id_password", "a long walk by the sea")
    visit.enter("#id_password")
    visit.page.wait_for_url(f"**{path}")


@pytest.mark.look
def test_a_passkey_is_the_second_step_is_renamed_and_removed(visit: Visit):
    rana = member("Rana Saab", Role.PROGRAMME_LEAD)
    finger_reader(visit)
    visit.sign_in(rana)
    show_again(visit, "/account/2fa/webauthn/add/")
    visit.page.fill("#id_name", "الهاتف")
    visit.page.uncheck("#id_passwordless")
    visit.page.click("#webauthn_button")
    visit.page.wait_for_url("**/recovery-codes/")
    key = Authenticator.objects.get(user=rana, type=Authenticator.Type.WEBAUTHN)

    visit.go("/account/2fa/webauthn/")
    visit.look("passkeys")
    visit.go(f"/account/2fa/webauthn/keys/{key.pk}/edit/")
    visit.look("passkey-rename")
    visit.page.click("form.card button.button")
    visit.page.wait_for_url("**/webauthn/")
    visit.sign_out()
    second_step_by_passkey(visit, rana)
    show_again(visit, f"/account/2fa/webauthn/keys/{key.pk}/remove/")
    visit.look("passkey-remove")
    visit.page.click("form.row button.stop")
    visit.page.wait_for_url("**/webauthn/")

    assert not Authenticator.objects.filter(pk=key.pk).exists()


def second_step_by_passkey(visit: Visit, user: User) -> None:
    visit.go("/account/login/")
    visit.page.fill("#id_login", user.email)
    visit.page.fill("#id_password", "a long walk by the sea")
    visit.enter("#id_password")
    visit.page.wait_for_selector("#webauthn_button")
    visit.look("second-step-passkey")
    visit.page.click("#webauthn_button")
    visit.page.wait_for_url("**/office/")


ACCOUNT_PAGES = [
    "/account/",
    "/account/second-factor/?next=/office/",
    "/account/logout/",
    "/account/password/change/",
    "/account/2fa/",
    "/account/2fa/webauthn/",
    "/account/2fa/totp/deactivate/",
    "/account/2fa/recovery-codes/generate/",
    "/office/style/",
    "/nowhere/",
]


@pytest.mark.look
def test_every_page_of_the_account_keeps_the_look(visit: Visit):
    omar = with_codes(member("Omar Daher", Role.FINANCE_OFFICER, Role.AUDITOR))
    visit.sign_in(omar)

    for page in ACCOUNT_PAGES:
        visit.go(page)
        visit.look(page)

    visit.faults.pop("console", None)  # the page that is nowhere answers 404, and the browser says so


def test_the_demo_lets_a_visitor_in_by_one_click(visit: Visit):
    with transaction.atomic():
        mark_as_made_up(at=now())
    maya, omar = member("Maya Rizk", Role.CASEWORKER), member("Omar Daher", Role.FINANCE_OFFICER)
    for user in (maya, omar):
        User.objects.filter(pk=user.pk).update(email=f"{user.pk}@demo.example")

    visit.go("/account/login/")
    visit.look("login-demo")
    visit.follow(".note a.button")
    visit.look("door")
    visit.page.click("button.quiet >> nth=0")
    visit.page.wait_for_url("**/office/")
    visit.look("work-demo")

    assert "Maya Rizk" in visit.page.inner_text(".top")
