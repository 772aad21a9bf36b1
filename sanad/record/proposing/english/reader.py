"""The quotations of one article, each with who speaks as far as the text tells."""

from collections.abc import Iterator

from sanad.record.proposing.english.attributing import attributed
from sanad.record.proposing.english.cast import Cast
from sanad.record.proposing.english.course import Course
from sanad.record.proposing.english.found import Found, is_rivalled
from sanad.record.proposing.english.inside import (
    OWN,
    Inside,
    answerer,
    inside_of,
    interrupted,
    relayer,
    said_inside,
    speaks_of_others,
    told_inside,
)
from sanad.record.proposing.english.paragraphs import Paragraph, paragraph_of
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.reporting import Voiced, voices_of
from sanad.record.proposing.english.rightwards import phrase_after
from sanad.record.proposing.english.scene import Scene
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.speech import why_no_speech
from sanad.record.proposing.english.table import English
from sanad.record.proposing.english.telling import NOBODY, Meaning, Meant, Told
from sanad.record.proposing.labels import labelled
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import UNKNOWN, Article, Entity, NoSpeech, Quotation, Reported, Span, Voice
from sanad.record.proposing.words import Word, words_of

RIVALLED = 0.85
"""So much is left of the confidence where somebody is named beside the description that seems to speak."""


