"""Rules over several claims, typed and proven."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.engine.rules.building.rules import RuleBuilder
from sanad.engine.rules.checking.expressions import typed
from sanad.engine.rules.checking.groups import sort_key
from sanad.engine.rules.checking.reach import MOST_MONEY
from sanad.engine.rules.declared import Expression, Rival, SetOff, SharedCeiling, Where
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.syntax import parse
from sanad.engine.rules.tree import Identifier, SortKey
from sanad.engine.rules.typed_rules import TypedLine, TypedRival, TypedSetOff, TypedShared
from sanad.engine.rules.types import Number


@dataclass(frozen=True, slots=True)
class StageBuilder:
    rules: RuleBuilder

    def rival(self, rival: Rival) -> TypedRival:
        self._group(rival.group, rival.where)
        among = self.rules.condition(rival.among) if rival.among else None
        scope = self.rules.names.scope(rival.by[0], CLAIM)
        return TypedRival(rival, self.rules.in_period(among, rival, scope), self._keys(rival.by))

    def shared(self, ceiling: SharedCeiling) -> TypedShared:
        self._group(ceiling.level, ceiling.where)
        amount, when = self.rules.where_it_holds(ceiling, MOST_MONEY, ceiling.level)
        return TypedShared(ceiling, amount, self._keys(ceiling.by), when)

    def set_off(self, set_off: SetOff) -> TypedSetOff:
        if set_off.level != CLAIM:
            self._group(set_off.level, set_off.where)
        results = {"due_now": self.rules.results()["due_now"]}
        most = self.rules.minor(set_off.at_most, "down", results=results) if set_off.at_most else None
        return TypedSetOff(set_off, most, self._keys(set_off.by))

    def _group(self, level: str, where: Where) -> None:
        above = self.rules.names.levels.above[CLAIM]
        if level not in above:
            message = f"Claims are not grouped by `{level}`: a claim lies within no `{level}`."
            todo = f"Name a level above the claim: {quoted(above)}." if above else "Declare a level above the claim."
            raise ProgrammeRefused([Problem(where, "no_group", message, todo)])

    def _keys(self, by: Sequence[Expression]) -> tuple[SortKey, ...]:
        keys = tuple(sort_key(parse(key), self.rules.names.scope(key, CLAIM), typed) for key in by)
        last = keys[-1].of
        if not isinstance(last, Identifier) or last.level != CLAIM:
            scope = self.rules.names.scope(by[-1], CLAIM)
            raise scope.error(
                "ties", "`by` needs keys of which the last is unique.", "Write `by: [filed_on, claim_id]`."
            )
        return keys


def unbounded_groups(
    shared: Sequence[TypedShared | TypedSetOff], lines: Sequence[TypedLine], members: int
) -> list[Problem]:
    """Sums of several claims' lines that may leave 64 bits."""
    most = sum(max(0, line.amount.type.high) for line in lines if isinstance(line.amount.type, Number)) * members
    todo = "Narrow the range of a field that the lines read."
    return [
        Problem(one.declared.where, "overflow", f"All lines of one group together may reach {most:,}.", todo)
        for one in shared
        if most > MOST_MONEY
    ]
