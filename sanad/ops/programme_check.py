"""Checks a programme: everything that its files must be, then every worked case on every engine."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.progress import Progress, TaskID

from sanad.engine.money import Money
from sanad.engine.rules.building import build
from sanad.engine.rules.declared import Programme
from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.engine.rules.words.problems import problem_in
from sanad.ops.case_names import names_of, whole_series
from sanad.ops.later import later
from sanad.ops.programme_words import Language, listed, say
from sanad.ops.stopping import problem_data
from sanad.rulebook.reading import Case, load_cases, load_programme, load_with_warnings
from sanad.rulebook.reading.case_results import AMOUNTS, DAY_AMOUNTS
from sanad.rulebook.reading.comparing import CaseResult, Difference

try_cases = later("sanad.caseload.trying:try_cases")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. A refused programme counts as one failure, whatever cases it has."""

    path: Path
    programme: Programme | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    results: tuple[CaseResult, ...] = ()
    names: tuple[str, ...] = ()
    """Of every case that it has, tried or not."""

    @property
    def passed(self) -> int:
        return sum(result.has_passed for result in self.results)

    @property
    def failed(self) -> int:
        return len(self.results) - self.passed + bool(self.problems)


def check_programme(
    path: Path, engines: Sequence[str] = (), asked: Sequence[str] = (), progress: Progress | None = None
) -> Report:
    """Every reading is loaded and proven, and every case tried, or those that are asked for: on these engines, or on
    all that are here. A day of a series is tried with its whole series."""
    try:
        loaded = load_with_warnings(path)
        default = loaded.programme
        others = [reading.name for reading in default.readings if reading.name != default.reading]
        programmes = [default, *(load_programme(path, name) for name in others)]
        rules = {programme.reading: build(programme) for programme in programmes}
        every = load_cases(path, default)
        cases = whole_series(every, asked)
        results = try_cases(rules, cases, engines, _telling(progress, path, cases))
        return Report(path, default, (), loaded.warnings, tuple(results), tuple(names_of(every)))
    except ProgrammeRefused as refused:
        return Report(path, None, refused.problems)


def _telling(progress: Progress | None, path: Path, cases: Sequence[Case]) -> Callable[[str, int], None]:
    if progress is None:
        return lambda engine, count: None
    tasks: dict[str, TaskID] = {}

    def tell(engine: str, count: int) -> None:
        if engine not in tasks:
            tasks[engine] = progress.add_task(f"{path} · {engine}", total=len(cases))
        progress.advance(tasks[engine], count)

    return tell


def in_words(report: Report, language: Language) -> Iterator[str]:
    yield say(language, "checking", path=report.path)
    if report.problems:
        yield say(language, "refused", path=report.path, count=len(report.problems))
        yield from (f"  {problem_in(problem, language)}" for problem in report.problems)
    elif not report.results:
        yield say(language, "no_cases", path=report.path)
    if report.warnings:
        yield say(language, "look_at")
        yield from (f"  {problem_in(warning, language)}" for warning in report.warnings)
    for result in report.results:
        yield from failure(result, report.programme, language)
    yield from engine_counts(report, language)
    yield say(language, "passed_failed", passed=report.passed, failed=report.failed)


def failure(result: CaseResult, programme: Programme | None, language: Language) -> Iterator[str]:
    """Nothing for a case that passed; else what was expected and what came, engine by engine."""
    if result.has_passed:
        return
    case = result.case
    yield say(language, "case_failed", id=case.id, title=case.title[language], where=case.where)
    for one in result.differences:
        yield difference(one, programme, language)
        if programme and one.column == "outcome" and "error" in one.got.values():
            yield not_in_force(one.claim_id, case.on, programme, language)


def not_in_force(claim: str, on: date, programme: Programme, language: Language) -> str:
    """When the values begin: those of after the case's day, or all where none is."""
    first = {value.name: min(version.since for version in value.versions) for value in programme.values}
    later = {name: since for name, since in first.items() if since > on} or first
    begins = (say(language, "begins", name=name, since=since) for name, since in later.items())
    return say(language, "not_in_force", claim=claim, on=on, begins=listed(language, begins))


def difference(one: Difference, programme: Programme | None, language: Language) -> str:
    currency = programme.currency if programme and is_money(one.column, programme) else ""
    got = listed(
        language,
        (
            say(language, "got", engine=engine, value=shown(value, currency, language))
            for engine, value in one.got.items()
        ),
    )
    expected = shown(one.expected, currency, language)
    sentence = "disagree" if one.expected is None else "difference"
    return say(language, sentence, claim=one.claim_id, column=one.column, expected=expected, got=got)


def is_money(column: str, programme: Programme) -> bool:
    lines = {line.name for line in programme.lines}
    is_amount = column in (*AMOUNTS, *DAY_AMOUNTS) or column in lines
    return is_amount or column.endswith(("_allocated", "_change", "_value"))


def shown(value: object, currency: str, language: Language) -> str:
    if value is None or value == ():
        return say(language, "nothing")
    if isinstance(value, tuple):
        return listed(language, value)
    return str(Money(value, currency)) if currency and isinstance(value, int) else str(value)


def engine_counts(report: Report, language: Language) -> Iterator[str]:
    engines = dict.fromkeys(engine for result in report.results for engine in result.tried)
    for engine in engines:
        passed = sum(result.has_passed_on(engine) for result in report.results)
        yield say(language, "engine_count", engine=engine, passed=passed, all=len(report.results))


def as_data(report: Report) -> dict[str, Any]:
    return {
        "path": str(report.path),
        "passed": report.passed,
        "failed": report.failed,
        "problems": [problem_data(problem) for problem in report.problems],
        "warnings": [problem_data(warning) for warning in report.warnings],
        "cases": [_case(result) for result in report.results],
    }


def _case(result: CaseResult) -> dict[str, Any]:
    differences = [
        {"claim": one.claim_id, "column": one.column, "expected": one.expected, "got": dict(one.got)}
        for one in result.differences
    ]
    return {"id": result.case.id, "passed": result.has_passed, "engines": list(result.tried)} | {
        "differences": differences
    }
