"""What an Arabic article reports without marks: in its sentences, inside what is quoted, in its headline."""

import re
from collections.abc import Sequence

from sanad.record.proposing.arabic.cues import Cue, Cues
from sanad.record.proposing.arabic.phrase import Tokens
from sanad.record.proposing.arabic.readings import tokens_of
from sanad.record.proposing.arabic.reporting import Ends, is_clause
from sanad.record.proposing.arabic.scene import Scene
from sanad.record.proposing.arabic.sentences import sentences_of
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.arabic.told import Heard
from sanad.record.proposing.marks import Pair, pairs_of
from sanad.record.proposing.page import Reported, Span, Voice
from sanad.record.proposing.words import folded

SURE = 0.8
SHORT_TITLE = re.compile(r"(?<=(?<!\w)[دأم])\.(?=[ .]?[\u0621-\u064a])")
"""The point of `د. نوف`, `أ.د. سامر`, which ends no sentence."""


def read_tokens(text: str, span: Span, pairs: Sequence[Pair], names: Sequence[Pair] = ()) -> Tokens:
    """`names`: pairs whose marks are as if they were not there."""
    quoted = [Span(pair.span.start - span.start, pair.span.end - span.start) for pair in pairs if pair not in names]
    said = list(span.of(text))
    for place in (at for pair in names for at in (pair.span.start, pair.span.end - 1)):
        said[place - span.start] = " "
    return tokens_of(SHORT_TITLE.sub(" ", folded("".join(said), quoted)), span.start)


class Reports:
    """`bases`: by the span of a cue, its verb in the plain form."""

    def __init__(self, text: str, article: str, cues: Cues, ends: Ends, scene: Scene, table: Arabic) -> None:
        self.text, self.article, self.table = text, article, table
        self.cues, self.ends, self.scene = cues, ends, scene
        self.found: list[Reported] = []
        self.bases: dict[Span, str] = {}

    def content(self, tokens: Tokens, cue: Cue, until: int) -> Span | None:
        """`until`: where that ends which was reported in the sentence so far."""
        return self.ends.of_source(tokens, cue, until) if cue.kind == "according" else self.ends.content(tokens, cue)

    def sentence(self, tokens: Tokens, cues: Sequence[Heard]) -> None:
        for one in cues:
            if one.content:
                cue = tokens[one.cue.at].span
                self.bases[cue] = one.cue.base
                rule = "source" if one.cue.kind == "according" else "clause"
                self._add(one.content, one.meant.voice, cue, rule, SURE * one.meant.sure)

    def inside(self, pair: Pair) -> None:
        """What somebody who is quoted tells of others: `قيل لنا إنّ ...`, `يقولون إنّ ...`."""
        tokens = read_tokens(self.text, pair.inner, pair.within)
        for sentence in sentences_of(tokens, {one.span.start: one for one in pair.within}, self.text):
            for at, one in enumerate(sentence):
                cue = self.cues.at(sentence, at) if one.read.cue in ("verb", "passive") else None
                content = self.ends.content(sentence, cue) if cue else None
                if cue and content and self._is_told(sentence, cue, content):
                    self._add(content, self.scene.voice_inside(cue), one.span, "inside", 0.7)

    def _is_told(self, sentence: Tokens, cue: Cue, content: Span) -> bool:
        return cue.kind == "passive" or cue.base in self.table.promising or is_clause(sentence, content)

    def headline(self, span: Span) -> None:
        """`سليم نخلة: بنيتُ خمسين بيتًا`: somebody, a colon, and what they say without marks."""
        pairs = pairs_of(self.text, span)
        tokens = read_tokens(self.text, span, pairs)
        colon = next((at for at, one in enumerate(tokens) if one.text == ":"), None)
        if not colon or colon + 1 >= len(tokens) or tokens[colon + 1].is_quotation:
            return
        is_in_marks = colon == 1 and tokens[0].is_quotation
        who = self.scene.of_label(pairs[0].inner) if is_in_marks else self.scene.of_headline(tokens[:colon])
        if who:
            self._add(Span(tokens[colon + 1].start, span.end), who, None, "headline", SURE)

    def _add(self, content: Span, who: Voice, cue: Span | None, rule: str, sure: float) -> None:
        self.found.append(Reported("", self.article, content, who, cue, (), rule, round(sure, 2)))

    def in_order(self) -> list[Reported]:
        return sorted(self.found, key=lambda one: one.span)
