"""Who is who in one Arabic article, and who spoke lately: a verb alone means the last of its number and sex."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sanad.record.proposing.arabic.phrase import Phrase
from sanad.record.proposing.arabic.table import FEMALE, MALE, MANY, Arabic, fold
from sanad.record.proposing.page import Entity, Span, Voice

RECENT = 10
Names = tuple[str, ...]


@dataclass(eq=False, slots=True)
class Speaker:
    """`names` and `aliases` are folded, `printed` as in the text; `gender` is empty where nothing tells it."""

    id: str
    kind: str
    names: list[Names] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    gender: str = ""

    def agrees(self, gender: str) -> bool:
        return not gender or self.gender in ("", gender)


class Meant(NamedTuple):
    """Somebody, as the text has it, and how sure it is that it is them."""

    who: Speaker | None
    voice: Voice
    sure: float

    def less(self, by: float) -> "Meant":
        return Meant(self.who, self.voice, self.sure * by)


NOBODY = Meant(None, Voice(None, None, "unknown"), 0.5)


class Speakers:
    """Everybody of one article. `lately`: who was named or spoke, the last one last; `asked`: who is to answer."""

    def __init__(self, article: str, text: str, table: Arabic) -> None:
        self.article, self.text, self.table = article, text, table
        self.all: list[Speaker] = []
        self.lately: list[Speaker] = []
        self.asked: Speaker | None = None
        self._words: set[str] = set()
        self._bearers: dict[str, list[Speaker]] = {}
        self._entitled: dict[str, list[Speaker]] = {}

    def is_known(self, word: str) -> bool:
        return word in self._words

    @property
    def latest(self) -> Speaker | None:
        return self.lately[-1] if self.lately else None

    def answering(self, gender: str) -> Meant | None:
        """Who was asked, once, where the verb agrees."""
        who, self.asked = self.asked, None
        return Meant(who, Voice(who.id, None, "pronoun"), 0.95) if who and who.agrees(gender) else None

    def spoke(self, who: Speaker | None) -> None:
        if who:
            if who in self.lately:
                self.lately.remove(who)
            self.lately.append(who)

    def mentioned(self, who: Speaker) -> None:
        """Who is named beside the subject comes after those who spoke earlier."""
        if who not in self.lately:
            self.lately.insert(0, who)

    def named_in(self, phrase: Phrase, gender: str) -> Meant:
        """Whom a phrase names or describes; `gender` as its verb has it."""
        told = gender if gender in (MALE, FEMALE) else ""
        sex = told or phrase.gender if phrase.name else phrase.gender or told
        if phrase.name:
            who = self.named(phrase, sex)
            return Meant(who, Voice(who.id, phrase.name_span, "name"), 1.0 if phrase.is_sure else 0.85)
        found = self.described(phrase, sex)
        return Meant(found, Voice(found.id, phrase.span, "description"), 0.98)

    def last(self, gender: str, *, apart_from: Speaker | None = None) -> Meant:
        """Whom a verb without a subject means."""
        fitting = [one for one in reversed(self.lately[-RECENT:]) if one is not apart_from and one.agrees(gender)]
        if not fitting:
            return NOBODY
        who = fitting[0]
        is_only_one = len(fitting) == 1 or (who.gender == gender and gender in (FEMALE, MANY))
        if gender in (MALE, FEMALE):
            who.gender = who.gender or gender
        return Meant(who, Voice(who.id, None, "pronoun"), 0.95 if is_only_one else 0.9)

    def named(self, phrase: Phrase, gender: str) -> Speaker:
        name = tuple(one.plain for one in phrase.name)
        who = self._known(name, gender) or self._by_title(phrase, gender)
        if who is None:
            who = self._new("person")
        if name not in who.names:
            self._name(who, name)
        self._words |= {word for word in name if len(word) > 2}
        _add(who.printed, phrase.name_span.of(self.text))
        if len(phrase.title) == 1:
            _add(who.printed, phrase.span.of(self.text))
        who.kind = "person"
        who.gender = who.gender or gender
        for words in (phrase.title, phrase.after):
            self._entitle(who, [one.plain for one in words])
        return who

    def _name(self, who: Speaker, name: Names) -> None:
        who.names.append(name)
        for word in {name[0], name[-1]}:
            self._bearers.setdefault(word, []).append(who)

    def _new(self, kind: str) -> Speaker:
        who = Speaker(f"{self.article}.E{len(self.all) + 1}", kind)
        self.all.append(who)
        return who

    def _known(self, name: Names, gender: str) -> Speaker | None:
        bearers = _in_order(self._bearers, (name[0], name[-1]))
        fits = [one for one in bearers if any(_fits(name, other) for other in one.names)]
        same_sex = [one for one in fits if one.agrees(gender)]
        found = same_sex or [one for one in fits if name in one.names]
        return self._last_of(found) if found else None

    def _last_of(self, some: Sequence[Speaker]) -> Speaker:
        return next((one for one in reversed(self.lately) if one in some), some[-1])

    def _by_title(self, phrase: Phrase, gender: str) -> Speaker | None:
        """Who was described by the same office before, without a name."""
        bearers = _in_order(self._entitled, _forms([one.plain for one in phrase.title])[:2])
        return next((one for one in bearers if not one.names and one.agrees(gender)), None)

    def described(self, phrase: Phrase, gender: str) -> Speaker:
        """Who is named by an office alone is who had it before with a name; a paper speaks for who wrote it."""
        words = [one.plain for one in phrase.tokens]
        first = phrase.tokens[0].read
        forms = _forms(words)
        known = [one for one in _in_order(self._entitled, forms[:2]) if one.agrees(gender)]
        if len(words) == 1 and words[0].startswith("ال") and words[0][2:] in self.table.papers and not known:
            known = self.lately[-1:]
        if not known and len(words) == 2 and words[0] in self.table.personal:
            known = [one for one in self.all if words[0] in one.aliases and one.agrees(gender)]
        if not known and words[0] in self.table.epithets:
            known = [one for one in self.lately if one.kind == "person" and one.gender == (gender or first.gender)][-1:]
        if not known and words[0] in self.table.speaking:
            known = [one for one in self.lately[-1:] if one.agrees(gender)]
        if known:
            return self._last_of(known)
        who = self._new("org" if first.kind == "body" else "group" if gender == MANY else "unnamed")
        who.gender = first.gender or gender
        for span in (phrase.span, phrase.core_span):
            _add(who.printed, span.of(self.text))
        self._entitle(who, words)
        return who

    def labelled(self, label: Span) -> Speaker:
        """By a name or an office before a colon."""
        words = tuple(fold(word) for word in label.of(self.text).split())
        who = self._known(words, "") or next(iter(_in_order(self._entitled, (" ".join(words),))), None)
        if who is None:
            who = self._new("unnamed")
            first = words[0]
            who.gender = FEMALE if first in self.table.female_names or first == "ام" else ""
            who.gender = MALE if first in self.table.male_names or first in ("ابو", "بو") else who.gender
            self._name(who, words)
            self._words |= set(words)
        _add(who.printed, label.of(self.text))
        return who

    def _entitle(self, who: Speaker, title: Sequence[str]) -> None:
        """`وزير الأشغال المهندس سامر حدّاد` is `وزير الأشغال`, `الوزير` and `المهندس` afterwards."""
        if not title:
            return
        personal = [word for word in title if word in self.table.personal]
        office = list(title)
        while office and office[-1] in self.table.personal and len(office) > 1:
            office.pop()
        for alias in (*_forms(office), *personal):
            if alias and alias not in who.aliases:
                who.aliases.append(alias)
                self._entitled.setdefault(alias, []).append(who)

    def entities(self) -> Iterator[Entity]:
        for one in self.all:
            yield Entity(one.id, self.article, one.kind, _called(one), (*one.printed, *one.aliases))


def _in_order(known: Mapping[str, Sequence[Speaker]], words: Iterable[str]) -> list[Speaker]:
    """Those who are known by one of the words, as they came."""
    found = {int(one.id.rpartition("E")[2]): one for word in words for one in known.get(word, ())}
    return [found[number] for number in sorted(found)]


def _add(known: list[str], word: str) -> None:
    if word and word not in known:
        known.append(word)


def _called(one: Speaker) -> str:
    return max(one.printed, key=len, default=one.aliases[0] if one.aliases else "")


def _forms(office: Sequence[str]) -> list[str]:
    """In full; of `رئيس بلدية عين الحور` also `رئيس البلدية` and `الرئيس`."""
    if not office:
        return [""]
    definite = [word if word.startswith("ال") else f"ال{word}" for word in office[:2]]
    return [" ".join(office), f"{office[0]} {definite[1]}" if len(office) > 1 else definite[0], definite[0]]


def _fits(words: Names, name: Names) -> bool:
    if words == name:
        return True
    if len(words) == 1:
        return words[0] in (name[-1], name[0])
    if len(name) == 1:
        return name[0] in (words[-1], words[0])
    return (words[0] == name[0] and words[-1] == name[-1]) or words == name[1:] or words == name[-2:]
