"""Who is named by the words that begin at a place: an office, a name, or both; and where these words end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sanad.record.proposing.arabic.readings import Token, unjoined
from sanad.record.proposing.arabic.table import Arabic
from sanad.record.proposing.page import Span

LONGEST, LONGEST_OFFICE = 9, 16
FATHERS = ("ابو", "ام", "بو", "ابي")
Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Phrase:
    """`title` before the name, `name` empty where it only describes; `end`: the place after its last word.

    `is_sure`: a word of it says that it is somebody. `office`: what stands beside the name, or is all there is.
    """

    tokens: tuple[Token, ...]
    title: tuple[Token, ...]
    name: tuple[Token, ...]
    end: int
    is_sure: bool = True
    after: tuple[Token, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @property
    def name_span(self) -> Span:
        return Span(self.name[0].span.start, self.name[-1].span.end) if self.name else self.span

    @property
    def gender(self) -> str:
        """Of the name, else of the office; empty where neither tells."""
        if self.name and self.name[0].plain in FATHERS:
            return "female" if self.name[0].plain == "ام" else "male"
        if self.name and self.name[0].read.gender:
            return self.name[0].read.gender
        return next((one.read.gender for one in self.title if one.read.gender), "")


class Phrases:
    """`is_known`: whether a word is of a name that the article has had already."""

    def __init__(self, table: Arabic, is_known: Callable[[str], bool]) -> None:
        self.table, self.is_known = table, is_known

    def at(self, tokens: Tokens, start: int) -> Phrase | None:
        """The subject that begins here; None where nothing could be one."""
        end = self._end(tokens, start)
        if end == start:
            return None
        named = self._named(tokens, start, end)
        if named:
            return self._with_office_after(tokens, named)
        if self.is_known(tokens[start].plain) and not tokens[start].plain.startswith("ال"):
            return Phrase((tokens[start],), (), (tokens[start],), start + 1)
        if tokens[start].read.kind in ("title", "people", "body"):
            return self._office(tokens, start, end)
        if self.is_known(tokens[start].plain):
            return Phrase((tokens[start],), (), (tokens[start],), start + 1)
        words = tuple(tokens[start : min(end, start + 4)])
        return Phrase(words, (), words, start + len(words), is_sure=False)

    def _end(self, tokens: Tokens, start: int) -> int:
        """The place of the first word that goes on with something else."""
        end = start
        while end < min(len(tokens), start + LONGEST):
            if self.stops(tokens, end, is_first=end == start):
                break
            end += 1
        return end

    def stops(self, tokens: Tokens, at: int, *, is_first: bool) -> bool:
        one = tokens[at]
        read = one.read
        if not one.is_word or read.is_stop or read.is_that or read.is_time or read.is_manner:
            return True
        if read.cue in ("participle", "saying", "according", "passive") or (read.cue == "verb" and not read.kind):
            return True
        is_joined = read.plain.startswith(("لل", "بال")) or (
            read.plain.startswith(("ل", "ب")) and read.plain[1:3] == "ال"
        )
        return is_joined or (is_first and read.plain.startswith(("و", "ف")) and read.kind == "")

    def _named(self, tokens: Tokens, start: int, end: int) -> Phrase | None:
        """The name begins at a given name, at `أبو`, or after a title that always stands before one."""
        for at in range(start, end):
            plain = tokens[at].plain
            if plain in FATHERS and at + 1 < end and tokens[at + 1].plain not in self.table.titles:
                return self._of(tokens, start, at, at + 2)
            if plain in ("بن", "ولد") and at == start and at + 1 < end:
                return self._of(tokens, start, at, at + 2)
            if tokens[at].read.kind == "name" and self._is_given(tokens, start, at):
                return self._of(tokens, start, at, self._end_of_name(tokens, at, end))
            if plain in self.table.personal and at + 1 < end and self._may_be_name(tokens, at + 1, end):
                return self._of(tokens, start, at + 1, min(end, at + 3))
        return None

    def _is_given(self, tokens: Tokens, start: int, at: int) -> bool:
        """Not where the word before needs this one, `مؤسسة سليم`, nor where it may be an ordinary word."""
        if at == start:
            return not tokens[at].read.is_doubtful or at + 1 >= len(tokens) or not tokens[at + 1].read.is_stop
        before = tokens[at - 1]
        is_definite = before.plain.startswith("ال")
        if before.read.kind == "body" and not is_definite:
            return False
        return not tokens[at].read.is_doubtful or before.read.kind == "title" or is_definite or before.plain == "د"

    def _may_be_name(self, tokens: Tokens, at: int, end: int) -> bool:
        one = tokens[at]
        if one.read.is_stop:
            return False
        if one.read.kind or (one.plain.startswith("ال") and end - at < 2):
            return one.plain.startswith("ال") and self.is_known(one.plain)
        return not one.plain.startswith("ال") or end - at < 2

    def _of(self, tokens: Tokens, start: int, at: int, end: int) -> Phrase:
        return Phrase(tuple(tokens[start:end]), tuple(tokens[start:at]), tuple(tokens[at:end]), end)

    def _end_of_name(self, tokens: Tokens, at: int, limit: int) -> int:
        """A given name and what follows: one word more, past those that only join; a third after two given names."""
        end = self._past_joining(tokens, at + 1, limit)
        if end >= limit or (
            tokens[end].read.kind in ("title", "body", "people")
            and end == at + 1
            and not self.is_known(tokens[end].plain)
        ):
            return min(end, limit)
        first_is_only_one = end == at + 1
        last = tokens[end]
        end += 1
        if first_is_only_one and end < limit and tokens[end].plain in self.table.joining:
            return min(limit, self._past_joining(tokens, end, limit) + 1)
        if (
            end < limit
            and last.read.kind == "name"
            and tokens[end].plain.startswith("ال")
            and tokens[end].read.kind != "title"
        ):
            end += 1
        return end

    def _past_joining(self, tokens: Tokens, at: int, limit: int) -> int:
        while at < limit and tokens[at].plain in self.table.joining:
            at += 1
        return at

    def _office(self, tokens: Tokens, start: int, end: int) -> Phrase:
        """With the name that stands behind it in something, in apposition, or without any sign that it is one."""
        far = self._far(tokens, start, end)
        named = self._named(tokens, start, far) if tokens[start].read.kind == "title" else None
        if named:
            return self._with_office_after(tokens, named)
        beside = self._beside(tokens, start, far if far > end else end)
        if beside:
            return beside
        if tokens[start].read.kind == "title" and self._ends_clause(tokens, far):
            guessed = self._guessed(tokens, start, far)
            if guessed:
                return guessed
        end = self._office_end(tokens, start, end)
        words = tuple(tokens[start:end])
        return Phrase(words, words, (), end)

    def _far(self, tokens: Tokens, start: int, end: int) -> int:
        """Past the prepositions that stand inside offices."""
        while end < min(len(tokens), start + LONGEST_OFFICE):
            one = tokens[end]
            if one.is_word and one.plain in self.table.inside_offices:
                end += 1
            elif not one.is_word or (self.stops(tokens, end, is_first=False) and not _is_joined(one)):
                break
            else:
                end += 1
        return end

    def _beside(self, tokens: Tokens, start: int, comma: int) -> Phrase | None:
        """`المكلّفة بالإعلام، سنية بن عمر، أنّ`."""
        if comma + 1 >= len(tokens) or tokens[comma].text != "،":
            return None
        named = self._named(tokens, comma + 1, self._end(tokens, comma + 1))
        if named is None:
            second = self._next_comma(tokens, comma + 1)
            named = self._named(tokens, second + 1, self._end(tokens, second + 1)) if second else None
            if named is None or named.title or named.end >= len(tokens) or tokens[named.end].text != "،":
                return None
        if len(named.title) > 5:
            return None
        title = tuple(tokens[start:comma])
        return Phrase(tuple(tokens[start : named.end]), title, named.name, named.end, after=named.title)

    def _next_comma(self, tokens: Tokens, at: int) -> int | None:
        """Where a second apposition begins: `المنسّق، الطبيب السابق في المستشفى، أنس الكيلاني، ...`."""
        if at >= len(tokens) or tokens[at].read.kind != "title":
            return None
        for place in range(at, min(len(tokens), at + LONGEST_OFFICE)):
            if tokens[place].text == "،":
                return place
            if not tokens[place].is_word or tokens[place].read.is_that:
                return None
        return None

    def _guessed(self, tokens: Tokens, start: int, end: int) -> Phrase | None:
        """The last two words, where a definite word ends the office before them and neither is an ordinary one."""
        first = end - 2
        if first - start < 2 or not tokens[first - 1].plain.startswith("ال"):
            return None
        if any(one.read.kind or not one.is_word or one.read.is_stop for one in tokens[first:end]):
            return None
        if tokens[first].plain.startswith(("ال", "ل", "ب")) or tokens[first].plain.endswith("ة"):
            return None
        return self._of(tokens, start, first, end)

    def _ends_clause(self, tokens: Tokens, at: int) -> bool:
        return (
            at >= len(tokens)
            or tokens[at].read.is_that
            or tokens[at].text in "،:."
            or tokens[at].is_quotation
            or tokens[at].plain == "الي"
        )

    def _office_end(self, tokens: Tokens, start: int, end: int) -> int:
        """`رئيس البلدية`, `مصدر مطّلع في الوزارة`: not more than the words that belong together."""
        last = start + 1
        while (
            last < end and last - start < 5 and not _closes_office(tokens, start, last) and not _is_beside(tokens[last])
        ):
            last += 1
        is_vague = tokens[start].read.kind != "body" and not tokens[start].plain.startswith("ال")
        if is_vague and last < len(tokens) and (tokens[last].plain in ("في", "من") or _is_joined(tokens[last])):
            further = last + (1 if tokens[last].plain in ("في", "من") else 0)
            if further < len(tokens) and (further < last + 1 or not self.stops(tokens, further, is_first=False)):
                return self._past_definite(tokens, further + 1)
        return last

    def _past_definite(self, tokens: Tokens, at: int) -> int:
        while at < len(tokens) and tokens[at].plain.startswith("ال") and not self.stops(tokens, at, is_first=False):
            at += 1
        return at

    def _with_office_after(self, tokens: Tokens, named: Phrase) -> Phrase:
        """`جمال الشاذلي رئيس الحي`, `أبو طوني، صاحب الفرن`."""
        at = named.end
        has_comma = at < len(tokens) and tokens[at].text == "،"
        first = at + 1 if has_comma else at
        if named.title or first >= len(tokens) or tokens[first].read.kind != "title" or tokens[first].read.is_stop:
            return named
        end = self._end(tokens, first)
        if any(one.read.kind == "name" for one in tokens[first:end]):
            return named
        after = tuple(tokens[first:end])
        return Phrase(named.tokens, named.title, named.name, end, after=after)


def _closes_office(tokens: Tokens, start: int, at: int) -> bool:
    """After a definite word, what is not definite begins something else: `رئيس البلدية جولته`."""
    before, here = tokens[at - 1].plain, tokens[at].plain
    if not before.startswith(("ال", "وال")):
        return False
    if not here.startswith(("ال", "وال")) or tokens[at].read.kind in ("title", "people"):
        return True
    is_of_women = tokens[start].read.gender == "female" and tokens[start].plain.startswith("ال")
    return is_of_women and at == start + 1 and not here.endswith(("ة", "ا", "ي"))


def _is_beside(one: Token) -> bool:
    """`بطلب إحاطة`: a noun joined to a preposition, and no part of an office."""
    plain = unjoined(one)
    return plain is not one and one.plain[0] in ("ب", "ل") and bool(plain.read.kind or plain.read.cue)


def _is_joined(one: Token) -> bool:
    return one.is_word and one.plain[:1] in ("ل", "ب") and one.plain[1:3] in ("ال", "لا") or one.plain.startswith("لل")
