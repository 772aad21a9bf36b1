"""The Arabic cue table made ready: forms of verbs, folded as they are compared."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from sanad.record.proposing.tables import table_of

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f]")
FOLDED = str.maketrans("أإآٱىؤئ", "ااااييي")
MALE, FEMALE, MANY = "male", "female", "many"
SUFFIXES = ("ه", "ها", "هم", "هن", "نا", "ني", "ك", "كم")


def fold(word: str) -> str:
    """Without harakat and tatweel; the kinds of alef are one, and ya without dots is ya."""
    return MARKS.sub("", word).translate(FOLDED)


@dataclass(frozen=True, slots=True)
class Verb:
    """`is_addressed`: it bears a pronoun for whom it addresses."""

    base: str
    gender: str
    form: str
    is_addressed: bool = False


@dataclass(frozen=True, slots=True)
class Arabic:
    """The sets of `tables/ar.yaml`, folded; `plain_stops` are not; `takes`: prepositions by verb."""

    verbs: Mapping[str, Verb]
    participles: Mapping[str, Verb]
    takes: Mapping[str, frozenset[str]]
    strong: frozenset[str]
    asks: frozenset[str]
    answering: frozenset[str]
    prepositions: frozenset[str]
    relaying: frozenset[str]
    by_saying: frozenset[str]
    according: frozenset[str]
    passives: Mapping[str, Verb]
    that: frozenset[str]
    stops: frozenset[str]
    plain_stops: frozenset[str]
    times: frozenset[str]
    inside_offices: frozenset[str]
    titles: frozenset[str]
    personal: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]
    naming: frozenset[str]
    ends_after_comma: frozenset[str]
    when: frozenset[str]
    unsaid: frozenset[str]
    asked: frozenset[str]
    not_before_subject: frozenset[str]
    fathers: frozenset[str]
    sons: frozenset[str]
    thus: frozenset[str]
    ends_noun: frozenset[str]
    and_not: frozenset[str]
    sides: frozenset[str]
    promising: frozenset[str]
    within: frozenset[str]
    continuing: frozenset[str]
    closing: frozenset[str]
    explains: frozenset[str]
    no_one: frozenset[str]
    manners: frozenset[str]
    called: frozenset[str]
    questions: frozenset[str]
    replies: frozenset[str]
    to_whom: frozenset[str]
    relative: frozenset[str]
    source_words: frozenset[str]
    objects: frozenset[str]
    not_by: frozenset[str]
    short: frozenset[str]
    before_nouns: frozenset[str]
    saying_nouns: frozenset[str]
    topics: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    joining: frozenset[str]
    doubtful_names: frozenset[str]
    plurals: frozenset[str]
    feminine: frozenset[str]
    impersonal: frozenset[str]
    surnames: frozenset[str]
    pointing: frozenset[str]
    before_ali: frozenset[str]
    whereas: frozenset[str]
    before_said: frozenset[str]
    uncles: frozenset[str]
    own_answers: frozenset[str]
    masculine: frozenset[str]
    descent: frozenset[str]
    reporters: frozenset[str]
    epithets: frozenset[str]
    writings: frozenset[str]
    opinions: frozenset[str]
    with_object: frozenset[str]
    same: frozenset[str]
    speaking: frozenset[str]
    first_person: frozenset[str]
    pronoun_topics: Mapping[str, str]


SETS = (
    "prepositions",
    "relaying",
    "by_saying",
    "according",
    "stops",
    "times",
    "inside_offices",
    "titles",
    "personal",
    "people",
    "bodies",
    "papers",
    "naming",
    "ends_after_comma",
    "unsaid",
    "when",
    "asked",
    "saying_nouns",
    "topics",
    "male_names",
    "female_names",
    "joining",
    "doubtful_names",
    "plurals",
    "feminine",
    "impersonal",
    "surnames",
    "pointing",
    "before_ali",
    "whereas",
    "before_said",
    "uncles",
    "own_answers",
    "masculine",
    "descent",
    "reporters",
    "epithets",
    "writings",
    "opinions",
    "same",
    "speaking",
    "first_person",
    "short",
    "before_nouns",
    "within",
    "closing",
    "explains",
    "no_one",
    "manners",
    "called",
    "questions",
    "not_before_subject",
    "fathers",
    "sons",
    "thus",
    "ends_noun",
    "and_not",
    "sides",
    "to_whom",
    "relative",
    "source_words",
    "objects",
    "not_by",
)


@cache
def arabic() -> Arabic:
    told = table_of("ar")
    return Arabic(
        verbs=_verbs(told),
        participles=_participles(told["participles"]),
        takes=_takes(told["takes"]),
        that=_folded(told["that"]) | _with_pronouns(told),
        plain_stops=frozenset(map(str, told["stops"])),
        strong=frozenset(told["strong"]),
        asks=frozenset(told["asks"]),
        replies=frozenset(told["replies"]),
        continuing=frozenset(told["continuing"]),
        promising=frozenset(told["promising"]),
        with_object=frozenset(told["with_object"]),
        answering=frozenset(told["answering"]),
        passives=_passives(told["passives"]),
        pronoun_topics={fold(word): gender for word, gender in told["pronoun_topics"].items()},
        **{name: _folded(told[name]) for name in SETS},
    )


def _folded(words: Iterable[object]) -> frozenset[str]:
    return frozenset(fold("\n".join(map(str, words))).splitlines())


def _with_pronouns(told: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(fold(f"{that}{pronoun}") for that, pronoun in product(told["that"], told["that_pronouns"]))


def _passives(told: Mapping[str, str]) -> dict[str, Verb]:
    """`أُبلغ`, `أُبلغت`, `أُبلغوا`, `أُبلغنا`."""
    forms = product(told.items(), ("", "ت", "وا", "نا"))
    return {f"{fold(form)}{ending}": Verb(base, "", "passive") for (form, base), ending in forms}


def _takes(told: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """By verb, the prepositions with which it names what is said."""
    found: dict[str, set[str]] = {}
    for preposition, verbs in told.items():
        for verb in verbs:
            found.setdefault(verb, set()).add(fold(preposition))
    return {verb: frozenset(prepositions) for verb, prepositions in found.items()}


def _participles(told: Mapping[str, str]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for stem, base in told.items():
        plain = fold(stem)
        found |= dict.fromkeys((f"{plain}ا",), Verb(base, MALE, "participle"))
        found |= dict.fromkeys((f"{plain}ة", f"{plain}ية"), Verb(base, FEMALE, "participle"))
        found |= dict.fromkeys((f"{plain}ين",), Verb(base, MANY, "participle"))
    return found


def _verbs(told: Mapping[str, Any]) -> dict[str, Verb]:
    """Forms that are written with care go before those made by rule."""
    found: dict[str, Verb] = {}
    for base in map(str, told["verbs"]):
        found |= {form: Verb(base, gender, "past") for form, gender in _past(base)}
    for present, base in told["present"].items():
        _add_present(found, fold(present), base)
    for base in map(str, told["verbs"]):
        _add_present(found, _present(fold(base)), base)
        if len(fold(base)) > 2:
            found.setdefault(f"{fold(base)}ن", Verb(base, MANY, "past"))
    for base in map(str, told["addressing"]):
        _add_addressed(found, base)
    for form, base in told["first_person"].items():
        found[fold(form)] = Verb(base, "", "past")
    return found


def _past(base: str) -> Iterable[tuple[str, str]]:
    plain, stem = fold(base), _past_stem(base)
    return (plain, MALE), (f"{stem}ت", FEMALE), (f"{stem}وا", MANY)


def _past_stem(base: str) -> str:
    plain = fold(base)
    return plain[:-1] if base[-1] in "ىا" and len(plain) > 2 else plain


def _add_addressed(found: dict[str, Verb], base: str) -> None:
    """`سأله`, `سألته`, `سألوه`, `يسأله`, `تسأله`."""
    present = _present(fold(base))
    stems = [(form.removesuffix("ا") if form.endswith("وا") else form, gender, "past") for form, gender in _past(base)]
    stems.append((f"{_past_stem(base)}نا", "", "past"))
    stems += [(present, MALE, "present"), (f"ت{present[1:]}", FEMALE, "present")]
    for (stem, gender, form), suffix in product(stems, SUFFIXES):
        found.setdefault(f"{stem}{suffix}", Verb(base, gender, form, is_addressed=True))


def _present(past: str) -> str:
    """Of derived verbs: `اعترف`, `يعترف`; `علق`, `يعلق`; `نفى`, `ينفي`."""
    stem = past[1:] if past[0] == "ا" and len(past) > 3 else past
    return f"ي{stem[:-1]}ي" if stem[-1] in "يا" else f"ي{stem}"


def _add_present(found: dict[str, Verb], plain: str, base: str) -> None:
    found.setdefault(plain, Verb(base, MALE, "present"))
    found.setdefault(f"ت{plain[1:]}", Verb(base, FEMALE, "present"))
    stem = plain[:-1] if plain[-1] in "وي" else plain
    found.setdefault(f"{stem}ون", Verb(base, MANY, "present"))
    found.setdefault(f"{stem}وا", Verb(base, MANY, "present"))
