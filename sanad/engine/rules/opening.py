"""Keeps watch over names that are typed as they are asked for: no circles, no endless chains, no problem told twice."""

from dataclasses import dataclass

from sanad.engine.rules.checking.reach import MOST_STEPS
from sanad.engine.rules.declared import Expression
from sanad.engine.rules.problems import Problem, ProgrammeRefused


@dataclass
class Opened:
    """A name while it is being typed: reading itself is a cycle."""

    open_names: list[str]
    failed: dict[str, ProgrammeRefused]
    name: str
    at: Expression

    def __enter__(self) -> None:
        if self.name in self.failed:
            raise self.failed[self.name]
        if len(self.open_names) > MOST_STEPS // 2:
            message = f"`{self.name}` stands behind {MOST_STEPS // 2} definitions that read one another."
            raise ProgrammeRefused([Problem(self.at.where, "too_deep", message, "Let fewer read one another.")])
        if self.name in self.open_names:
            way = " -> ".join([*self.open_names[self.open_names.index(self.name) :], self.name])
            todo = "Break the circle: one of them must not read the other."
            raise ProgrammeRefused([Problem(self.at.where, "cycle", f"These read each other: `{way}`.", todo)])
        self.open_names.append(self.name)

    def __exit__(self, _: object, refused: BaseException | None, __: object) -> None:
        self.open_names.remove(self.name)
        if isinstance(refused, ProgrammeRefused):
            self.failed[self.name] = refused
