"""Worked cases found by the name that somebody typed: a case's id, or that of a series of days."""

from collections.abc import Sequence

from sanad.ops.later import later
from sanad.ops.programme_words import Language, say
from sanad.rulebook.reading import Case

nearest = later("sanad.caseload.nearest:nearest")


class NotThere(LookupError):
    """No case or claim has this name; `says` holds the sentence in both languages."""

    def __init__(self, code: str, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        near = nearest(name, known)
        todo = {Language.en: near["nearest"], Language.ar: near["nearest_ar"]}
        self.code = code
        self.says = {language.value: say(language, code, name=name, nearest=todo[language]) for language in todo}


def names_of(cases: Sequence[Case]) -> list[str]:
    """Every name by which a case can be asked for."""
    return list(dict.fromkeys(name for case in cases for name in (case.series, case.id) if name))


def whole_series(cases: Sequence[Case], asked: Sequence[str]) -> list[Case]:
    """The cases of these names, each with all days of its series; every case where none is asked for."""
    wanted = {_whole(case) for name in asked for case in _named(cases, name)}
    return [case for case in cases if not asked or _whole(case) in wanted]


def one_case(cases: Sequence[Case], asked: str) -> Case:
    """The case of this name; of a series that is named as a whole, its last day. Raises NotThere."""
    found = _named(cases, asked)
    if not found:
        raise NotThere("unknown_case", asked, names_of(cases))
    return found[-1]


def _named(cases: Sequence[Case], name: str) -> list[Case]:
    """Small and capital letters are the same."""
    return [case for case in cases if name.casefold() in (case.id.casefold(), case.series.casefold())]


def _whole(case: Case) -> str:
    return case.series or case.id
