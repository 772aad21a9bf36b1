"""Debian's Chromium, found where it lies; nothing is downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def needs_chromium() -> str:
    """Its path. Without one the test is skipped with its reason, or fails where SANAD_TEST_BROWSER=1 asks for it."""
    path = chromium()
    if path is None:
        reason = f"no Chromium here (looked for {', '.join(NAMES)})"
        (pytest.fail if os.environ.get("SANAD_TEST_BROWSER") == "1" else pytest.skip)(reason)
    return path


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needs_chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()
