"""Cues of one sentence: words that say that somebody says something, each with who."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sanad.record.proposing.arabic.phrase import Phrase, Tokens, is_noun_of_body, plain_at
from sanad.record.proposing.arabic.phrases import Phrases
from sanad.record.proposing.arabic.readings import OF_CONTENTS, is_noun_and_verb
from sanad.record.proposing.arabic.subjects import Subjects
from sanad.record.proposing.arabic.table import FEMALE, Arabic, Verb

ANSWERED = ("كان", "جاء")
OF_WRITINGS, IN_THEM = ("جاء", "ورد"), ("في", "فيه", "فيها")
FARTHEST_SOURCE = 12


class Cue(NamedTuple):
    """`kind`: verb, passive, participle, saying or according. `phrase` is None where it has no subject of its own.

    `end`: the first place after it and its subject.
    """

    at: int
    end: int
    kind: str
    verb: Verb | None
    phrase: Phrase | None

    @property
    def base(self) -> str:
        return self.verb.base if self.verb else ""

    @property
    def gender(self) -> str:
        return self.verb.gender if self.verb else ""


class Cues:
    """Finds cues and their subjects."""

    def __init__(self, phrases: Phrases, table: Arabic) -> None:
        self.phrases, self.table = phrases, table
        self.subjects = Subjects(phrases, table)
        self._of_kind: Mapping[str, Callable[[Tokens, int], Cue | None]] = {
            "verb": self._of_verb_or_noun,
            "passive": self._of_word,
            "participle": self._of_word,
            "saying": self._of_saying,
            "according": self._according,
        }

    def at(self, tokens: Tokens, at: int) -> Cue | None:
        read = tokens[at].read
        if not read.may_say or (at and is_noun_of_body(tokens[at - 1], tokens[at])):
            return None
        of_kind = self._of_kind.get(read.cue)
        return of_kind(tokens, at) if of_kind else self._otherwise(tokens, at)

    def _of_word(self, tokens: Tokens, at: int) -> Cue:
        return Cue(at, at + 1, tokens[at].read.cue, tokens[at].read.verb, None)

    def _of_verb_or_noun(self, tokens: Tokens, at: int) -> Cue | None:
        return self._of_noun(tokens, at) if self.is_noun(tokens, at) else self._of_verb(tokens, at)

    def _otherwise(self, tokens: Tokens, at: int) -> Cue | None:
        """Of a word that is no cue by itself."""
        read, after = tokens[at].read, tokens[at + 1] if at + 1 < len(tokens) else None
        if read.plain in OF_CONTENTS and after and after.text == ":":
            return self._of_contents(tokens, at)
        if read.plain in self.table.own_answers:
            is_told = plain_at(tokens, at - 1).lstrip("وف") in ANSWERED
            return Cue(at, at + 1, "saying", None, None) if is_told else None
        if read.plain == "علي" and after and after.plain == "حد":
            return self._according(tokens, at)
        return self._of_hidden_verb(tokens, at) if is_noun_and_verb(read.plain, read.kind, self.table) else None

    def _of_hidden_verb(self, tokens: Tokens, at: int) -> Cue | None:
        """`طالب النائب الوزير بالحضور`, where somebody follows."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        is_somebody = after and after.read.kind and (after.plain.startswith("ال") or after.read.kind == "name")
        return self._with_subject(tokens, at, self.table.verbs[tokens[at].plain]) if is_somebody else None

    def thus(self, tokens: Tokens, at: int) -> Cue | None:
        """`هكذا بدأت سيلفانا كلامها`: whatever verb it is."""
        if plain_at(tokens, at - 1) not in self.table.thus:
            return None
        verb = Verb("", FEMALE if tokens[at].plain.endswith("ت") else "", "past")
        phrase = self.phrases.at(tokens, at + 1) if at + 1 < len(tokens) else None
        return Cue(at, phrase.end, "verb", verb, phrase) if phrase else None

    def is_cue(self, tokens: Tokens, at: int) -> bool:
        cue = tokens[at].read.cue
        return cue in ("passive", "saying") or (cue == "verb" and not self.is_noun(tokens, at))

    def is_noun(self, tokens: Tokens, at: int) -> bool:
        """`عن نقل السوق`, `رفض ذكر اسمه` are no verbs; `لم تقل` and `أن تقول` say that nothing is said."""
        read, before = tokens[at].read, plain_at(tokens, at - 1)
        if read.verb and read.verb.base == "جاء" and plain_at(tokens, at + 1) not in IN_THEM:
            return True
        if read.stem in self.table.saying_nouns and before.lstrip("وف") in ANSWERED:
            return True
        is_unsaid = before in self.table.unsaid and plain_at(tokens, at - 2) not in self.table.before_said
        return is_unsaid or (not read.joined and before in self.table.before_nouns)

    def _of_noun(self, tokens: Tokens, at: int) -> Cue | None:
        """`جاء ردّ الشركة سريعًا: «...»`."""
        is_told = tokens[at].read.stem in self.table.saying_nouns and plain_at(tokens, at - 1).lstrip("وف") in ANSWERED
        phrase = self.phrases.at(tokens, at + 1) if is_told and at + 1 < len(tokens) else None
        return Cue(at, phrase.end, "saying", None, phrase) if phrase else None

    def _of_verb(self, tokens: Tokens, at: int) -> Cue:
        verb, after = tokens[at].read.verb, plain_at(tokens, at + 1)
        assert verb is not None
        if verb.base in OF_WRITINGS and after in IN_THEM:
            return self._of_writing(tokens, at, verb)
        if verb.base == "ورد":
            verb = Verb("رد", verb.gender, verb.form)
        return self._with_subject(tokens, at, verb)

    def _with_subject(self, tokens: Tokens, at: int, verb: Verb) -> Cue:
        phrase = self.subjects.after(tokens, at + 1, verb)
        end = phrase.end if phrase else at + 1
        return Cue(at, end, "verb", verb, phrase or self.subjects.before(tokens, at, verb))

    def _of_writing(self, tokens: Tokens, at: int, verb: Verb) -> Cue:
        """`جاء في البيان`, `كتابًا من أهالي الحيّ، جاء فيه`."""
        if plain_at(tokens, at + 1) != "في":
            return Cue(at, at + 2, "verb", Verb(verb.base, "", verb.form), self.subjects.writer(tokens, at))
        source = self.phrases.at(tokens, at + 2) if at + 2 < len(tokens) else None
        if source and (
            not source.is_sure or (len(source.tokens) == 1 and source.tokens[0].plain[2:] in self.table.papers)
        ):
            return Cue(at, source.end, "verb", Verb(verb.base, "", verb.form), None)
        return Cue(at, source.end if source else at + 2, "verb", verb, source)

    def _of_contents(self, tokens: Tokens, at: int) -> Cue | None:
        """`رسالة من سكّان الحيّ، وفيها: «...»`."""
        writer = self.subjects.writer(tokens, at)
        return Cue(at, at + 1, "saying", None, writer) if writer else None

    def _of_saying(self, tokens: Tokens, at: int) -> Cue:
        """`نقلت نجوى نجيم عن أمين السرّ قوله`: whoever follows `عن`."""
        for place in range(at - 1, max(-1, at - FARTHEST_SOURCE), -1):
            if tokens[place].is_quotation or tokens[place].text == ":":
                break
            phrase = self.phrases.at(tokens, place + 1) if tokens[place].plain in ("عن", "الي") else None
            if phrase and phrase.is_sure and phrase.end <= at:
                return Cue(at, at + 1, "saying", None, phrase)
        return Cue(at, at + 1, "saying", None, None)

    def _according(self, tokens: Tokens, at: int) -> Cue | None:
        """`بحسب ما أفاد به رئيس البلدية`, `على حدّ قوله`, `برأيه`, `وفقًا للتقرير`."""
        own = ("ه", "ها", "هم")
        if tokens[at].plain.endswith(own):
            return Cue(at, at + 1, "according", None, None)
        start = self._past_source_words(tokens, at + 1)
        if start < len(tokens) and tokens[start].read.cue == "saying":
            return Cue(at, start + 1, "according", None, None)
        verb = tokens[start].read.verb if start < len(tokens) and tokens[start].read.cue == "verb" else None
        if verb:
            start = self._past_source_words(tokens, start + 1)
        phrase = self._source(tokens, start) if start < len(tokens) else None
        if phrase is None and verb is None:
            return None
        told = Verb("", verb.gender, "") if verb else None
        return Cue(at, phrase.end if phrase else start, "according", told, phrase)

    def _past_source_words(self, tokens: Tokens, start: int) -> int:
        while start < len(tokens) and tokens[start].plain in self.table.source_words:
            start += 1
        return start

    def _source(self, tokens: Tokens, start: int) -> Phrase | None:
        """Also where a letter joins it: `لمصدر أمني`, `للتقرير`."""
        phrase = self.phrases.at(tokens, start)
        if phrase or tokens[start].plain[:1] != "ل":
            return phrase
        end = start + 1
        while end < min(len(tokens), start + 4) and not self.phrases.stops(tokens, end, is_first=False):
            end += 1
        words = tuple(tokens[start:end])
        return Phrase(words, words, (), end)
