"""The process that reads a PDF: bytes in, the text of each page out, with limits on time and memory."""

import ctypes
import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw as pdfium

from sanad.record.importers.letters import Letter, Line, paragraphs_of
from sanad.record.importers.visual_order import text_of_lines

CPU_SECONDS = 60
MEMORY = 4_000_000_000
MOST_SHEETS = 2_000
MOST_LETTERS = 5_000_000


def main() -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(json.dumps(_told(sys.stdin.buffer.read())))
    return 0


def _told(raw: bytes) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as wrong:
        return {"refused": "encrypted_pdf" if "assword" in str(wrong) else "unreadable_pdf"}
    if len(document) > MOST_SHEETS:
        return {"refused": "too_many_sheets"}
    found, letters = [], 0
    for number in range(len(document)):
        lines = list(_lines(document[number].get_textpage()))
        letters += sum(len(line.letters) for line in lines)
        if letters > MOST_LETTERS:
            return {"refused": "too_many_sheets"}
        found.append(paragraphs_of(text_of_lines(lines)))
    title = document.get_metadata_dict().get("Title", "").strip()[:500]
    return {"sheets": found, "title": title}


def _lines(page: Any) -> Iterator[Line]:
    """As the library parts them; letters that it adds itself are only where it saw a space or the end of a line."""
    letters: list[Letter] = []
    for index in range(page.count_chars()):
        sign = pdfium.FPDFText_GetUnicode(page, index)
        if sign in (0x0A, 0x0D):
            if letters:
                yield Line(letters)
            letters = []
        elif sign and not 0xD800 <= sign <= 0xDFFF:
            letters.append(_letter(page, index, chr(sign)))
    if letters:
        yield Line(letters)


def _letter(page: Any, index: int, sign: str) -> Letter:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    left, _, right, _ = page.get_charbox(index)
    return Letter(
        index,
        sign,
        round(x.value, 1),
        round(y.value, 1),
        left,
        right,
        round(pdfium.FPDFText_GetFontSize(page, index), 1),
    )
