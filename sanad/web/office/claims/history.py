"""What happened to a claim, newest first, from the events of its acts."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sanad.audit.models import Event
from sanad.casework.awards.models import Award
from sanad.casework.claims.models import Claim, State
from sanad.web.office.claims.decided import issued_awards

RECENT = 12
TOLD: dict[str, tuple[str | Promise, str]] = {
    "claim.receive": (_("Claim received"), "is-done"),
    "claim.move": (_("Claim moved"), ""),
    "claim.attach": (_("A file was added"), "is-done"),
    "claim.receipt": (_("A new receipt was printed"), ""),
    "claim.see": (_("The file was read"), ""),
    "facts.state": (_("Facts were stated"), "is-done"),
    "household.join": (_("Somebody joined the family"), ""),
    "household.leave": (_("Somebody left the family"), ""),
    "household.speaker": (_("Another person speaks for the family"), ""),
    "assessment.record": (_("Damage was assessed"), "is-done"),
    "danger.report": (_("Danger was reported"), "is-now"),
    "danger.triage": (_("The report of danger was looked at"), ""),
    "placard.post": (_("A placard was posted on the building"), "is-halt"),
}
MOVED: dict[str, tuple[str | Promise, str]] = {
    State.RECEIVED: (_("Open again"), ""),
    State.COMPLETE: (_("All facts are there"), "is-done"),
    State.HELD: (_("Held"), "is-halt"),
    State.WITHDRAWN: (_("Withdrawn"), "is-halt"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    words: str | Promise
    knot: str
    at: datetime
    by: str


def history_of(claim: Claim) -> list[Entry]:
    """Everything recorded about the claim, its family, its home and its building."""
    about = [
        f"claim:{claim.number}",
        f"household:{claim.household.reference}",
        f"dwelling:{claim.dwelling.reference}",
        f"building:{claim.dwelling.building.reference}",
    ]
    events = Event.objects.filter(Q(on__in=about)).exclude(act="claim.see").select_related("by").order_by("-id")
    entries = [_entry(event) for event in events] + [_of_award(award) for award in issued_awards(claim)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _of_award(award: Award) -> Entry:
    issued = award.round
    at = issued.issued_at or issued.asked_at
    return Entry(_("Award issued"), "is-done", at, issued.issued_by.name if issued.issued_by else "")


def _entry(event: Event) -> Entry:
    words, knot = TOLD.get(event.act, (event.act, ""))
    if event.act == "claim.move":
        words, knot = MOVED[event.facts["to"]]
    return Entry(words, knot, event.at, event.by.name if event.by else "")
