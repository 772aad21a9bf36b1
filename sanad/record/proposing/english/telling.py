"""A quotation while its article is read, and who is meant by the phrases beside it."""

from dataclasses import dataclass, field

from sanad.record.proposing.english.cast import Cast, Somebody, gender_of
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.roles import is_aged
from sanad.record.proposing.english.scene import Scene
from sanad.record.proposing.english.table import English
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Quotation, Span, Voice

Meant = tuple[Somebody | None, Voice, float]
"""Who is meant, as what, and how sure that is."""
SUBJECTS = {"him": "he", "her": "she", "them": "they"}
NOBODY: Meant = (None, Voice(None, None, "passive"), 1.0)


@dataclass(slots=True)
class Told:
    """`who` is None where nobody can tell."""

    kind: str
    pair: Pair
    who: Somebody | None
    voice: Voice
    cue: Span | None
    to: list[Somebody]
    rule: str
    confidence: float
    flags: list[str] = field(default_factory=list)

    def quotation(self, number: int, article: str) -> Quotation:
        return Quotation(
            f"Q{number}",
            article,
            self.kind,
            self.pair.span,
            self.pair.inner,
            self.voice,
            self.cue,
            tuple(one.id for one in self.to),
            self.rule,
            round(self.confidence, 2),
            tuple(self.flags),
        )


@dataclass(slots=True)
class Meaning:
    """Who in the article is meant by a phrase."""

    text: str
    cast: Cast
    scene: Scene
    table: English

    def of(self, phrase: Phrase) -> Meant:
        if phrase.kind == "pronoun":
            who, sure = self.scene.stands_for(phrase.words[0].low, phrase.words[0].start)
            return who, Voice(who.id if who else None, phrase.span, "pronoun"), sure
        who = self._named_or_described(phrase)
        if phrase.kind == "name":
            return who, Voice(who.id, phrase.core_span, "name"), 1.0
        known = phrase.words[-1].low in self.table.people or phrase.words[-1].low in self.table.sayings
        return who, Voice(who.id, phrase.span, "description"), 0.97 if known else 0.89

    def addressed(self, phrase: Phrase | None) -> list[Somebody]:
        if phrase is None:
            return []
        if phrase.kind == "pronoun":
            low = phrase.words[0].low
            who, _ = self.scene.stands_for(SUBJECTS.get(low, low), phrase.words[0].start)
            return [who] if who else []
        return [self._named_or_described(phrase)]

    def _named_or_described(self, phrase: Phrase) -> Somebody:
        if phrase.kind == "name":
            return self.cast.named(phrase.core, phrase.title, phrase.start)
        known = self.scene.at(phrase.start) if is_aged(phrase) else None
        if known is not None:
            return known
        return self.cast.described(phrase.span.of(self.text), gender_of(phrase, self.table), phrase.start)
