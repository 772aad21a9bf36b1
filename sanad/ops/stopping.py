"""How a command ends that cannot do its work: a sentence for people, one object with both sentences for programs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

import typer

from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.engine.rules.words.problems import problem_in
from sanad.ops.programme_words import Language, says

FAILED, WRONG_USE = 1, 2


@dataclass(frozen=True, slots=True)
class Hearer:
    """Who is told: a person in a language, or with `--json` a program. Always on stderr: stdout holds answers only."""

    lang: Language
    as_json: bool = False

    def stop(self, code: str, says: Mapping[str, str], status: int = WRONG_USE) -> NoReturn:
        typer.echo(_as_object(code, says) if self.as_json else says[self.lang], err=True)
        raise typer.Exit(status)

    def refuse(self, path: object, refused: ProgrammeRefused, status: int = FAILED) -> NoReturn:
        """The programme cannot be used: every problem with its place, what is wrong and what to do."""
        count = len(refused.problems)
        sentence = says("refused", path=path, count=count)
        if self.as_json:
            problems = [problem_data(problem) for problem in refused.problems]
            typer.echo(_as_object("programme_refused", sentence, problems=problems), err=True)
        else:
            lines = (f"  {problem_in(problem, self.lang)}" for problem in refused.problems)
            typer.echo("\n".join([sentence[self.lang], *lines]), err=True)
        raise typer.Exit(status)


def problem_data(problem: Problem) -> dict[str, object]:
    """A problem as an object; `message` and `todo` are English, `says` whole in both languages."""
    says = {language.value: problem_in(problem, language) for language in Language}
    place = {"file": problem.where.file, "line": problem.where.line, "code": problem.code}
    return place | {"message": problem.message, "inside": problem.inside, "todo": problem.todo, "says": says}


def _as_object(code: str, says: Mapping[str, str], **more: object) -> str:
    return json.dumps({"error": code, "says": dict(says), **more}, ensure_ascii=False, indent=2)
