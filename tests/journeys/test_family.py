"""A family at its telephone: it comes in by its receipt, reads its page, asks, reports, leaves. No script is needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sanad.casework.claims.codes import in_groups
from sanad.casework.claims.services import Received, renew_receipt
from sanad.casework.payments.models import Payment
from sanad.web.family import page as family_page
from tests.casework.families import maya, received
from tests.casework.payments_of_claims import reserved, sent
from tests.casework.rounds_of_claims import LATER
from tests.journeys.look_checks import HEIGHT, overflowing
from tests.journeys.test_on_paper import sheets
from tests.journeys.visit import Visit, visiting
from tests.web.family.answers import STATES

pytestmark = pytest.mark.browser
SMALLEST = 320
KILOBYTE, WHOLE, WITHOUT_FONTS = 1_000, 100_000, 100_000


@pytest.fixture(params=["ar", "en"])
def telephone(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """An old telephone, 320 px wide, in which no script runs."""
    size = {"width": SMALLEST, "height": 568}
    visit = visiting(browser, site, request.param, java_script_enabled=False, viewport=size)
    yield visit
    visit.context.close()
    assert visit.elsewhere == set()


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The family of the look, with everything that a page can say."""
    monkeypatch.setattr(family_page, "current", lambda *_given: STATES["whole"])


def come_in(visit: Visit, given: Received, code: str = "") -> None:
    visit.go("/family/")
    visit.page.fill("#id_number", given.claim.number.lower())
    visit.page.fill("#id_code", code or in_groups(given.receipt.code))
    visit.follow("main form button.button")


def test_a_family_comes_in_reads_its_page_and_leaves(visit: Visit, answered: None):
    given = received()

    visit.go("/family/")
    visit.look("family-door")
    visit.follow("main form button.button")
    visit.look("family-door-empty")
    come_in(visit, given, "AAAAA-AAAAA")
    visit.look("family-door-wrong")
    come_in(visit, given)
    visit.look("family-claim")
    visit.go("/family/claim/print/")
    visit.look("family-paper")
    visit.follow("main a[href='/family/claim/']")
    visit.follow("form[action='/family/leave/'] button")
    visit.look("family-left")

    assert visit.page.url.endswith(f"/today/?in={visit.language}")
    assert "sanad_family" not in {cookie["name"] for cookie in visit.context.cookies()}


def test_danger_is_reported_without_a_script_on_the_smallest_screen(telephone: Visit, answered: None):
    come_in(telephone, received())

    telephone.follow("#house + * + * a[href='/family/danger/'], .card a[href='/family/danger/']")
    telephone.follow("main form button.button")
    wrong = telephone.page.inner_text(".errors")
    telephone.page.fill("#id_words", "شقوق جديدة في العمود")
    telephone.follow("main form button.button")

    assert wrong
    assert telephone.page.url.endswith("/family/sent/")
    assert telephone.page.inner_text(".note.done bdi.ref").startswith("G-")


@pytest.mark.look
def test_the_page_fits_the_smallest_screen_and_reads_without_a_script(telephone: Visit, answered: None):
    come_in(telephone, received())
    telephone.page.click("#lines ~ ul details >> nth=0 >> summary")
    picture(telephone, "family-320")

    assert telephone.page.inner_text("#short ~ .sums dd >> nth=0").startswith("31,000")
    assert telephone.page.is_visible("#lines ~ ul details[open] .why >> nth=0")
    assert overflowing(telephone.page) == []


def picture(visit: Visit, name: str) -> None:
    visit.widths = (SMALLEST,)
    visit.keep_picture(name)


@pytest.mark.look
@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_claim_is_looked_at(state: str, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(family_page, "current", lambda *_given: STATES[state])

    come_in(visit, received())
    visit.look(f"family-state-{state}")

    assert visit.page.inner_text("h1")


@pytest.mark.look
def test_the_first_visit_costs_at_most_a_hundred_kilobytes(visit: Visit, answered: None):
    given = received()
    visit.page.set_viewport_size({"width": 390, "height": HEIGHT})
    come_in(visit, given)

    sizes = transferred(visit.page, lambda: visit.page.reload())

    fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
    assert fonts > 0
    assert sum(sizes.values()) - fonts <= WITHOUT_FONTS
    assert sum(sizes.values()) <= WHOLE, sizes


def transferred(page: Page, act) -> dict[str, int]:
    """By address, the bytes that came over the line with their heads, in a browser that keeps nothing."""
    debugger = page.context.new_cdp_session(page)
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    debugger.on("Network.requestWillBeSent", lambda told: urls.update({told["requestId"]: told["request"]["url"]}))
    debugger.on(
        "Network.loadingFinished",
        lambda told: sizes.update({urls.get(told["requestId"], "begun before"): int(told["encodedDataLength"])}),
    )
    debugger.send("Network.enable")
    debugger.send("Network.setCacheDisabled", {"cacheDisabled": True})
    act()
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    return sizes


@pytest.mark.look
def test_the_second_visit_asks_for_the_page_alone(visit: Visit, answered: None):
    come_in(visit, received())
    asked: list[str] = []
    visit.page.on("response", lambda got: asked.append(got.url) if not got.from_service_worker else None)

    fresh = visit.go("/family/claim/").evaluate(
        "performance.getEntriesByType('resource').filter(one => one.transferSize > 0).map(one => one.name)"
    )

    assert asked
    assert fresh == []


@pytest.mark.look
def test_on_paper_the_page_is_three_sheets(visit: Visit, answered: None, tmp_path: Path):
    come_in(visit, received())
    visit.go("/family/claim/print/")

    paper = tmp_path / "claim.pdf"
    paper.write_bytes(visit.page.pdf(format="A4"))

    assert sheets(paper) <= 3


@pytest.mark.look
def test_danger_what_remains_and_what_is_missing_stand_on_the_first_screen(visit: Visit, answered: None):
    visit.page.set_viewport_size({"width": 390, "height": HEIGHT})
    come_in(visit, received())

    missing = visit.page.locator("#short ~ p:not(.row)").last.bounding_box()

    assert visit.page.is_visible("#danger")
    assert missing["y"] + missing["height"] <= HEIGHT


def test_a_family_says_on_the_smallest_screen_that_its_payment_arrived(telephone: Visit):
    fund, (claim,) = reserved(1)
    sent(fund)
    code = renew_receipt(claim=claim, at=LATER, by=maya()).code

    telephone.go("/family/")
    telephone.page.fill("#id_number", claim.number)
    telephone.page.fill("#id_code", code)
    telephone.follow("main form button.button")
    picture(telephone, "family-payment-320")
    telephone.follow("button[name='arrived'][value='yes']")
    picture(telephone, "family-payment-said-320")
    telephone.go("/family/claim/")

    assert Payment.objects.get().confirmed_at
    assert telephone.page.is_visible("#payments ~ * .tag.done")
