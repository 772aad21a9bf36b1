"""Choices of the family: typed, and added to the conditions of the lines that they open and close."""

from collections.abc import Iterable
from dataclasses import replace

from sanad.engine.rules.building.names import ProgrammeNames
from sanad.engine.rules.checking.expressions import check
from sanad.engine.rules.declared import Alternatives, Waiver
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.tree import And, Fact, Given, Node, Not, OneOf
from sanad.engine.rules.typed_rules import TypedChoice, TypedLine
from sanad.engine.rules.types import Boolean, Choice


def typed_choice(names: ProgrammeNames, declared: Alternatives) -> TypedChoice:
    """Raises ProgrammeRefused where the field is no choice, or where an option or a line has no counterpart."""
    scope = names.scope(declared.chosen, CLAIM)
    node = check(scope)
    if not isinstance(node, Fact) or not isinstance(node.type, Choice):
        todo = "Name a field of type `choice` that a claim has."
        raise scope.error("choice_field", f"`{declared.chosen.text}` is no field that holds a choice.", todo)
    meant = declared.options or {line: line for line in declared.lines}
    codes = {line: tuple(code for code, means in meant.items() if means == line) for line in declared.lines}
    _prove_options(declared, set(node.type.options), codes, meant.keys())
    return TypedChoice(declared, node, codes)


def _prove_options(
    declared: Alternatives, known: set[str], codes: dict[str, tuple[str, ...]], meant: Iterable[str]
) -> None:
    """Each option of the field means one line, and each line can be chosen."""
    todo = "Name the field's options like the lines, or write `options: {option: line}` with each of them."
    lost = sorted({line for line, of_line in codes.items() if not known & set(of_line)})
    used = {code for of_line in codes.values() for code in of_line}
    for names, message in (
        (sorted(known - used), "No line of `{choice}` is meant by: {names}."),
        (sorted(set(meant) - known), "The field of `{choice}` has no option: {names}."),
        (lost, "No option of the field means these lines of `{choice}`: {names}."),
    ):
        if names:
            told = message.format(choice=declared.name, names=quoted(names))
            raise ProgrammeRefused([Problem(declared.where, "choice_options", told, todo)])


def with_choices(lines: tuple[TypedLine, ...], choices: tuple[TypedChoice, ...]) -> tuple[TypedLine, ...]:
    """An alternative stays open until the family has chosen, and applies only where it was taken."""
    for choice in choices:
        lines = tuple(_within(choice, line) for line in lines)
    return lines


def _within(choice: TypedChoice, line: TypedLine) -> TypedLine:
    if line.name in choice.codes:
        taken = OneOf(Boolean(), choice.field, choice.codes[line.name])
        is_made = Given(Boolean(), choice.field)
        return replace(line, when=_all(line.when, taken), asked=_all(line.asked, is_made))
    for waiver in choice.declared.waives:
        if line.name in waiver.lines:
            line = replace(line, when=_all(line.when, Not(Boolean(), is_waived(choice, waiver))))
    return line


def is_waived(choice: TypedChoice, waiver: Waiver) -> Node:
    """Nothing is given up before the family has chosen."""
    codes = tuple(code for line in waiver.by or choice.codes for code in choice.codes[line])
    taken = OneOf(Boolean(), choice.field, codes)
    return And(Boolean(), (Given(Boolean(), choice.field), taken))


def _all(node: Node | None, more: Node) -> Node:
    return more if node is None else And(Boolean(), (node, more))
