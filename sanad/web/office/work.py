"""The start page of the office: what waits for the person who signed in."""

from django.http import HttpResponse
from django.shortcuts import render

from sanad.staff.roles import Role
from sanad.web.office.claims.programmes import programmes_within
from sanad.web.office.claims.roles import TAKE_IN
from sanad.web.office.claims.waiting import waiting_claims
from sanad.web.office.funds.waiting import waiting_receipts
from sanad.web.office.inquiries.waiting import waiting_inquiries
from sanad.web.office.notices.waiting import waiting_notices
from sanad.web.office.payments.waiting import waiting_payments
from sanad.web.office.record import pages_to_decide
from sanad.web.office.rounds.waiting import waiting_rounds
from sanad.web.office.safety.waiting import waiting_safety
from sanad.web.office.staff.waiting import waiting_alarms
from sanad.web.office.waiting import Lists
from sanad.web.office.witnesses.waiting import waiting_witnesses
from sanad.web.office.works.waiting import waiting_works
from sanad.web.shared.access import EVERY_ROLE, open_to
from sanad.web.shared.requests import StaffRequest

SUBJECTS: tuple[Lists, ...] = (
    waiting_safety,
    waiting_alarms,
    waiting_works,
    waiting_notices,
    waiting_inquiries,
    waiting_claims,
    waiting_rounds,
    waiting_payments,
    waiting_receipts,
    waiting_witnesses,
    pages_to_decide,
)
"""In the order of urgency; danger comes before money."""


@open_to(*EVERY_ROLE)
def work(request: StaffRequest) -> HttpResponse:
    told = [found for subject in SUBJECTS for found in subject(request) if found.count]
    roles = [Role(role).label for role in Role if role in request.reach.roles]
    programmes = programmes_within(request.reach, *TAKE_IN)
    return render(request, "office/work.html", {"lists": told, "roles": roles, "programmes": programmes})
