"""Which rates made money of the units of a line, each on its own day."""

from sanad.engine.batch.cells import Mask, bit, union, when
from sanad.engine.batch.functions import big
from sanad.engine.batch.nodes import Stage
from sanad.engine.batch.verdicts import Codes
from sanad.engine.rules.typed_rules import TypedLine


def rates_used(stage: Stage, codes: Codes, line: TypedLine) -> Mask:
    """Nothing of a line that is fixed in money."""
    if line.units is None:
        return {}
    value, masks = stage.rules.values[line.units.value], []
    for place in range(len(line.instalments) + 1):
        day, is_any = stage.table[f"{line.name}_on{place}"], stage.table[f"{line.name}_taken{place}"] > big(0)
        for version in value.versions:
            held = is_any & stage.in_force(day, version.since, version.until)
            masks.append(when(held, bit(codes.values.index(value.version_id(version)))))
    return union(masks)
