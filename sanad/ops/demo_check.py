"""`sanad demo --check`: the demo served on a free port, and every start page opened as every member of the staff."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from sanad.demo.staff import MEMBERS
from sanad.web.shared.made_up_families import Family, families

ADDRESS = re.compile(r"http://[\w.:\[\]]+/")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
MENU = re.compile(r"<nav[^>]*>(.*?)</nav>", re.DOTALL)
LINK = re.compile(r'href="(/[^"#?]*)"')
PATIENCE = 60.0
Failed = list[tuple[str, str]]


def look_at_all() -> tuple[list[str], Failed]:
    """The pages that opened, and those that did not with the reason."""
    opened: list[str] = []
    failed: Failed = []
    with _served() as address:
        for page in ("", "releases/", "demo/", "family/", "account/login/"):
            _open(_browser(), urljoin(address, page), opened, failed)
        for member in MEMBERS:
            _look_as(member.email, address, opened, failed)
        for family in families():
            _look_as_family(family, address, opened, failed)
    return opened, failed


@contextmanager
def _served() -> Iterator[str]:
    command = [sys.executable, "-u", "-m", "sanad", "serve", "--port", "0", "--processes", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield _address(server)
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def _address(server: "subprocess.Popen[str]") -> str:
    for line in server.stdout or ():
        found = ADDRESS.search(line)
        if found:
            return found.group()
    raise RuntimeError("the sites did not start")


def _browser() -> OpenerDirector:
    return build_opener(HTTPCookieProcessor(CookieJar()))


def _look_as(email: str, address: str, opened: list[str], failed: Failed) -> None:
    """Enter by the demo's door and open every subject of the menu."""
    browser = _browser()
    door = urljoin(address, "demo/")
    token = TOKEN.search(_open(browser, door, [], failed))
    if token is None:
        failed.append((door, "no form"))
        return
    given = urlencode({"csrfmiddlewaretoken": token.group(1), "email": email}).encode()
    work = _open(browser, door, opened, failed, given)
    menu = MENU.search(work)
    links = LINK.findall(menu.group(1)) if menu else []
    if not links:
        failed.append((f"{email} {door}", "no menu"))
    for link in links:
        _open(browser, urljoin(address, link), opened, failed)


def _look_as_family(family: Family, address: str, opened: list[str], failed: Failed) -> None:
    """Sign in with the number and the code that the demo's door shows, and open the claim's page."""
    browser = _browser()
    door = urljoin(address, "family/")
    token = TOKEN.search(_open(browser, door, [], failed))
    given = {"csrfmiddlewaretoken": token.group(1) if token else "", "number": family.number, "code": family.code}
    page = _open(browser, door, opened, failed, urlencode(given).encode())
    if family.number not in page:
        failed.append((door, f"{family.number} did not open its page"))


def _open(browser: OpenerDirector, url: str, opened: list[str], failed: Failed, given: bytes | None = None) -> str:
    """What the page says; nothing where it does not open."""
    try:
        with browser.open(url, given, timeout=PATIENCE) as page:
            text: str = page.read().decode()
    except (HTTPError, URLError, TimeoutError) as error:
        failed.append((url, str(error)))
        return ""
    opened.append(url)
    return text
