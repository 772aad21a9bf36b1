"""The Arabic cue table made ready: forms of verbs, folded as they are compared."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sanad.record.proposing.tables import table_of

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f]")
FOLDED = str.maketrans("أإآٱىؤئ", "ااااييي")
MALE, FEMALE, MANY = "male", "female", "many"


def fold(word: str) -> str:
    """Without harakat and tatweel; the kinds of alef are one, and ya without dots is ya."""
    return MARKS.sub("", word).translate(FOLDED)


@dataclass(frozen=True, slots=True)
class Verb:
    base: str
    gender: str
    form: str


@dataclass(frozen=True, slots=True)
class Arabic:
    verbs: Mapping[str, Verb]
    strong: frozenset[str]
    participles: frozenset[str]
    by_saying: frozenset[str]
    according: frozenset[str]
    stops: frozenset[str]
    titles: frozenset[str]
    people: frozenset[str]
    naming: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        return self.male_names | self.female_names


@cache
def arabic() -> Arabic:
    told = table_of("ar")
    sets = (
        "strong",
        "participles",
        "by_saying",
        "according",
        "stops",
        "titles",
        "people",
        "naming",
        "male_names",
        "female_names",
    )
    return Arabic(_verbs(told), **{name: frozenset(fold(str(word)) for word in told[name]) for name in sets})


def _verbs(told: Mapping[str, Any]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for base in map(str, told["verbs"]):
        plain = fold(base)
        stem = plain[:-1] if base[-1] in "ىا" and len(plain) > 2 else plain
        found[plain] = Verb(base, MALE, "past")
        found[f"{stem}ت"] = Verb(base, FEMALE, "past")
        found[f"{stem}وا"] = Verb(base, MANY, "past")
    for present, base in told["present"].items():
        _add_present(found, fold(present), base)
    for base in map(str, told["verbs"]):
        _add_present(found, _present(fold(base)), base)
    return found


def _present(past: str) -> str:
    """Of derived verbs: `اعترف`, `يعترف`; `علق`, `يعلق`; `نفى`, `ينفي`."""
    stem = past[1:] if past[0] == "ا" and len(past) > 3 else past
    return f"ي{stem[:-1]}ي" if stem[-1] in "يا" else f"ي{stem}"


def _add_present(found: dict[str, Verb], plain: str, base: str) -> None:
    found.setdefault(plain, Verb(base, MALE, "present"))
    found.setdefault(f"ت{plain[1:]}", Verb(base, FEMALE, "present"))
    stem = plain[:-1] if plain[-1] in "وي" else plain
    found.setdefault(f"{stem}ون", Verb(base, MANY, "present"))
