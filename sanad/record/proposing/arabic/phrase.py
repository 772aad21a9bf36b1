"""The words that name somebody: an office, a name, or both."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from sanad.record.proposing.arabic.readings import Token
from sanad.record.proposing.page import Span

Tokens = Sequence[Token]


class Phrase(NamedTuple):
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
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def name_span(self) -> Span:
        return Span(self.name[0].span.start, self.name[-1].span.end) if self.name else self.span

    @property
    def core_span(self) -> Span:
        """`موظف كبير` of `موظف كبير في الوزارة`."""
        core = takewhile(lambda one: not one.read.is_stop and not is_joined(one), self.tokens)
        return Span(self.tokens[0].start, max((one.end for one in core), default=self.tokens[0].end))

    @property
    def gender(self) -> str:
        """Of the name, else of the office; empty where neither tells."""
        if self.name and self.name[0].read.gender:
            return self.name[0].read.gender
        return next((one.read.gender for one in self.title if one.read.gender), "")


def plain_at(tokens: Tokens, at: int) -> str:
    return tokens[at].plain if 0 <= at < len(tokens) else ""


def is_noun_of_body(before: Token, one: Token) -> bool:
    """`هيئة متابعة شؤون السكّان`: what else is a participle."""
    is_of = before.read.kind == "body" and not before.plain.startswith("ال")
    return is_of and one.read.cue == "participle" and one.plain.endswith("ة") and not one.read.joined


def is_joined(one: Token) -> bool:
    """A noun with its article, joined to a preposition: `بالإعلام`, `للفلاحين`."""
    return one.is_word and one.plain.startswith(("بال", "لال", "لل"))
