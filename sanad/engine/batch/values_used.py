"""The dated values behind each decision, as masks: of every awarded line, or of the gates that held."""

from sanad.engine.batch.cells import holds, union, when
from sanad.engine.batch.outcomes import Judge
from sanad.engine.batch.rates import rates_used
from sanad.engine.rules.outcomes import AWARD


def keep_values_used(judge: Judge) -> None:
    """Adds `used__<n>`: a bit for each version behind what was decided."""
    table = judge.stage.table
    awarded = table["outcome"] == AWARD
    gates = [gate.when for gate in judge.rules.gates]
    masks = [when(awarded, judge.versions.of(judge.stage, gates))]
    for line in judge.rules.lines:
        nodes = [*line.nodes(), *judge.rules.limiting(line.name)]
        used = union([judge.versions.of(judge.stage, nodes), rates_used(judge.stage, judge.codes, line)])
        masks.append(when(awarded & (table[f"{line.name}_outcome"] == AWARD), used))
    for place, gate in enumerate(judge.rules.gates):
        held = holds(judge.cell(f"gate{place}"))
        masks.append(when(~awarded & held, judge.versions.of(judge.stage, [gate.when])))
    judge.keep_mask("used__", union(masks))
