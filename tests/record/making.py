"""Web archives and PDF files as other programs write them, made for tests."""

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PARAGRAPH = (
    "The council of the town said on Monday that the stairs of the two houses would be repaired before the winter, "
    "and that each family would be told."
)
STORY = f"<article><h1>Stairs are repaired</h1><p>{PARAGRAPH}</p></article>"
PAGE = f"<!doctype html><html lang=en><meta charset=utf-8><title>News</title><body>{STORY}</body></html>".encode()


def warc(*pages: tuple[str, bytes, Mapping[str, str]], packed: bool = True, status: str = "200 OK") -> bytes:
    """Each page is an address, what the site sent and its headers; with a record of the request before each."""
    file = BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for url, sent, headers in pages:
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=asked))
        told = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        dated = {"WARC-Date": "2024-12-05T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=BytesIO(sent), http_headers=told, warc_headers_dict=dated
            )
        )
    return file.getvalue()


def wacz(inside: Mapping[str, bytes], listed: Mapping[str, bytes] | None = None) -> bytes:
    """`listed`: the files as they were when their hashes were written down."""
    file = BytesIO()
    resources = [
        {"path": path, "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"} for path, raw in (listed or inside).items()
    ]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("datapackage.json", json.dumps({"resources": resources}))
        for path, raw in inside.items():
            zipped.writestr(path, raw)
    return file.getvalue()


Drawn = tuple[float, float, float, str]
"""Where a run of letters begins, its size, and the letters in the order in which they stand from the left."""
WIDTH = 0.5
"""Of every letter, in letter heights."""


def pdf(*sheets: Sequence[Drawn]) -> bytes:
    """Letters are black boxes; which letter each is, the file says as real ones do."""
    signs = sorted({sign for sheet in sheets for *_, text in sheet for sign in text}) or ["?"]
    codes = {sign: code for code, sign in enumerate(signs, start=1)}
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", *_font(signs)]
    kids = []
    for sheet in sheets:
        drawn = "".join(
            f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[sign]:02x}' for sign in text)}> Tj ET\n"
            for x, y, size, text in sheet
        )
        objects.append(_stream(drawn.encode()))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _file(objects)


def _font(signs: Sequence[str]) -> list[bytes]:
    names, last = [f"/g{number}" for number in range(1, len(signs) + 1)], len(signs)
    procs = " ".join(f"{name} {5 if sign == ' ' else 4} 0 R" for name, sign in zip(names, signs, strict=True))
    widths = " ".join(["500"] * last)
    font = (
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<{procs}>>"
        f"/Encoding<</Type/Encoding/Differences[1 {' '.join(names)}]>>/FirstChar 1/LastChar {last}/Widths[{widths}]"
        "/ToUnicode 6 0 R/Resources<<>>>>"
    )
    lines = "".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>\n" for code, sign in enumerate(signs, start=1))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{last} beginbfchar\n{lines}endbfchar endcmap end end"
    )
    box = _stream(b"500 0 0 0 480 700 d1 20 0 460 700 re f")
    return [font.encode(), box, _stream(b"500 0 0 0 0 0 d1"), _stream(cmap.encode())]


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes]) -> bytes:
    file, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF"
    return file + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
