"""Who is named by the words that begin at a place, and where these words end."""

from collections.abc import Callable

from sanad.record.proposing.arabic.names import Names
from sanad.record.proposing.arabic.offices import office_end
from sanad.record.proposing.arabic.phrase import Phrase, Tokens, is_joined, is_noun_of_body
from sanad.record.proposing.arabic.readings import Token, unjoined
from sanad.record.proposing.arabic.table import Arabic

LONGEST, LONGEST_OFFICE, LONGEST_UNKNOWN, LONGEST_TITLE = 9, 16, 4, 5
LONGEST_MARKS = 40
OTHER_CUES = ("participle", "saying", "according", "passive")


class Phrases:
    """`is_known`: whether a word is of a name that the article has had already."""

    def __init__(self, table: Arabic, is_known: Callable[[str], bool]) -> None:
        self.table, self.is_known = table, is_known
        self.names = Names(table, is_known)

    def at(self, tokens: Tokens, start: int) -> Phrase | None:
        """The subject that begins here; None where nothing could be one."""
        end = self._end(tokens, start)
        if end == start:
            return None
        named = self.names.between(tokens, start, end)
        if named:
            return self._with_office_after(tokens, named)
        first = tokens[start]
        is_office = first.read.kind in ("title", "people", "body")
        if self.is_known(first.plain) and not (is_office and first.plain.startswith("ال")):
            return Phrase((first,), (), (first,), start + 1)
        if is_office:
            return self._office(tokens, start, end)
        words = tuple(tokens[start : min(end, start + LONGEST_UNKNOWN)])
        return Phrase(words, (), words, start + len(words), is_sure=False)

    def stops(self, tokens: Tokens, at: int, *, is_first: bool = False) -> bool:
        """Whether the word goes on with something else."""
        one, read = tokens[at], tokens[at].read
        if not is_first and at and self.names.is_ali(tokens, at):
            return False
        if not one.is_word or read.is_stop or read.is_that or read.is_time or read.is_manner or is_joined(one):
            return True
        if at and not is_first and is_noun_of_body(tokens[at - 1], one):
            return False
        if read.cue in OTHER_CUES or (read.cue == "verb" and not read.kind):
            return True
        is_behind_that = at > 0 and tokens[at - 1].read.is_that
        return is_first and read.plain.startswith(("و", "ف")) and not (read.kind or is_behind_that)

    def _end(self, tokens: Tokens, start: int) -> int:
        end = start
        while end < min(len(tokens), start + LONGEST) and not self.stops(tokens, end, is_first=end == start):
            if end > start and _is_another(tokens[end]):
                break
            end += 1
        return end

    def _office(self, tokens: Tokens, start: int, end: int) -> Phrase:
        """With the name that stands behind it in something, in apposition, or without any sign that it is one."""
        far = self._far(tokens, start, end)
        is_title = tokens[start].read.kind == "title"
        named = self.names.between(tokens, start, far) if is_title else None
        if named:
            return self._with_office_after(tokens, named)
        beside = self._beside(tokens, start, far)
        guessed = self.names.guessed(tokens, start, far) if is_title and self._ends_clause(tokens, far) else None
        if beside or guessed:
            return beside or guessed  # type: ignore[return-value]
        end = office_end(tokens, start, end, self.stops)
        words = tuple(tokens[start:end])
        if end + 1 < len(tokens) and tokens[end].plain in self.table.called:
            named = self._named_at(tokens, end + 1)
            if named and not named.title:
                return Phrase(tuple(tokens[start : named.end]), words, named.name, named.end)
        return Phrase(words, words, (), end)

    def _far(self, tokens: Tokens, start: int, end: int) -> int:
        """Past the prepositions that stand inside offices."""
        while end < min(len(tokens), start + LONGEST_OFFICE):
            one = tokens[end]
            is_inside = one.is_word and (one.plain in self.table.inside_offices or is_joined(one))
            is_inside = is_inside or one.plain in self.table.same
            is_inside = is_inside or (one.is_quotation and self._is_body_in_marks(tokens, end))
            if (not is_inside and self.stops(tokens, end)) or (end > start and _is_another(one)):
                break
            end += 1
        return end

    def _is_body_in_marks(self, tokens: Tokens, at: int) -> bool:
        """`مديرة القسم في "مراقبة الحقوق" سارة الخطيب`."""
        before = tokens[at - 1].plain if at else ""
        is_named = before in self.table.inside_offices or before.removeprefix("ال") in self.table.naming
        is_followed = at + 1 < len(tokens) and tokens[at + 1].is_word and not self.stops(tokens, at + 1)
        return is_named and is_followed and tokens[at].end - tokens[at].start <= LONGEST_MARKS

    def _beside(self, tokens: Tokens, start: int, comma: int) -> Phrase | None:
        """`المكلّفة بالإعلام، سنية بن عمر، أنّ`."""
        if comma + 1 >= len(tokens) or tokens[comma].text != "،":
            return None
        named = (
            self._named_at(tokens, comma + 1) or self._after_second(tokens, comma + 1) or self._called(tokens, comma)
        )
        if named is None or len(named.title) > LONGEST_TITLE:
            return None
        title = tuple(tokens[start:comma])
        return Phrase(tuple(tokens[start : named.end]), title, named.name, named.end, after=named.title)

    def _named_at(self, tokens: Tokens, start: int) -> Phrase | None:
        return self.names.between(tokens, start, self._end(tokens, start))

    def _called(self, tokens: Tokens, comma: int) -> Phrase | None:
        """`أحد الملّاك، ويدعى يوسف البلوشي، ...`."""
        near = range(comma + 1, min(len(tokens) - 1, comma + LONGEST_TITLE + 1))
        at = next((at for at in near if tokens[at].plain in self.table.called), None)
        named = self._named_at(tokens, at + 1) if at else None
        return named if named and not named.title else None

    def _after_second(self, tokens: Tokens, at: int) -> Phrase | None:
        """A second apposition: `المنسّق، الطبيب السابق في المستشفى، أنس الكيلاني، ...`."""
        if tokens[at].read.kind != "title":
            return None
        near = range(at, min(len(tokens), at + LONGEST_OFFICE))
        comma = next((place for place in near if not tokens[place].is_word or tokens[place].read.is_that), None)
        named = self._named_at(tokens, comma + 1) if comma and tokens[comma].text == "،" else None
        is_whole = named and not named.title and named.end < len(tokens) and tokens[named.end].text == "،"
        return named if is_whole else None

    def _ends_clause(self, tokens: Tokens, at: int) -> bool:
        if at >= len(tokens):
            return True
        one = tokens[at]
        is_over = one.read.is_that or one.is_quotation or one.read.cue == "participle"
        return is_over or one.text in "،:." or one.plain == "الي"

    def _with_office_after(self, tokens: Tokens, named: Phrase) -> Phrase:
        """`جمال الشاذلي رئيس الحي`, `أبو طوني، صاحب الفرن`."""
        at = named.end
        first = at + 1 if at < len(tokens) and tokens[at].text == "،" else at
        if named.title or first >= len(tokens) or tokens[first].read.kind != "title":
            return named
        end = self._end(tokens, first)
        if any(one.read.kind == "name" for one in tokens[first:end]):
            return named
        return Phrase(named.tokens, named.title, named.name, end, after=tuple(tokens[first:end]))


def _is_another(one: Token) -> bool:
    """`بين وزير الري والنائب سامر`: the second one."""
    return one.plain.startswith("وال") and not one.read.kind and unjoined(one).read.kind == "title"
