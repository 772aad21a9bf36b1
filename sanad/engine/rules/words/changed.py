"""Figures of the rules that were others on the day of an earlier payment."""

from collections.abc import Iterator
from datetime import date

from sanad.engine.rules.declared import Unpublished
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.rows import find
from sanad.engine.rules.tree import Lookup, RoundDate
from sanad.engine.rules.types import Value
from sanad.engine.rules.words.case import Case
from sanad.engine.rules.words.figures import figures_read
from sanad.engine.rules.words.tables import table_name
from sanad.engine.rules.words.teller import Teller


def changes(case: Case) -> Iterator[str]:
    """Figures that a line was paid by and that are others now; only those that the round's day selects."""
    for line in case.decision.lines:
        days = sorted(one.day for one in case.context.paid if one.line == line.line.name and one.day)
        if line.outcome == AWARD and days:
            found = figures_read(case.teller, line.line.figure, set())
            of_the_day = [(node, teller) for node, teller in found if isinstance(node.selector, RoundDate)]
            yield from (text for node, teller in of_the_day if (text := _changed(case, teller, node, days[0])))


def _changed(case: Case, teller: Teller, node: Lookup, day: date) -> str:
    value = teller.speech.rules.values[node.value]
    then, now = value.at(day), value.at(case.run.on)
    keys = [teller.found(key)[0] for key in node.keys]
    if then is None or now is None or then is now or None in keys:
        return ""
    known: tuple[Value, ...] = tuple(key for key in keys if key is not None)
    before, after = find(then.rows, known), find(now.rows, known)
    if isinstance(before, Unpublished) or isinstance(after, Unpublished) or before == after:
        return ""
    speech = teller.speech
    told = speech.say(
        "value_then",
        day=speech.pen.day(day),
        value=table_name(teller, node),
        before=speech.shown(before, node),
        now=speech.shown(after, node),
        since=speech.pen.day(now.since),
        source=case.cite.cite(now.source),
    )
    if not isinstance(before, int) or not isinstance(after, int) or isinstance(before, bool):
        return told
    phrase = "more_than_then" if after > before else "less_than_then"
    return f"{told} {speech.say(phrase, amount=speech.shown(abs(after - before), node))}"
