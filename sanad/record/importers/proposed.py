"""One page with its proposals, or why it could not be read."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sanad.record.importers.read import LeftOut, ReadPage, Refused, TextLayer
from sanad.record.importers.reading import Found, read, read_file
from sanad.record.proposing import propose
from sanad.record.proposing.shape import shape_of

__all__ = ["LeftOut", "Proposed", "Refused", "proposed", "proposed_in", "proposed_of_bytes"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """`shape` is the page and its proposals as one object for programs."""

    shape: dict[str, Any]


Told = Proposed | Refused | LeftOut


def proposed(file: Path) -> Proposed | Refused:
    """Of a file that is one page. Never raises for what stands in it."""
    return next(one for one in proposed_in(file) if not isinstance(one, LeftOut))


def proposed_in(file: Path) -> Iterator[Told]:
    """Every page of a file, of which an archive holds many. Never raises for what stands in it."""
    yield from map(_told, read_file(file))


def proposed_of_bytes(name: str, raw: bytes) -> Iterator[Told]:
    yield from map(_told, read(name, raw))


def _told(found: Found) -> Told:
    if not isinstance(found, ReadPage):
        return found
    layer = found.layers[-1]
    return Proposed({"page": _page(found, layer)} | shape_of(propose(layer.text, layer.language)))


def _page(read: ReadPage, layer: TextLayer) -> dict[str, Any]:
    """`bytes` and `sha256` are of what was read, `chars` and `layer` of the text on which every place counts."""
    stated = {key: value for key, value in asdict(read.stated).items() if key != "url" and value is not None}
    response = read.response
    return {
        "file": read.file,
        "sha256": read.sha256,
        "bytes": len(read.raw),
        "chars": len(layer.text),
        "language": layer.language,
        "media_type": read.media_type,
        "url": read.stated.url,
        "stated": stated,
        "capture": asdict(response) if response else None,
        "warnings": [{"code": notice.code, **notice.facts} for notice in read.notices],
        "layer": _layer(layer),
    }


def _layer(layer: TextLayer) -> dict[str, Any]:
    made = {"text": layer.text, "sha256": layer.sha256, "offset_unit": "codepoint", "made_from": layer.made_from}
    places = {"sheets": [asdict(one) for one in layer.sheets], "heard": [asdict(one) for one in layer.heard]}
    return made | {"producer": asdict(layer.producer)} | {key: rows for key, rows in places.items() if rows}
