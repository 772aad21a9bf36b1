"""Where in Arabic that ends which somebody is reported to have said."""

from sanad.record.proposing.arabic.phrases import Tokens
from sanad.record.proposing.arabic.sayings import Cue, Sayings
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import SENTENCE_ENDS

SIGNS_AT_END = SENTENCE_ENDS + "،:؛—–-"


def is_clause(tokens: Tokens, span: Span) -> bool:
    """Whether it begins with `أنّ`."""
    return any(one.span.start == span.start and one.read.is_that for one in tokens)


class Ends:
    """Finds the end of contents in their sentence."""

    def __init__(self, sayings: Sayings, table: Arabic) -> None:
        self.sayings, self.table = sayings, table

    def content(self, tokens: Tokens, cue: Cue) -> Span | None:
        """What is said after the cue; None where nothing is, or in marks alone."""
        begun = self.sayings.content(tokens, cue)
        if begun is None:
            return None
        end = self._trimmed(tokens, begun, self._end(tokens, begun, cue))
        if any(
            tokens[at].text == ":" and tokens[at + 1].is_quotation for at in range(begun, min(end, len(tokens) - 1))
        ):
            return None
        said = [one for one in tokens[begun:end] if not one.read.is_that]
        if not any(one.is_word for one in said):
            return None
        return Span(tokens[begun].span.start, tokens[end - 1].span.end)

    def after_source(self, tokens: Tokens, cue: Cue) -> Span | None:
        """`بحسب فلان، ...`: what follows the comma."""
        begun = cue.end
        while begun < len(tokens) and tokens[begun].text != "،" and not tokens[begun].read.is_that:
            begun += 1
        begun += begun < len(tokens) and tokens[begun].text == "،"
        if begun >= len(tokens):
            return None
        end = self._trimmed(tokens, begun, self._end(tokens, begun, cue))
        if end - begun < 3 or tokens[begun].is_quotation:
            return None
        return Span(tokens[begun].span.start, tokens[end - 1].span.end)

    def before_source(self, tokens: Tokens, cue: Cue, begun: int) -> Span | None:
        """`...، بحسب فلان`: what stands before."""
        is_between = cue.end + 1 < len(tokens) and tokens[cue.end].text == "،" and not tokens[cue.end + 1].read.cue
        end = self._trimmed(tokens, begun, len(tokens) if is_between else cue.at)
        while begun < end and not tokens[begun].is_word:
            begun += 1
        if end - begun < 3 or any(one.is_quotation for one in tokens[end - 1 : end]):
            return None
        return Span(tokens[begun].span.start, tokens[end - 1].span.end)

    def _end(self, tokens: Tokens, begun: int, cue: Cue) -> int:
        is_that = tokens[begun].read.is_that
        is_when = tokens[0].plain in self.table.when
        for at in range(begun + 1, len(tokens)):
            one = tokens[at]
            if one.text == "؛" or (one.text in "،" and is_when):
                return at
            if one.text == "،" and self._goes_on(tokens, at + 1, cue.verb.form if cue.verb else "", is_that=is_that):
                return at
            if self._is_next_cue(tokens, at, cue) or (not is_that and one.plain in ("ولم", "ولن")):
                return at
        return len(tokens)

    def _goes_on(self, tokens: Tokens, at: int, form: str, *, is_that: bool) -> bool:
        """Whether after a comma begins what is said no more."""
        if at >= len(tokens):
            return True
        read = tokens[at].read
        if read.cue in ("participle", "according") or read.plain in self.table.ends_after_comma:
            return True
        if (
            read.joined[:1] in ("و", "ف")
            and read.cue == "verb"
            and read.verb
            and (read.verb.form == "past" or read.verb.form == form)
        ):
            return True
        if read.plain in ("وقد", "وكان", "وكانت") or (read.plain[:2] in ("في", "فت") and len(read.plain) > 4):
            return True
        if read.plain == "ومن" and at + 1 < len(tokens) and tokens[at + 1].plain in ("جهة", "ناحية"):
            return True
        if not is_that and read.cue == "verb":
            return True
        return not is_that and read.plain in ("الذي", "التي", "الذين", "وقد", "وكان", "قبل")

    def _is_next_cue(self, tokens: Tokens, at: int, cue: Cue) -> bool:
        """`وكشف عن`, without a comma before it; a participle."""
        read = tokens[at].read
        if read.cue == "participle":
            return True
        if read.cue != "verb" or read.joined != "و" or read.verb is None or cue.verb is None:
            return False
        is_same = read.verb.gender == cue.verb.gender and read.verb.form == cue.verb.form
        return is_same and read.verb.base in self.table.strong

    def _trimmed(self, tokens: Tokens, begun: int, end: int) -> int:
        while end > begun and not tokens[end - 1].is_word and tokens[end - 1].text in SIGNS_AT_END:
            end -= 1
        return end
