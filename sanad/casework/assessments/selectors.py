"""Reading assessments."""

from django.db.models import QuerySet

from sanad.casework.assessments.models import Assessment, State
from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claims_within
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach


def assessment_that_counts(claim: Claim) -> Assessment | None:
    """The confirmed one; None where nobody has confirmed any yet."""
    return Assessment.objects.filter(claim=claim, state=State.CONFIRMED).select_related("assessor").first()


def assessments_of(claim: Claim) -> QuerySet[Assessment]:
    """All visits, the last one first."""
    return Assessment.objects.filter(claim=claim).select_related("assessor", "confirmed_by").order_by("-id")


def drafts_within(reach: Reach) -> QuerySet[Assessment]:
    """What waits to be confirmed."""
    claims = claims_within(reach, Role.ASSESSOR, Role.ENGINEER, Role.PROGRAMME_LEAD)
    return Assessment.objects.filter(claim__in=claims, state=State.DRAFT).order_by("id")
