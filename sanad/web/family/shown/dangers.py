"""What endangers the family's building, the gravest first: it stands above all money."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.answers.told import BuildingTold, DangerTold, PlacardTold, PrecautionTold
from sanad.web.shared.formats import day, language, moment

TRIAGE: dict[str, tuple[str | Promise, str | Promise]] = {
    "acute": (
        _("Your building is in acute danger. Keep out of it."),
        _("Reported {told}, and looked at: nobody stays inside until an engineer has been there."),
    ),
    "inspection": (
        _("Danger was reported in your building. An engineer has to look at it."),
        _("Reported {told}. No engineer has been there yet."),
    ),
    "waiting": (
        _("Danger was reported in your building. Nobody has looked at it yet."),
        _("Reported {told}. The safety officer looks at it before {due}."),
    ),
}
GRAVEST = tuple(TRIAGE)


@dataclass(frozen=True, slots=True)
class Danger:
    title: str | Promise
    words: object


def dangers(building: BuildingTold, at: datetime) -> list[Danger]:
    return [*_precaution(building.precaution), *_placard(building.placard), *_reports(building.danger, at)]


def _precaution(precaution: PrecautionTold | None) -> Iterator[Danger]:
    if precaution:
        words = gettext("Until {until} at the latest; by then an engineer looks. Why: {reason}.")
        told = {"until": moment(precaution.until), "reason": precaution.reason[language()]}
        yield Danger(_("Keep out of your building."), format_html(words, **told))


def _placard(placard: PlacardTold | None) -> Iterator[Danger]:
    if placard and placard.colour == "red":
        words = gettext("Found on {on}: {reason}.")
        found = format_html(words, on=day(placard.placed_on), reason=placard.reason[language()])
        yield Danger(_("An engineer found your building unsafe. Keep out of it."), found)


def _reports(reports: tuple[DangerTold, ...], at: datetime) -> Iterator[Danger]:
    """The gravest of them; one that nobody looked at in time says so."""
    for one in sorted(reports, key=lambda one: (GRAVEST.index(one.triage), one.due_at))[:1]:
        title, words = TRIAGE[one.triage]
        told = format_html(str(words), told=moment(one.told_at), due=moment(one.due_at))
        if one.triage == "waiting" and one.due_at < at:
            told = format_html(
                "{} {}", told, gettext("That hour has passed: it is late, and stands first on the list.")
            )
        yield Danger(title, told)
