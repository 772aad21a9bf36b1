"""A PDF becomes text, page by page, in a process of its own: what breaks or stalls the library costs no more."""

import json
import signal
import subprocess
import sys
from importlib.metadata import version
from typing import Any

from sanad.record.importers.language import language_of
from sanad.record.importers.read import Notice, PageRefused, Producer, ReadPage, Sheet, Stated, TextLayer

ENDINGS = (".pdf",)
PRODUCER = Producer(
    "pdfium",
    version("pypdfium2"),
    {
        "lines": "joined",
        "arabic": "ordered by place",
        "brackets": "by neighbours",
        "presentation_forms": "plain letters",
    },
)
BETWEEN = "\n\n"
SECONDS = 120
OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
"""How the process ends at its limit of CPU time."""
CHILD = "import sys; sys.path[:] = sys.argv[1:]; from sanad.record.importers.pdf_letters import main; sys.exit(main())"
LISTED = 20


def pdf_page(name: str, raw: bytes) -> ReadPage:
    """Raises PageRefused: not_pdf, unreadable_pdf, slow_pdf, encrypted_pdf, too_many_sheets, no_text."""
    if b"%PDF-" not in raw[:1_024]:
        raise PageRefused("not_pdf")
    told = _told(raw)
    texts: list[str] = told["sheets"]
    empty = [number for number, text in enumerate(texts, start=1) if not text.strip()]
    if len(empty) == len(texts):
        raise PageRefused("no_text", sheets=len(texts))
    sheets, text = _together(texts)
    layer = TextLayer(text, PRODUCER, language_of(text), sheets=sheets)
    notices = () if not empty else (Notice("sheets_without_text", _listed(empty)),)
    stated = Stated(title=told["title"] or None)
    return ReadPage(name, "application/pdf", raw, (layer,), stated, notices)


def _told(raw: bytes) -> Any:
    try:
        done = subprocess.run(
            [sys.executable, "-c", CHILD, *sys.path], input=raw, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as slow:
        raise PageRefused("slow_pdf") from slow
    if done.returncode in OUT_OF_TIME:
        raise PageRefused("slow_pdf")
    try:
        told = json.loads(done.stdout) if done.returncode == 0 else {"refused": "unreadable_pdf"}
    except ValueError as cut:
        raise PageRefused("unreadable_pdf") from cut
    if "refused" in told:
        raise PageRefused(told["refused"])
    return told


def _together(texts: list[str]) -> tuple[tuple[Sheet, ...], str]:
    sheets, at = [], 0
    for number, text in enumerate(texts, start=1):
        sheets.append(Sheet(number, at, at + len(text)))
        at += len(text) + len(BETWEEN)
    return tuple(sheets), BETWEEN.join(texts)


def _listed(empty: list[int]) -> dict[str, str | int]:
    more = " ..." if len(empty) > LISTED else ""
    return {"count": len(empty), "sheets": ", ".join(map(str, empty[:LISTED])) + more}
