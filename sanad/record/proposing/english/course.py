"""The course of what is said in an article: whose words a quotation holds that has nothing beside it."""

from collections import deque
from dataclasses import dataclass, field

from sanad.record.proposing.english.before import CONFIDENCE
from sanad.record.proposing.english.cast import Somebody
from sanad.record.proposing.english.scene import Scene
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.telling import Told
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import UNKNOWN, Voice

SURE_AGAIN = 0.93
FEW = 6
"""So many quotations back at most stands who answers."""


@dataclass(slots=True)
class Course:
    """`last` is what was said last, quoted or reported; `open_from` it where its marks were left open; `quoted` the
    last quotations, and `is_question` whether the very last asks.
    """

    scene: Scene
    last: Told | None = None
    open_from: Told | None = None
    is_question: bool = False
    quoted: deque[Told] = field(default_factory=lambda: deque(maxlen=FEW))

    def said(self, told: Told, text: str) -> None:
        self.last = told
        self.open_from = told if told.pair.is_open else None
        self.is_question = not told.pair.is_open and told.pair.inner.of(text).rstrip().endswith("?")
        self.quoted.append(told)

    def reported(self, told: Told) -> None:
        self.last, self.is_question = told, False

    def goes_on(
        self, pair: Pair, before: Told | None, sentence: Sentence, place: int, *, opens: bool, is_alone: bool
    ) -> Told:
        """No cue of its own: it goes on from the one before, in the paragraph or from the paragraph before."""
        if before is not None and (before.kind != "mixed" or before.rule.startswith("after:")):
            rule = "after reported" if before.kind == "reported" else "same paragraph"
            told = self._like(before, pair, rule, 0.93)
            if rule == "same paragraph":
                told.confidence = max(told.confidence, min(before.confidence, SURE_AGAIN))
            return told
        if opens:
            from_before = self._from_paragraph_before(pair, is_alone=is_alone)
            if from_before is not None:
                return from_before
        kind = "mixed" if place and sentence.words[place - 1].is_word else "direct"
        if before is not None:
            told = self._like(before, pair, "after fragment", 0.6)
            told.kind = kind
            return told
        about = self.scene.about_before() if kind == "direct" and place == 0 else None
        return self._of(about, pair, "sentence before", 0.6) if about else self._nobody(kind, pair)

    def _from_paragraph_before(self, pair: Pair, *, is_alone: bool) -> Told | None:
        """`is_alone`: the paragraph is speech and nothing else."""
        if self.open_from is not None:
            return self._like(self.open_from, pair, "open marks", 0.97)
        new = self.scene.introduced()
        if new is not None:
            self.scene.spoke(new)
            return self._of(new, pair, "introduced", 0.8 if is_alone else 0.6)
        answerer = self._answerer() if is_alone else None
        if answerer is not None:
            return self._like(answerer, pair, "answer", 0.75)
        about = self.scene.told_of() if is_alone else None
        if about is not None and self._is_new(about):
            self.scene.spoke(about)
            return self._of(about, pair, "told of", 0.75)
        if self.last is None:
            return None
        if not is_alone:
            return self._like(self.last, pair, "paragraph begins with speech", 0.6)
        is_other = about is not None and about is not self.last.who
        return self._like(self.last, pair, "paragraph of speech", 0.75 if is_other else 0.9)

    def _is_new(self, about: Somebody) -> bool:
        """Whether nobody has spoken that can be told since the story came to somebody."""
        last = self.last
        return last is None or last.who is None or about.first_at > last.pair.span.start

    def _answerer(self) -> Told | None:
        """A question that nobody is left to go on from is answered by the other one who speaks."""
        asked = self.last
        if asked is None or not self.is_question:
            return None
        return next((one for one in reversed(self.quoted) if one.who is not asked.who), None)

    def _of(self, who: Somebody, pair: Pair, rule: str, sure: float) -> Told:
        return Told("direct", pair, who, Voice(who.id, None, "continuation"), None, [], rule, sure)

    def _nobody(self, kind: str, pair: Pair) -> Told:
        return Told(kind, pair, None, UNKNOWN, None, [], "nobody named", 0.4)

    def _like(self, told: Told, pair: Pair, rule: str, confidence: float) -> Told:
        voice = Voice(told.who.id if told.who else None, None, "continuation" if told.who else "unknown")
        self.scene.spoke(told.who)
        known = told.confidence / CONFIDENCE[told.rule] if told.rule == "before:inside" else told.confidence
        sure = confidence * min(1.0, known + 0.05)
        return Told("direct", pair, told.who, voice, None, list(told.to), rule, sure)
