"""A stated value as it is kept: exact, in the field's range, and the same however it was typed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sanad.casework.claims.wrong import wrong
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Boolean, Choice, Day, Number
from sanad.evidence.refusals import Problem
from sanad.registry.texts import LATIN_DIGITS
from sanad.sheets.codes import FALSE, TRUE
from sanad.sheets.texts import clean_text, is_readable

Kept = bool | int | str | None
"""A fact as JSON keeps it: whole numbers, exact decimals and days as text, codes. None takes a fact back."""

LONGEST_TEXT = 2_000
NUMBER = re.compile(r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.([0-9]{1,18}))?")
SIGNS = str.maketrans({"٫": ".", "٬": ",", "\u2212": "-"})


@dataclass(frozen=True, slots=True)
class Checked:
    """The facts of one thing: those that are kept as they are, and free texts, which are sealed."""

    facts: dict[str, Kept]
    texts: dict[str, str]
    problems: tuple[Problem, ...]


def check_facts(fields: Mapping[str, TypedField], level: str, given: Mapping[str, object], where: str) -> Checked:
    """All values of one thing; each problem says in both languages what to write."""
    facts: dict[str, Kept] = {}
    texts: dict[str, str] = {}
    problems = []
    for name, value in given.items():
        found = _checked(fields.get(name), level, name, value, f"{where}.{name}")
        if isinstance(found, Problem):
            problems.append(found)
        elif fields[name].declared.kind == "text" and isinstance(found, str):
            texts[name] = found
        else:
            facts[name] = found
    return Checked(facts, texts, tuple(problems))


def _checked(field: TypedField | None, level: str, name: str, value: object, where: str) -> Kept | Problem:
    if field is None or field.level != level:
        return wrong("unknown_field", where, name=name, level=level)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    kind = field.type
    if isinstance(kind, Number):
        return _number(field, kind, value, where)
    if isinstance(kind, Day):
        return _day(field, kind, value, where)
    if isinstance(kind, Boolean):
        return _boolean(field, value, where)
    return _option(field, kind, value, where) if isinstance(kind, Choice) else _text(field, value, where)


def _number(field: TypedField, kind: Number, value: object, where: str) -> Kept | Problem:
    scaled = _scaled(value, kind.scale)
    if scaled is None:
        code = "not_a_number" if kind.scale else "not_whole"
        return wrong(code, where, field, decimals=kind.scale)
    if not kind.low <= scaled <= kind.high:
        low, high = (_written(bound, kind.scale) for bound in (kind.low, kind.high))
        return wrong("out_of_range", where, field, low=low, high=high)
    return _written(scaled, kind.scale) if kind.scale else scaled


def _scaled(value: object, scale: int) -> int | None:
    """The value times ten to the scale; None where it is no number or finer than the field. A float is none."""
    if isinstance(value, bool | float):
        return None
    found = NUMBER.fullmatch(clean_text(str(value)).translate(LATIN_DIGITS).translate(SIGNS))
    if not found:
        return None
    sign, whole, decimals = found.groups()
    decimals = (decimals or "").rstrip("0")
    if len(decimals) > scale:
        return None
    digits = whole.replace(",", "") + decimals.ljust(scale, "0")
    return -int(digits) if sign == "-" else int(digits)


def _written(scaled: int, scale: int) -> str:
    return format(Decimal(scaled).scaleb(-scale), "f")


def _day(field: TypedField, kind: Day, value: object, where: str) -> Kept | Problem:
    try:
        text = value.isoformat() if isinstance(value, date) else clean_text(str(value)).translate(LATIN_DIGITS)
        day = date.fromisoformat(text[:10])
    except ValueError:
        return wrong("not_a_day", where, field)
    if not kind.low <= day <= kind.high:
        return wrong("out_of_range", where, field, low=kind.low, high=kind.high)
    return day.isoformat()


def _boolean(field: TypedField, value: object, where: str) -> Kept | Problem:
    word = clean_text(str(value)).casefold()
    if value is True or word in TRUE:
        return True
    return False if value is False or word in FALSE else wrong("not_yes_or_no", where, field)


def _option(field: TypedField, kind: Choice, value: object, where: str) -> Kept | Problem:
    if isinstance(value, str) and value in kind.options:
        return value
    return wrong("no_option", where, field, options=_options(field))


def _options(field: TypedField) -> dict[str, str]:
    shown = field.declared.options[:12]
    return {language: ", ".join(option.label[language] for option in shown) for language in ("en", "ar")}


def _text(field: TypedField, value: object, where: str) -> Kept | Problem:
    text = str(value)
    if not all(is_readable(line) for line in text.splitlines()):
        return wrong("not_readable", where, field)
    plain = "\n".join(clean_text(line) for line in text.splitlines()).strip()
    if len(plain) > LONGEST_TEXT:
        return wrong("too_long", where, field, length=len(plain), limit=LONGEST_TEXT)
    return plain


def problems_of(checked: Iterable[Checked]) -> list[Problem]:
    return [problem for one in checked for problem in one.problems]
