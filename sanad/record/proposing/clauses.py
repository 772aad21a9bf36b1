"""Where the clauses of a text end: a place between two ends is asked for by a search in their list."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sanad.record.proposing.lexicon import Lexed
from sanad.record.proposing.page import Span

CLOSING = ("”", '"', "»", "’", "")


@dataclass(frozen=True, slots=True)
class Clauses:
    """`begins` are the places of the first words of clauses, `ends` those of the words that end them."""

    lexed: Lexed
    begins: Sequence[int]
    ends: Sequence[int]

    def around(self, at: int) -> tuple[int, int]:
        """The first word of the clause at a word, and the place behind its last one."""
        begun = bisect_right(self.begins, at)
        first = self.begins[begun - 1] if begun else 0
        ended = bisect_left(self.ends, at)
        return first, self.ends[ended] if ended < len(self.ends) else len(self.lexed.words)

    def within(self, at: int, whole: Span) -> Span:
        """As much of it as lies in a span."""
        clause = self.lexed.span(*self.around(at))
        return Span(max(clause.start, whole.start), min(clause.end, whole.end))


def clauses_of(lexed: Lexed, ender: re.Pattern[str], titles: Collection[str]) -> Clauses:
    begins, ends, words = [0], list[int](), lexed.words
    for match in ender.finditer(lexed.kinds):
        at = match.start()
        if words[at] != "." or _ends(lexed, at, titles):
            ends.append(at)
            begins.append(match.end())
    return Clauses(lexed, begins, ends)


def _ends(lexed: Lexed, at: int, titles: Collection[str]) -> bool:
    """Whether a point does: where a space follows, but for one behind a title, an initial or a number in a list."""
    if at + 1 < len(lexed.words) and lexed.ends[at + 1] - len(lexed.words[at + 1]) == lexed.ends[at]:
        return lexed.words[at + 1] in CLOSING
    before = lexed.words[at - 1] if at else ""
    return before not in titles and len(before) > 1
