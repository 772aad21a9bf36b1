"""What stands still: what, since when, for how many families, what restarts it, when that is looked at again."""

from collections.abc import Iterator, Mapping
from typing import Any

from sanad.casework.works.models import Halt, Subject
from sanad.casework.works.reasons import BODIES, REASONS, RESTARTS, in_both
from sanad.casework.works.selectors import open_halts
from sanad.casework.works.touched import households_touched
from sanad.publication.hiding.enough import Measure
from sanad.publication.hiding.trees import ROOT
from sanad.publication.series import Breakdown, Draft, Told
from sanad.publication.tables.figures import written
from sanad.publication.tables.schema import AS_OF, PROGRAMME, STATE, Column, Row, Table
from sanad.rulebook.selectors import newest_rules, programme_of

TOGETHER = "together"
USUAL = Measure()
HALTS = Table(
    "halts",
    "Halts",
    "What stands still now. Halts that touch fewer than ten families each are one row, `together`, and not named; "
    "where all of them touch fewer than ten families, they are not counted either.",
    (
        Column("halt", "string", "#event+code", "Reference of the halt; `together`: those that touch few families"),
        PROGRAMME,
        Column("subject", "string", "#event+type", "What stands still; empty: several", ("", *Subject.values)),
        Column("what_en", "string", "#event+name+i_en", "What stands still, in English"),
        Column("what_ar", "string", "#event+name+i_ar", "The same in Arabic"),
        Column("halts", "integer", "#indicator+halts", "How many halts the row tells of; empty where it is not told"),
        Column("families", "integer", "#affected+hh", "Families touched; empty where it is not told"),
        Column("since", "date", "#date+start", "Since when"),
        Column("reason_en", "string", "#event+reason+i_en", "Why, in English"),
        Column("reason_ar", "string", "#event+reason+i_ar", "Why, in Arabic"),
        Column("restart_en", "string", "#event+restart+i_en", "What restarts it, in English"),
        Column("restart_ar", "string", "#event+restart+i_ar", "What restarts it, in Arabic"),
        Column("body_en", "string", "#org+name+i_en", "Who has to bring that about, in English; empty: money does"),
        Column("body_ar", "string", "#org+name+i_ar", "The same in Arabic"),
        Column("missing", "number", "#value+missing", "The missing sum, where money restarts it"),
        Column("currency", "string", "#currency", "Its currency (ISO 4217)"),
        Column("review_on", "date", "#date+review", "When it is looked at again"),
        Column("days_late", "integer", "#indicator+days+late", "By how many days that review is late; 0: it is not"),
        STATE,
        AS_OF,
    ),
    ("halt",),
)
NOTHING: Mapping[str, Any] = dict.fromkeys(column.name for column in HALTS.columns)


def halt_rows(draft: Draft) -> Iterator[Row]:
    few: dict[int, int] = {}
    count = 0
    for halt in open_halts():
        families = dict.fromkeys(households_touched(halt).values_list("pk", flat=True), 1)
        if USUAL.is_enough(families):
            yield _named(draft, halt, families)
        else:
            count += 1
            few |= {family: few.get(family, 0) + 1 for family in families}
    if count:
        told = _counted(draft, "halts/few", few, {"halts": count})
        yield {**NOTHING, "halt": TOGETHER, "programme": "", "subject": "", **_told(told)}


def _counted(draft: Draft, series: str, families: Mapping[int, int], cells: dict[str, int]) -> Told:
    return draft.settle(series, {ROOT: Breakdown({}, {ROOT: {"": families}}, lambda _leaves: dict(cells))})[ROOT][0]


def _told(told: Told) -> dict[str, Any]:
    return {**told.cells, "state": told.state, "as_of": told.as_of}


def _named(draft: Draft, halt: Halt, families: Mapping[int, int]) -> Row:
    told = _counted(draft, f"halt/{halt.reference}", families, {"families": len(families)})
    what, reason, restart = what_stands_still(halt), in_both(REASONS[halt.reason]), in_both(RESTARTS[halt.restart])
    body = in_both(BODIES[halt.body])
    return {
        **NOTHING,
        "halt": halt.reference,
        "programme": _programme(halt),
        "subject": halt.subject,
        "halts": 1,
        "since": halt.since,
        **{f"what_{language}": words for language, words in what.items()},
        **{f"reason_{language}": words for language, words in reason.items()},
        **{f"restart_{language}": words for language, words in restart.items()},
        **{f"body_{language}": words for language, words in body.items()},
        "missing": None if halt.missing is None else written(halt.missing, halt.currency),
        "currency": halt.currency,
        "review_on": halt.review_on,
        "days_late": halt.days_late(draft.on),
        **_told(told),
    }


def _programme(halt: Halt) -> str:
    found = halt.programme or (halt.order.programme if halt.order else None)
    return found.key if found else ""


def what_stands_still(halt: Halt) -> dict[str, str]:
    """By language."""
    if halt.building:
        label = halt.building.label
        return {"en": f"Works on building {label}", "ar": f"أشغال المبنى {label}"}
    if halt.fund:
        return {"en": f"Payments of {halt.fund.names['en']}", "ar": f"دفعات {halt.fund.names['ar']}"}
    if halt.line:
        return _line(halt)
    title = halt.programme.title if halt.programme else {}
    return {"en": f"Programme: {title.get('en', '')}", "ar": f"البرنامج: {title.get('ar', '')}"}


def _line(halt: Halt) -> dict[str, str]:
    rules = newest_rules(halt.programme) if halt.programme else None
    lines = {line.name: line.label or {} for line in programme_of(rules).lines} if rules else {}
    return {language: lines.get(halt.line, {}).get(language, halt.line) for language in ("en", "ar")}
