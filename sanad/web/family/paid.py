"""Did a payment arrive? What the family says of it; where it did not, that is a question with a number and a day."""

import uuid

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.casework.claims.models import Claim
from sanad.casework.inquiries.models import Kind
from sanad.casework.inquiries.services import ask
from sanad.casework.payments.models import Payment
from sanad.casework.payments.refusals import ConfirmedBefore, NotSent
from sanad.casework.payments.selectors import PaymentTold, payment_of, payments_of
from sanad.casework.payments.services import confirm_receipt, deny_receipt
from sanad.web.family import asking
from sanad.web.family.access import FamilyRequest, of_the_family
from sanad.web.family.sessions import note_sent

KIND, YES, NO = "payment", "yes", "no"
OF_PAYMENTS = uuid.UUID("6f1d3c8e-6f7b-4d1c-9a55-0d6b1f0c2a11")
"""Under it, a payment that did not arrive is one question however often it is said."""


@require_POST
@of_the_family
def payment(request: FamilyRequest) -> HttpResponse:
    found = payment_of(request.claim, request.POST.get("payment", ""))
    if found is None:
        raise Http404("no payment of this claim")
    arrived = request.POST.get("arrived")
    if arrived not in (YES, NO):
        raise BadRequest("neither yes nor no")
    return _arrived(request, found) if arrived == YES else _not_arrived(request, found)


def _arrived(request: FamilyRequest, found: Payment) -> HttpResponse:
    """Where something else stands meanwhile, the page after it says what."""
    try:
        confirm_receipt(payment=found, at=now())
    except NotSent:
        return redirect("family_claim")
    note_sent(request.visit, KIND, found.reference)
    return redirect("family_sent")


def _not_arrived(request: FamilyRequest, found: Payment) -> HttpResponse:
    try:
        deny_receipt(payment=found, at=now())
    except (NotSent, ConfirmedBefore):
        return redirect("family_claim")
    inquiry = ask(
        id=uuid.uuid5(OF_PAYMENTS, f"{request.claim.number} {found.reference}"),
        claim=request.claim,
        kind=Kind.NOT_ARRIVED,
        words=gettext("Payment {reference} has not arrived.").format(reference=found.reference),
        at=now(),
        payment=found.reference,
    )
    note_sent(request.visit, asking.KIND, inquiry.number)
    return redirect("family_sent")


def said_of(claim: Claim, reference: str) -> PaymentTold | None:
    """The payment of this family's claim."""
    return next((one for one in payments_of(claim) if one.reference == reference), None)
