"""Finds protected witnesses in a text by their names, in every script and spelling, by telephone and by address.

What it gives back are references and places, never a name. One `Scanner` serves a whole bundle of files.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sanad.witnesses.folding import compact, digits_in, is_arabic
from sanad.witnesses.naming import forms_in, parts_of
from sanad.witnesses.selectors import Protected, protected_names
from sanad.witnesses.spelling import is_same, sounds_of

NEAR = 4
"""Words; two parts of one name that stand no farther apart name a person, in whichever order."""
SHORTEST_ALONE = 4
"""Letters of a name of one part: a shorter one is also a word of every text."""
SAME_DIGITS = 7
"""The last digits of a telephone: with and without the country's code it is the same."""
SHORTEST_SIGN = 6
WHOLE = -1
"""The place of a name that is written as one word."""
NUMBER = re.compile(r"\d(?:[\s\-./()‑–]*\d){6,}")

__all__ = ["Hit", "Protected", "Scanner", "names_found", "protected_in", "scanner"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A witness is recognisable at this place of the text."""

    reference: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """The `place`th part of one name of a witness, of `of` parts."""

    name: int
    place: int
    of: int


@dataclass(slots=True)
class Scanner:
    """Built once of the names that are protected; a word is looked up once, however often it stands in the texts."""

    protected: Iterable[Protected]
    _references: list[str] = field(default_factory=list)
    _plain: dict[str, set[_Part]] = field(default_factory=lambda: defaultdict(set))
    _sounding: dict[str, list[tuple[str, _Part]]] = field(default_factory=lambda: defaultdict(list))
    _phones: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _signs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _seen: dict[frozenset[str], frozenset[_Part]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.protected:
            for name in filter(None, one.names):
                self._add_name(one.reference, parts_of(name))
            for sign in filter(None, one.signs):
                self._add_sign(one.reference, sign)

    def names_found(self, text: str) -> list[str]:
        """The references of the witnesses whom the text gives away, each once."""
        return sorted({hit.reference for hit in self.hits(text)})

    def hits(self, text: str) -> list[Hit]:
        return [*self._by_name(text), *self._by_number(text), *self._by_sign(text)]

    def _add_name(self, reference: str, parts: Sequence[frozenset[str]]) -> None:
        if not parts or (len(parts) == 1 and max(map(len, parts[0])) < SHORTEST_ALONE):
            return
        self._references.append(reference)
        for place, forms in enumerate(parts):
            part = _Part(len(self._references) - 1, place, len(parts))
            for form in forms:
                self._plain[form].add(part)
                self._sounding[sounds_of(form)].append((form, part))
        whole = [max(forms, key=len) for forms in parts]
        for order in (whole, whole[::-1]) if len(parts) > 1 else ():
            self._plain["".join(order)].add(_Part(len(self._references) - 1, WHOLE, 1))

    def _add_sign(self, reference: str, sign: str) -> None:
        """A telephone by its last digits; an address or the number of a claim by all of its letters and digits."""
        plain = compact(sign)
        if plain.isdigit():
            if len(plain) >= SAME_DIGITS:
                self._phones[plain[-SAME_DIGITS:]].add(reference)
        elif len(plain) >= SHORTEST_SIGN:
            self._signs[plain].add(reference)

    def _by_name(self, text: str) -> Iterable[Hit]:
        """Two parts of one name near each other, both in one script; and names that are one word."""
        before: dict[tuple[int, bool], list[tuple[int, int, int]]] = defaultdict(list)
        for at, (word, forms) in enumerate(forms_in(text)):
            parts = self._parts(forms)
            script = is_arabic(word.plain)
            for part in parts:
                reference = self._references[part.name]
                near = [one for one in before[part.name, script] if 0 < at - one[0] <= NEAR and one[1] != part.place]
                starts = [word.start] if part.of == 1 else [start for _, _, start in near]
                yield from (Hit(reference, start, word.end) for start in starts)
            for part in parts:
                kept = [one for one in before[part.name, script] if at - one[0] < NEAR]
                before[part.name, script] = [*kept, (at, part.place, word.start)]

    def _parts(self, forms: frozenset[str]) -> frozenset[_Part]:
        """Parts of names that a word with these forms may be."""
        known = self._seen.get(forms)
        if known is None:
            known = self._seen[forms] = frozenset(part for form in forms for part in self._of_form(form))
        return known

    def _of_form(self, form: str) -> Iterable[_Part]:
        yield from self._plain.get(form, ())
        for other, part in self._sounding.get(sounds_of(form), ()):
            if not (is_arabic(form) and is_arabic(other)) and is_same(form, other):
                yield part

    def _by_number(self, text: str) -> Iterable[Hit]:
        if not self._phones:
            return
        plain = digits_in(text)
        for found in NUMBER.finditer(plain):
            digits = re.sub(r"\D", "", found[0])
            for at in range(len(digits) - SAME_DIGITS + 1):
                for reference in self._phones.get(digits[at : at + SAME_DIGITS], ()):
                    yield Hit(reference, found.start(), found.end())

    def _by_sign(self, text: str) -> Iterable[Hit]:
        if not self._signs:
            return
        plain = compact(text)
        for sign, references in self._signs.items():
            if sign in plain:
                yield from (Hit(reference, 0, len(text)) for reference in references)


def scanner() -> Callable[[str], list[str]]:
    """For a bundle of files: all names are unsealed once, and this gives the references that a text gives away."""
    return Scanner(protected_names()).names_found


def names_found(text: str) -> list[str]:
    """For one text. Export code takes `scanner()`, or this."""
    return scanner()(text)


def protected_in(text: str) -> list[Hit]:
    """With the places; those of a telephone count without the signs that nobody sees."""
    return Scanner(protected_names()).hits(text)
