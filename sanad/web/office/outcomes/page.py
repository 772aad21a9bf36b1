"""One commitment: what people say and what the ledger shows, in two columns that are never merged."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from sanad.outcomes.column import about_of, ledger_column
from sanad.outcomes.models import Link
from sanad.outcomes.recording.following import SAYS_SO
from sanad.record.models import Commitment
from sanad.web.office.outcomes.roles import LINK, READ
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

SHOWN = 20
AROUND = ("made_by", "made_to", "evidence__content__layer", "evidence__speaker", "evidence__account__work")


@open_to(*READ)
def outcome(request: StaffRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Commitment.objects.select_related(*AROUND), pk=pk)
    links = Link.objects.filter(commitment=one, ended_at=None).order_by("pk")
    named = links.select_related("programme", "claim_set", "fund", "building", "halt", "agreement__donor")
    said = one.outcomes.select_related("statement__content__layer", "statement__speaker", "document").order_by("-pk")
    checks = list(ledger_column([pk]).get(pk, ()))
    told = {
        "commitment": one,
        "revised": Commitment.objects.filter(revises=one).first(),
        "links": [(link, about_of(link), note_of(link)) for link in named],
        "said": said,
        "latest": checks[: len(links)],
        "earlier": checks[len(links) : SHOWN],
        "may_link": request.reach.holds(*LINK),
    }
    return render(request, "office/outcomes/page.html", told)


def note_of(made: Link) -> str:
    """What the house itself wrote is said in the reader's language; what a person wrote stays as it is."""
    return gettext(SAYS_SO) if made.note == SAYS_SO else made.note
