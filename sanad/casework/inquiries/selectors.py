"""Reading inquiries: which a person may see, which are overdue, what was written."""

from datetime import date

from django.db.models import Q, QuerySet

from sanad.casework.answers.keeping import restored
from sanad.casework.answers.told import Answer
from sanad.casework.claims.models import Claim
from sanad.casework.claims.selectors import claims_within
from sanad.casework.inquiries.models import Inquiry, Kind, Reply, State
from sanad.evidence.keys import unseal_if_kept
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach

READ = (Role.CASEWORKER, Role.PROGRAMME_LEAD, Role.AUDITOR)
IN_CONFIDENCE = (Role.PROGRAMME_LEAD, Role.AUDITOR)


def inquiries_within(reach: Reach) -> QuerySet[Inquiry]:
    """Of the claims that the person reaches, the most urgent first; what is told in confidence for few."""
    plain = ~Q(kind=Kind.ABUSE) & Q(claim__in=claims_within(reach, *READ))
    confident = Q(kind=Kind.ABUSE, claim__in=claims_within(reach, *IN_CONFIDENCE))
    seen = Inquiry.objects.filter(plain | confident).select_related("claim__programme", "claim__household__key")
    return seen.order_by("due_on", "pk")


def open_inquiries(reach: Reach) -> QuerySet[Inquiry]:
    return inquiries_within(reach).filter(state=State.OPEN)


def overdue(reach: Reach, on: date) -> QuerySet[Inquiry]:
    """What nobody has answered by its day."""
    return open_inquiries(reach).filter(due_on__lt=on)


def inquiries_of(claim: Claim) -> QuerySet[Inquiry]:
    """What the family itself reads: all it asked, the newest first."""
    return Inquiry.objects.filter(claim=claim).prefetch_related("replies").order_by("-pk")


def words_of(inquiry: Inquiry) -> str:
    """What was written; empty once it was deleted."""
    return unseal_if_kept(inquiry.claim.household.key, inquiry.words)


def reply_words(reply: Reply) -> str:
    """What a person wrote; empty in the first reply, which is the answer itself."""
    return unseal_if_kept(reply.inquiry.claim.household.key, reply.words)


def answer_in(reply: Reply) -> Answer:
    """The answer on which the reply rests, as it was then, without the why."""
    return restored(reply.answer, {})
