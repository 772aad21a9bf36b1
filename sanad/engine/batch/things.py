"""Things and rights in columns: number, value, and the place among those awarded the same kind."""

from functools import reduce

import ibis

from sanad.engine.batch.cells import Cell
from sanad.engine.batch.engine import ROWS_AHEAD, Engine
from sanad.engine.batch.functions import Column, big
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.queue import order_of_payment
from sanad.engine.rules.decisions import DECIDED
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.typed_rules import TypedLine


def thing_columns(line: TypedLine) -> list[str]:
    if line.thing is None:
        return []
    return [f"{line.name}_number", *([f"{line.name}_value"] if line.thing.value else [])]


def keep_things(judge: Judge) -> None:
    """Puts `<line>_number` and `<line>_value` in the place of what was planned under these names."""
    cells = {}
    for line, _ in judge.rules.thing_lines:
        outcome = judge.stage.table[f"{line.name}_outcome"]
        is_decided = reduce(lambda a, b: a | b, (outcome == kind for kind in DECIDED))
        for name in thing_columns(line):
            found, number = judge.stage.table[name], judge.stage.table[f"{line.name}_number"]
            known = ibis.ifelse(found.isnull(), ibis.null("int64"), ibis.greatest(found, big(0)))
            none = ibis.ifelse(is_decided, big(0), ibis.null("int64"))
            is_given = (outcome == AWARD) & ((number > big(0)) | (number.isnull()))
            cells[name] = Cell(ibis.ifelse(is_given, known, none))
    judge.keep(**cells)


def with_places(engine: Engine, rules: RuleSet, decided: Column, awards: Column) -> Column:
    """Joins `<line>_place` to the awards, whose `place` is the row of the decided table."""
    for kind, lines in _by_kind(rules).items():
        placed = engine.keep(f"things_{kind}", _placed(engine, rules, decided, lines))
        for of, line in enumerate(lines):
            own = placed.filter(placed.of == big(of)).select(f"{kind}_row", **{f"{line}_place": placed.place_of_kind})
            awards = awards.left_join(own, awards.place == own[f"{kind}_row"]).drop(f"{kind}_row")
    return awards


def _by_kind(rules: RuleSet) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line, thing in rules.thing_lines:
        found.setdefault(thing.declared.kind, []).append(line.name)
    return found


def _placed(engine: Engine, rules: RuleSet, decided: Column, lines: list[str]) -> Column:
    """Every award of this kind with its place; several lines of one claim follow one another as in the file."""
    decided = decided.mutate(row=engine.row(decided))
    order = [*order_of_payment(rules), ("of", False)]
    given = [
        decided.filter((decided[f"{line}_outcome"] == AWARD) & (decided[f"{line}_number"] > big(0))).select(
            "row", *(name for name, _ in order[:-1]), of=big(of)
        )
        for of, line in enumerate(lines)
    ]
    rows = reduce(lambda a, b: a.union(b), given)
    kind = next(thing.declared.kind for line, thing in rules.thing_lines if line.name == lines[0])
    placed = engine.running(f"things_{kind}", rows, order, {})
    return placed.select(**{f"{kind}_row": placed.row}, of=placed.of, place_of_kind=placed[ROWS_AHEAD] + big(1))