class Reader:
    """Reads an article from its first paragraph to its last."""

    def __init__(self, text: str, article: Article, table: English) -> None:
        self.text, self.article, self.table = text, article, table
        self.cast = Cast(article.id, table)
        self.scene = Scene(self.cast, table)
        self.meaning = Meaning(text, self.cast, self.scene, table)
        self.told: list[Told] = []
        self.no_speech: dict[int, NoSpeech] = {}
        self.reported: list[Reported] = []
        self.bases: dict[Span, str] = {}
        self.labels: dict[Span, tuple[Span, Span]] = {}
        self.course = Course(self.scene)

    def read(self) -> None:
        self.labels = labelled(self.text, self.article.paragraphs)
        self._headline()
        for span in self.article.paragraphs:
            paragraph = paragraph_of(self.text, span, self.table)
            for pair in paragraph.nicknames:
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "nickname")
            self.scene.begin_paragraph()
            if paragraph.span in self.labels:
                self._labelled(paragraph, *self.labels[paragraph.span])
            else:
                self._paragraph(paragraph)
        self._in_headline()

    def _headline(self) -> None:
        """Marks in the headline are speech where a sentence of them is."""
        if self.article.headline is None:
            return
        paragraph = paragraph_of(self.text, self.article.headline, self.table)
        for pair in paragraph.pairs:
            if len(pair.inner.of(self.text).split()) < 3 or pair.is_open:
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "headline")
                continue
            is_whole = any(len(sentence.words) > 1 for sentence in paragraph.sentences)
            self.told.append(Told("direct" if is_whole else "mixed", pair, None, UNKNOWN, None, [], "headline", 0.5))

    def _in_headline(self) -> None:
        """Who says in the body what the headline quotes."""
        for one in [told for told in self.told if told.rule == "headline"]:
            words = _letters(one.pair.inner.of(self.text))
            others = (told for told in self.told if told.rule != "headline")
            said = next((told for told in others if words in _letters(told.pair.inner.of(self.text))), None)
            if said is None:
                one.kind = "mixed"
            elif said.who and said.who.kind != "unnamed":
                one.who, one.voice = said.who, Voice(said.who.id, None, "continuation")
                one.confidence = 0.9 * said.confidence

    def _labelled(self, paragraph: Paragraph, label: Span, said: Span) -> None:
        """All that follows the label is what somebody says; marks in it are inside it."""
        words = words_of(self.text, label)
        phrase = phrase_after(words, 0, self.table)
        if phrase and phrase.kind == "name" and phrase.last == len(words) - 1:
            who = self.cast.named(phrase.core, phrase.title, label.start)
        else:
            who = self.cast.described(f"the {label.of(self.text)}", "", label.start)
        pair = Pair(said, said, within=[one for one in paragraph.pairs if said.holds(one.span)])
        told = Told("direct", pair, who, Voice(who.id, label, "label"), None, [], "label", 0.95)
        self.told.append(told)
        self._inside(told, None)

    def _paragraph(self, paragraph: Paragraph) -> None:
        by_start = {pair.span.start: pair for pair in paragraph.pairs}
        before: Told | None = None
        for number, sentence in enumerate(paragraph.sentences):
            self.scene.enter(sentence)
            begun = len(self.told)
            for place in sentence.quoted:
                pair = by_start.get(sentence.words[place].start)
                if pair is None:
                    continue
                told = self._marked(
                    pair, sentence, place, before, is_alone=paragraph.is_alone, opens=number == place == 0
                )
                before = told or before
            before = self._reported_in(sentence, self.told[begun:]) or before
            self.scene.leave(sentence)

    def _marked(
        self, pair: Pair, sentence: Sentence, place: int, before: Told | None, *, is_alone: bool, opens: bool
    ) -> Told | None:
        """None where the marks hold no speech."""
        found = attributed(sentence, place, pair, self.text, self.table, self.no_speech)
        found = found or interrupted(self.text, pair, self.table)
        why = why_no_speech(self.text, pair, sentence.words, place, found, self.table)
        if why:
            self.no_speech[pair.span.start] = NoSpeech(pair.span, why)
            return None
        told = self._by(found, pair, sentence) or self.course.goes_on(
            pair, before, sentence, place, opens=opens, is_alone=is_alone
        )
        self.told.append(told)
        self._inside(told, sentence)
        if found:
            self._two_voices(told, found, sentence)
        self.course.said(told, self.text)
        return told

    def _by(self, found: Found | None, pair: Pair, sentence: Sentence) -> Told | None:
        """By what stands beside it."""
        if found is None or not (found.is_passive or found.subject):
            return None
        who, voice, sure = self.meaning.of(found.subject) if found.subject and not found.is_passive else NOBODY
        to = self.meaning.addressed(found.to)
        if not found.is_passive:
            self.scene.spoke(who, sure)
        kind = "mixed" if found.is_mixed else "direct"
        if found.subject is not None and is_rivalled(sentence.words, found.subject, self.table):
            sure *= RIVALLED
        return Told(kind, pair, who, voice, found.cue, to, found.rule, found.confidence * sure)

    def _two_voices(self, told: Told, found: Found, sentence: Sentence) -> None:
        """Relayed, and of others: nobody but a person can tell where one voice ends and the other begins."""
        outer = relayer(sentence, found, self.table)
        who = self.meaning.of(outer)[0] if outer else None
        if who is None or told.who is None or who is told.who:
            return
        if speaks_of_others(inside_of(self.text, told.pair, self.table)):
            told.flags.append(f"two voices: {told.who.id}, {who.id}")
            told.confidence = min(told.confidence, 0.7)

    def _reported_in(self, sentence: Sentence, marked: list[Told]) -> Told | None:
        """Who spoke in a sentence without any marks: what follows in marks goes on from it."""
        first: Told | None = None
        for voiced in voices_of(sentence, self.table):
            self.bases[voiced.cue] = voiced.base
            meant = self.meaning.of(voiced.subject) if voiced.subject else NOBODY
            if voiced.content and not _is_marked(voiced.content, marked):
                self._keep_reported(voiced, meant, marked)
            if voiced.subject and not voiced.is_passive and (first is None or self._is_doubtful(first)):
                pair = Pair(sentence.span, sentence.span)
                first = Told("reported", pair, meant[0], meant[1], voiced.cue, [], voiced.rule, 0.9 * meant[2])
        if first is None or (sentence.quoted and any(self._is_speech(word) for word in sentence.words)):
            return None
        self.course.reported(first)
        self.scene.spoke(first.who, min(1.0, first.confidence / 0.9))
        return first

    def _is_doubtful(self, told: Told) -> bool:
        return told.rule == "according" or (told.who is not None and not self.scene.may_speak(told.who))

    def _is_speech(self, word: Word) -> bool:
        return word.is_quotation and word.span.start not in self.no_speech

    def _keep_reported(self, voiced: Voiced, meant: Meant, marked: list[Told]) -> None:
        content, who, voice, sure = voiced.content, *meant
        assert content is not None
        to = tuple(one.id for one in self.meaning.addressed(voiced.to))
        sure = round(0.8 * sure, 2)
        self.reported.append(Reported("", self.article.id, content, voice, voiced.cue, to, voiced.rule, sure))
        for told in marked:
            if told.who is None and told.rule == "nobody named" and content.holds(told.pair.span):
                told.who, told.voice, told.cue = who, voice, voiced.cue
                told.rule, told.confidence = "in reported", 0.8 * sure

    def _inside(self, told: Told, sentence: Sentence | None) -> None:
        """What is marked in a quotation, and what its speaker says to have been told."""
        tells = told.kind == "direct" and self._tells(told.pair.inner)
        if not told.pair.within and not tells:
            return
        inside = inside_of(self.text, told.pair, self.table)
        for pair in told.pair.within:
            inner = pair.inner.of(self.text)
            if len(inner.split()) < 3 and inner[-1:] not in ".?!,":
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "term")
            else:
                self.told.append(self._nested(pair, inside, told, sentence))
        for voiced in told_inside(inside, self.table) if tells else ():
            if voiced.content:
                self.bases[voiced.cue] = voiced.base
                self._keep_reported(voiced, self._meant_inside(voiced.subject, told), [])

    def _tells(self, inner: Span) -> bool:
        return self.table.telling.search(self.text, inner.start, inner.end) is not None

    def _nested(self, pair: Pair, inside: Inside, outer: Told, sentence: Sentence | None) -> Told:
        found = said_inside(inside, pair, self.text, self.table)
        if found and found.subject:
            who, voice, sure = self._meant_inside(found.subject, outer)
            return Told("nested", pair, who, voice, found.cue, [], "nested: said", 0.8 * sure)
        appealed = answerer(sentence, inside, self.table) if sentence else None
        if appealed:
            who, voice, sure = self.meaning.of(appealed)
            return Told("nested", pair, who, voice, found.cue if found else None, [], "nested: answer", 0.7 * sure)
        return Told("nested", pair, None, UNKNOWN, None, [], "nested", 0.6)

    def _meant_inside(self, phrase: Phrase | None, outer: Told) -> Meant:
        """`I` is who speaks; another pronoun inside a quotation is nobody that the page tells."""
        if phrase is None:
            return NOBODY
        if phrase.kind != "pronoun":
            return self.meaning.of(phrase)
        if phrase.words[0].low == OWN[0] and outer.who:
            return outer.who, Voice(outer.who.id, phrase.span, "pronoun"), outer.confidence
        return None, Voice(None, phrase.span, "unknown"), 0.5

    def entities(self) -> list[Entity]:
        return self.cast.entities()

    def quotations(self, first: int) -> Iterator[Quotation]:
        for number, told in enumerate(sorted(self.told, key=lambda one: one.pair.span.start), start=first):
            yield told.quotation(number, self.article.id)


def _is_marked(content: Span, marked: list[Told]) -> bool:
    """Whether the marks themselves are what is said, or hold it."""
    for one in marked:
        span = one.pair.span
        if one.kind != "direct":
            continue
        if content.holds(span) and (span.end - span.start) * 2 > content.end - content.start:
            return True
        if span.start < content.start < span.end:
            return True
    return False


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
