"""What is due where an instalment's sum was never made public, as columns: unknown, and never 0."""

import ibis

from sanad.engine.batch.cells import Cell, Mask, either, holds, is_set, meets, union, when
from sanad.engine.batch.functions import Column
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.verdicts import mask_words
from sanad.engine.rules.typed_rules import TypedLine

DUE_GAPS = "due__gaps"


def keep_undivided(judge: Judge) -> None:
    """Adds the values that are lacking (`due__gaps`), and takes `due_now` and `left` back where there are any."""
    mask = union(_undivided(judge, line) for line in judge.rules.lines)
    unknown = is_set(mask)
    if unknown is None:
        return
    table, nothing = judge.stage.table, ibis.null("int64")
    known = {name: Cell(ibis.ifelse(unknown, nothing, table[name])) for name in ("due_now", "left")}
    judge.keep(**mask_words(DUE_GAPS, mask), **known)


def _undivided(judge: Judge, line: TypedLine) -> Mask:
    """The gaps of the part that is reached, where more of the line is open than was unlocked or paid."""
    table = judge.stage.table
    parts = union(_lacking(judge, line, place) for place in range(len(line.instalments)))
    if not parts:
        return {}
    reached = table[f"{line.name}_unlocked"]
    if f"{line.name}_paid" in table.columns:
        reached = ibis.greatest(reached, table[f"{line.name}_paid"])
    return when(table[f"{line.name}_kept"] > reached, parts)


def _lacking(judge: Judge, line: TypedLine, place: int) -> Mask:
    """The gaps of one part where it is reached and no fact of the claim can fill them."""
    part = line.instalments[place]
    mask = judge.cell(f"{line.name}_part{place}").mask if judge.rules.values_read(part.amount) else {}
    condition = either([meets(mask, judge.kinds["error"]), _unpublished(judge, mask)])
    return {} if condition is None else when(condition & _is_reached(judge, line, place), mask)


def _unpublished(judge: Judge, mask: Mask) -> Column | None:
    unpublished, facts = meets(mask, judge.kinds["unpublished"]), meets(mask, judge.kinds["incomplete"])
    return unpublished if unpublished is None or facts is None else unpublished & ~facts


def _is_reached(judge: Judge, line: TypedLine, place: int) -> Column:
    before = judge.stage.table[f"{line.name}_open{place - 1}"] if place else ibis.literal(True)
    if line.instalments[place].unlocked_by is None:
        return before
    return before & holds(judge.cell(f"{line.name}_milestone{place}"))
