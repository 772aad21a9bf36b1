"""Whom a pronoun stands for: the subject of a sentence before it, of the same number and sex; else nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.record.proposing.english.cast import ANY, FEMALE, MALE, Cast, Somebody, gender_of
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.rightwards import apposed, phrase_after
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.table import English

Meant = tuple[Somebody | None, float]
"""Who is meant, and how sure that is."""
WANTED = {"he": MALE, "she": FEMALE}
BACK = 6
"""So many sentences back at most."""


@dataclass(slots=True)
class Mentioned:
    """Who is mentioned in one sentence, the subject first, each with its place."""

    subject: Somebody | None = None
    others: list[tuple[int, Somebody]] = field(default_factory=list)


class Scene:
    """Who was spoken of, sentence by sentence."""

    def __init__(self, cast: Cast, table: English) -> None:
        self.cast, self.table = cast, table
        self.sentences: list[Mentioned] = []
        self.speaker: Somebody | None = None
        self.paragraph_begins = 0

    def begin_paragraph(self) -> None:
        self.paragraph_begins = len(self.sentences)

    def enter(self, sentence: Sentence) -> None:
        """Names and descriptions of people, in their order; the first before a verb is taken for the subject."""
        found, at = Mentioned(), 0
        while at < len(sentence.words):
            phrase = self._phrase(sentence, at)
            if phrase is None:
                at += 1
                continue
            who = self._somebody(phrase)
            if who:
                found.others.append((phrase.span.start, who))
                if found.subject is None and phrase.first <= 6:
                    found.subject = who
                phrase = self._with_description(sentence, phrase, who)
            at = phrase.last + 1
        self.sentences.append(found)

    def leave(self, sentence: Sentence) -> None:
        """A pronoun as the subject carries on who was meant."""
        here = self.sentences[-1]
        first = next((word for word in sentence.words[:4] if word.low in WANTED), None)
        if first and (here.subject is None or (here.others and here.others[0][0] > first.span.start)):
            who, _ = self.stands_for(first.low, first.span.start)
            here.subject = who or here.subject

    def spoke(self, who: Somebody | None) -> None:
        self.speaker = who
        if who and self.sentences:
            self.sentences[-1].subject = who

    def stands_for(self, pronoun: str, at: int) -> Meant:
        """Who is meant, and how sure that is."""
        if pronoun in ("they", "we", "i", "it"):
            return self._of_number(pronoun, at)
        wanted = WANTED.get(pronoun)
        if wanted is None:
            return None, 0.5
        for distance, sentence in enumerate(reversed(self.sentences[-BACK:])):
            here = [who for place, who in sentence.others if place < at and _may_be(who, wanted, self.table)]
            people = list({id(who): who for who in here}.values())
            found = self._as_subject(sentence, people, wanted) if distance else None
            found = found or (self._among(people, wanted, distance) if people else None)
            if found:
                return found
        if self.speaker and _may_be(self.speaker, wanted, self.table):
            return self.speaker, 0.7
        return None, 0.5

    def _as_subject(self, sentence: Mentioned, people: Sequence[Somebody], wanted: str) -> Meant | None:
        """The subject of an earlier sentence, unless only another one there is known to be of the sex."""
        subject = sentence.subject
        if subject is None or not _may_be(subject, wanted, self.table):
            return None
        rivals = [who for who in people if who.gender == wanted and who is not subject]
        if rivals and subject.gender != wanted:
            return None
        subject.gender = subject.gender or wanted
        return subject, 0.75 if rivals else 0.9

    def _among(self, people: Sequence[Somebody], wanted: str, distance: int) -> Meant:
        """Those named in one sentence: the only one, the only one known to be of the sex, or who spoke last."""
        if len(people) == 1:
            people[0].gender = people[0].gender or wanted
            return people[0], 0.9 - 0.05 * distance
        sure = [who for who in people if who.gender == wanted]
        if len(sure) == 1:
            return sure[0], 0.85
        return (self.speaker, 0.7) if self.speaker and self.speaker in people else (None, 0.5)

    def _of_number(self, pronoun: str, at: int) -> Meant:
        for sentence in list(reversed(self.sentences))[:3]:
            for place, who in reversed(sentence.others):
                if (
                    place < at
                    and ((pronoun == "they") == _is_many(who, self.table))
                    and (pronoun != "it" or who.kind != "person")
                ):
                    return who, 0.6
        return None, 0.5

    def _with_description(self, sentence: Sentence, phrase: Phrase, who: Somebody) -> Phrase:
        """`Saliba, the board member, put ...`: the description between the commas is the same person."""
        words, at = sentence.words, phrase.last + 1
        if phrase.kind != "name" or at + 1 >= len(words) or words[at].text != "," or words[at + 1].is_capital:
            return phrase
        described = phrase_after(words, at + 1, self.table)
        ends = described.last + 1 if described else 0
        if (
            described is None
            or described.kind != "description"
            or ends >= len(words)
            or words[ends].low not in (",", ".", "who", "of", "at", "for", "in", "from")
        ):
            return phrase
        text = " ".join(word.text for word in described.words)
        who.aliases.append(
            text.lower().partition(" ")[2] if text.lower().startswith(("a ", "an ", "the ")) else text.lower()
        )
        who.gender = who.gender or gender_of(described)
        return described

    def _phrase(self, sentence: Sentence, at: int) -> Phrase | None:
        found = self._plain(sentence, at)
        return apposed(sentence.words, found, self.table) if found else None

    def _plain(self, sentence: Sentence, at: int) -> Phrase | None:
        word = sentence.words[at]
        if not word.is_word or word.low in self.table.pronouns:
            return None
        if word.is_capital and not (at == 0 and word.low in self.table.determiners):
            if (
                at == 0
                and word.low not in self._known_words()
                and len(sentence.words) > 1
                and not sentence.words[1].is_capital
            ):
                return None
            return phrase_after(sentence.words, at, self.table)
        if word.low in self.table.determiners or (word.low in self.table.people and at == 0):
            return phrase_after(sentence.words, at, self.table)
        return None

    def _known_words(self) -> set[str]:
        return (
            {part.lower() for one in self.cast.all for name in one.names for part in name}
            | set(self.table.male_names)
            | set(self.table.female_names)
        )

    def _somebody(self, phrase: Phrase) -> Somebody | None:
        if phrase.kind == "name":
            low = phrase.core[0].low
            is_alone = phrase.last - phrase.first + 1 == len(phrase.core) == 1
            if is_alone and low not in self._known_words():
                return None
            if low in self.table.no_names:
                return None
            return self.cast.named(
                phrase.core, [word for word in phrase.words if word not in phrase.core], phrase.span.start
            )
        if phrase.kind == "description" and phrase.words[-1].low in self.table.people:
            text = " ".join(word.text for word in phrase.words)
            return self.cast.described(text, gender_of(phrase), phrase.span.start)
        return None


def _is_many(who: Somebody, table: English) -> bool:
    return (
        any(alias.split()[-1] in table.many_people for alias in who.aliases)
        if who.kind == "unnamed"
        else who.kind == "org"
    )


def _may_be(who: Somebody, wanted: str, table: English) -> bool:
    return who.kind != "org" and who.gender in (ANY, wanted) and not (who.kind == "unnamed" and _is_many(who, table))
