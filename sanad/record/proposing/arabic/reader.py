"""The quotations and reported speech of an Arabic article, each with who speaks as far as the text tells."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sanad.record.proposing.arabic.contents import Contents
from sanad.record.proposing.arabic.cues import Cues
from sanad.record.proposing.arabic.phrase import Tokens, plain_at
from sanad.record.proposing.arabic.phrases import Phrases
from sanad.record.proposing.arabic.reporting import Ends
from sanad.record.proposing.arabic.reports import Reports, read_tokens
from sanad.record.proposing.arabic.scene import Scene
from sanad.record.proposing.arabic.sentences import place_after, sentences_of
from sanad.record.proposing.arabic.speakers import Meant, Speakers
from sanad.record.proposing.arabic.speech import (
    is_followed_by_that,
    is_inside,
    is_name,
    joins_quotations,
    names_in_marks,
    says_that,
)
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.arabic.told import Heard, Told, attributed, chosen, going_on, says_it
from sanad.record.proposing.labels import labelled
from sanad.record.proposing.marks import Pair, pairs_of
from sanad.record.proposing.page import UNKNOWN, Article, Entity, NoSpeech, Quotation, Reported, Span

UNTOLD, NEAR_BEGINNING = ("nobody named", "nobody beside it"), 3
LONGEST_TERM, SHORT = 4, 2
"""In words: what is no speech inside a sentence, and anywhere."""


class ArabicReader:
    """Reads an article from its first paragraph to its last."""

    def __init__(self, text: str, article: Article, table: Arabic) -> None:
        self.text, self.article, self.table = text, article, table
        self.speakers = Speakers(article.id, text, table)
        phrases = Phrases(table, self.speakers.is_known)
        self.cues = Cues(phrases, table)
        self.scene = Scene(self.speakers, phrases, table)
        self.reports = Reports(text, article.id, self.cues, Ends(Contents(self.cues, table), table), self.scene, table)
        self.told: list[Told] = []
        self.no_speech: dict[int, NoSpeech] = {}
        self.last: Told | None = None
        self.before: Told | None = None
        self.open_from: Told | None = None
        self.announced: Meant | None = None

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
            self.reports.headline(self.article.headline)

    def _labelled(self, pairs: Sequence[Pair], label: Span, said: Span) -> None:
        who = self.speakers.labelled(label)
        pair = Pair(said, said, within=[one for one in pairs if said.holds(one.span)])
        self._add(Told("direct", pair, who, self.scene.of_label(label), None, "label", 0.95))

    def _paragraph(self, span: Span, pairs: Sequence[Pair]) -> None:
        names = names_in_marks(self.text, span, pairs, self.speakers.is_known, self.table)
        tokens = read_tokens(self.text, span, pairs, names)
        self.no_speech |= {pair.span.start: NoSpeech(pair.span, "name") for pair in names}
        by_start = {pair.span.start: pair for pair in pairs}
        self.scene.paragraph(tokens)
        is_speech_only = all(one.is_quotation or not one.is_word for one in tokens)
        for sentence in sentences_of(tokens, by_start, self.text):
            self._sentence(sentence, by_start, is_speech_only=is_speech_only)
        self.announced = self.scene.announcing() if tokens and tokens[-1].text == ":" else None

    def _sentence(self, tokens: Tokens, pairs: Mapping[int, Pair], *, is_speech_only: bool) -> None:
        """`near`: the cues since the last quotation; `until`: where that ends which was reported so far."""
        self.scene.sentence(tokens)
        cues: list[Heard] = []
        near: list[Heard] = []
        at, until = 0, 0
        while at < len(tokens):
            one = tokens[at]
            if one.is_quotation:
                told, at = self._of_pair(pairs[one.start], tokens, at, near, is_speech_only=is_speech_only)
                near = [] if told else near
                continue
            heard = self._heard(tokens, at, until) if one.read.may_say else None
            if heard:
                self._was_told_by(heard, tokens)
                cues.append(heard)
                near.append(heard)
                until = max(until, heard.content.end if heard.content and heard.cue.kind != "according" else 0)
                at = max(at + 1, heard.cue.end)
            else:
                is_inner = one.start < until
                if not one.is_word:
                    self.scene.explained(tokens, at, is_inner=is_inner)
                at = self.scene.mention(tokens, at, is_inner=is_inner) if one.is_word else at + 1
        self.reports.sentence(tokens, cues)

    def _was_told_by(self, heard: Heard, tokens: Tokens) -> None:
        """`هذا ما قاله نعيم`, behind a paragraph of speech that names nobody."""
        last = self.last
        if (
            last
            and last.rule in UNTOLD
            and tokens[0].plain in self.table.pointing
            and 0 < heard.cue.at <= NEAR_BEGINNING
        ):
            self.told[self.told.index(last)] = self._attributed(last.pair, heard, tokens, "after:verb", last.kind)
            self.last = self.told[-1]

    def _heard(self, tokens: Tokens, at: int, until: int) -> Heard | None:
        cue = self.cues.at(tokens, at)
        if cue is None:
            return None
        is_inner = tokens[at].start < until or plain_at(tokens, at - 1) in self.table.within
        content = self.reports.content(tokens, cue, until)
        return Heard(cue, self.scene.meant(tokens, cue, is_inner=is_inner), content, is_inner)

    def _of_pair(
        self, pair: Pair, tokens: Tokens, at: int, near: list[Heard], *, is_speech_only: bool
    ) -> tuple[Told | None, int]:
        """None where the marks hold no speech; and the place after them, or after the cue that follows."""
        has_colon = at > 0 and tokens[at - 1].text == ":"
        inside = is_inside(tokens, at)
        after = None if (has_colon and near) or inside else self._after(tokens, at)
        is_announced = has_colon and bool(near or self.scene.subject or self.scene.before_colon)
        why = self._no_speech(pair, tokens, at, near, is_told=is_announced or after is not None)
        if why:
            self.no_speech[pair.span.start] = NoSpeech(pair.span, why)
            return None, at + 1
        if after:
            rule = "after:according" if after.cue.kind == "according" else "after:verb"
            told = self._attributed(pair, after, tokens, rule, "direct")
        else:
            told = self._before(pair, tokens, near, has_colon=has_colon, is_mixed=inside) or self._continued(
                pair, tokens, at, is_speech_only=is_speech_only
            )
        self._add(told)
        return told, after.cue.end if after else at + 1

    def _no_speech(self, pair: Pair, tokens: Tokens, at: int, near: list[Heard], *, is_told: bool) -> str:
        """Why the marks hold none; empty where they do."""
        if is_name(self.text, pair, tokens, at, self.table):
            return "name"
        count = len(pair.inner.of(self.text).split())
        goes_on = at == 0 and self.before is not None and len(tokens) <= SHORT
        is_part = self.before is not None and self.before.rule == "after:verb" and at > 0 and tokens[at - 1].text == "،"
        is_short = count <= SHORT and not pair.is_open and not (goes_on or is_part)
        is_term = is_inside(tokens, at) and not near and count <= LONGEST_TERM
        if is_told or (near and says_that(tokens, at)):
            return ""
        if is_inside(tokens, at) and is_followed_by_that(tokens, at):
            return "term"
        return "term" if is_short or is_term else ""

    def _after(self, tokens: Tokens, at: int) -> Heard | None:
        place = place_after(tokens, at)
        cue = (self.cues.at(tokens, place) or self.cues.thus(tokens, place)) if place is not None else None
        if cue is None or cue.kind == "participle":
            return None
        return Heard(cue, self.scene.meant(tokens, cue))

    def _before(self, pair: Pair, tokens: Tokens, near: list[Heard], *, has_colon: bool, is_mixed: bool) -> Told | None:
        heard = chosen(near, self.table.strong, has_colon=has_colon)
        if heard:
            at = bisect_left(tokens, pair.span.start, key=lambda one: one.start)
            is_whole = is_mixed and says_it(self.text, pair, heard, tokens, at, self.table)
            place = "colon" if has_colon else "mark" if is_whole else "inside"
            rule = "passive" if heard.cue.kind == "passive" else f"before:{place}"
            return self._attributed(pair, heard, tokens, rule, "mixed" if is_mixed and not is_whole else "direct")
        subject = (self.scene.before_colon or self.scene.subject) if has_colon else None
        if subject and subject.who:
            return Told("direct", pair, subject.who, subject.voice, None, "before:topic", 0.85 * subject.sure)
        return None

    def _attributed(self, pair: Pair, heard: Heard, tokens: Tokens, rule: str, kind: str) -> Told:
        cue = tokens[heard.cue.at].span
        self.bases[cue] = heard.cue.base
        return attributed(pair, heard, cue, rule, kind)

    def _continued(self, pair: Pair, tokens: Tokens, at: int, *, is_speech_only: bool) -> Told:
        """No cue of its own: it goes on from the one before, in the paragraph or from the paragraph before."""
        if is_inside(tokens, at):
            beside = self.before if joins_quotations(tokens, at) else None
            if beside:
                return going_on(beside, pair, beside.kind, "and", 0.95)
            return going_on(self.before or self.last, pair, "mixed", "inside", 0.5)
        opens = at == 0 or not any(one.is_word or one.is_quotation for one in tokens[:at])
        if self.open_from is not None and opens and self.before is None:
            return going_on(self.open_from, pair, "direct", "open marks", 0.95)
        if self.before is not None and not (at > 0 and tokens[at - 1].text == ":"):
            return going_on(self.before, pair, "direct", "same paragraph", 0.9)
        if opens and self.announced and self.announced.who:
            meant, self.announced = self.announced, None
            return Told("direct", pair, meant.who, meant.voice, None, "before:paragraph", 0.93 * meant.sure)
        if opens and is_speech_only:
            return going_on(self.last, pair, "direct", "paragraph of speech", 0.88)
        if any(one.plain in self.table.no_one for one in tokens[:at]):
            return going_on(None, pair, "direct", "", 0)
        meant = self.speakers.last("")
        return Told("direct", pair, meant.who, meant.voice, None, "nobody beside it", 0.6 * meant.sure)

    def _add(self, told: Told) -> None:
        self.told.append(told)
        self.last = self.before = told
        self.open_from = told if told.pair.is_open else None
        self.scene.spoke(told.who)
        self.reports.inside(told.pair)
        for pair in told.pair.within:
            if len(pair.inner.of(self.text).split()) <= SHORT or is_name(self.text, pair, (), 0, self.table):
                self.no_speech[pair.span.start] = NoSpeech(pair.span, "term")
            else:
                self.told.append(Told("nested", pair, None, UNKNOWN, None, "nested", 0.6))

    @property
    def bases(self) -> dict[Span, str]:
        return self.reports.bases

    @property
    def reported(self) -> list[Reported]:
        return self.reports.in_order()

    def entities(self) -> list[Entity]:
        return list(self.speakers.entities())

    def quotations(self, first: int) -> Iterator[Quotation]:
        ordered = sorted(self.told, key=lambda one: one.pair.span.start)
        for number, one in enumerate(ordered, start=first):
            told = one.kind, one.pair.span, one.pair.inner, one.voice, one.cue, (), one.rule, round(one.confidence, 2)
            yield Quotation(f"Q{number}", self.article.id, *told)
