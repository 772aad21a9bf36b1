"""The quotations of one article, each with who speaks as far as the text tells."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sanad.record.proposing.english.attributing import attributed
from sanad.record.proposing.english.cast import Cast, Somebody, gender_of
from sanad.record.proposing.english.found import Found
from sanad.record.proposing.english.paragraphs import Paragraph, paragraph_of
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.reporting import Voiced, voices_of
from sanad.record.proposing.english.rightwards import phrase_after
from sanad.record.proposing.english.scene import Scene
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.speech import why_no_speech
from sanad.record.proposing.english.table import English
from sanad.record.proposing.labels import labelled
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import UNKNOWN, Article, Entity, NoSpeech, Quotation, Reported, Span, Voice
from sanad.record.proposing.words import words_of


@dataclass(slots=True)
class Told:
    """A quotation while its article is read. `who` is None where nobody can tell."""

    kind: str
    pair: Pair
    who: Somebody | None
    voice: Voice
    cue: Span | None
    to: list[Somebody]
    rule: str
    confidence: float
    flags: list[str] = field(default_factory=list)


class Reader:
    """Reads an article from its first paragraph to its last."""

    def __init__(self, text: str, article: Article, table: English) -> None:
        self.text, self.article, self.table = text, article, table
        self.cast = Cast(article.id, table)
        self.scene = Scene(self.cast, table)
        self.told: list[Told] = []
        self.no_speech: dict[int, NoSpeech] = {}
        self.reported: list[Reported] = []
        self.bases: dict[Span, str] = {}
        self.labels: dict[Span, tuple[Span, Span]] = {}
        self.last: Told | None = None
        self.open_from: Told | None = None

    def read(self) -> None:
        self.labels = labelled(self.text, self.article.paragraphs)
        self._headline()
        for span in self.article.paragraphs:
            paragraph = paragraph_of(self.text, span, self.table)
            self.no_speech |= {
                pair.span.start: NoSpeech(pair.span, "nickname") for pair in paragraph.nicknames
            }
            self.scene.begin_paragraph()
            if paragraph.span in self.labels:
                self._labelled(paragraph, *self.labels[paragraph.span])
            else:
                self._paragraph(paragraph)
        self._in_headline()

    def _headline(self) -> None:
        """Marks in the headline are speech where a sentence of them is."""
        headline = self.article.headline
        if headline is None:
            return
        paragraph = paragraph_of(self.text, headline, self.table)
        for pair in paragraph.pairs:
            inside = pair.inner.of(self.text).split()
            if len(inside) < 3 or pair.is_open:
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "headline")
                continue
            is_whole = any(len(sentence.words) > 1 for sentence in paragraph.sentences)
            self.told.append(Told("direct" if is_whole else "mixed", pair, None, UNKNOWN, None, [], "headline", 0.5))

    def _in_headline(self) -> None:
        """Who says in the body what the headline quotes."""
        for one in [told for told in self.told if told.rule == "headline"]:
            words = _letters(one.pair.inner.of(self.text))
            said = next(
                (told for told in self.told if told is not one and words in _letters(told.pair.inner.of(self.text))), None
            )
            if said and said.who and said.who.kind != "unnamed":
                one.who, one.voice = said.who, Voice(said.who.id, None, "continuation")
                one.confidence = 0.9 * said.confidence

    def _labelled(self, paragraph: Paragraph, label: Span, said: Span) -> None:
        """All that follows the label is what somebody says; marks in it are inside it."""
        words = words_of(self.text, label)
        phrase = phrase_after(words, 0, self.table)
        if phrase and phrase.kind == "name" and phrase.last == len(words) - 1:
            who = self.cast.named(phrase.core, [word for word in phrase.words if word not in phrase.core], label.start)
        else:
            who = self.cast.described(f"the {label.of(self.text)}", "", label.start)
        pair = Pair(said, said, within=[one for one in paragraph.pairs if said.holds(one.span)])
        told = Told("direct", pair, who, Voice(who.id, label, "label"), None, [], "label", 0.95)
        self.told.append(told)
        self._nested(told)

    def _paragraph(self, paragraph: Paragraph) -> None:
        by_start = {pair.span.start: pair for pair in paragraph.pairs}
        before: Told | None = None
        first_in_paragraph = True
        for sentence in paragraph.sentences:
            self.scene.enter(sentence)
            for place, word in enumerate(sentence.words):
                pair = by_start.get(word.span.start) if word.is_quotation else None
                if pair is None:
                    continue
                found = attributed(sentence, place, pair, self.text, self.table, self.no_speech)
                why = why_no_speech(self.text, pair, sentence.words, place, found, self.table)
                if why:
                    self.no_speech[pair.span.start] = NoSpeech(pair.span, why)
                    continue
                told = self._told(
                    pair,
                    found,
                    sentence,
                    place,
                    before,
                    alone=paragraph.is_alone,
                    opens=first_in_paragraph and not place,
                )
                self.told.append(told)
                self._nested(told)
                before = self.last = told
                self.open_from = told if pair.is_open else None
            before = self._reported_in(sentence) or before
            self.scene.leave(sentence)
            first_in_paragraph = False

    def _reported_in(self, sentence: Sentence) -> Told | None:
        """Who spoke in a sentence without any marks: what follows in marks goes on from it."""
        voices = list(voices_of(sentence, self.table))
        for voiced in voices:
            self._keep_reported(voiced, sentence)
        first = next((one for one in voices if one.subject and not one.is_passive), None)
        if first is None or first.subject is None or any(word.is_quotation for word in sentence.words):
            return None
        voiced = first
        who, voice, sure = self._voice(first.subject, sentence)
        told = Told(
            "reported", Pair(sentence.span, sentence.span), who, voice, voiced.cue, [], "reported before", 0.85 * sure
        )
        self.last = told
        self.scene.spoke(who)
        return told

    def _keep_reported(self, voiced: Voiced, sentence: Sentence) -> None:
        content = voiced.content
        self.bases[voiced.cue] = voiced.base
        direct = [one.pair.span for one in self.told if one.kind == "direct"]
        if content is None or any(
            content.holds(span) and (span.end - span.start) * 2 > content.end - content.start for span in direct
        ):
            return
        if any(span.start < content.start < span.end for span in direct):
            return
        if voiced.subject is None:
            _who, voice, sure = None, Voice(None, None, "passive"), 1.0
        else:
            _who, voice, sure = self._voice(voiced.subject, sentence)
        to = tuple(one.id for one in self._addressed(voiced.to))
        self.reported.append(
            Reported("", self.article.id, content, voice, voiced.cue, to, voiced.rule, round(0.8 * sure, 2))
        )

    def _told(
        self,
        pair: Pair,
        found: Found | None,
        sentence: Sentence,
        place: int,
        before: Told | None,
        *,
        alone: bool,
        opens: bool,
    ) -> Told:
        if found and found.is_passive:
            return Told(
                "mixed" if found.is_mixed else "direct",
                pair,
                None,
                Voice(None, None, "passive"),
                found.cue,
                self._addressed(found.to),
                found.rule,
                found.confidence,
            )
        if found and found.subject:
            who, voice, sure = self._voice(found.subject, sentence)
            told = Told(
                "mixed" if found.is_mixed else "direct",
                pair,
                who,
                voice,
                found.cue,
                self._addressed(found.to),
                found.rule,
                found.confidence * sure,
            )
            self.scene.spoke(who)
            return told
        return self._continued(pair, before, opens=opens, alone=alone, sentence=sentence, place=place)

    def _continued(
        self, pair: Pair, before: Told | None, *, opens: bool, alone: bool, sentence: Sentence, place: int
    ) -> Told:
        """No cue of its own: it goes on from the one before, in the paragraph or from the paragraph before."""
        if before is not None and before.kind != "mixed":
            return self._like(before, pair, "same paragraph", 0.93)
        if self.open_from is not None and opens:
            return self._like(self.open_from, pair, "open marks", 0.97)
        if self.last is not None and opens and alone:
            return self._like(self.last, pair, "paragraph of speech", 0.9)
        if self.last is not None and opens:
            return self._like(self.last, pair, "paragraph begins with speech", 0.6)
        if before is not None:
            return self._like(before, pair, "same paragraph", 0.6)
        return Told(
            "mixed" if place and sentence.words[place - 1].is_word else "direct",
            pair,
            None,
            UNKNOWN,
            None,
            [],
            "nobody named",
            0.4,
        )

    def _like(self, told: Told, pair: Pair, rule: str, confidence: float) -> Told:
        voice = Voice(told.who.id if told.who else None, None, "continuation" if told.who else "unknown")
        self.scene.spoke(told.who)
        return Told(
            "direct", pair, told.who, voice, None, list(told.to), rule, confidence * min(1.0, told.confidence + 0.05)
        )

    def _voice(self, phrase: Phrase, sentence: Sentence) -> tuple[Somebody | None, Voice, float]:
        if phrase.kind == "pronoun":
            who, sure = self.scene.stands_for(phrase.words[0].low, phrase.words[0].span.start)
            return who, Voice(who.id if who else None, phrase.span, "pronoun"), sure
        if phrase.kind == "name":
            core = phrase.core
            title = [word for word in phrase.words if word not in core]
            who = self.cast.named(core, title, phrase.span.start)
            return who, Voice(who.id, phrase.core_span, "name"), 1.0
        who = self.cast.described(phrase.span.of(self.text), gender_of(phrase, self.table), phrase.span.start)
        return who, Voice(who.id, phrase.span, "description"), 0.97

    def _addressed(self, phrase: Phrase | None) -> list[Somebody]:
        if phrase is None:
            return []
        if phrase.kind == "pronoun":
            who, _ = self.scene.stands_for(
                {"him": "he", "her": "she", "them": "they"}.get(phrase.words[0].low, phrase.words[0].low),
                phrase.words[0].span.start,
            )
            return [who] if who else []
        if phrase.kind == "name":
            return [self.cast.named(phrase.core, [], phrase.span.start)]
        return [self.cast.described(phrase.span.of(self.text), gender_of(phrase, self.table), phrase.span.start)]

    def _nested(self, told: Told) -> None:
        for pair in told.pair.within:
            inner = pair.inner.of(self.text)
            if len(inner.split()) < 3 and inner[-1:] not in ".?!,":
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "term")
                continue
            self.told.append(Told("nested", pair, None, UNKNOWN, None, [], "nested", 0.6))

    def entities(self) -> list[Entity]:
        return self.cast.entities()

    def quotations(self, first: int) -> Iterator[Quotation]:
        for number, told in enumerate(sorted(self.told, key=lambda one: one.pair.span.start), start=first):
            yield Quotation(
                f"Q{number}",
                self.article.id,
                told.kind,
                told.pair.span,
                told.pair.inner,
                told.voice,
                told.cue,
                tuple(one.id for one in told.to),
                told.rule,
                round(told.confidence, 2),
                tuple(told.flags),
            )


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
