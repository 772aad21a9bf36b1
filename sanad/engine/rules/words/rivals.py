"""What other claims of the same group mean for this one, without a word on what stands in their files."""

from collections.abc import Iterator

from sanad.engine.rules.decisions import LineDecision
from sanad.engine.rules.outcomes import RIVAL_CHAIN, RIVAL_UNDECIDED
from sanad.engine.rules.tree import Node
from sanad.engine.rules.typed_rules import TypedRival, TypedShared
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.gates import rests
from sanad.engine.rules.words.undecided import Open, open_line

AWAITED = {RIVAL_UNDECIDED: "awaits_rival", RIVAL_CHAIN: "awaits_person"}


def awaited_of_others(case: Case, reasons: tuple[str, ...]) -> list[str]:
    """What a claim or a line waits for that is not in its own file."""
    return [case.speech.say(AWAITED[code]) for code in reasons if code in AWAITED]


def rivals_in_words(case: Case) -> Iterator[Paragraph]:
    """The rules by which other claims come first, or why that is not known yet."""
    codes = {finding.code for finding in case.decision.findings if finding.outcome == case.decision.outcome}
    for rival in case.run.rules.rivals:
        if rival.declared.code in codes and case.decision.outcome == "refuse":
            yield from _barred(case, rival)
    for code, phrase in ((RIVAL_UNDECIDED, "rival_undecided"), (RIVAL_CHAIN, "rival_chain")):
        if code in codes:
            yield Sentence(case.speech.say(phrase))


def _barred(case: Case, rival: TypedRival) -> Iterator[Paragraph]:
    declared, speech = rival.declared, case.speech
    yield Sentence(speech.pen.words(declared.says))
    phrase = "rivals_awarded" if declared.counts == "award" else "rivals_filed"
    yield Sentence(speech.say(phrase, level=speech.level(declared.group), most=speech.pen.number(declared.at_most)))
    if declared.change:
        yield Heading(speech.say("change"), 3)
        yield Sentence(speech.pen.words(declared.change))
    yield from rests(case, declared)


def open_rivals(case: Case) -> list[Open]:
    """What this claim lacks to be ranked among others, as far as it kept it from being decided."""
    nodes: list[Node] = []
    for rival in case.run.rules.rivals:
        nodes += [*([rival.among] if rival.among else []), *(key.of for key in rival.keys)]
    return _lacking(case, nodes, case.decision.reasons, case.speech.say("whole_claim"))


def open_of(case: Case, line: LineDecision) -> list[Open]:
    """What keeps the line undecided: itself, and what it lacks to share a ceiling with others."""
    shared, label = case.speech.rules.shared_by(line.line.name), case.speech.pen.quoted(line.line.declared.label)
    return [*open_line(case, line.line), *open_shares(case, shared, line.reasons, label)]


def open_shares(case: Case, shared: list[TypedShared], reasons: tuple[str, ...], needed_for: str) -> list[Open]:
    """The same for a line that shares a ceiling with the lines of other claims."""
    return _lacking(case, [key.of for one in shared for key in one.keys], reasons, needed_for)


def _lacking(case: Case, nodes: list[Node], reasons: tuple[str, ...], needed_for: str) -> list[Open]:
    found = [Open(case.teller, node, (needed_for,)) for node in nodes]
    return [one for one in found if set(one.names("fact")) & set(reasons)]


def set_off_in_words(case: Case, amount: int) -> str:
    """What is due and goes to what was paid too much in the group."""
    rule = case.run.rules.set_off
    assert rule is not None
    source = case.cite.cite(rule.declared.source)
    money, level = case.speech.pen.amount(amount), case.speech.level(rule.declared.level)
    return case.speech.say("set_off_line", amount=money, level=level, source=source)
