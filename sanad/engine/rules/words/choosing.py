"""Lines that the family may take or ask for: still open, not taken, given up, or no longer to be had."""

from collections.abc import Iterator
from datetime import date

from sanad.engine.rules.building.choices import is_waived
from sanad.engine.rules.typed_rules import TypedChoice, TypedLine
from sanad.engine.rules.words.blocks import Paragraph, Sentence
from sanad.engine.rules.words.case import Case


def still_open(case: Case, line: TypedLine) -> Iterator[Paragraph]:
    """Who may still do what, and until when."""
    choice = case.run.rules.choice_of(line.name)
    if choice and _chosen(case, choice) is None:
        source = case.cite.cite(choice.declared.source)
        lines = [case.speech.pen.quoted(case.run.rules.line(name).declared.label) for name in choice.codes]
        names = case.speech.pen.joined(lines, last="short_or")
        yield Sentence(case.speech.say("not_chosen_yet", lines=names, source=source))
    else:
        yield Sentence(case.speech.say("line_open"))
    day = _clock(case, line)
    if day:
        yield Sentence(case.speech.say("open_until", day=day))


def not_taken(case: Case, line: TypedLine) -> str:
    """That the family chose another line, or gave this one up by its choice; empty where it did not."""
    if line.own_when and case.teller.found(line.own_when)[0] is False:
        return ""
    for choice in case.run.rules.choices:
        chosen = _chosen(case, choice)
        if chosen and line.name in choice.codes and chosen != line.name:
            return _said(case, "not_chosen", chosen, choice.declared.source)
        for waiver in choice.declared.waives:
            if chosen and line.name in waiver.lines and case.teller.found(is_waived(choice, waiver))[0]:
                return _said(case, "given_up", chosen, waiver.source)
    return ""


def no_longer_open(case: Case, line: TypedLine) -> str:
    """That nobody asked for it while it could be asked for; empty where that is not why it does not apply."""
    applies = line.when is None or case.teller.found(line.when)[0] is not False
    return case.speech.say("no_longer_open", day=_clock(case, line)) if applies and line.asked_until else ""


def _said(case: Case, phrase: str, chosen: str, source: str) -> str:
    label = case.speech.pen.quoted(case.run.rules.line(chosen).declared.label)
    return case.speech.say(phrase, chosen=label, source=case.cite.cite(source))


def _chosen(case: Case, choice: TypedChoice) -> str | None:
    code, _ = case.teller.found(choice.field)
    return None if code is None else choice.line_of(code)


def _clock(case: Case, line: TypedLine) -> str:
    """The first day on which it can no longer be asked for; empty where there is none, or none is known."""
    day = case.teller.found(line.asked_until)[0] if line.asked_until else None
    return case.speech.pen.day(day) if isinstance(day, date) else ""
