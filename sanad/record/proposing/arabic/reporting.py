"""Where in Arabic that ends which somebody is reported to have said."""

from bisect import bisect_left

from sanad.record.proposing.arabic.contents import Contents
from sanad.record.proposing.arabic.cues import Cue
from sanad.record.proposing.arabic.phrase import Tokens, plain_at
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS

SIGNS_AT_END = SENTENCE_ENDS + "،:؛—–-"
LONGEST, FEWEST = 400, 3
THEN = ("في", "فت")
"""How a verb begins that tells what follows: `، فيُطلب من العائلات`."""


def is_clause(tokens: Tokens, span: Span) -> bool:
    """Whether it begins with `أنّ`."""
    return any(one.start == span.start and one.read.is_that for one in tokens)


class Ends:
    """Finds the end of contents in their sentence."""

    def __init__(self, contents: Contents, table: Arabic) -> None:
        self.contents, self.table = contents, table

    def content(self, tokens: Tokens, cue: Cue) -> Span | None:
        """What is said after the cue; None where nothing is, or in marks alone."""
        begun = self.contents.begin(tokens, cue)
        if begun is None:
            return None
        end = _trimmed(tokens, begun, self._end(tokens, begun, cue))
        before_marks = (at for at in range(begun, min(end, len(tokens) - 1)) if tokens[at].text == ":")
        if any(tokens[at + 1].is_quotation for at in before_marks):
            return None
        has_words = any(one.is_word and not (one.read.is_that or one.read.is_stop) for one in tokens[begun:end])
        return _span(tokens, begun, end) if has_words else None

    def of_source(self, tokens: Tokens, cue: Cue, until: int) -> Span | None:
        """What stands beside `بحسب فلان`; `until`: where that ends which was reported before."""
        if cue.at <= 1:
            begun = self._after_comma(tokens, cue.end)
            end = self._end(tokens, begun, cue) if begun < len(tokens) else begun
        else:
            begun = bisect_left(tokens, until, key=lambda one: one.start)
            end = len(tokens) if _is_between(tokens, cue) else cue.at
        end = _trimmed(tokens, begun, end)
        while begun < end and not (tokens[begun].is_word or tokens[begun].is_quotation):
            begun += 1
        is_quoted = begun < end and (tokens[begun].is_quotation or tokens[end - 1].is_quotation)
        return None if is_quoted or end - begun < FEWEST else _span(tokens, begun, end)

    def _after_comma(self, tokens: Tokens, at: int) -> int:
        while at < len(tokens) and tokens[at].text != "،" and not tokens[at].read.is_that:
            at += 1
        return at + 1 if at < len(tokens) and tokens[at].text == "،" else at

    def _end(self, tokens: Tokens, begun: int, cue: Cue) -> int:
        is_that = tokens[begun].read.is_that
        is_when = tokens[0].plain in self.table.when and not any(one.text == "،" for one in tokens[: cue.at])
        for at in range(begun + 1, min(len(tokens), begun + LONGEST)):
            one = tokens[at]
            if one.text == "؛" or (one.text == "،" and (is_when or self._stops(tokens, at + 1, cue, is_that=is_that))):
                return at
            if self._is_next_cue(tokens, at, cue) or (not is_that and one.plain in self.table.and_not):
                return at
        return len(tokens)

    def _stops(self, tokens: Tokens, at: int, cue: Cue, *, is_that: bool) -> bool:
        """Whether after a comma begins what is said no more."""
        if at >= len(tokens):
            return True
        read = tokens[at].read
        if read.cue in ("participle", "according") or read.plain in self.table.ends_after_comma:
            return True
        if read.plain in self.table.whereas and at + 1 < len(tokens) and tokens[at + 1].read.cue == "verb":
            return True
        if read.plain == "ومن" and plain_at(tokens, at + 1) in self.table.sides:
            return True
        if read.plain[:2] in THEN and len(read.plain) > len("فيما"):
            return True
        return self._is_joined_cue(tokens, at, cue) or (
            not is_that and (read.cue == "verb" or read.plain in self.table.ends_noun)
        )

    def _is_joined_cue(self, tokens: Tokens, at: int, cue: Cue) -> bool:
        """`، وأضاف`."""
        read = tokens[at].read
        if read.cue != "verb" or read.verb is None or read.joined[:1] not in ("و", "ف"):
            return False
        return read.verb.form in ("past", cue.verb.form if cue.verb else "")

    def _is_next_cue(self, tokens: Tokens, at: int, cue: Cue) -> bool:
        """`وكشف عن`, without a comma before it; a participle."""
        read = tokens[at].read
        if read.cue == "participle":
            return True
        if read.cue != "verb" or read.joined != "و" or read.verb is None or cue.verb is None:
            return False
        is_same = read.verb.gender == cue.verb.gender and read.verb.form == cue.verb.form
        return is_same and read.verb.base in self.table.strong


def _is_between(tokens: Tokens, cue: Cue) -> bool:
    """`وقد أبلغها بذلك، بحسب ما ذكرت، موظّف`: the sentence goes on after the source."""
    return (
        plain_at(tokens, cue.end) == ""
        and cue.end + 1 < len(tokens)
        and (tokens[cue.end].text == "،" and not tokens[cue.end + 1].read.cue)
    )


def _trimmed(tokens: Tokens, begun: int, end: int) -> int:
    while end > begun and not tokens[end - 1].is_word and tokens[end - 1].text in SIGNS_AT_END:
        end -= 1
    return end


def _span(tokens: Tokens, begun: int, end: int) -> Span:
    return Span(tokens[begun].start, tokens[end - 1].end)
