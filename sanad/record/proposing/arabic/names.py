"""Where in an Arabic phrase a name begins, and where it ends."""

from collections.abc import Callable

from sanad.record.proposing.arabic.phrase import Phrase, Tokens, plain_at
from sanad.record.proposing.arabic.readings import Token, unjoined
from sanad.record.proposing.arabic.table import Arabic

LONGEST_NAME, MOST_UNKNOWN = 5, 2
ALI, SERVANT = "علي", "عبد"
"""A name that is a preposition, too; the first of the two words of many a given name."""
CLOSES = ":،–—-("
OWNED = ("ها", "هم", "نا", "ه")
AS_NAMES_BEGIN = ("بو", "بن", "بل")
AS_NAMES_END = ("يه", "الله")
"""Endings of words that belong to somebody; how names begin and end that only look as if another word was joined."""


class Names:
    """`is_known`: whether a word is of a name that the article has had already."""

    def __init__(self, table: Arabic, is_known: Callable[[str], bool]) -> None:
        self.table, self.is_known = table, is_known

    def between(self, tokens: Tokens, start: int, end: int) -> Phrase | None:
        """The name begins at a given name, at `أبو`, or after a title that always stands before one."""
        for at in range(start, end):
            if self._joins_two(tokens, start, at, end):
                is_whole = self._is_whole(tokens, at + 1, end)
                return _parted(tokens, start, at, end if is_whole else at + 2)
            begun = self._given_at(tokens, start, at, end)
            if begun is not None:
                return _parted(tokens, start, begun, self._end(tokens, begun, end))
            if tokens[at].read.is_before_name and at + 1 < end and self._may_be(tokens, at + 1, end):
                is_joined = at + 2 < end and tokens[at + 2].plain in self.table.joining
                return _parted(tokens, start, at + 1, self._end(tokens, at + 1, end) if is_joined else min(end, at + 3))
            begun = self._behind_title(tokens, at, end)
            if begun is not None:
                return _parted(tokens, start, begun, self._end(tokens, begun, end))
        return None

    def _given_at(self, tokens: Tokens, start: int, at: int, end: int) -> int | None:
        """Where the name begins, if the word is a given one: `أحمدو ولد سيدي`; `قالت منوّر محمد الراعي` at the first."""
        if at + 2 < end and tokens[at + 1].plain in self.table.descent and self._may_be_given(tokens[at]):
            return at
        is_ali = at > start and tokens[at].read.is_stop and self.is_ali(tokens, at)
        if not is_ali and (tokens[at].read.kind != "name" or not self._is_given(tokens, start, at)):
            return None
        is_subject = start > 0 and tokens[start - 1].read.cue == "verb"
        return start if at == start + 1 and is_subject and self._may_be_given(tokens[start]) else at

    def _behind_title(self, tokens: Tokens, at: int, end: int) -> int | None:
        """`عم سيد`; `المواطنة الثمانينية حلوة زيادة`."""
        if tokens[at].plain in self.table.uncles and at + 1 < end and self._is_of_uncle(tokens[at + 1]):
            return at + 1
        return at + 2 if tokens[at].read.is_before_name and self._is_described(tokens, at + 1, end) else None

    def _is_described(self, tokens: Tokens, at: int, end: int) -> bool:
        """`المواطنة الثمانينية حلوة زيادة`."""
        if at + 1 >= end or tokens[at].read.kind or not tokens[at].plain.startswith("ال"):
            return False
        return tokens[at].plain.endswith(("ي", "ية")) and self._may_be(tokens, at + 1, end)

    def _is_of_uncle(self, one: Token) -> bool:
        """`عم سيد`, and neither `عم الطفل` nor `عم والدها`."""
        return not (one.read.is_stop or one.plain.startswith("ال") or one.plain.endswith(OWNED))

    def is_ali(self, tokens: Tokens, at: int) -> bool:
        """`عم على`, `الدكتور على حسن`: as the name is written in Egypt."""
        before = tokens[at - 1]
        return tokens[at].plain == ALI and (before.read.is_before_name or before.plain in self.table.before_ali)

    def guessed(self, tokens: Tokens, start: int, end: int) -> Phrase | None:
        """The last two words, where a definite word ends the office before them and neither is an ordinary one."""
        first = end - 2
        if first - start < 1 or not tokens[first - 1].plain.startswith("ال"):
            return None
        if any(one.read.kind or not one.is_word or one.read.is_stop for one in tokens[first:end]):
            return None
        if tokens[first].plain.startswith(("ال", "ل", "ب", "و")) or tokens[first].plain.endswith("ة"):
            return None
        return _parted(tokens, start, first, end)

    def _joins_two(self, tokens: Tokens, start: int, at: int, end: int) -> bool:
        """`أبو طوني`, `بن عمر`."""
        if at + 1 >= end:
            return False
        after = tokens[at + 1]
        is_named = after.read.kind == "name" or (tokens[at].plain not in self.table.feminine and not after.read.kind)
        is_father = tokens[at].plain in self.table.fathers and is_named
        return is_father or (tokens[at].plain in self.table.sons and at == start)

    def _is_given(self, tokens: Tokens, start: int, at: int) -> bool:
        """Not where the word before needs this one, `مؤسسة سليم`, nor where it may be an ordinary word."""
        read = tokens[at].read
        if at == start:
            return not read.is_doubtful or at + 1 >= len(tokens) or not tokens[at + 1].read.is_stop
        before = tokens[at - 1]
        is_definite = before.plain.startswith("ال")
        if before.read.kind == "body" and not is_definite:
            return False
        return not read.is_doubtful or before.read.kind == "title" or is_definite

    def _may_be_given(self, one: Token) -> bool:
        """An unknown word before a known name: `قالت منوّر محمد الراعي`."""
        return not (one.read.kind or one.plain.startswith("ال")) and self._may_follow(one)

    def _may_be(self, tokens: Tokens, at: int, end: int) -> bool:
        one = tokens[at]
        is_definite, is_last = one.plain.startswith("ال"), end - at < 2
        if one.read.is_stop or is_owned(one) or (not one.read.kind and one.plain.endswith("ا")):
            return False
        if not one.read.kind and one.plain.startswith(("ب", "ل")) and not one.plain.startswith(AS_NAMES_BEGIN):
            return False
        if one.read.kind or (is_definite and is_last):
            return is_definite and self.is_known(one.plain)
        return not is_definite

    def _end(self, tokens: Tokens, at: int, limit: int) -> int:
        """A given name and what follows: one word more, past those that only join; a third after two given names.

        All of it, where every word up to a sign may be of a name.
        """
        if self._is_whole(tokens, at, limit):
            return limit
        first = at + 2 if tokens[at].plain == SERVANT and at + 1 < limit else at + 1
        given = self._past(tokens, first, limit, self.table.closing)
        end = self._past(tokens, given, limit, self.table.joining)
        is_over = end < limit and end == given and (self._is_office(tokens[end]) or self._is_owned(tokens[end]))
        if end >= limit or is_over:
            return min(end, limit)
        second = self._past(tokens, end + 1, limit, self.table.closing)
        if end == given and second < limit and tokens[second].plain in self.table.joining:
            return min(limit, self._past(tokens, second, limit, self.table.joining) + 1)
        is_third = tokens[end].read.kind == "name" and second < limit and self._is_last_name(tokens[second])
        return second + 1 if is_third else second

    def _is_whole(self, tokens: Tokens, at: int, limit: int) -> bool:
        """`أحمد الحاج حسين`, `حنين السيّد`."""
        is_closed = limit >= len(tokens) or tokens[limit].is_quotation or tokens[limit].read.is_that
        is_closed = is_closed or tokens[limit].text in CLOSES or tokens[limit].plain in self.table.prepositions
        places = range(at + 1, limit)
        is_named = all(self._may_follow(tokens[one]) and not self._begins_object(tokens, one, at) for one in places)
        unknown = [one for one in tokens[at + 1 : limit] if not one.read.kind and one.plain not in self.table.closing]
        unknown = unknown[1:] if unknown and tokens[at].plain == SERVANT else unknown
        is_object = any(one.plain.endswith("ة") for one in unknown[:-1]) or len(unknown) > MOST_UNKNOWN
        is_named = (
            is_named
            and not is_object
            and not (tokens[limit - 1].plain.endswith("ا") and not tokens[limit - 1].read.kind)
        )
        return is_closed and 1 < limit - at <= LONGEST_NAME and is_named

    def _begins_object(self, tokens: Tokens, place: int, at: int) -> bool:
        """`ريتا الحايك نتائج المسح`, `شارل نمّور الخبر`: a definite word behind one that is no given name."""
        before = tokens[place - 1]
        is_of_name = before.read.kind == "name" or before.plain in self.table.joining
        return place > at + 1 and tokens[place].plain.startswith("ال") and not is_of_name

    def _may_follow(self, one: Token) -> bool:
        """Whether a word may stand in a name behind a given one; one that bears a pronoun or a preposition may not."""
        plain, read = one.plain, one.read
        if read.kind == "name" or plain in self.table.joining or plain in self.table.closing:
            return True
        if read.kind:
            return plain in self.table.surnames
        if plain.startswith(("لل", "بال")) or is_owned(one) or unjoined(one).read.kind:
            return False
        return not (read.cue or (plain[0] in "بل" and plain.endswith("ة")))

    def _is_office(self, one: Token) -> bool:
        return one.read.kind in ("title", "body", "people") and not self.is_known(one.plain)

    def _is_owned(self, one: Token) -> bool:
        """`تصف جمانة حالها`."""
        return is_owned(one) and not self.is_known(one.plain)

    def _is_last_name(self, one: Token) -> bool:
        return one.plain.startswith("ال") and one.read.kind != "title"

    def _past(self, tokens: Tokens, at: int, limit: int, words: frozenset[str]) -> int:
        while at < limit and plain_at(tokens, at) in words:
            at += 1
        return at


def is_owned(one: Token) -> bool:
    """`جولته`, `زملائه`; but `فرنجيه` is a name."""
    is_name = bool(one.read.kind) or one.plain.startswith("ال") or one.plain.endswith(AS_NAMES_END)
    return one.plain.endswith(OWNED) and not is_name


def _parted(tokens: Tokens, start: int, at: int, end: int) -> Phrase:
    return Phrase(tuple(tokens[start:end]), tuple(tokens[start:at]), tuple(tokens[at:end]), end)
