"""Arabic pages say nothing in English: texts of allauth and Django that reach them are Arabic too."""

import re
from html import unescape

import pytest

from sanad.staff.roles import Role
from tests.web.codes import with_codes
from tests.web.people import PASSWORD, member, signed_in

MARKUP = re.compile(r"<(script|style|datalist|code)\b.*?</\1>|<[^>]+>", re.DOTALL)
ENGLISH = re.compile(r"\b[A-Za-z]{3,}\b")
NAMES = {
    "English", "Omar", "Daher", "omar", "sanad", "example", "JavaScript", "Aegis", "FreeOTP", "Google", "Authenticator",
    "USD", "SSP", "noscript",
}  # fmt: skip
PAGES = [
    "/office/",
    "/office/style/",
    "/account/",
    "/account/password/change/",
    "/account/2fa/",
    "/account/2fa/webauthn/",
    "/account/2fa/totp/deactivate/",
    "/account/reauthenticate/",
    "/account/2fa/reauthenticate/",
    "/nowhere/",
]


def english_in(html: str) -> set[str]:
    body = html[html.index("<body") :]
    return set(ENGLISH.findall(unescape(MARKUP.sub(" ", body)))) - NAMES


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_an_arabic_page_has_no_english_word(page: str):
    client = signed_in(with_codes(member("Omar Daher", Role.FINANCE_OFFICER)), "ar")

    html = client.get(page, follow=True).content.decode()

    assert 'lang="ar"' in html
    assert english_in(html) == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "password", [("short", "short"), ("password1234", "password1234"), ("a walk on the hill", "another walk"), ("", "")]
)
def test_what_is_wrong_with_a_password_is_said_in_arabic(password: tuple[str, str]):
    client = signed_in(member("Omar Daher", Role.FINANCE_OFFICER), "ar")
    given = {"oldpassword": PASSWORD, "password1": password[0], "password2": password[1]}

    html = client.post("/account/password/change/", given).content.decode()

    assert "هناك ما يحتاج إلى تصحيح" in html
    assert english_in(html) == set()
