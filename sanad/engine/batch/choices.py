"""Which alternative each family took, as a column for each choice: the name of the line."""

import ibis

from sanad.engine.batch.cells import Cell
from sanad.engine.batch.nodes import literal
from sanad.engine.batch.outcomes import Judge
from sanad.engine.rules.ruleset import RuleSet


def choice_columns(rules: RuleSet) -> list[str]:
    return [f"{choice.declared.name}_chosen" for choice in rules.choices]


def keep_choices(judge: Judge) -> None:
    """Adds `<choice>_chosen`, empty where the family has not chosen."""
    for choice, name in zip(judge.rules.choices, choice_columns(judge.rules), strict=True):
        taken = judge.stage.cell(choice.field).value
        branches = [(taken == literal(code), literal(line)) for line, codes in choice.codes.items() for code in codes]
        judge.keep(**{name: Cell(ibis.cases(*branches, else_=ibis.null("string")))})
