"""How much each ceiling and each deduction took from each line, told apart again from the totals of a decision."""

from collections.abc import Iterator
from dataclasses import dataclass

from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.typed_rules import TypedLimit, TypedShared
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.teller import Teller


@dataclass(frozen=True, slots=True)
class Cut:
    limit: TypedLimit | TypedShared
    is_deduction: bool
    most: int
    cut: int


def cuts(case: Case) -> dict[str, list[Cut]]:
    """By line, in the order in which they were applied."""
    sums = {line.line.name: _own(case, line.line.name) for line in case.decision.lines if line.outcome == AWARD}
    found: dict[str, list[Cut]] = {name: [] for name in sums}
    rules = case.run.rules
    for place, limit in enumerate((*rules.ceilings, *rules.deductions)):
        if place == len(rules.ceilings):
            _take_shared(case, sums, found)
        is_deduction = limit in rules.deductions
        most = rest = _amount(case, limit)
        for name in (name for name in sums if name in limit.declared.lines):
            cut = min(sums[name], rest) if is_deduction else max(0, sums[name] - rest)
            sums[name] -= cut
            rest -= cut if is_deduction else sums[name]
            if holds_here(case, limit):
                found[name].append(Cut(limit, is_deduction, most, cut))
    if not rules.deductions:
        _take_shared(case, sums, found)
    return found


def _take_shared(case: Case, sums: dict[str, int], found: dict[str, list[Cut]]) -> None:
    """What ceilings shared with other claims took, as it was decided among all of them."""
    for line in case.decision.lines:
        for shared, cut in zip(case.run.rules.shared_ceilings, line.shared_cuts, strict=False):
            if line.line.name in sums and line.line.name in shared.declared.lines and holds_here(case, shared):
                sums[line.line.name] -= cut
                found[line.line.name].append(Cut(shared, False, _amount(case, shared), cut))


def holds_here(case: Case, limit: TypedLimit | TypedShared) -> bool:
    """Whether the limit is one for this claim."""
    return limit.when is None or _teller(case, limit).found(limit.when)[0] is True


def _own(case: Case, name: str) -> int:
    """The line's sum under its own limit alone."""
    line = next(line for line in case.decision.lines if line.line.name == name)
    most = most_of(case, name)
    return line.asked_for if most is None else min(line.asked_for, most)


def most_of(case: Case, name: str) -> int | None:
    node = case.run.rules.line(name).at_most
    value = case.teller.found(node)[0] if node else None
    return max(0, value) if isinstance(value, int) else None


def _amount(case: Case, limit: TypedLimit | TypedShared) -> int:
    value, _ = _teller(case, limit).found(limit.amount)
    return max(0, value) if isinstance(value, int) else 0


def _teller(case: Case, limit: TypedLimit | TypedShared) -> Teller:
    return case.teller.at(limit.declared.level) if isinstance(limit, TypedShared) else case.teller


def limits_in_words(case: Case, name: str, taken: list[Cut]) -> Iterator[str]:
    """The line's own limit, then each ceiling and deduction."""
    line, most = next(line for line in case.decision.lines if line.line.name == name), most_of(case, name)
    amount = case.speech.pen.amount
    if most is not None:
        phrase = "limited" if line.asked_for > most else "below_limit"
        yield case.speech.say(phrase, asked=amount(line.asked_for), most=amount(most))
        node = line.line.at_most
        assert node is not None
        yield from case.steps.of_limit(case.teller, node)
    for one in taken:
        yield _cut_in_words(case, one)
        if one.cut:
            yield from case.steps.of_limit(_teller(case, one.limit), one.limit.amount)


def _cut_in_words(case: Case, one: Cut) -> str:
    declared, pen = one.limit.declared, case.speech.pen
    gaps = {
        "name": pen.quoted(declared.label),
        "cut": pen.amount(one.cut),
        "source": case.cite.cite(declared.source),
    }
    if one.is_deduction:
        return case.speech.say("deducted" if one.cut else "nothing_deducted", **gaps)
    labels = [pen.quoted(case.run.rules.line(line).declared.label) for line in declared.lines]
    lines = pen.joined(labels, last="short_and")
    phrase = "ceiling_cuts" if one.cut else "ceiling_spares"
    if isinstance(one.limit, TypedShared):
        level = case.speech.level(one.limit.declared.level)
        return case.speech.say(f"shared_{phrase}", most=pen.amount(one.most), lines=lines, level=level, **gaps)
    return case.speech.say(phrase, most=pen.amount(one.most), lines=lines, **gaps)
