"""The quotations and reported speech of an Arabic article, each with who speaks as far as the text tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sanad.record.proposing.arabic.phrases import Phrases, Tokens
from sanad.record.proposing.arabic.readings import tokens_of
from sanad.record.proposing.arabic.reporting import Ends, is_clause
from sanad.record.proposing.arabic.sayings import Cue, Sayings
from sanad.record.proposing.arabic.scene import Scene
from sanad.record.proposing.arabic.sentences import place_after, sentences_of
from sanad.record.proposing.arabic.speakers import Meant, Speaker, Speakers
from sanad.record.proposing.arabic.speech import is_inside, is_name, says_that
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.labels import labelled
from sanad.record.proposing.marks import Pair, pairs_of
from sanad.record.proposing.page import UNKNOWN, Article, Entity, NoSpeech, Quotation, Reported, Span, Voice
from sanad.record.proposing.words import folded, words_of


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


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue of a sentence, whom it means and what it reports; `is_inner`: it is part of what another one reports."""

    cue: Cue
    meant: Meant
    content: Span | None
    is_inner: bool = False


class ArabicReader:
    """Reads an article from its first paragraph to its last."""

    def __init__(self, text: str, article: Article, table: Arabic) -> None:
        self.text, self.article, self.table = text, article, table
        self.speakers = Speakers(article.id, text, table)
        phrases = Phrases(table, self.speakers.is_known)
        self.sayings = Sayings(phrases, table)
        self.ends = Ends(self.sayings, table)
        self.scene = Scene(self.speakers, phrases, table)
        self.told: list[Told] = []
        self.no_speech: dict[int, NoSpeech] = {}
        self.reported: list[Reported] = []
        self.bases: dict[Span, str] = {}
        self.last: Told | None = None
        self.before: Told | None = None
        self.open_from: Told | None = None

    def read(self) -> None:
        labels = labelled(self.text, self.article.paragraphs)
        for span in self.article.paragraphs:
            pairs = pairs_of(self.text, span)
            self.before = None
            if span in labels:
                self._labelled(pairs, *labels[span])
            else:
                self._paragraph(span, pairs)
        if self.article.headline:
            self._headline(self.article.headline)

    def _labelled(self, pairs: Sequence[Pair], label: Span, said: Span) -> None:
        who = self.speakers.labelled(label)
        pair = Pair(said, said, within=[one for one in pairs if said.holds(one.span)])
        self._add(Told("direct", pair, who, Voice(who.id, label, "label"), None, "label", 0.95))

    def _headline(self, span: Span) -> None:
        """`سليم نخلة: بنيتُ خمسين بيتًا`: somebody, a colon, and what they say without marks."""
        pairs = pairs_of(self.text, span)
        tokens = tokens_of(words_of(folded(self.text, [pair.span for pair in pairs]), span))
        colon = next((at for at, one in enumerate(tokens) if one.text == ":"), None)
        if not colon or colon + 1 >= len(tokens) or tokens[colon + 1].is_quotation:
            return
        is_in_marks = colon == 1 and tokens[0].is_quotation
        who = self._in_marks(pairs[0]) if is_in_marks else self.scene.of_headline(tokens[:colon])
        if who:
            said = Span(tokens[colon + 1].span.start, span.end)
            self.reported.append(Reported("", self.article.id, said, who, None, (), "headline", 0.8))

    def _in_marks(self, pair: Pair) -> Voice:
        """`“الأشغال”: تعويض المتضرّرين`."""
        return Voice(self.speakers.labelled(pair.inner).id, pair.inner, "name")

    def _paragraph(self, span: Span, pairs: Sequence[Pair]) -> None:
        tokens = tokens_of(words_of(folded(self.text, [pair.span for pair in pairs]), span))
        by_start = {pair.span.start: pair for pair in pairs}
        self.scene.paragraph(tokens)
        is_speech_only = all(one.is_quotation or not one.is_word for one in tokens)
        for sentence in sentences_of(tokens, by_start, self.text):
            self._sentence(sentence, by_start, is_speech_only=is_speech_only)

    def _sentence(self, tokens: Tokens, pairs: Mapping[int, Pair], *, is_speech_only: bool) -> None:
        self.scene.sentence(tokens)
        cues: list[Heard] = []
        at, since, until = 0, 0, 0
        while at < len(tokens):
            one = tokens[at]
            if one.is_quotation:
                pair = pairs[one.span.start]
                near = [heard for heard in cues if heard.cue.at >= since]
                told, end = self._of_pair(pair, tokens, at, near, is_speech_only=is_speech_only)
                since = at + 1 if told else since
                at = max(at + 1, end)
                continue
            cue = self.sayings.cue(tokens, at) if one.read.cue or one.plain == "علي" else None
            if cue:
                is_inner = one.span.start < until
                content = self._content(tokens, cue, until)
                cues.append(Heard(cue, self.scene.meant(tokens, cue, is_inner=is_inner), content, is_inner))
                until = max(until, content.end if content and cue.kind != "according" else 0)
                at = max(at + 1, cue.end)
            else:
                is_inner = one.span.start < until
                at = self.scene.mention(tokens, at, is_inner=is_inner) if one.is_word else at + 1
        self._report(tokens, cues)

    def _content(self, tokens: Tokens, cue: Cue, until: int) -> Span | None:
        if cue.kind != "according":
            return self.ends.content(tokens, cue)
        if cue.at <= 1:
            return self.ends.after_source(tokens, cue)
        begun = next((at for at, one in enumerate(tokens) if one.span.start >= until), 0)
        return self.ends.before_source(tokens, cue, begun)

    def _report(self, tokens: Tokens, cues: Sequence[Heard]) -> None:
        for one in cues:
            if one.content is None:
                continue
            place = tokens[one.cue.at].span
            self.bases[place] = one.cue.base
            rule = "source" if one.cue.kind == "according" else "clause"
            sure = round(0.8 * one.meant.sure, 2)
            self.reported.append(Reported("", self.article.id, one.content, one.meant.voice, place, (), rule, sure))

    def _of_pair(
        self, pair: Pair, tokens: Tokens, at: int, near: Sequence[Heard], *, is_speech_only: bool
    ) -> tuple[Told | None, int]:
        """None where the marks hold no speech; and the place up to which the cue after it goes."""
        has_colon = at > 0 and tokens[at - 1].text == ":"
        if is_name(self.text, pair, tokens, at, self.table):
            return self._no_speech(pair, "name"), at + 1
        after = None if has_colon or (is_inside(tokens, at) and not near) else self._after(tokens, at)
        goes_on = at == 0 and self.before is not None and len(tokens) <= 2
        is_short = len(pair.inner.of(self.text).split()) <= 2 and not pair.is_open and not goes_on
        if is_short and not has_colon and not after and not (near and says_that(tokens, at)):
            return self._no_speech(pair, "term"), at + 1
        if after and not (near and is_inside(tokens, at)):
            rule = "after:according" if after.cue.kind == "according" else "after:verb"
            told = self._attributed(pair, after, tokens, rule, "direct")
            self._add(told)
            return told, after.cue.end
        told_or_none = self._before(pair, tokens, at, near, has_colon=has_colon) or self._continued(
            pair, tokens, at, is_speech_only=is_speech_only
        )
        if told_or_none:
            self._add(told_or_none)
        return told_or_none, at + 1

    def _no_speech(self, pair: Pair, why: str) -> None:
        self.no_speech[pair.span.start] = NoSpeech(pair.span, why)

    def _after(self, tokens: Tokens, at: int) -> Heard | None:
        place = place_after(tokens, at)
        if place is None:
            return None
        if tokens[place].plain == "كما" and place + 1 < len(tokens):
            place += 1
        cue = self.sayings.cue(tokens, place)
        if cue is None or cue.kind == "participle":
            return None
        return Heard(cue, self.scene.meant(tokens, cue), None)

    def _before(self, pair: Pair, tokens: Tokens, at: int, near: Sequence[Heard], *, has_colon: bool) -> Told | None:
        chosen = self._chosen(near, at, has_colon=has_colon)
        is_mixed = not has_colon and is_inside(tokens, at)
        if chosen:
            rule = "passive" if chosen.cue.kind == "passive" else f"before:{'colon' if has_colon else 'inside'}"
            return self._attributed(pair, chosen, tokens, rule, "mixed" if is_mixed else "direct")
        subject = self.scene.subject if has_colon else None
        if subject and subject.who:
            return Told("direct", pair, subject.who, subject.voice, None, "before:topic", 0.85 * subject.sure)
        return None

    def _chosen(self, near: Sequence[Heard], at: int, *, has_colon: bool) -> Heard | None:
        """Beside a colon the last verb that means speech before all; else the last cue that is near enough."""
        near = [one for one in near if not one.is_inner] or near
        strong = [one for one in near if one.cue.kind in ("passive", "saying") or one.cue.base in self.table.strong]
        if has_colon and strong:
            return strong[-1]
        return near[-1] if near else None

    def _attributed(self, pair: Pair, heard: Heard, tokens: Tokens, rule: str, kind: str) -> Told:
        meant = heard.meant
        sure = {
            "after:verb": 0.97,
            "after:according": 0.95,
            "before:colon": 0.97,
            "before:inside": 0.85,
            "passive": 0.9,
        }
        span = tokens[heard.cue.at].span
        self.bases[span] = heard.cue.base
        return Told(kind, pair, meant.who, meant.voice, span, rule, sure[rule] * meant.sure)

    def _continued(self, pair: Pair, tokens: Tokens, at: int, *, is_speech_only: bool) -> Told | None:
        """No cue of its own: it goes on from the one before, in the paragraph or from the paragraph before."""
        if is_inside(tokens, at):
            if len(pair.inner.of(self.text).split()) <= 4:
                return self._no_speech(pair, "term")
            return _like(self.before or self.last, pair, "mixed", "inside", 0.5)
        opens = not any(one.is_word or one.is_quotation for one in tokens[:at])
        if self.open_from is not None and opens and self.before is None:
            return _like(self.open_from, pair, "direct", "open marks", 0.95)
        if self.before is not None and not (at > 0 and tokens[at - 1].text == ":"):
            return _like(self.before, pair, "direct", "same paragraph", 0.9)
        if opens and is_speech_only:
            return _like(self.last, pair, "direct", "paragraph of speech", 0.88)
        meant = self.speakers.last("")
        return Told("direct", pair, meant.who, meant.voice, None, "nobody beside it", 0.6 * meant.sure)

    def _add(self, told: Told) -> None:
        self.told.append(told)
        self.last = self.before = told
        self.open_from = told if told.pair.is_open else None
        self.speakers.spoke(told.who)
        self._inside(told.pair)
        for pair in told.pair.within:
            if len(pair.inner.of(self.text).split()) <= 2 or is_name(self.text, pair, (), 0, self.table):
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "term")
            else:
                self.told.append(Told("nested", pair, None, UNKNOWN, None, "nested", 0.6))

    def _inside(self, pair: Pair) -> None:
        """What somebody who is quoted tells of others: `قيل لنا إنّ ...`, `يقولون إنّ ...`."""
        within = [one.span for one in pair.within]
        tokens = tokens_of(words_of(folded(self.text, within), pair.inner))
        for sentence in sentences_of(tokens, {one.span.start: one for one in pair.within}, self.text):
            for at, one in enumerate(sentence):
                cue = self.sayings.cue(sentence, at) if one.read.cue in ("verb", "passive") else None
                span = self.ends.content(sentence, cue) if cue else None
                is_told = cue and (cue.kind == "passive" or cue.base in ("وعد", "تعهد"))
                if cue and span and (is_told or is_clause(sentence, span)):
                    voice = self.scene.voice_inside(cue)
                    self.reported.append(Reported("", self.article.id, span, voice, one.span, (), "inside", 0.7))

    def entities(self) -> list[Entity]:
        return list(self.speakers.entities())

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
