"""The figures of a round as its page shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from sanad.caseload.rounds import RoundRefused
from sanad.casework.awards.models import Outcome, Round
from sanad.casework.rounds.figures import Change, Figures, FundUse, OutcomeCount, Reach
from sanad.casework.rounds.reasons import sentence
from sanad.funds.models import Part
from sanad.rulebook.selectors import programme_of
from sanad.web.shared.drawings import Part as Drawn
from sanad.web.shared.formats import language

CHANGES = (
    ("unchanged", _("Unchanged")),
    ("higher", _("Higher")),
    ("new", _("New")),
    ("lower", _("Lower")),
    ("ends", _("Award ends")),
)


@dataclass(frozen=True, slots=True)
class Fund:
    """A part of a fund by name, with its bar."""

    name: str
    use: FundUse
    bar: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A step of the spread with its bar."""

    since: int
    until: int
    awards: int

    @property
    def bar(self) -> tuple[Drawn, ...]:
        return (Drawn(self.awards, "accent"),)


@dataclass(frozen=True, slots=True)
class Changed:
    words: str
    claims: int
    amount: int


@dataclass(frozen=True, slots=True)
class Ending:
    outcome: str
    words: str
    reason: str
    claims: int


@dataclass(frozen=True, slots=True)
class Shown:
    missing: int
    funds: list[Fund]
    reach: Reach | None
    spread: list[Drawing]
    tallest: int
    endings: list[Ending]
    without_award: int
    changes: list[Changed]


def shown_figures(round_: Round) -> Shown | None:
    """None until the round is simulated, and where its files cannot be read."""
    if not round_.simulated_at:
        return None
    try:
        figures = Figures.of(round_)
    except RoundRefused:
        return None
    endings = [_ending(round_, one) for one in figures.without_award]
    return Shown(
        missing=figures.missing,
        funds=_funds(figures.funds),
        reach=figures.reach,
        spread=[Drawing(step.since, step.until, step.awards) for step in figures.spread],
        tallest=max((step.awards for step in figures.spread), default=0),
        endings=endings,
        without_award=sum(one.claims for one in endings),
        changes=[Changed(str(words), *_of(figures.changes.get(code))) for code, words in CHANGES if figures.changes],
    )


def _of(change: Change | None) -> tuple[int, int]:
    return (change.claims, change.amount) if change else (0, 0)


def _ending(round_: Round, counted: OutcomeCount) -> Ending:
    reason = sentence(programme_of(round_.rules), counted.outcome, counted.reason, language())
    return Ending(counted.outcome, str(Outcome(counted.outcome).label), reason, counted.claims)


def _funds(uses: list[FundUse]) -> list[Fund]:
    parts = {f"{part.fund.code}/{part.code}": part for part in Part.objects.select_related("fund")}
    return [
        Fund(_name(parts[use.code]), use, (Drawn(use.allocated, "accent"), Drawn(use.held_back, "edge")))
        for use in uses
        if use.code in parts
    ]


def _name(part: Part) -> str:
    fund = str(part.fund.names[language()])
    return fund if part.is_general else f"{fund} · {part.code}"
