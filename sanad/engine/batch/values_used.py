"""The dated values behind each decision, as masks: of every awarded line, or of the gates that held."""

from collections.abc import Sequence

from sanad.engine.batch.cells import Mask, bit, constant_mask, holds, union, when
from sanad.engine.batch.outcomes import Judge
from sanad.engine.rules.outcomes import AWARD
from sanad.engine.rules.tree import Lookup, Node, RoundDate


def keep_values_used(judge: Judge) -> None:
    """Adds `used__<n>`: a bit for each version behind what was decided."""
    table = judge.stage.table
    awarded = table["outcome"] == AWARD
    gates = [gate.when for gate in judge.rules.gates]
    masks = [when(awarded, _values_of(judge, gates))]
    for line in judge.rules.lines:
        nodes = [*line.nodes(), *judge.rules.limiting(line.name)]
        masks.append(when(awarded & (table[f"{line.name}_outcome"] == AWARD), _values_of(judge, nodes)))
    for place, gate in enumerate(judge.rules.gates):
        held = holds(judge.cell(f"gate{place}"))
        masks.append(when(~awarded & held, _values_of(judge, [gate.when])))
    judge.keep_mask("used__", union(masks))


def _values_of(judge: Judge, nodes: Sequence[Node]) -> Mask:
    """The versions that the nodes read: known at once where the round's date selects, else by the claim's."""
    fixed = 0
    masks = []
    for node in dict.fromkeys(node for node in judge.rules.reads(*nodes) if isinstance(node, Lookup)):
        value = judge.rules.values[node.value]
        if isinstance(node.selector, RoundDate):
            version = value.at(judge.on)
            fixed |= 1 << judge.codes.values.index(value.version_id(version)) if version else 0
        elif getattr(node.selector, "level", "claim") in ("claim", *judge.rules.levels.above["claim"]):
            day = judge.stage.cell(node.selector).value
            for version in value.versions:
                held = judge.stage.in_force(day, version.since, version.until)
                masks.append(when(held, bit(judge.codes.values.index(value.version_id(version)))))
    return union([constant_mask(fixed), *masks])
