"""A programme as one text that is the same on every machine, and its content hash.

Keys are sorted, numbers are exact texts with their type, dates are ISO; lines, files, comments and the order
of names do not count. A part that has its default is left out, so that a later addition to the declarations
leaves the hashes as they are.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sanad.engine.rules import declared
from sanad.engine.rules.declared import Programme, Where
from sanad.rulebook.reading.caps import refused

FORMAT = "sanad-programme-1"
STORED = Where("programme.json", 0)
_KIND = "@"
_LEFT_OUT = {"where", "hash"}
_CLASSES = {name: kind for name, kind in vars(declared).items() if isinstance(kind, type) and is_dataclass(kind)}


def canonical_text(programme: Programme) -> str:
    """The text that names the programme; the sha256 of its UTF-8 bytes is the content hash."""
    content = {"format": FORMAT, "programme": _encode(programme)}
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hashed(programme: Programme) -> Programme:
    """The programme with its content hash."""
    digest = hashlib.sha256(canonical_text(programme).encode()).hexdigest()
    return replace(programme, hash=digest)


def load_canonical(text: str) -> Programme:
    """The programme of a stored round, as its folder gave it but for the lines. Raises ProgrammeRefused."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        programme = _decode(content["programme"])
        if not isinstance(programme, Programme):
            raise TypeError(type(programme).__name__)
        return hashed(programme)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
        message = f"The stored programme is damaged ({type(error).__name__}: {error})."
        raise refused(STORED.file, 0, "damaged", message, "Take the round from a copy.") from error


def _encode(value: Any) -> Any:
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return {"@integer": str(value)}
    if isinstance(value, Decimal):
        return {"@number": _exact(value)}
    if isinstance(value, date):
        return {"@date": value.isoformat()}
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _encode(item) for key, item in value.items()}
    return _encode_part(value)


def _encode_part(part: Any) -> dict[str, Any]:
    kept = {place.name: getattr(part, place.name) for place in fields(part) if _counts(place, part)}
    return {_KIND: type(part).__name__} | {name: _encode(value) for name, value in kept.items()}


def _counts(place: Field[Any], part: Any) -> bool:
    value = getattr(part, place.name)
    default = place.default_factory() if place.default_factory is not MISSING else place.default
    return place.name not in _LEFT_OUT and (type(value) is not type(default) or value != default)


def _exact(number: Decimal) -> str:
    """8000.00 and 8_000 are one number: `8000`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decode(item) for item in value)
    if not isinstance(value, dict):
        return value
    if "@integer" in value:
        return int(value["@integer"])
    if "@number" in value:
        return Decimal(value["@number"])
    if "@date" in value:
        return date.fromisoformat(value["@date"])
    if _KIND in value:
        return _decode_part(_CLASSES[value[_KIND]], value)
    return {key: _decode(item) for key, item in value.items()}


def _decode_part(kind: type[Any], value: Mapping[str, Any]) -> Any:
    parts = {key: _decode(item) for key, item in value.items() if key != _KIND}
    names = {place.name for place in fields(kind)}
    lineless = {"where": STORED} if "where" in names else {}
    return kind(**parts, **lineless, **({"hash": ""} if kind is Programme else {}))
