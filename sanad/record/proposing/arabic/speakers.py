"""Who is who in one Arabic article, and who spoke lately: a verb alone means the last of its number and sex."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.record.proposing.arabic.phrases import ArabicPhrase, gender_of_phrase
from sanad.record.proposing.arabic.table import FEMALE, MALE, MANY, Arabic, fold
from sanad.record.proposing.page import Entity, Voice

Names = tuple[str, ...]


@dataclass(slots=True)
class Speaker:
    """`names` and `aliases` are folded, `printed` as in the text; `gender` is empty where nothing tells it."""

    id: str
    kind: str
    names: list[Names] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    gender: str = ""


class Speakers:
    """Everybody of one article, in the order in which they come."""

    def __init__(self, article: str, text: str, table: Arabic) -> None:
        self.article, self.text, self.table = article, text, table
        self.all: list[Speaker] = []
        self.lately: list[Speaker] = []

    def spoke(self, who: Speaker | None) -> None:
        if who:
            self.lately = [one for one in self.lately if one is not who] + [who]

    def mentioned(self, who: Speaker, *, is_subject: bool) -> None:
        """A subject is meant before those who spoke earlier; somebody else after them."""
        if is_subject or not self.lately:
            self.spoke(who)
        elif who not in self.lately:
            self.lately.insert(0, who)

    def voice(self, phrase: ArabicPhrase | None, gender: str) -> tuple[Speaker | None, Voice, float]:
        """Who is meant by the phrase, or by a verb without one, and how sure that is."""
        if phrase is None:
            return self._last(gender)
        if phrase.name:
            who = self.named(phrase, gender_of_phrase(phrase, self.table) or gender)
            return who, Voice(who.id, phrase.name_span, "name"), 1.0
        sex = gender if gender in (MALE, FEMALE) else gender_of_phrase(phrase, self.table)
        who = self.described(phrase.span.of(self.text), sex)
        return who, Voice(who.id, phrase.span, "description"), 0.97

    def _last(self, gender: str) -> tuple[Speaker | None, Voice, float]:
        who = next((one for one in reversed(self.lately) if not gender or one.gender in ("", gender)), None)
        if who is None:
            return None, Voice(None, None, "unknown"), 0.5
        if gender in (MALE, FEMALE):
            who.gender = who.gender or gender
        return who, Voice(who.id, None, "pronoun"), 0.92

    def named(self, phrase: ArabicPhrase, gender: str) -> Speaker:
        name = tuple(fold(word.text) for word in phrase.name)
        who = self._known(name, gender)
        if who is None:
            who = Speaker(f"{self.article}.E{len(self.all) + 1}", "person")
            self.all.append(who)
        if name not in who.names:
            who.names.append(name)
        printed = phrase.name_span.of(self.text)
        if printed not in who.printed:
            who.printed.append(printed)
        who.gender = who.gender or (gender if gender != MANY else "")
        if phrase.title:
            _entitle(who, [fold(word.text) for word in phrase.title])
        return who

    def _known(self, name: Names, gender: str) -> Speaker | None:
        fits = [one for one in self.all if any(_fits(name, other) for other in one.names)]
        same_sex = [one for one in fits if not gender or one.gender in ("", gender)]
        found = same_sex or [one for one in fits if name in one.names]
        return found[-1] if found else None

    def is_known(self, word: str) -> bool:
        return any(word in name for one in self.all for name in one.names)

    def described(self, text: str, gender: str) -> Speaker:
        """Who is named by an office alone is who had it before with a name."""
        plain = " ".join(fold(word) for word in text.split())
        known = [one for one in self.all if plain in one.aliases and (not gender or one.gender in ("", gender))]
        if not known and plain.startswith("ال") and " " not in plain:
            known = [one for one in self.all if any(alias.split()[0] in (plain, plain[2:]) for alias in one.aliases)]
        if known:
            return known[-1]
        sex = gender if gender != MANY else ""
        who = Speaker(f"{self.article}.E{len(self.all) + 1}", "unnamed", aliases=[plain], printed=[text], gender=sex)
        self.all.append(who)
        return who

    def entities(self) -> list[Entity]:
        return [Entity(one.id, self.article, one.kind, _called(one), (*one.printed, *one.aliases)) for one in self.all]


def _called(one: Speaker) -> str:
    return max(one.printed, key=len, default=one.aliases[0] if one.aliases else "")


def _entitle(who: Speaker, title: Sequence[str]) -> None:
    """`وزير الأشغال سامر حدّاد` is `وزير الأشغال` and `الوزير` afterwards."""
    first = title[0] if title[0].startswith("ال") else f"ال{title[0]}"
    for alias in (" ".join(title), first):
        if alias not in who.aliases:
            who.aliases.append(alias)


def _fits(words: Names, name: Names) -> bool:
    if words == name:
        return True
    if len(words) == 1:
        return words[0] in (name[-1], name[0])
    if len(name) == 1:
        return name[0] == words[-1]
    return (words[0] == name[0] and words[-1] == name[-1]) or words == name[1:]
