"""The sentence behind a reason code of a round."""

from sanad.engine.rules.declared import Programme


def sentence(programme: Programme, outcome: str, code: str, language: str) -> str:
    """What the rules say for the code: the sentence of a gate, the label of a missing fact or of a value without rule.

    The code itself where the rules have no words for it.
    """
    found = _gates(programme, language) if outcome in ("refuse", "defer", "refer") else {}
    found |= _labels(programme, language)
    return found.get(code, code)


def _gates(programme: Programme, language: str) -> dict[str, str]:
    gates = [*programme.gates, *programme.declines, *(gate for line in programme.lines for gate in line.gates)]
    return {gate.code: gate.says[language] for gate in gates if gate.says}


def _labels(programme: Programme, language: str) -> dict[str, str]:
    named = (programme.fields, programme.values, programme.definitions, programme.lines)
    return {one.name: one.label[language] for kind in named for one in kind if one.label}
