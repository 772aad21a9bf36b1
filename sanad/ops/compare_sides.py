"""Both sides of a comparison decided, and what is wrong with one of them told with its name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.status import Status

from sanad.caseload.comparing.comparing import Comparison, compare_rounds
from sanad.caseload.comparing.features import check_names
from sanad.caseload.comparing.sides import Letter, Side
from sanad.caseload.making import Asked, make_round
from sanad.caseload.problems import CaseloadRefused
from sanad.engine.batch.deciding import RoundTooLarge
from sanad.engine.rules.building import build
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.ruleset import RuleSet
from sanad.ops.compare_words import say, says
from sanad.ops.programme_words import Language
from sanad.ops.stopping import FAILED, Hearer


@dataclass(frozen=True, slots=True)
class Pair:
    """What both sides are asked, their names, and by what the claims are grouped; nothing: by what is plain."""

    a: Asked
    b: Asked
    names: tuple[str, str]
    by: tuple[str, ...]


def check(pair: Pair, hearer: Hearer) -> None:
    """All that can be told before a claim is read."""
    a, b = pair.a, pair.b
    if (a.programme.hash, a.on, a.mapping) == (b.programme.hash, b.on, b.mapping):
        hearer.stop("same_sides", says("same_sides"))
    rules: dict[Letter, RuleSet] = {"a": _rules(a, hearer), "b": _rules(b, hearer)}
    try:
        check_names(rules, pair.by)
    except CaseloadRefused as refused:
        hearer.stop(refused.code, refused.says)


def compare_sides(pair: Pair, folder: Path, claims: Path | None, hearer: Hearer) -> Comparison:
    """The rounds stand in the folders `a` and `b` of this one; `claims` is a file for all answers, if one is wanted."""
    with Console(stderr=True).status("") as status:
        a = _side("a", pair.names[0], replace(pair.a, out=folder / "a"), status, hearer)
        b = _side("b", pair.names[1], replace(pair.b, out=folder / "b"), status, hearer)
        status.update(say(hearer.lang, "comparing"))
        try:
            return compare_rounds(a, b, pair.by, claims)
        except CaseloadRefused as refused:
            hearer.stop(refused.code, refused.says, FAILED)


def _side(letter: Letter, name: str, asked: Asked, status: Status, hearer: Hearer) -> Side:
    def step(code: str) -> None:
        status.update(say(hearer.lang, "side_step", side=say(hearer.lang, letter), step=say(hearer.lang, code)))

    try:
        made = make_round(asked, step)
    except CaseloadRefused as refused:
        hearer.stop(refused.code, _named(letter, refused.says), FAILED)
    except RoundTooLarge as refused:
        hearer.stop("round_too_large", _named(letter, refused.says), FAILED)
    except ProgrammeRefused as refused:
        hearer.refuse(asked.programme.id, refused)
    return Side(letter, name, asked.out, made.meta, made.decided.rules)


def _rules(asked: Asked, hearer: Hearer) -> RuleSet:
    try:
        return build(asked.programme)
    except ProgrammeRefused as refused:
        hearer.refuse(asked.programme.id, refused)


def _named(letter: Letter, sentence: Mapping[str, str]) -> dict[str, str]:
    """The sentence with the side that it speaks of."""
    return {lang.value: say(lang, "of_side", side=say(lang, letter), says=sentence[lang.value]) for lang in Language}
