"""The clocks that run for a claim: what, whose, until when, and how long is left."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sanad.casework.claims.models import Claim, ClaimStep, State
from sanad.casework.safety.models import DangerReport, Triage
from sanad.casework.safety.selectors import placard_of, precaution_of
from sanad.web.shared import formats


@dataclass(frozen=True, slots=True)
class Clock:
    """`at` is a day, or a moment where the hour counts."""

    title: str | Promise
    at: date
    whose: str

    @property
    def when(self) -> object:
        return formats.moment(self.at) if isinstance(self.at, datetime) else formats.day(self.at)

    @property
    def days(self) -> int:
        """Until it runs out; below 0 it has."""
        on = localtime(self.at).date() if isinstance(self.at, datetime) else self.at
        return (on - localdate()).days

    @property
    def left(self) -> str:
        days = abs(self.days)
        if self.days < 0:
            return ngettext("{days} day late", "{days} days late", days).format(days=days)
        return ngettext("{days} day left", "{days} days left", days).format(days=days)


def clocks_of(claim: Claim, at: datetime) -> list[Clock]:
    """The one that runs out first stands first."""
    building = claim.dwelling.building
    waiting = DangerReport.objects.filter(building=building, triage=Triage.WAITING).select_related("owner")
    found = [Clock(_("Report of danger looked at before"), one.due_at, _name(one.owner)) for one in waiting]
    if precaution := precaution_of(building, at):
        found.append(Clock(_("An engineer looks before"), precaution.due_at, precaution.ordered_by.name))
    placard = placard_of(building)
    if placard and placard.review_at:
        found.append(Clock(_("Review of the placard"), localtime(placard.review_at).date(), _name(placard.owner)))
    return sorted(found + _hold(claim), key=lambda clock: clock.days)


def _hold(claim: Claim) -> list[Clock]:
    step = hold_of(claim)
    return [Clock(_("Review of the hold"), step.review_on, step.body)] if step and step.review_on else []


def hold_of(claim: Claim) -> ClaimStep | None:
    """Why the claim waits, where it does."""
    return claim.steps.select_related("by").latest("id") if claim.state == State.HELD else None


def _name(owner: object) -> str:
    return str(owner) if owner else str(_("nobody is named"))
