"""A person at a browser: goes to pages, signs in, and has each page looked at."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page

from sanad.staff.models import User
from tests.journeys.look_checks import HEIGHT, faults_of
from tests.web.codes import code_of
from tests.web.people import PASSWORD

WAIT = 30_000  # milliseconds; a page that other work beside it makes slow is not a wrong one
PICTURES = os.environ.get("SANAD_TEST_PICTURES", "")


@dataclass
class Visit:
    """One browser with one reader's language. `faults` gathers what the pages looked at did wrong."""

    context: BrowserContext
    page: Page
    address: str
    language: str
    faults: dict[str, list[str]] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)
    widths: tuple[int, ...] = (390, 1280)

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def follow(self, selector: str) -> None:
        """Click a link or a button, and wait until the page that it leads to stands."""
        with self.page.expect_navigation():
            self.page.click(selector)

    def enter(self, selector: str) -> None:
        """Press Enter in a field, and wait until the answer stands."""
        with self.page.expect_navigation():
            self.page.press(selector, "Enter")

    def look(self, name: str) -> None:
        """Have the page that is shown looked at, and pictured where SANAD_TEST_PICTURES names a folder.

        A page looks the same whatever the database: it is looked at on SQLite.
        """
        self.page.wait_for_load_state()
        if connection.vendor != "sqlite":
            return
        found = faults_of(self.page, self.language)
        if found:
            self.faults[name] = found
        self.keep_picture(name)

    def keep_picture(self, name: str) -> None:
        if not PICTURES:
            return
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        for width in self.widths:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            path = Path(PICTURES) / f"{re.sub(r'[^a-z0-9]+', '-', name)}-{self.language}-{width}.png"
            self.page.screenshot(path=path, full_page=True)

    def sign_in(self, user: User, place: str = "office") -> None:
        """By the password, and by a code of the moment where the person has set one up; the work begins at `place`."""
        self.go("/account/login/")
        self.page.fill("#id_login", user.email)
        self.page.fill("#id_password", PASSWORD)
        self.enter("#id_password")
        if "/2fa/authenticate/" in self.page.url:
            self.page.fill("#id_code", code_of(user))
            self.enter("#id_code")
        self.page.wait_for_url(f"**/{place}/**")

    def sign_out(self) -> None:
        self.context.clear_cookies(name="sessionid")


def visiting(browser: Browser, address: str, language: str, **given: Any) -> Visit:
    """`given` are further settings of the browser, such as one in which no script runs."""
    context = browser.new_context(locale=language, **({"viewport": {"width": 1280, "height": HEIGHT}} | given))
    context.set_default_timeout(WAIT)
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": address}])
    page = context.new_page()
    visit = Visit(context, page, address, language)
    page.on("request", lambda request: visit.elsewhere.add(request.url) if not _own(request.url, address) else None)
    page.on(
        "console",
        lambda said: visit.faults.setdefault("console", []).append(said.text) if said.type == "error" else None,
    )
    page.on("pageerror", lambda error: visit.faults.setdefault("scripts", []).append(str(error)))
    return visit


def _own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "about:", "blob:"))
