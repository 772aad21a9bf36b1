"""The cue tables: words of one language as data, made ready for asking."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sanad.record.proposing.tables import table_of
from sanad.record.proposing.words import FOLD

VOWELS = "aeiou"
BEING = frozenset(("is", "was", "are", "were", "be", "been", "being", "get", "got", "gets"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying. `speaks_to`: its object is who is spoken to. `only_beside`: it says so only where it touches
    the quotation. `form`: past, present, ing, base or other.
    """

    base: str
    form: str
    speaks_to: bool
    only_beside: bool


@dataclass(frozen=True, slots=True)
class English:
    """`no_names`: words that are large without being names; `before_names` and `small_titles`: what stands before one;
    `insertions`: how a remark between commas begins; `breaks`: what no phrase that names somebody holds; `sayings`:
    what speaks without being anybody; `no_people`: large words of names that are nobody's. The others are told in the
    table itself. `verbs` are the words with which an act of saying may begin, `mentioning` small ones with which a
    phrase that names somebody may; `in_phrases` all that such a phrase does not simply go over.
    """

    cues: Mapping[str, Cue]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Cue]]]
    pronouns: Mapping[str, str]
    according: tuple[tuple[str, ...], ...]
    naming: tuple[str, ...]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    nouns: frozenset[str]
    verbs_of_nouns: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    people: frozenset[str]
    many_people: frozenset[str]
    determiners: frozenset[str]
    insertions: frozenset[str]
    organisations: frozenset[str]
    no_names: frozenset[str]
    prepositions: frozenset[str]
    breaks: frozenset[str]
    sayings: frozenset[str]
    no_people: frozenset[str]
    before_names: frozenset[str]
    small_titles: frozenset[str]
    opens: frozenset[str]
    no_acts: frozenset[str]
    no_content: frozenset[str]
    cuts: frozenset[str]
    names_content: frozenset[str]
    with_that: frozenset[str]
    to_do: frozenset[str]
    works: frozenset[str]
    noun_like: frozenset[str]
    no_verbs: frozenset[str]
    tells: frozenset[str]
    answers: frozenset[str]
    appeals: frozenset[str]
    with_marks: frozenset[str]
    times: frozenset[str]
    forenames: frozenset[str]
    things: frozenset[str]
    joins: frozenset[str]
    subordinators: frozenset[str]
    male_people: frozenset[str]
    female_people: frozenset[str]
    token: re.Pattern[str]
    telling: re.Pattern[str]
    verbs: frozenset[str]
    mentioning: frozenset[str]
    in_phrases: frozenset[str]


SETS = (
    *("adverbs", "auxiliaries", "nouns", "verbs_of_nouns", "male_titles", "female_titles", "titles", "particles"),
    *("male_names", "female_names", "people", "many_people", "determiners", "insertions", "organisations"),
    *("prepositions", "breaks", "sayings", "no_people", "joins", "subordinators", "male_people", "female_people"),
    *(
        "opens",
        "no_acts",
        "no_content",
        "cuts",
        "names_content",
        "with_that",
        "to_do",
        "tells",
        "answers",
        "appeals",
        "with_marks",
        "no_verbs",
        "noun_like",
        "works",
        "times",
    ),
)

AGED = frozenset(f"{years}-year-old" for years in range(1, 120))


@cache
def english() -> English:
    told = table_of("en")
    cues, phrases = _cues(told)
    sets = {name: frozenset(map(str, told[name])) for name in SETS}
    sets["people"] |= AGED
    titles = sets["titles"] | sets["male_titles"] | sets["female_titles"]
    return English(
        cues=cues,
        phrases=phrases,
        pronouns=told["pronouns"],
        according=tuple(tuple(phrase.split()) for phrase in told["according"]),
        naming=tuple(told["naming"]),
        no_names=sets["determiners"] | sets["adverbs"] | told["pronouns"].keys() | frozenset(told["no_names"]),
        before_names=titles | sets["people"],
        small_titles=sets["titles"] | sets["people"] | frozenset(told["small_titles"]),
        forenames=sets["male_names"] | sets["female_names"],
        things=sets["sayings"] | sets["organisations"],
        telling=re.compile(rf"\b(?:{'|'.join(told['tells'])})\b"),
        verbs=frozenset(("according", *cues, *phrases, *BEING)),
        mentioning=sets["determiners"] | sets["people"],
        in_phrases=sets["breaks"] | sets["determiners"] | sets["people"] | cues.keys(),
        token=_token(told["abbreviations"]),
        **sets,
    )


def _token(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """The commonest first: a word in small letters, then names, numbers, signs; each with the space before it."""
    short = "|".join(sorted(abbreviations, key=len, reverse=True))
    rest = r"[^\W_]*(?:[’'\-‑][^\W_]+)*(?:(?<=s)[’'](?=\s))?"
    return re.compile(
        rf"\s*(?:[ap]\.m\.|[a-z]{rest}|{FOLD}+|(?:[A-Z]\.){{2,}}|No\.(?=\s\d)|(?=[A-Z][a-z]{{1,6}}\.)(?:{short})\."
        rf"|[^\W\d_]{rest}|\d(?:[\d.,:/]*\d)?(?:-[^\W_]+)*|--+|-(?=\s)|[^\w\s]|_)"
    )


def _cues(told: Mapping[str, Any]) -> tuple[dict[str, Cue], dict[str, list[tuple[tuple[str, ...], Cue]]]]:
    """Those of one word, and those of several by the first of them."""
    speaks_to, beside = set(told["to_somebody"]), set(told["only_beside"])
    single: dict[str, Cue] = {}
    several: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    irregular: dict[str, list[str]] = told["verbs"]["irregular"]
    for base in told["verbs"]["regular"]:
        if base not in irregular:
            for form, word in _regular(base):
                single.setdefault(word, Cue(base, form, base in speaks_to, base in beside))
    for base, forms in irregular.items():
        for word in (base, *forms):
            form = "past" if word == base and base in forms else _form(base, word)
            cue = Cue(base, form, base in speaks_to, base in beside)
            if " " in word:
                several.setdefault(word.split()[0], []).append((tuple(word.split()), cue))
            else:
                single[word] = cue
    return single, several


def _form(base: str, word: str) -> str:
    if word == base:
        return "base"
    if word.endswith("ing"):
        return "ing"
    return "present" if word.split()[0].endswith("s") else "past"


def _regular(base: str) -> Iterable[tuple[str, str]]:
    yield "base", base
    stem = base
    if base.endswith("y") and base[-2] not in VOWELS:
        yield "present", f"{base[:-1]}ies"
        yield "past", f"{base[:-1]}ied"
        yield "ing", f"{base}ing"
        return
    yield "present", f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z")) else f"{base}s"
    if base.endswith("e"):
        stem = base[:-1]
        yield "past", f"{base}d"
    else:
        yield "past", f"{base}ed"
    yield "ing", f"{stem}ing"
