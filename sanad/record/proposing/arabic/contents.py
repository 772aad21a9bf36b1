"""Where in Arabic that begins which somebody is reported to have said."""

from sanad.record.proposing.arabic.cues import Cue, Cues
from sanad.record.proposing.arabic.phrase import Tokens, plain_at
from sanad.record.proposing.arabic.readings import Token
from sanad.record.proposing.arabic.table import Arabic

FARTHEST, NEAR, NEAREST = 34, 16, 6
BY = "ب"


class Contents:
    """At `أنّ`, after the preposition of the verb, or at its object."""

    def __init__(self, cues: Cues, table: Arabic) -> None:
        self.cues, self.table = cues, table

    def begin(self, tokens: Tokens, cue: Cue) -> int | None:
        """None where nothing is said, or in marks alone."""
        if cue.kind in ("passive", "saying") or not cue.base:
            return self._that(tokens, cue) or self._promised(tokens, cue)
        if cue.base == "سأل" and tokens[cue.at].plain.endswith("نا"):
            return None
        is_closed = any(one.text == "،" for one in tokens[cue.at : cue.end]) and plain_at(tokens, cue.end) == ""
        at, is_beside = cue.end + is_closed, True
        while at < min(len(tokens), cue.end + FARTHEST):
            if self._is_over(tokens, at, cue):
                return None
            begun = self._at(tokens, at, cue, is_beside=is_beside)
            if begun is not None:
                return begun if begun < len(tokens) and tokens[begun].text not in "،." else None
            is_comma = tokens[at].text == "،"
            is_beside = is_comma or (is_beside and self._is_small(tokens[at]))
            at = self._past_aside(tokens, at) if is_comma else at + 1
        return None

    def _is_over(self, tokens: Tokens, at: int, cue: Cue) -> bool:
        """At a colon, marks or another cue; not where a clause explains who speaks: `مصدر طلب عدم ذكر اسمه`."""
        explains = at == cue.end and cue.phrase is not None and not cue.phrase.name
        is_next = self.cues.is_cue(tokens, at) and not explains
        return tokens[at].text == ":" or tokens[at].is_quotation or is_next

    def _at(self, tokens: Tokens, at: int, cue: Cue, *, is_beside: bool) -> int | None:
        """The place where what is said begins, if it does here. `is_beside`: nothing but asides stands before."""
        one, takes = tokens[at], self.table.takes.get(cue.base, frozenset())
        if one.read.is_that or (is_beside and one.plain in self.table.questions):
            return at
        if one.is_word and (one.plain in takes or (one.plain == "عما" and "عن" in takes)):
            return at if cue.base in self.table.asks else at + 1
        if BY in takes and self._begins_with_by(one) and (is_beside or cue.base not in self.table.answering):
            return at
        return at if "" in takes and is_beside and one.is_word and not self._is_aside(one) else None

    def _is_small(self, one: Token) -> bool:
        """A word that stands alone beside the verb, and is no preposition."""
        read = one.read
        return one.plain not in self.table.prepositions and (read.is_stop or read.is_time or read.is_manner)

    def _is_aside(self, one: Token) -> bool:
        read = one.read
        is_joined = read.plain.startswith(("لل", "بال")) or read.plain == "ل"
        is_stop = read.is_stop and read.plain not in self.table.objects
        return is_stop or is_joined or read.is_time or read.is_manner

    def _past_aside(self, tokens: Tokens, comma: int) -> int:
        """What stands between two commas beside the verb."""
        if plain_at(tokens, comma + 1) in self.table.manners:
            return len(tokens)
        for at in range(comma + 1, min(len(tokens), comma + FARTHEST)):
            if tokens[at].text == "،":
                return at + 1
            if self.cues.is_cue(tokens, at) and plain_at(tokens, at - 1) not in self.table.relative:
                break
            if tokens[at].read.is_that or tokens[at].text == ":" or tokens[at].is_quotation:
                return at
        return len(tokens)

    def _that(self, tokens: Tokens, cue: Cue) -> int | None:
        for at in range(cue.end, min(len(tokens), cue.end + NEAR)):
            one = tokens[at]
            if one.read.is_that:
                return at
            if one.text == ":" or one.is_quotation or one.read.cue in ("verb", "passive"):
                return None
        return None

    def _promised(self, tokens: Tokens, cue: Cue) -> int | None:
        """`وُعدنا بنسخة من اللائحة`."""
        if cue.kind != "passive" or BY not in self.table.takes.get(cue.base, frozenset()):
            return None
        near = range(cue.end, min(len(tokens), cue.end + NEAREST))
        return next((at for at in near if self._begins_with_by(tokens[at])), None)

    def _begins_with_by(self, one: Token) -> bool:
        plain = one.plain
        return (
            one.is_word
            and plain[:1] == BY
            and len(plain) > 3
            and not one.read.is_stop
            and plain not in self.table.not_by
        )
