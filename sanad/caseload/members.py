"""Members: what lies beside a claim, such as the persons of its household."""

from collections.abc import Iterable
from pathlib import Path

from sanad.caseload.layout import file_names
from sanad.caseload.problems import refused
from sanad.engine.rules.levels import CLAIM, Levels
from sanad.engine.rules.ruleset import RuleSet

Total = tuple[str, str]
"""The level whose thing owns a total, and the level of the members that it is taken over."""


def is_member(level: str, levels: Levels) -> bool:
    """Whether the level lies beside the claim: neither a claim nor above one."""
    return level != CLAIM and level not in levels.above[CLAIM]


def refuse_missing_members(rules: RuleSet, stated: Iterable[str], path: Path) -> None:
    """Members of whom there is no file at all are not nobody. Raises CaseloadRefused."""
    read = {group.member for group in rules.groups() if is_member(group.member, rules.levels)}
    for level in sorted(read - set(stated)):
        raise refused("no_members_file", file=path, level=level, name=file_names(level)[1])
