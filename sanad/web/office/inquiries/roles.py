"""Who answers families, and who reads what they ask."""

from django.http import Http404

from sanad.casework.inquiries.models import Inquiry
from sanad.casework.inquiries.selectors import READ, inquiries_within
from sanad.staff.roles import Role
from sanad.web.shared.requests import StaffRequest

ANSWER = (Role.CASEWORKER, Role.PROGRAMME_LEAD)

__all__ = ["ANSWER", "READ", "inquiry_within"]


def inquiry_within(request: StaffRequest, number: str) -> Inquiry:
    """The inquiry, if the person reaches its claim; what is told in confidence for few. Raises Http404."""
    around = ("claim__dwelling__building__place", "answered_by", "file__key")
    found = inquiries_within(request.reach).select_related(*around).filter(number=number).first()
    if found is None:
        raise Http404(number)
    return found
