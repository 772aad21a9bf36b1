"""What happened to a claim, newest first, from the events of its acts."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.audit.models import Event
from sanad.casework.assessments.models import Assessment
from sanad.casework.assessments.selectors import assessments_of
from sanad.casework.awards.models import Award, Outcome
from sanad.casework.claims.models import Claim, State
from sanad.casework.claims.selectors import statements_of
from sanad.staff.models import User
from sanad.web.office.claims.decided import issued_awards

RECENT = 12
TOLD_OTHERWISE = ("claim.see", "claim.receive", "facts.state", "staff.recuse", "family.enter")
"""Reading a file, by the family too, and keeping a colleague from it are nothing that happened to the claim. Coming
in and facts are told from the claim and its statements, since one act may be about many."""

TOLD: dict[str, tuple[str | Promise, str]] = {
    "claim.move": (_("Claim moved"), ""),
    "claim.attach": (_("A file was added"), "is-done"),
    "notice.told": (_("The family was told of what was written to it"), "is-done"),
    "claim.receipt": (_("A new receipt was printed"), ""),
    "claim.see": (_("The file was read"), ""),
    "ending.propose": (_("An end of an allowance was proposed"), ""),
    "ending.decide": (_("The end of an allowance was decided"), "is-halt"),
    "household.join": (_("Somebody joined the family"), ""),
    "household.leave": (_("Somebody left the family"), ""),
    "household.speaker": (_("Another person speaks for the family"), ""),
    "repair.certify": (_("The repair of the home was inspected"), "is-done"),
    "danger.report": (_("Danger was reported"), "is-now"),
    "danger.triage": (_("The report of danger was looked at"), ""),
    "placard.place": (_("A placard was posted on the building"), "is-halt"),
    "precaution.order": (_("Keep out until an engineer has looked"), "is-halt"),
    "precaution.end": (_("The precaution was lifted"), ""),
    "precaution.lapse": (_("The precaution ran out"), ""),
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
    events = Event.objects.filter(Q(on__in=about)).exclude(act__in=TOLD_OTHERWISE).select_related("by").order_by("-id")
    entries = [_entry(event) for event in events]
    entries += [_of_award(award) for award in issued_awards(claim)]
    entries += [_of_visit(visit) for visit in assessments_of(claim) if visit.confirmed_at]
    entries += _of_statements(claim)
    entries.append(Entry(_("Claim received"), "is-done", claim.received_at, _named(claim.received_by)))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _of_award(award: Award) -> Entry:
    issued = award.round
    at, by = issued.issued_at or issued.asked_at, _named(issued.issued_by)
    if award.outcome == Outcome.AWARD:
        return Entry(_("Award issued"), "is-done", at, by)
    words = gettext("Round {round} decided: {outcome}")
    return Entry(words.format(round=issued.reference, outcome=award.get_outcome_display()), "", at, by)


def _of_statements(claim: Claim) -> list[Entry]:
    """What was stated at once of several things is one entry; what came in with the claim is the claim."""
    told = {(one.stated_at, _named(one.stated_by)) for one in statements_of(claim)}
    return [Entry(_("Facts were stated"), "is-done", at, by) for at, by in told if at != claim.received_at]


def _of_visit(visit: Assessment) -> Entry:
    return Entry(_("Damage was assessed"), "is-done", visit.confirmed_at or visit.saved_at, _named(visit.confirmed_by))


def _named(user: User | None) -> str:
    return user.name if user else ""


def _entry(event: Event) -> Entry:
    words, knot = TOLD.get(event.act, (event.act, ""))
    if event.act == "claim.move":
        words, knot = MOVED[event.facts["to"]]
    return Entry(words, knot, event.at, _named(event.by))
