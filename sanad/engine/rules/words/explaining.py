"""Explains one decision: the answer first, then the sums, why, what comes next, and the sources last."""

from collections.abc import Iterator

from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.outcomes import AWARD, NO_LINE_APPLIES, NOT_ASKED, WAITING
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Group, Node
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence, figures
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.citing import UNSOURCED
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.gates import declined, reasons
from sanad.engine.rules.words.giving import brings_money, things_awarded
from sanad.engine.rules.words.head import head
from sanad.engine.rules.words.limits import cuts
from sanad.engine.rules.words.lines import lines_in_words
from sanad.engine.rules.words.missing import incomplete_in_words, what_is_missing
from sanad.engine.rules.words.money import payments, sums
from sanad.engine.rules.words.queueing import order_of_payment
from sanad.engine.rules.words.rivals import awaited_of_others, open_of, open_rivals, rivals_in_words
from sanad.engine.rules.words.speech import Speech
from sanad.engine.rules.words.undecided import Open, open_gates


def explain(
    rules: RuleSet, decision: Decision, language: str, *, run: Interpreter, context: Context
) -> list[Paragraph]:
    """`run` is the interpreter that decided the claim, or one of the same rules and day."""
    case = Case.of(Speech.of(rules, language), decision, context, run)
    paragraphs = [*head(case), *_answer(case), *why(case), *_assumed(case), *declined(case), *payments(case)]
    return [*paragraphs, *order_of_payment(case), *_facts(case), *case.cite.paragraphs()]


def _answer(case: Case) -> Iterator[Paragraph]:
    yield Heading(case.speech.say("the_answer"))
    yield Sentence(_outcome(case), "answer")
    things = things_awarded(case)
    if things and brings_money(case.decision):
        yield Sentence(case.speech.say("and_in_kind", things=things), "answer")
    if case.decision.outcome == "incomplete":
        yield Sentence(case.speech.say("stays_here"))
    waiting = [line.line.declared.label for line in case.decision.lines if line.outcome in WAITING]
    if case.decision.outcome == AWARD and waiting:
        names = case.speech.pen.joined([case.speech.pen.quoted(label) for label in waiting], last="short_and")
        yield Sentence(case.speech.say("not_decided_beside", lines=names))
    if case.decision.is_estimated:
        yield Sentence(case.speech.say("award_estimated"), "notice")
    if case.decision.outcome == AWARD and not case.decision.is_divided:
        yield Sentence(case.speech.say("not_divided"))
    yield from figures(sums(case))


def _outcome(case: Case) -> str:
    decision, pen = case.decision, case.speech.pen
    if decision.outcome == AWARD and not brings_money(decision):
        return case.speech.say("award_in_kind", things=things_awarded(case))
    if decision.outcome == AWARD and not decision.net and any(line.asked_for > 0 for line in decision.lines):
        return _emptied(case)
    if decision.outcome == AWARD:
        return case.speech.say("award", amount=pen.amount(decision.net or 0))
    if decision.reasons in ((NO_LINE_APPLIES,), (NOT_ASKED,)):
        return case.speech.say(decision.reasons[0])
    if decision.outcome == "incomplete":
        return incomplete_in_words(case, _open(case), "incomplete")
    gates = [gate for line in decision.lines for gate in line.line.gates]
    held = case.held((*case.run.rules.gates, *gates), decision.outcome)
    body = pen.joined([pen.words(gate.declared.body) for gate in held])
    waits_for = [*(pen.words(gate.declared.change) for gate in held), *awaited_of_others(case, decision.reasons)]
    awaited = pen.joined(waits_for, "semicolon")
    return case.speech.say(decision.outcome, body=body, awaited=awaited)


def _emptied(case: Case) -> str:
    """Granted, and nothing is left of it: by what is taken off, or by a limit alone."""
    taken = [one for line in cuts(case).values() for one in line]
    is_taken_off = any(one.is_deduction and one.cut for one in taken)
    amount = case.speech.pen.amount(0)
    return case.speech.say("award_taken_off" if is_taken_off else "award_limited_away", amount=amount)


def _open(case: Case) -> list[Open]:
    """What keeps the claim undecided: its gates, or where they let it pass its undecided lines."""
    if case.decision.findings:
        return [*open_gates(case, case.run.rules.gates), *open_rivals(case)]
    undecided = [line for line in case.decision.lines if line.outcome == case.decision.outcome]
    return [one for line in undecided for one in open_of(case, line)]


def why(case: Case) -> Iterator[Paragraph]:
    """Of a claim that a rule held back as a whole, that rule; of any other, its lines."""
    outcome = case.decision.outcome
    if not case.decision.findings:
        yield from lines_in_words(case)
        return
    if outcome in ("refuse", "refer", "defer"):
        yield Heading(case.speech.say("why"))
        yield from reasons(case, case.held(case.run.rules.gates, outcome))
        yield from rivals_in_words(case)
        return
    yield from what_is_missing(case, _open(case), 2)


def _assumed(case: Case) -> Iterator[Paragraph]:
    """Figures that rest on an assumption and stand behind a total, so that nothing above has named them."""
    found, rules = [], case.run.rules
    nodes = [node for line in case.decision.lines if line.outcome == AWARD for node in line.line.nodes()]
    totals = [part for node in rules.reads(*nodes) if isinstance(node, Group) for part in (node.of, node.where)]
    for value in (rules.values[name] for name in rules.values_read(*totals)):
        for version in value.versions:
            source = rules.declared.sources.get(version.source)
            is_used = value.version_id(version) in case.decision.values_used
            if is_used and source and source.confidence == UNSOURCED and source.id not in case.cite.cited:
                found.append((value.name, version))
    if found:
        yield Heading(case.speech.say("assumed_figures"), 3)
    for name, version in found:
        gaps = {"since": case.speech.pen.day(version.since), "source": case.cite.cite(version.source)}
        yield Sentence(case.speech.say("assumed_figure", value=case.speech.value(name), **gaps))


def _facts(case: Case) -> Iterator[Paragraph]:
    """Of an award: all that was stated and that it turned on, the rules that let it pass included."""
    if case.decision.outcome != AWARD:
        return
    rows: list[tuple[str, str]] = []
    for gate in case.run.rules.gates:
        rows += case.facts.behind(case.teller_of(gate), [gate.when], with_totals=False)
    awarded = [line.line for line in case.decision.lines if line.outcome == AWARD]
    nodes: list[Node] = [node for line in awarded for node in (line.when, line.figure, line.at_most) if node]
    nodes += [amount for line in awarded for amount in case.run.rules.limiting(line.name)]
    rows += case.facts.behind(case.teller, nodes, with_totals=False)
    if rows:
        yield Heading(case.speech.say("facts"))
        yield from figures(dict(rows).items())
