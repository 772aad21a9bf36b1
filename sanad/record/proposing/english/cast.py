"""Who is who in one article: names that share a last word are one person, a forename alone is nobody else's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.table import English
from sanad.record.proposing.page import Entity
from sanad.record.proposing.words import Word

MALE, FEMALE, ANY = "male", "female", ""


@dataclass(eq=False, slots=True)
class Somebody:
    """`names` are tuples of words as printed, without titles; `gender` is empty where nothing tells it. `is_sure`: a
    person without doubt. `titles`: nouns that stood beside the name.
    """

    id: str
    kind: str
    names: list[tuple[str, ...]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    gender: str = ANY
    first_at: int = 0
    is_sure: bool = False
    titles: set[str] = field(default_factory=set)

    @property
    def longest(self) -> tuple[str, ...]:
        return max(self.names, key=len, default=())


class Cast:
    """Everybody of one article, in the order in which they come."""

    def __init__(self, article: str, table: English) -> None:
        self.article, self.table = article, table
        self.all: list[Somebody] = []
        self.known: set[str] = set()
        """Every word of the names, in small letters."""
        self._bearers: dict[str, list[Somebody]] = {}
        self._entitled: dict[str, list[Somebody]] = {}
        self._unnamed: dict[str, Somebody] = {}

    def named(self, core: Sequence[Word], title: Sequence[Word], at: int) -> Somebody:
        printed = tuple(_plain(word.text) for word in core)
        words = self._without_particles(_without_suffix(self._in_small(printed)))
        entitled = (*title, *core[:1]) if len(core) > 1 else title
        gender = ANY if not title and self._is_surname(words) else self._gender(words, [word.low for word in entitled])
        found = self._known(words, gender)
        if found is None:
            found = self._new("person" if self._is_person(words, title) else "org", at)
        if len(words) > 1 and found.names and all(len(name) == 1 for name in found.names):
            found.gender = gender
        if words not in found.names:
            found.names.append(words)
            self.known |= {word.lower() for word in words} | {_bare(words[-1]).lower()}
            for word in {words[0], _bare(words[-1])}:
                self._bearers.setdefault(word, []).append(found)
        if printed != words and " ".join(printed) not in found.aliases:
            found.aliases.append(" ".join(printed))
        found.gender = found.gender or gender
        for one in title:
            self._entitle(found, one.low)
        self._employ(title)
        found.is_sure = found.is_sure or bool(title) or words[0].lower() in self.table.forenames
        return found

    def _employ(self, title: Sequence[Word]) -> None:
        """`Sarnoil manager Lotte Brandt`: what stands before the office is a body, though it looked like somebody."""
        large = tuple(takewhile(str.istitle, (_plain(word.text) for word in title)))
        if large and len(large) < len(title) and not any(word.lower() in self.table.before_names for word in large):
            self.is_body(self._known(large, ANY))

    def is_body(self, who: Somebody | None) -> None:
        """Somebody with one name and no forename is a body after all."""
        if who is not None and all(
            len(name) == 1 and name[0].lower() not in self.table.forenames for name in who.names
        ):
            who.kind = "org" if who.kind == "person" and not who.titles else who.kind

    def is_somebody(self, who: Somebody) -> None:
        """`Ida Church, who came`: a forename and `who` make a person of a body."""
        if who.kind == "org" and len(who.longest) == 2 and who.longest[0].lower() in self.table.forenames:
            who.kind, who.is_sure = "person", True

    def described(self, text: str, gender: str, at: int) -> Somebody:
        """Who has no name; the same words are the same one, `a resident` once more is somebody else."""
        plain = _without_article(text)
        found = self._titled(text, plain) or self._unnamed.get(plain)
        if found is None or text.lower().startswith(("a ", "an ", "another ", "one ")):
            found = self._new("unnamed", at)
            found.gender = gender
            self._unnamed[plain] = found
        if plain not in found.aliases:
            found.aliases.append(plain)
        return found

    def describe(self, who: Somebody, text: str) -> None:
        """A description that stands beside a name is the same person's."""
        plain = _without_article(text)
        if plain not in who.aliases:
            who.aliases.append(plain)
        self._entitle(who, plain.rpartition(" ")[2])

    def _new(self, kind: str, at: int) -> Somebody:
        found = Somebody(f"{self.article}.E{len(self.all) + 1}", kind, first_at=at)
        self.all.append(found)
        return found

    def _entitle(self, who: Somebody, title: str) -> None:
        if title in self.table.people and title not in who.titles:
            who.titles.add(title)
            self._entitled.setdefault(title, []).append(who)

    def _titled(self, text: str, plain: str) -> Somebody | None:
        """`the mayor`, where one person of the page and no more was called so with a name."""
        bearers = self._entitled.get(plain.removeprefix("former "), [])
        if len(bearers) != 1 or not text.lower().startswith("the "):
            return None
        return bearers[0] if bearers[0].kind == "person" else None

    def _known(self, words: tuple[str, ...], gender: str) -> Somebody | None:
        """The last who bears the name, or a shorter or longer form of it."""
        bearers = [one for word in {words[0], _bare(words[-1])} for one in self._bearers.get(word, ())]
        same = [one for one in bearers if words in one.names]
        fits = same or [
            one for one in bearers if any(_fits(words, name) or self._is_tail(words, name) for name in one.names)
        ]
        if gender and not same:
            fits = [one for one in fits if one.gender in (ANY, gender)]
        return max(fits, key=lambda one: int(one.id.rpartition("E")[2]), default=None)

    def _is_surname(self, words: tuple[str, ...]) -> bool:
        """`Ruby` alone, where Dermot Ruby was named: nobody with that forename."""
        bearers = self._bearers.get(words[0], ()) if len(words) == 1 else ()
        return any(len(name) > 1 and name[-1] == words[0] for one in bearers for name in one.names)

    def _is_tail(self, words: tuple[str, ...], name: tuple[str, ...]) -> bool:
        """`Al Jundi` of `Yusuf Al Jundi`."""
        if len(words) < 2 or len(name) <= len(words) or name[-len(words) :] != words:
            return False
        return words[0].lower() in self.table.particles or name[0].lower() in self.table.forenames

    def _in_small(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """`LOTTE BRANDT`, as a story begins, is `Lotte Brandt`."""
        is_name = len(words) > 1 and words[0].lower() in self.table.forenames
        return tuple(word.capitalize() for word in words) if is_name and all(map(str.isupper, words)) else words

    def _without_particles(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """`van Dongen` alone is `Dongen`."""
        at = 0
        while at < len(words) - 1 and words[at] in self.table.particles:
            at += 1
        return words[at:]

    def _gender(self, words: tuple[str, ...], low: Sequence[str]) -> str:
        for one in low:
            if one in self.table.male_titles:
                return MALE
            if one in self.table.female_titles:
                return FEMALE
        first = words[0].lower() if words else ""
        if first in self.table.male_names and first not in self.table.female_names:
            return MALE
        return FEMALE if first in self.table.female_names and first not in self.table.male_names else ANY

    def _is_person(self, words: tuple[str, ...], title: Sequence[Word]) -> bool:
        first, last = words[0].lower(), words[-1].lower()
        if last in self.table.organisations or first == "the" or (len(words) == 1 and words[0].isupper()):
            return False
        if any(sign.isdigit() for sign in last):
            return False
        if first in self.table.forenames or title:
            return True
        return not any(word.lower() in self.table.no_people for word in words)

    def entities(self) -> list[Entity]:
        return [
            Entity(
                one.id,
                self.article,
                one.kind,
                " ".join(one.longest) or one.aliases[0],
                tuple(dict.fromkeys([" ".join(name) for name in one.names] + one.aliases)),
            )
            for one in self.all
        ]


def _fits(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """`Rouhani` of `Hassan Rouhani`, `Hassan` of it where it stands alone; two different forenames are two people."""
    last, its_last = _bare(words[-1]), _bare(name[-1])
    if len(words) == 1:
        return last == its_last or (words[0] == name[0] and len(name) > 1)
    if len(name) == 1:
        return its_last == last
    return last == its_last and (words[0] == name[0] or words[0].rstrip(".") == name[0][:1])


def _bare(word: str) -> str:
    """`Jundi` of `al-Jundi`; `Smith-Jones` stays what it is."""
    particle, dash, rest = word.partition("-")
    return rest if dash and particle.islower() else word


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if len(words) > 1 and words[-1] in ("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV") else words


def _plain(word: str) -> str:
    for ending in ("’s", "'s"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _without_article(text: str) -> str:
    first, _, rest = text.lower().partition(" ")
    return rest if first in ("the", "a", "an", "this", "that", "one", "another") and rest else text.lower()


def gender_of(phrase: Phrase, table: English) -> str:
    low = {word.low for word in phrase.words}
    if low & table.female_people:
        return FEMALE
    return MALE if low & table.male_people else ANY
