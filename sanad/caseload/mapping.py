"""A mapping file read and checked against the programme: every name, every value, with file and line."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sanad.caseload.nearest import nearest
from sanad.caseload.problems import refused
from sanad.caseload.stating import NotAValue, Stated, needed, stated
from sanad.caseload.survey_map import MappedColumn, SurveyMap
from sanad.engine.rules.declared import Level, Where
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.types import Day, Number, Text
from sanad.rulebook.reading.strict_yaml import Block, Items, Node, load, read_text
from sanad.sheets.texts import clean_text

KEYS = ("claim_id", "levels", "fields", "assume", "absent")
COLUMN_KEYS = ("column", "values", "dates", "decimal")
ORDERS, SIGNS = ("day_first", "month_first"), ("comma", "point")


def load_mapping(path: Path, fields: Sequence[TypedField], levels: Sequence[Level]) -> SurveyMap:
    """Raises CaseloadRefused on what the programme does not know, ProgrammeRefused on what is not strict YAML."""
    block = load(read_text(path, path.name), path.name)
    _known(block, KEYS)
    by_name = {field.name: field for field in fields}
    return SurveyMap(
        ids=_ids(block, [level.name for level in levels]),
        fields=_fields(_block(block, "fields"), by_name),
        assume=_assume(_block(block, "assume"), by_name, _block(block, "fields")),
        assumed_at={str(name): _where(_block(block, "assume"), name) for name in _block(block, "assume")},
        absent=_absent(block),
    )


def _ids(block: Block, levels: Sequence[str]) -> dict[str, MappedColumn]:
    ids = {CLAIM: _column(block, "claim_id")} if "claim_id" in block else {}
    inner = _block(block, "levels")
    for level in inner:
        if level not in levels or level == CLAIM:
            names = [name for name in levels if name != CLAIM]
            raise refused("unknown_field", where=_where(inner, level), name=level, **nearest(str(level), names))
        ids[str(level)] = _column(inner, level)
    return ids


def _fields(block: Block, fields: Mapping[str, TypedField]) -> dict[str, MappedColumn]:
    return {str(name): _mapped(block, name, _field(block, name, fields)) for name in block}


def _field(block: Block, name: object, fields: Mapping[str, TypedField]) -> TypedField:
    if name not in fields:
        raise refused("unknown_field", where=_where(block, name), name=name, **nearest(str(name), fields))
    return fields[str(name)]


def _mapped(block: Block, name: object, field: TypedField) -> MappedColumn:
    inner = block[name]  # type: ignore[index]
    if not isinstance(inner, Block):
        return _column(block, name)
    _known(inner, COLUMN_KEYS)
    if "column" not in inner:
        raise refused("bad_entry", where=_where(block, name), name=name, needed="column: ...")
    return MappedColumn(
        _column(inner, "column").column,
        _where(inner, "column"),
        values=_values(_block(inner, "values"), field) if "values" in inner else None,
        dates=_choice(inner, "dates", ORDERS, isinstance(field.type, Day)),
        decimal=_choice(inner, "decimal", SIGNS, isinstance(field.type, Number)),
    )


def _column(block: Block, key: object) -> MappedColumn:
    value = block[key]  # type: ignore[index]
    if isinstance(value, Block | Items):
        raise refused("bad_entry", where=_where(block, key), name=key, needed=f"{key}: name_of_a_column")
    return MappedColumn(clean_text(cell_text(value)), _where(block, key))


def _choice(block: Block, key: str, options: Sequence[str], fits: bool) -> str | None:
    value = block.get(key)
    if value is None:
        return None
    if value not in options or not fits:
        raise refused("bad_entry", where=_where(block, key), name=key, needed=" / ".join(options))
    return str(value)


def _values(block: Block, field: TypedField) -> dict[str, str]:
    """Cell texts in small letters, each with the text of its value."""
    found: dict[str, str] = {}
    for key, value in block.items():
        cell = clean_text(cell_text(key)).lower()
        text = _stated(block, key, field, value).text
        if found.setdefault(cell, text) != text:
            raise refused("bad_entry", where=_where(block, key), name=key, needed=f"{key}: {found[cell]}")
    return found


def _assume(block: Block, fields: Mapping[str, TypedField], mapped: Block) -> dict[str, Stated]:
    found: dict[str, Stated] = {}
    for name, value in block.items():
        field = _field(block, name, fields)
        if name in mapped:
            raise refused("assumed_and_given", where=_where(block, name), name=name)
        found[field.name] = _stated(block, name, field, value)
    return found


def _stated(block: Block, key: object, field: TypedField, value: Node) -> Stated:
    try:
        return stated(field, value)
    except NotAValue as error:
        takes = needed(field) if not isinstance(field.type, Text) else str(error)
        parts = {"value": value, "name": field.name, "needed": takes}
        raise refused("bad_stated_value", where=_where(block, key), **parts) from error


def _absent(block: Block) -> tuple[str, ...]:
    texts = block.get("absent", Items(block.file, block.line))
    if not isinstance(texts, Items) or any(isinstance(text, Block | Items) for text in texts):
        raise refused("bad_entry", where=_where(block, "absent"), name="absent", needed='absent: ["NA", "-"]')
    return tuple(clean_text(cell_text(text)) for text in texts)


def _block(block: Block, key: str) -> Block:
    value = block.get(key, Block(block.file, block.line))
    if not isinstance(value, Block):
        raise refused("bad_entry", where=_where(block, key), name=key, needed=f"{key}: {{...: ...}}")
    return value


def _known(block: Block, keys: Sequence[str]) -> None:
    for key in block:
        if key not in keys:
            raise refused("unknown_key", where=_where(block, key), name=key, **nearest(str(key), keys))


def _where(block: Block, key: object) -> Where:
    return Where(block.file, block.lines.get(key, block.line))  # type: ignore[call-overload]


def cell_text(value: object) -> str:
    """A key or text of the mapping as the cell that it stands for."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
