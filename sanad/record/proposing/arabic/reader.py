"""The quotations of an Arabic article, each with who speaks as far as the text tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanad.record.proposing.arabic.beside import Beside, Found
from sanad.record.proposing.arabic.phrases import cue_of, gender_of_phrase, phrase_from
from sanad.record.proposing.arabic.reporting import clauses_of
from sanad.record.proposing.arabic.speakers import Speaker, Speakers
from sanad.record.proposing.arabic.speech import is_inside, is_name, says_that
from sanad.record.proposing.arabic.table import MANY, Arabic, fold
from sanad.record.proposing.labels import labelled
from sanad.record.proposing.marks import Pair, pairs_of
from sanad.record.proposing.page import UNKNOWN, Article, Entity, NoSpeech, Quotation, Reported, Span, Voice
from sanad.record.proposing.words import SENTENCE_ENDS, Word, folded, words_of

ENDS = (".", "؟", "!", "…")


@dataclass(frozen=True, slots=True)
class Told:
    """A quotation while its article is read."""

    kind: str
    pair: Pair
    who: Speaker | None
    voice: Voice
    cue: Span | None
    rule: str
    confidence: float


class ArabicReader:
    """Reads an article from its first paragraph to its last."""

    def __init__(self, text: str, article: Article, table: Arabic) -> None:
        self.text, self.article, self.table = text, article, table
        self.speakers = Speakers(article.id, text, table)
        self.beside = Beside(self.speakers, table)
        self.told: list[Told] = []
        self.spoken: set[int] = set()
        self.no_speech: dict[int, NoSpeech] = {}
        self.reported: list[Reported] = []
        self.bases: dict[Span, str] = {}
        self.last: Told | None = None
        self.open_from: Told | None = None

    def read(self) -> None:
        labels = labelled(self.text, self.article.paragraphs)
        for span in self.article.paragraphs:
            pairs = pairs_of(self.text, span)
            if span in labels:
                self._labelled(pairs, *labels[span])
            else:
                self._paragraph(span, pairs)

    def _labelled(self, pairs: Sequence[Pair], label: Span, said: Span) -> None:
        who = self.speakers.described(label.of(self.text), "")
        pair = Pair(said, said, within=[one for one in pairs if said.holds(one.span)])
        self._add(Told("direct", pair, who, Voice(who.id, label, "label"), None, "label", 0.95))

    def _paragraph(self, span: Span, pairs: Sequence[Pair]) -> None:
        words = words_of(folded(self.text, [pair.span for pair in pairs]), span)
        by_start = {pair.span.start: pair for pair in pairs}
        is_speech_only = all(word.is_quotation or not word.is_word for word in words)
        before: Told | None = None
        begun = 0
        for at, word in enumerate(words):
            if word.text in SENTENCE_ENDS:
                self._sentence(words[begun : at + 1])
                begun = at + 1
            elif word.is_quotation:
                pair = by_start[word.span.start]
                self._mentions(words[begun:at])
                told = self._of_pair(pair, words, begun, at, before, is_speech_only=is_speech_only)
                before = told or before
                if told and self._ends(words, at, pair) and not self.beside.after(words, at, pair, self.text):
                    begun = at + 1
        self._sentence(words[begun:])

    def _ends(self, words: Sequence[Word], at: int, pair: Pair) -> bool:
        follows = at + 1 < len(words) and words[at + 1].text in SENTENCE_ENDS
        return follows or self.text[pair.inner.end - 1 : pair.inner.end] in ENDS

    def _of_pair(
        self, pair: Pair, words: Sequence[Word], begun: int, at: int, before: Told | None, *, is_speech_only: bool
    ) -> Told | None:
        """None where the marks hold no speech."""
        has_colon = at > begun and words[at - 1].text == ":"
        if is_name(self.text, pair, words, at, self.table):
            self.no_speech[pair.span.start] = NoSpeech(pair.span, "name")
            return None
        after = self.beside.after(words, at, pair, self.text)
        found = after if after and not has_colon else self.beside.before(self._left(words, begun, at)) or after
        is_short = len(pair.inner.of(self.text).split()) <= 2 and not pair.is_open
        if is_short and not has_colon and not after and not (found and says_that(words, at)):
            self.no_speech[pair.span.start] = NoSpeech(pair.span, "term")
            return None
        told = (
            self._attributed(pair, found, is_mixed=not has_colon and is_inside(words, begun, at))
            if found
            else self._continued(pair, before, words, begun, at, is_speech_only=is_speech_only)
        )
        if told:
            self._add(told)
        return told

    def _left(self, words: Sequence[Word], begun: int, at: int) -> Sequence[Word]:
        """From the last quotation of the sentence on; marks that hold no speech part nothing."""
        starts = (place + 1 for place in range(begun, at) if words[place].span.start in self.spoken)
        return words[max(starts, default=begun) : at]

    def _attributed(self, pair: Pair, found: Found, *, is_mixed: bool) -> Told:
        kind = "mixed" if is_mixed and (found.is_passive or found.rule.startswith("before")) else "direct"
        if found.is_passive:
            return Told(kind, pair, None, Voice(None, None, "passive"), found.cue, found.rule, found.confidence)
        who, voice, known = self.speakers.voice(found.phrase, found.gender)
        return Told(kind, pair, who, voice, found.cue, found.rule, found.confidence * known)

    def _continued(
        self, pair: Pair, before: Told | None, words: Sequence[Word], begun: int, at: int, *, is_speech_only: bool
    ) -> Told | None:
        """No cue of its own: it goes on from the one before, in the paragraph or from the paragraph before."""
        if is_inside(words, begun, at):
            if len(pair.inner.of(self.text).split()) <= 4:
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "term")
                return None
            return _like(before or self.last, pair, "mixed", "inside", 0.5)
        opens = not any(word.is_word or word.is_quotation for word in words[:at])
        if self.open_from is not None and opens:
            return _like(self.open_from, pair, "direct", "open marks", 0.95)
        if before is not None:
            return _like(before, pair, "direct", "same paragraph", 0.9)
        if opens and is_speech_only:
            return _like(self.last, pair, "direct", "paragraph of speech", 0.88)
        return _like(self.last, pair, "direct", "paragraph begins with speech", 0.55)

    def _add(self, told: Told) -> None:
        self.told.append(told)
        self.spoken.add(told.pair.span.start)
        self.last = told
        self.open_from = told if told.pair.is_open else None
        self.speakers.spoke(told.who)
        for pair in told.pair.within:
            if len(pair.inner.of(self.text).split()) <= 2 or is_name(self.text, pair, (), 0, self.table):
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "term")
            else:
                self.told.append(Told("nested", pair, None, UNKNOWN, None, "nested", 0.6))

    def _sentence(self, sentence: Sequence[Word]) -> None:
        """What is reported in it, and who is mentioned: a verb without a subject may mean them."""
        for clause in clauses_of(sentence, self.beside, self.table):
            cue = sentence[clause.cue.at].span
            if clause.cue.kind == "passive":
                voice, sure = Voice(None, None, "passive"), 1.0
            else:
                _, voice, sure = self.speakers.voice(clause.phrase, clause.cue.verb.gender if clause.cue.verb else "")
            self.bases[cue] = clause.cue.verb.base if clause.cue.verb else ""
            told = Reported("", self.article.id, clause.span, voice, cue, (), "clause", round(0.8 * sure, 2))
            self.reported.append(told)
        self._mentions(sentence)

    def _mentions(self, sentence: Sequence[Word]) -> None:
        """Subjects of verbs, and names with titles, in their order."""
        at = 0
        while at < len(sentence):
            at += self._mention(sentence, at) if sentence[at].is_word else 1

    def _mention(self, sentence: Sequence[Word], at: int) -> int:
        """How many words it took."""
        plain = fold(sentence[at].text)
        cue = cue_of(sentence, at, self.table)
        if cue and cue.verb:
            phrase = self.beside.subject(sentence, cue)
            first = fold(phrase.words[0].text) if phrase else ""
            if phrase and (phrase.name or first in self.table.titles or first in self.table.people):
                gender = cue.verb.gender if cue.verb.gender != MANY else ""
                self.speakers.spoke(self.speakers.voice(phrase, gender)[0])
                return 1 + len(phrase.words)
            return 1
        is_name = plain in self.table.names or (plain[:1] in "وفلب" and plain[1:] in self.table.names)
        phrase = phrase_from(sentence, at, self.table) if is_name or plain in self.table.titles else None
        if phrase and phrase.name and fold(phrase.name[0].text) in self.table.names:
            who = self.speakers.named(phrase, gender_of_phrase(phrase, self.table))
            self.speakers.mentioned(who, is_subject=at <= 3)
            return len(phrase.words)
        return 1

    def entities(self) -> list[Entity]:
        return self.speakers.entities()

    def quotations(self, first: int) -> Iterator[Quotation]:
        ordered = sorted(self.told, key=lambda one: one.pair.span.start)
        for number, one in enumerate(ordered, start=first):
            told = one.kind, one.pair.span, one.pair.inner, one.voice, one.cue, (), one.rule, round(one.confidence, 2)
            yield Quotation(f"Q{number}", self.article.id, *told)


def _like(told: Told | None, pair: Pair, kind: str, rule: str, sure: float) -> Told:
    if told is None or told.who is None:
        return Told(kind, pair, None, UNKNOWN, None, "nobody named", 0.4)
    sure *= min(1.0, told.confidence + 0.05)
    return Told(kind, pair, told.who, Voice(told.who.id, None, "continuation"), None, rule, sure)
