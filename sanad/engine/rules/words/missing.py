"""What keeps a claim or a line undecided: facts that nobody stated, figures never published, rules not in force."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from sanad.engine.rules.tree import ByBands, Lookup, Ref
from sanad.engine.rules.words.bands import table_of
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence, figures
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.clocks import calendar_ends
from sanad.engine.rules.words.following import reached_names
from sanad.engine.rules.words.steps import version_of
from sanad.engine.rules.words.tables import table_name
from sanad.engine.rules.words.teller import Teller
from sanad.engine.rules.words.undecided import Open, without_parts


def missing_facts(case: Case, open_: list[Open]) -> dict[str, list[str]]:
    """The facts that this file lacks, each with all that waits for it. What other files lack is not among them."""
    found: dict[str, list[str]] = {}
    for one in open_:
        for name in one.names("fact"):
            if not is_elsewhere(case, name):
                waiting = found.setdefault(name, [])
                waiting += [text for text in one.needed_for if text not in waiting]
    return found


def is_elsewhere(case: Case, name: str) -> bool:
    """Whether this claim's own file states the fact, so that if it is missing, it is in another one."""
    level, claim = case.speech.rules.fields[name].level, case.decision.claim
    is_own = level == claim.level or level in claim.up
    return is_own and claim.fact(level, name) is not None


def missing_in_words(case: Case, open_: list[Open]) -> str:
    """Empty where this file lacks nothing."""
    return _labels(case, missing_facts(case, open_))


def incomplete_in_words(case: Case, open_: list[Open], phrase: str) -> str:
    """What is missing here; else that another file lacks something, or that nobody has a part in what is divided."""
    missing = missing_in_words(case, open_)
    if missing:
        return case.speech.say(phrase, missing=missing)
    undivided, elsewhere = _stated(case, open_)
    return case.speech.say(f"{phrase}_undivided" if undivided and not elsewhere else f"{phrase}_elsewhere")


def _stated(case: Case, open_: list[Open]) -> tuple[list[str], list[str]]:
    """Facts that this file states although they are named as missing: nothing can be divided by them, or it is
    another file that lacks them."""
    undivided, elsewhere = dict[str, None](), dict[str, None]()
    for one in open_:
        without = without_parts(one.teller, one.node)
        for name in (name for name in one.names("fact") if is_elsewhere(case, name)):
            (undivided if name in without else elsewhere)[name] = None
    return list(undivided), list(elsewhere)


def _labels(case: Case, names: Iterable[str], last: str | None = None) -> str:
    fields = [case.speech.rules.fields[name].declared for name in names]
    return case.speech.pen.joined([case.speech.pen.quoted(field.label) for field in fields], last=last)


def what_is_missing(case: Case, open_: list[Open], depth: Literal[2, 3]) -> Iterator[Paragraph]:
    facts = missing_facts(case, open_)
    if facts or depth == 2:
        yield Heading(case.speech.say("missing_facts" if facts else "why"), depth)
    if facts:
        yield from figures((case.speech.field(name), _asked(case, name, rules)) for name, rules in facts.items())
        for name in facts:
            help_ = case.speech.rules.fields[name].declared.help
            if help_:
                name_ = case.speech.pen.quoted(case.speech.rules.fields[name].declared.label)
                yield Sentence(case.speech.say("about", name=name_, text=case.speech.pen.words(help_)))
    undivided, elsewhere = _stated(case, open_)
    if undivided:
        yield Sentence(case.speech.say("nothing_to_divide", facts=_labels(case, undivided, "short_and")))
    if elsewhere:
        yield Sentence(case.speech.say("missing_elsewhere"))
    yield from what_was_never_said(case, open_)


def what_was_never_said(case: Case, open_: list[Open]) -> Iterator[Paragraph]:
    """Figures that were never made public, and figures that were not in force."""
    yield from _unpublished(case, open_)
    yield from _not_in_force(case, open_)


def _asked(case: Case, name: str, rules: list[str]) -> str:
    field, claim = case.speech.rules.fields[name], case.decision.claim
    whole = case.speech.say("whole_claim")
    needed = whole if whole in rules else case.speech.pen.joined(rules, "semicolon")
    who = case.speech.say(f"who_{field.declared.asked}")
    if field.level == claim.level or field.level in claim.up:
        return case.speech.say("missing_from", who=who, rules=needed)
    return case.speech.say("missing_member", who=who, level=case.speech.level(field.level), rules=needed)


def _unpublished(case: Case, open_: list[Open]) -> Iterator[Paragraph]:
    told: set[str] = set()
    for one in open_:
        for teller, node in _lookups(one, set(one.names("unpublished"))):
            name, version = table_name(teller, node), version_of(teller, node)
            if version is None or name in told:
                continue
            told.add(name)
            since, source = case.speech.pen.day(version.since), case.cite.cite(version.source)
            yield Sentence(case.speech.say("never_published", value=name, since=since, source=source))
            if version.declared.note:
                yield Sentence(case.speech.say("noted_figure", text=case.speech.pen.words(version.declared.note)))


def _lookups(one: Open, names: set[str]) -> Iterator[tuple[Teller, Lookup]]:
    """The look-ups that came to nothing, each read in its own place; in a group's members none is looked into."""
    waiting = [(one.teller, one.node)]
    seen: set[str] = set()
    while waiting:
        teller, node = waiting.pop(0)
        for name in reached_names(teller, node):
            if isinstance(name, Ref) and name.name not in seen:
                seen.add(name.name)
                waiting.append((teller.at(name.level), teller.speech.rules.definitions[name.name].node))
            elif isinstance(name, Lookup | ByBands) and table_of(name).value in names and teller.found(name)[1]:
                yield teller, table_of(name)


def _not_in_force(case: Case, open_: list[Open]) -> Iterator[Paragraph]:
    told: set[tuple[str, date]] = set()
    for name in dict.fromkeys(name for one in open_ for name in one.names("not_in_force")):
        if name in case.speech.rules.calendars:
            yield Sentence(calendar_ends(case.speech, name, case.cite.cite))
    for one in open_:
        for teller, node in _lookups(one, set(one.names("not_in_force"))):
            day = _selecting_day(case, teller, node)
            if (node.value, day) not in told:
                told.add((node.value, day))
                yield from _out_of_force(case, node.value, day)


def _selecting_day(case: Case, teller: Teller, node: Lookup) -> date:
    day, _ = teller.found(node.selector)
    return day if isinstance(day, date) else case.run.on


def _out_of_force(case: Case, name: str, day: date) -> Iterator[Paragraph]:
    value, label = case.speech.rules.values[name], case.speech.value(name)
    later = [version.since for version in value.versions if version.since > day]
    ended = [version.until for version in value.versions if version.until and version.until <= day]
    if later:
        yield Sentence(case.speech.say("first_in_force", value=label, since=case.speech.pen.day(later[0])))
    elif ended:
        yield Sentence(case.speech.say("no_longer_in_force", value=label, until=case.speech.pen.day(ended[-1])))
