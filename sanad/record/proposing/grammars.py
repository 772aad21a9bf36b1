"""The grammar of a language: the words of all rules about times, sums and promises, so that a page is read once."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sanad.record.proposing.lexicon import Grammar, Vocabulary, grammar_of
from sanad.record.proposing.tables import table_of

MARKS = re.compile("[\u064b-\u0652\u0640\u200c-\u200f]")


def plain(word: str) -> str:
    """Arabic without harakat and tatweel, with and without hamza as one."""
    if word.isascii():
        return word
    for sign, other in (("سأ", "سء"), ("أ", "ا"), ("إ", "ا"), ("ى", "ي")):
        word = word.replace(sign, other)
    return MARKS.sub("", word)


@cache
def grammar(language: str) -> Grammar:
    is_arabic = language == "ar"
    times, money, promises = (table_of(name) for name in ("times_ar" if is_arabic else "times_en", "money", "promises"))
    kinds: dict[str, list[str]] = {}
    for kind, words in [*_of_times(times), *_of_money(money), *promises["kinds"].items()]:
        kinds.setdefault(kind, []).extend(_with_article(words) if is_arabic else words)
    told = times["shapes"] | promises["shapes"]
    shapes = {name: re.compile(one["of"]) for name, one in told.items()}
    also = {name: one.get("also", []) for name, one in told.items()}
    rules = [rule["of"] for rule in (*times["rules"], *promises["rules"])]
    patterns = [*rules, *money["rules"].values(), *promises["came"], promises["ender"]]
    vocabulary = Vocabulary(kinds, shapes, also, times.get("prefixes", ()), plain if is_arabic else None)
    return grammar_of(vocabulary, patterns, times["parts"] | money["parts"] | promises["parts"])


def _of_times(told: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    yield from told["kinds"].items()
    yield "month", [name for names in told["months"] for name in names]
    yield "counted", list(told["numbers"])
    yield "dual", list(told.get("duals", ()))
    yield "unit", [name for names in told["units"].values() for name in names]


def _of_money(told: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    yield "currency_sign", list(told["signs"])
    yield "currency", [word for words in told["words"].values() for word in words]
    yield "scale", list(told["scales"])
    yield "spelt", list(told["spelt"])
    yield "alone", told["alone"]
    yield "fraction", list(told["fractions"])


def _with_article(words: list[str]) -> list[str]:
    """`لليوم` is `ل` and `اليوم`."""
    return [*words, *(f"لل{word[2:]}" for word in words if word.startswith("ال"))]
