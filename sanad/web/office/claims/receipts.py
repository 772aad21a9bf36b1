"""The paper that a family takes home: its claim's number and the code that opens it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sanad.casework.claims.codes import in_groups
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import IssuedReceipt, renew_receipt
from sanad.places.selectors import names_of
from sanad.registry.selectors import members_of, name_of, speaker_of
from sanad.web.office.claims.roles import TAKE_IN, claim_within
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

LANGUAGES = ("ar", "en")


@open_to(*TAKE_IN)
@require_POST
def new_receipt(request: StaffRequest, number: str) -> HttpResponse:
    """The receipt was lost: a new code, and the old one opens nothing any more."""
    claim = claim_within(request, number, *TAKE_IN)
    return printed(request, claim, renew_receipt(claim=claim, at=timezone.now(), by=request.user))


def printed(request: StaffRequest, claim: Claim, receipt: IssuedReceipt) -> HttpResponse:
    """In both languages: the desk does not choose what a family reads."""
    told = {
        "claim": claim,
        "site": request.build_absolute_uri("/family/").partition("://")[2],
        "code": in_groups(receipt.code),
        "secret": in_groups(receipt.secret),
        "people": len(members_of(claim.household, timezone.localdate())),
        "papers": [_paper(claim, language) for language in LANGUAGES],
    }
    return render(request, "office/claims/receipt.html", told)


def _paper(claim: Claim, language: str) -> dict[str, str]:
    place = claim.dwelling.building.place
    speaker = speaker_of(claim.household)
    return {
        "language": language,
        "dir": "rtl" if language == "ar" else "ltr",
        "title": claim.programme.title[language],
        "issuer": claim.programme.issuer[language],
        "place": names_of([place], language)[place.code],
        "name": name_of(speaker, language) if speaker else "",
    }
