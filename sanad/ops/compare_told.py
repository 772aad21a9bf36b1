"""The biggest changes told for one claim each: what differs between both sides, and both explanations whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.comparing.patterns import Pattern
from sanad.caseload.explaining import explanation_of
from sanad.caseload.stored import StoredRound, open_round
from sanad.engine.money import exponent
from sanad.engine.rules.decisions import Decision, LineDecision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.words.blocks import Paragraph
from sanad.engine.rules.words.figures import FiguresUsed, FigureUsed, figures_used
from sanad.engine.rules.words.pen import digits
from sanad.engine.rules.words.speech import Speech
from sanad.ops.compare_words import say
from sanad.ops.programme_words import Language


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same on both sides; `change` is a sum with its sign, where there is one."""

    what: str
    a: str
    b: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A pattern with its example: a claim's differences, and its explanation on each side."""

    pattern: Pattern
    differences: tuple[Difference, ...]
    a: list[Paragraph]
    b: list[Paragraph]


@dataclass(frozen=True, slots=True)
class _Side:
    """The claim as one side decided it, in one language."""

    stored: StoredRound
    decision: Decision
    paragraphs: list[Paragraph]
    speech: Speech

    @property
    def lang(self) -> Language:
        return Language(self.speech.pen.language)

    @property
    def figures(self) -> FiguresUsed:
        run = Interpreter(self.stored.rules, self.stored.on)
        return figures_used(self.stored.rules, self.decision, self.lang.value, run)

    def line(self, name: str) -> LineDecision | None:
        return next((line for line in self.decision.lines if line.line.name == name), None)

    def sum_in_words(self, minor: int | None) -> str:
        return say(self.lang, "no_sum_yet") if minor is None else self.speech.pen.amount(minor)


def tell(comparison: Comparison, lang: Language) -> list[Told]:
    rounds = [open_round(side.folder) for side in (comparison.a, comparison.b)]
    money = comparison.a.programme.currency if comparison.is_one_money else ""
    told = []
    for pattern in comparison.patterns:
        a, b = (_side(one, pattern.claim_id, lang) for one in rounds)
        found = (*_answers(a, b, money), *_lines(a, b, money), *_figures(a, b))
        told.append(Told(pattern, found, a.paragraphs, b.paragraphs))
    return told


def signed(minor: int, currency: str) -> str:
    """`+1,200.50`: a difference, without its currency."""
    decimals = exponent(currency)
    return ("+" if minor > 0 else "") + digits(minor, decimals, decimals)


def _side(stored: StoredRound, claim: str, lang: Language) -> _Side:
    found = explanation_of(stored, claim, lang)
    return _Side(stored, found.decision, found.paragraphs, Speech.of(stored.rules, lang.value))


def _answers(a: _Side, b: _Side, money: str) -> Iterator[Difference]:
    if _answer(a) != _answer(b):
        yield Difference(say(a.lang, "answer"), _answer(a), _answer(b))
    before, after = a.decision.net, b.decision.net
    yield Difference(say(a.lang, "net"), a.sum_in_words(before), b.sum_in_words(after), _change(before, after, money))
    before, after = a.decision.due_now, b.decision.due_now
    if before != after:
        told = (a.sum_in_words(before), b.sum_in_words(after))
        yield Difference(say(a.lang, "due_now"), *told, _change(before, after, money))


def _answer(side: _Side) -> str:
    """The outcome, and the words of the rules that led to it."""
    rules, reasons, words = side.stored.rules, side.decision.reasons, side.speech.pen.words
    gates = [*rules.gates, *(gate for line in rules.lines for gate in line.gates)]
    says = [words(gate.declared.says) for gate in gates if gate.declared.code in reasons]
    missing = [side.speech.field(name) for name in reasons if name in rules.fields]
    if side.decision.outcome == "incomplete" and missing:
        says.append(say(side.lang, "missing_fact", facts=side.speech.pen.joined(missing)))
    return " ".join([f"{say(side.lang, side.decision.outcome)}.", *dict.fromkeys(says)])


def _lines(a: _Side, b: _Side, money: str) -> Iterator[Difference]:
    """Of lines that one side alone has, those that bring something."""
    for name in dict.fromkeys(line.line.name for side in (a, b) for line in side.decision.lines):
        before, after = a.line(name), b.line(name)
        told = (_line(a, before), _line(b, after))
        is_told = (before and after) or _sum(before) is not None or _sum(after) is not None
        if told[0] != told[1] and is_told:
            label = (a if before else b).speech.line(name)
            yield Difference(label, *told, _change(_sum(before), _sum(after), money))


def _line(side: _Side, line: LineDecision | None) -> str:
    if line is None:
        return say(side.lang, "no_such_line")
    return side.sum_in_words(line.amount) if line.outcome == AWARD else say(side.lang, line.outcome)


def _sum(line: LineDecision | None) -> int | None:
    return line.amount if line and line.outcome == AWARD else None


def _change(before: int | None, after: int | None, money: str) -> str:
    """Empty where the two may not be subtracted, or nothing changes."""
    if not money or before is None or after is None or before == after:
        return ""
    return signed(after - before, money)


def _figures(a: _Side, b: _Side) -> Iterator[Difference]:
    """Values that say something else, or the same by another version.

    Where both sides award, a value of one side alone counts too, and what only let the claim pass does not.
    """
    before, after = a.figures, b.figures
    if a.decision.outcome == b.decision.outcome == AWARD:
        yield from _differing(before.sums, after.sums, a.lang)
        yield from _of_both(before.parts, after.parts, a.lang)
        return
    yield from _of_both(before.gates, after.gates, a.lang)
    yield from _of_both(before.sums, after.sums, a.lang)


def _of_both(before: dict[str, FigureUsed], after: dict[str, FigureUsed], lang: Language) -> Iterator[Difference]:
    shared = [key for key in before if key in after]
    yield from _differing({key: before[key] for key in shared}, {key: after[key] for key in shared}, lang)


def _differing(before: dict[str, FigureUsed], after: dict[str, FigureUsed], lang: Language) -> Iterator[Difference]:
    for key in dict.fromkeys([*before, *after]):
        then, now = before.get(key), after.get(key)
        known = then or now
        if known and then != now:
            yield Difference(known.label, _figure(then, lang), _figure(now, lang))


def _figure(figure: FigureUsed | None, lang: Language) -> str:
    if figure is None:
        return say(lang, "not_read")
    phrase = "figure_since" if figure.since else "figure"
    return say(lang, phrase, value=figure.value, since=figure.since, source=figure.source)
