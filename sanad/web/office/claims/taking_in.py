"""Taking a family in at the desk: one page, one call, one receipt."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sanad.casework.claims.selectors import search
from sanad.casework.claims.services import AlreadyClaimed, IntakeRefused, NewClaim, receive_claim
from sanad.places.selectors import names_of
from sanad.registry.finding import places_of_buildings
from sanad.rulebook.models import Programme
from sanad.web.office.claims.intake import ROWS, Intake
from sanad.web.office.claims.programmes import programmes_within
from sanad.web.office.claims.receipts import printed
from sanad.web.office.claims.roles import TAKE_IN
from sanad.web.office.claims.rows import Row, rows_of
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

MOST_DOUBLES = 5


@open_to(*TAKE_IN)
def take_in(request: StaffRequest, key: str) -> HttpResponse:
    programme = _programme(request, key)
    if request.method != "POST":
        intake = Intake(programme, language(), id=uuid.uuid4(), people=ROWS)
        return _page(request, programme, intake)
    if "more" in request.POST:
        return _page(request, programme, Intake.with_more_people(programme, language(), request.POST))
    intake = Intake(programme, language(), request.POST)
    new = intake.new_claim(request.reach.within(*TAKE_IN)) if intake.is_valid() else None
    doubles = _doubles(request, intake)
    if new is None or doubles:
        return _page(request, programme, intake, doubles)
    return _received(request, programme, intake, new)


def _received(request: StaffRequest, programme: Programme, intake: Intake, new: NewClaim) -> HttpResponse:
    """The receipt is printed from this answer and never again: its code is stored nowhere."""
    try:
        received = receive_claim(programme=programme, new=new, at=timezone.now(), by=request.user)
    except IntakeRefused as refused:
        intake.tell(refused.problems)
        return _page(request, programme, intake)
    except AlreadyClaimed as known:
        return redirect("claim", known.number)
    if received.receipt is None:
        return redirect("claim", received.claim.number)
    return printed(request, received.claim, received.receipt)


def _doubles(request: StaffRequest, intake: Intake) -> list[Row]:
    """Claims of people of the same name, until somebody says that it is another family."""
    name = intake.people[0].data.get("member0-name", "")
    if "another" in request.POST or any(form.errors for form in intake.all_forms):
        return []
    found = search(request.reach, name).select_related("household", "dwelling__building__place")[:MOST_DOUBLES]
    return rows_of(list(found), language())


def _page(
    request: StaffRequest, programme: Programme, intake: Intake, doubles: list[Row] | None = None
) -> HttpResponse:
    places = names_of(list(places_of_buildings(request.reach.within(*TAKE_IN))[:300]), language())
    told = {
        "title": programme.title[language()],
        "intake": intake,
        "people": len(intake.members),
        "doubles": doubles or [],
        "places": sorted(set(places.values())),
        "has_errors": intake.home.is_bound and any(form.errors for form in intake.all_forms),
    }
    return render(request, "office/claims/new.html", told)


def _programme(request: StaffRequest, key: str) -> Programme:
    """Raises Http404 where the person takes in no claims for it."""
    for programme in programmes_within(request.reach, *TAKE_IN):
        if programme.key == key:
            return programme
    raise Http404(key)
