"""Quotations that a person typed from a source that is held elsewhere: a small YAML or JSON file.

    source:
      title: Minutes of the residents' meeting
      publisher: Residents' committee
      date: 2024-12
      shelf_mark: Box 4, sheet 12
      language: en
    quotations:
      - at: page 3
        text: |-
          The mayor said, "The stairs will be repaired."

The wording of each `text` is kept sign by sign; the quotations are parted by a blank line.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from sanad.record.importers.language import language_told
from sanad.record.importers.plain_text import text_in
from sanad.record.importers.read import PageRefused, Producer, ReadPage, Stated, TextLayer

ENDINGS = (".yaml", ".yml", ".json")
LARGEST = 1_000_000
"""Bytes: a person types no more."""
BETWEEN = "\n\n"
PARTS = frozenset({"source", "quotations"})
SOURCE = frozenset({"title", "publisher", "date", "shelf_mark", "language", "url"})
QUOTATION = frozenset({"at", "text"})


class PlainLoader(yaml.SafeLoader):
    """Everything a person typed is text: no date is completed, no number read."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012  # the base class has it so

    def compose_node(self, parent: Any, index: Any) -> Any:
        """An alias would let a small file grow without end."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("alias")
        return super().compose_node(parent, index)


def by_hand(name: str, raw: bytes) -> ReadPage:
    """Raises PageRefused: too_large_by_hand, not_utf8, not_text, other_data, no_entry with what is wrong."""
    if len(raw) > LARGEST:
        raise PageRefused("too_large_by_hand")
    told = _read(name, text_in(raw))
    source, quotations = told.get("source"), told.get("quotations")
    if not isinstance(source, Mapping) or not _is_text(source.get("title")):
        raise PageRefused("no_entry", what="source.title")
    _refuse_others(source, SOURCE, "source")
    if not isinstance(quotations, Sequence) or isinstance(quotations, str) or not quotations:
        raise PageRefused("no_entry", what="quotations")
    texts, places = zip(*_quotations(quotations), strict=True)
    text = BETWEEN.join(texts)
    producer = Producer("hand_entry", "1", {"places": " | ".join(places)})
    layer = TextLayer(text, producer, language_told(source.get("language"), text)[0])
    media_type = "application/json" if name.lower().endswith(".json") else "application/yaml"
    return ReadPage(name, media_type, raw, (layer,), _stated(source))


def _read(name: str, text: str) -> Mapping[str, Any]:
    try:
        told = json.loads(text) if name.lower().endswith(".json") else yaml.load(text, Loader=PlainLoader)
    except (ValueError, RecursionError, yaml.YAMLError) as wrong:
        raise PageRefused("no_entry", what="YAML, JSON") from wrong
    if not isinstance(told, Mapping) or not told.keys() & PARTS or ("source" not in told and told.keys() - PARTS):
        raise PageRefused("other_data")
    _refuse_others(told, PARTS, "")
    return told


def _quotations(told: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(told, start=1):
        text: Any = one.get("text") if isinstance(one, Mapping) else None
        if not _is_text(text):
            raise PageRefused("no_entry", what=f"quotations[{number}].text")
        _refuse_others(one, QUOTATION, f"quotations[{number}]")
        at = one.get("at")
        yield text, str(at) if at is not None else ""


def _is_text(told: Any) -> bool:
    return isinstance(told, str) and bool(told.strip()) and _is_unicode(told)


def _is_unicode(told: str) -> bool:
    """JSON can name halves of a sign, which no file can hold."""
    return not any("\ud800" <= sign <= "\udfff" for sign in told)


def _refuse_others(told: Mapping[Any, Any], known: frozenset[str], where: str) -> None:
    """A misspelt key would lose what stands under it."""
    other = next((key for key in told if key not in known), None)
    if other is not None:
        raise PageRefused("no_entry", what=f"{where}.{other}".lstrip(".")[:100])


def _stated(source: Mapping[str, Any]) -> Stated:
    said = {key: str(source[key]) for key in SOURCE if source.get(key) is not None}
    return Stated(
        url=said.get("url"),
        title=said.get("title"),
        publisher=said.get("publisher"),
        published=said.get("date"),
        shelf_mark=said.get("shelf_mark"),
    )
