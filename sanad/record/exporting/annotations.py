"""Statements as W3C web annotations: each points at its words by where they stand and by what stands around them."""

from collections.abc import Mapping
from typing import Any

from sanad.record.exporting.jsonld import OURS, hash_id, id_of
from sanad.record.exporting.told import Place, Said

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sanad": f"{OURS}terms:"}]
"""The first is the name by which every reader of annotations knows them."""


def annotation(said: Said) -> Mapping[str, Any]:
    """The body names who is said to have spoken, and how near the words are; never whether they are true."""
    return {
        "id": id_of("annotation", said.key),
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "TextualBody", "format": "text/plain", "value": _told(said), "purpose": "describing"},
        "target": target(said),
    }


def target(said: Said) -> Mapping[str, Any]:
    source = said.telling.source
    found: dict[str, Any] = {
        "source": source.url or hash_id(source.capture),
        "selector": [quote_selector(said.place), position_selector(said.place)],
        "sanad:text": hash_id(said.place.layer),
    }
    if source.retrieved:
        found["state"] = {"type": "TimeState", "sourceDate": f"{source.retrieved.isoformat()}T00:00:00Z"}
    return found


def quote_selector(place: Place) -> Mapping[str, str]:
    told = {"type": "TextQuoteSelector", "exact": place.exact, "prefix": place.prefix, "suffix": place.suffix}
    return {name: words for name, words in told.items() if words}


def position_selector(place: Place) -> Mapping[str, Any]:
    """In code points of the text that `sanad:text` names."""
    return {"type": "TextPositionSelector", "start": place.start, "end": place.end}


def _told(said: Said) -> str:
    who = said.speaker.name if said.speaker else said.speaker_status
    return f"{who} ({said.kind}, {said.verbatim})"
