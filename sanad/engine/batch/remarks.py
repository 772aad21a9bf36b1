"""Requests for a change that are declined, as bits of a column: what `rules.remarks` says of one claim."""

from sanad.engine.batch.cells import bit, holds, union, when
from sanad.engine.batch.outcomes import Judge
from sanad.engine.rules.remarks import remark_codes

REMARKS = "remarks__"


def keep_remarks(judge: Judge) -> None:
    """A rule that cannot be decided says nothing."""
    codes = remark_codes(judge.rules)
    masks = [
        when(holds(judge.cell(f"decline{place}")), bit(codes.index(gate.declared.code)))
        for place, gate in enumerate(judge.rules.declines)
    ]
    judge.keep_mask(REMARKS, union(masks))
