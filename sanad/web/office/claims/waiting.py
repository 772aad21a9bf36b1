"""The lists of work of those who look after claims."""

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from sanad.casework.assessments.models import Assessment
from sanad.casework.assessments.models import State as VisitState
from sanad.casework.assessments.selectors import drafts_within
from sanad.casework.awards.models import Award, LineEnding, Outcome
from sanad.casework.claims.models import Claim, ClaimStep, State
from sanad.casework.claims.selectors import claims_within
from sanad.staff.roles import Role
from sanad.web.office.claims.endings import endings_to_decide
from sanad.web.office.claims.rows import rows_of
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import day, language
from sanad.web.shared.requests import StaffRequest

AROUND = ("household", "dwelling__building__place")


def waiting_claims(request: StaffRequest) -> list[List]:
    """Of a caseworker: holds to review, claims whose facts are open. Of an assessor: homes to see, drafts."""
    mine = claims_within(request.reach, Role.CASEWORKER)
    to_see = claims_within(request.reach, Role.ASSESSOR).exclude(state=State.WITHDRAWN)
    visited = Assessment.objects.filter(claim=OuterRef("pk")).exclude(state=VisitState.REPLACED)
    return [
        _list(_("Holds whose review has come"), "halt", _to_review(mine), ""),
        _list(_("Claims whose facts are open"), "due", _open_facts(mine), ""),
        _list(
            _("Homes that nobody has assessed"),
            "due",
            to_see.exclude(state=State.WITHDRAWN).exclude(Exists(visited)),
            "",
        ),
        _drafts(request),
        _endings(request),
    ]


def _open_facts(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Received, and not yet decided or found incomplete by the last round."""
    decided = Award.objects.filter(claim=OuterRef("pk"), superseded_by=None).exclude(outcome=Outcome.INCOMPLETE)
    return claims.filter(state=State.RECEIVED).exclude(Exists(decided))


def _to_review(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    last = ClaimStep.objects.filter(claim=OuterRef("pk")).order_by("-id").values("review_on")[:1]
    held = claims.filter(state=State.HELD).annotate(review_on=last)
    return held.filter(review_on__lte=localdate())


def _list(title: object, state: str, claims: QuerySet[Claim], url: str) -> List:
    first = rows_of(list(claims.select_related(*AROUND).order_by("id")[:FIRST]), language())
    lines = [
        Line(reverse("claim", args=[row.claim.number]), row.name, row.claim.number, day(row.claim.received_at))
        for row in first
    ]
    return List(title, claims.count(), state, url, lines)  # type: ignore[arg-type]


def _drafts(request: StaffRequest) -> List:
    drafts = drafts_within(request.reach)
    lines = [
        Line(reverse("assessment", args=[draft.reference]), draft.claim.number, draft.reference, day(draft.assessed_on))
        for draft in drafts.select_related("claim")[:FIRST]
    ]
    return List(_("Visits that are not confirmed"), drafts.count(), "due", "", lines)


def _address(ending: LineEnding) -> str:
    return reverse("claim_ending", args=[ending.claim.number, ending.pk])


def _endings(request: StaffRequest) -> List:
    waiting = endings_to_decide(request)
    lines = [
        Line(
            reverse("claim_ending", args=[one.claim.number, one.pk]),
            one.get_why_display(),
            one.claim.number,
            day(one.ends_on),
        )
        for one in waiting[:FIRST]
    ]
    return List(_("Ends of an allowance to decide"), len(waiting), "due", "", lines)
