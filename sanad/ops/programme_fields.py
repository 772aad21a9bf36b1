"""The fields of a programme as a table, as data, and as the columns of a claims file."""

from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE
from rich.table import Table

from sanad.engine.rules.declared import Field, Literals, Programme
from sanad.engine.rules.levels import CLAIM, read_levels
from sanad.engine.rules.words.pen import Pen
from sanad.ops.programme_show import place
from sanad.ops.programme_values import ValueWords
from sanad.ops.programme_words import Language, listed, say

COLUMNS = ("name", "level", "type", "asked")


def in_author_order(programme: Programme) -> list[Field]:
    return sorted(programme.fields, key=lambda field: place(field.where))


def table(programme: Programme, language: Language) -> Table:
    """One row a field, in the order of fields.yaml; narrow enough for 80 columns."""
    drawn = Table(box=SIMPLE, pad_edge=False)
    for column in COLUMNS:
        drawn.add_column(say(language, f"field_{column}"), overflow="fold")
    levels = {level.name: level.label[language] for level in programme.levels}
    for field in in_author_order(programme):
        name = f"{field.name}\n{field.label[language]}"
        kind = listed(language, filter(None, (say(language, field.kind), unit_in_words(field, programme, language))))
        asked = f"{say(language, field.asked)}\n{obligation(field, programme, language)}"
        text = f"{kind}\n{limits(field, programme, language)}"
        drawn.add_row(name, levels[field.level], text.strip(), asked.strip())
    return drawn


def unit(field: Field, programme: Programme) -> str:
    return field.unit or (programme.currency if field.kind == "money" else "")


def unit_in_words(field: Field, programme: Programme, language: Language) -> str:
    text = unit(field, programme)
    return Pen.of(programme, language).unit_text(text) if text else ""


def limits(field: Field, programme: Programme, language: Language) -> str:
    if field.options:
        return "\n".join(f"{option.code} ({option.label[language]})" for option in field.options)
    if field.low is None or field.high is None:
        return ""
    words = ValueWords(programme, language)
    return f"{words.leaf(field.low)} - {words.leaf(field.high)}"


def obligation(field: Field, programme: Programme, language: Language) -> str:
    if field.default is not None:
        return say(language, "default", value=ValueWords(programme, language).leaf(field.default))
    return say(language, "required") if field.required else ""


def as_data(programme: Programme) -> list[dict[str, Any]]:
    """Numbers as exact texts, dates as ISO."""
    return [_data(field, programme) for field in in_author_order(programme)]


def _data(field: Field, programme: Programme) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": dict(field.label),
        "help": dict(field.help),
        "level": field.level,
        "type": field.kind,
        "unit": unit(field, programme),
        "decimals": field.decimals,
        "range": None if field.low is None else [_plain(field.low), _plain(field.high)],
        "options": {option.code: dict(option.label) for option in field.options},
        "asked": field.asked,
        "required": field.required,
        "default": _plain(field.default),
    }


def _plain(value: Literals | None) -> str | bool | None:
    return value if value is None or isinstance(value, bool) else str(value)


def columns(programme: Programme) -> Sequence[str]:
    """The header of a claims file: the claim, the things above it, every fact of theirs."""
    above = read_levels(programme.levels).above[CLAIM]
    facts = [field.name for field in in_author_order(programme) if field.level in (CLAIM, *above)]
    return [f"{CLAIM}_id", *(f"{level}_id" for level in above), *facts]
