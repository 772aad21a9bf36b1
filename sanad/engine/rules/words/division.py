"""An award of which the division was never made public: which figure is lacking, and that nobody guesses it."""

from collections.abc import Iterator
from dataclasses import replace

from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.dividing import never_divided
from sanad.engine.rules.tree import AWARDED
from sanad.engine.rules.words.blocks import Paragraph
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.missing import what_was_never_said
from sanad.engine.rules.words.undecided import Open


def not_divided(case: Case, line: LineDecision) -> Iterator[Paragraph]:
    """The figures that a part of this line is waiting for."""
    if not line.undivided:
        return
    run = replace(case.run, results={AWARDED: line.units if line.line.units else line.amount})
    teller = replace(case.teller, run=run)
    label = (case.speech.pen.quoted(line.line.declared.label),)
    parts = [part.part.amount for part in line.parts if never_divided(case.run.rules, part.gaps)]
    yield from what_was_never_said(case, [Open(teller, node, label) for node in parts[:1]])
