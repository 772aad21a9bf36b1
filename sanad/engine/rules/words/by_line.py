"""A decision told line by line, each line by itself: for a family's page, where each stands in a place of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from sanad.engine.rules.decisions import Decision, LineDecision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import Paragraph
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.explaining import why
from sanad.engine.rules.words.lines import line_in_words, reckoned_in_words
from sanad.engine.rules.words.parts import Part, parts_of
from sanad.engine.rules.words.speech import Speech

WHOLE = ""
"""In the place of a line's name: what a claim is told as a whole, where a rule decided it before its lines."""


@dataclass(frozen=True, slots=True)
class LineInWords:
    """Why a line has its sum or none, with its own sources; and the parts of an awarded one, in their order."""

    paragraphs: tuple[Paragraph, ...]
    parts: tuple[Part, ...]


def explain_by_line(
    rules: RuleSet, decision: Decision, language: str, *, run: Interpreter, context: Context
) -> dict[str, LineInWords]:
    """By name of the line, in the order of the programme, or under WHOLE."""
    speech = Speech.of(rules, language)
    if decision.findings:
        case = Case.of(speech, decision, context, run)
        return {WHOLE: LineInWords(tuple(_with_sources(case, why(case))), ())}
    return {line.line.name: _told(Case.of(speech, decision, context, run), line) for line in decision.lines}


def _told(case: Case, line: LineDecision) -> LineInWords:
    """What was paid and what is due changes after the decision: a family's page takes it from the ledger."""
    if line.outcome != AWARD or line.line.thing:
        return LineInWords(tuple(_with_sources(case, line_in_words(case, line))), ())
    return LineInWords(tuple(_with_sources(case, reckoned_in_words(case, line, []))), tuple(parts_of(case, line)))


def _with_sources(case: Case, told: Iterator[Paragraph]) -> Iterator[Paragraph]:
    yield from told
    yield from case.cite.paragraphs()
