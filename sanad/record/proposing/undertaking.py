"""What makes a saying an undertaking: `tables/promises.yaml` made ready."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sanad.record.proposing.page import Span
from sanad.record.proposing.tables import table_of

ARABIC = re.compile(r"[\u0621-\u064a]")
ENDS = re.compile(r"[.?!؟;]| and that\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase. `is_whole`: the evidence is its sentence. `place`: speech, prose, or nothing for both."""

    strength: str
    pattern: re.Pattern[str]
    is_whole: bool
    confidence: float
    place: str


@dataclass(frozen=True, slots=True)
class Undertaken:
    """A strength of RECORD.md's commitments, the words that show it, the rule that found them."""

    strength: str
    evidence: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Undertaking:
    """`strength` by verb; `acts` in the order in which they are looked for."""

    strength: Mapping[str, str]
    will: re.Pattern[str]
    turns: Sequence[Turn]
    acts: Mapping[str, re.Pattern[str]]
    condition: re.Pattern[str]
    due: re.Pattern[str]
    soon: re.Pattern[str]

    def said_in(self, text: str, clause: Span, verb: str) -> Iterator[Undertaken]:
        """`verb` is the one that introduces the clause, in its plain form; empty where none does."""
        strength = self.strength.get(verb)
        if strength and (strength != "announced_plan" or self.will.search(clause.of(text))):
            yield Undertaken(strength, clause, f"cue:{verb}", 0.9 if strength != "announced_plan" else 0.85)
        else:
            yield from self._by_turns(text, clause, "speech")

    def told_in(self, text: str, sentence: Span) -> Iterator[Undertaken]:
        """What the page says itself of what somebody undertook."""
        yield from self._by_turns(text, sentence, "prose")

    def _by_turns(self, text: str, clause: Span, place: str) -> Iterator[Undertaken]:
        said = clause.of(text)
        for turn in self.turns:
            if turn.place not in ("", place):
                continue
            for match in turn.pattern.finditer(said):
                start, end = _sentence(said, match.start()) if turn.is_whole else match.span()
                evidence = Span(clause.start + start, clause.start + end)
                yield Undertaken(turn.strength, evidence, f"pattern:{turn.strength}", turn.confidence)

    def act(self, clause: str) -> str:
        return next((act for act, pattern in self.acts.items() if pattern.search(clause)), "other")


@cache
def undertaking(language: str) -> Undertaking:
    """For a page in Arabic the patterns of both languages, since such pages quote English; else those of English."""
    told = table_of("promises")
    is_arabic = language == "ar"
    will = _will(told["will"], is_arabic=is_arabic)
    turns = [
        Turn(one["strength"], _any([one["of"]]), one["whole"], one["confidence"], one.get("in", ""))
        for one in told["patterns"]
        if is_arabic or not ARABIC.search(one["of"])
    ]
    return Undertaking(
        strength={verb: strength for strength, verbs in told["verbs"].items() for verb in verbs},
        will=will,
        turns=(*turns, Turn("promise", will, is_whole=True, confidence=0.65, place="")),
        acts={act: _any(words) for act, words in told["acts"].items()},
        condition=_any(told["condition"]),
        due=_any(told["due"]),
        soon=_any(told["soon"]),
    )


def _will(told: Mapping[str, Any], *, is_arabic: bool) -> re.Pattern[str]:
    before, never, done, do = ("|".join(told[each]) for each in ("before", "never", "done", "do"))
    english = rf"\b(?:{before})\b(?! (?:{never}))(?: \w+ly)? (?:be (?:{done})|{do})\b"
    return _any([english, told["arabic"]] if is_arabic else [english])


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _sentence(clause: str, at: int) -> tuple[int, int]:
    """The sentence around a place, or the clause of it: what is told after `and that` is another undertaking."""
    ends = [match.span() for match in ENDS.finditer(clause)]
    start = max((end for _, end in ends if end <= at), default=0)
    end = min((begin for begin, _ in ends if begin >= at), default=len(clause))
    while start < at and clause[start].isspace():
        start += 1
    return start, end
