"""What LOOK promises of every page, looked up in a browser: each function gives the faults that it finds, in words."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

HERE = Path(__file__).parent
AXE = (HERE / "vendor/axe-core-4.14.1/axe.min.js").read_text(encoding="utf-8")
OVERFLOW = (HERE / "overflow.js").read_text(encoding="utf-8")
SMALL = (HERE / "small.js").read_text(encoding="utf-8")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIOLATIONS = "async tags => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']})).violations"
"""What fits is left in the browser: to bring it over took longer than to find it."""
WIDTHS = (320, 390, 640, 1280)  # 640 is 1280 at 200 %
HEIGHT = 844
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
BROKEN = """() => [...document.querySelectorAll('.ref')]
  .filter(one => one.getClientRects().length > 1 && !one.closest('table:not(.cards)')).map(one => one.textContent)"""
STYLED = "() => [...document.querySelectorAll('[style]')].map(one => one.outerHTML.slice(0, 80))"
LANGUAGE = "() => [document.documentElement.lang, document.documentElement.dir]"
DIRECTIONS = {"ar": "rtl", "en": "ltr"}


def overflowing(page: Page) -> list[str]:
    """No horizontal scroll at any width and no reference on two lines, with everything open."""
    found = []
    page.evaluate(OPEN)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"at {width} px: {words}" for words in page.evaluate(OVERFLOW)]
        found += [f"at {width} px on two lines: {words}" for words in page.evaluate(BROKEN)]
    return found


def told_by_axe(page: Page) -> list[str]:
    """WCAG 2.2 AA and best practice, as axe reads them; run by the debugger, since the page lets in no script."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    violations: list[dict[str, Any]] = page.evaluate(VIOLATIONS, AXE_TAGS)
    return [_said(fault) for fault in violations]


def _said(fault: dict[str, Any]) -> str:
    first = fault["nodes"][0]
    return f"axe {fault['id']}: {fault['help']}: {first['html'][:160]} {first['failureSummary'][:200]}"


def too_small(page: Page) -> list[str]:
    """Controls under 44 px; links inside a sentence are excepted."""
    return [f"too small: {words}" for words in page.evaluate(SMALL)]


def styled(page: Page) -> list[str]:
    return [f"a style of its own: {words}" for words in page.evaluate(STYLED)]


def misdirected(page: Page, language: str) -> list[str]:
    found = page.evaluate(LANGUAGE)
    return [] if found == [language, DIRECTIONS[language]] else [f"lang and dir are {found}"]


def faults_of(page: Page, language: str) -> list[str]:
    """All faults of the page that the browser shows, in both themes."""
    found = overflowing(page) + misdirected(page, language)
    for theme, width in (("light", 390), ("dark", 1280)):
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"{theme}, {width} px: {words}" for words in told_by_axe(page)]
    page.set_viewport_size({"width": 390, "height": HEIGHT})
    page.emulate_media(color_scheme="light")
    return found + too_small(page) + styled(page)
