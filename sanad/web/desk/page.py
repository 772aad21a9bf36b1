"""A page with what is proposed of it: the text beside the proposal that is looked at."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.record.kinds import ProposalState
from sanad.record.models import Proposal, TextLayer
from sanad.record.selectors.heard import heard_in
from sanad.record.selectors.held import counts_of, parts_of, proposals_of
from sanad.web.desk.forms import SpeakerForm
from sanad.web.desk.roles import KEEP, READ
from sanad.web.desk.shown.proposals import listed, looked_at, marks_of
from sanad.web.desk.shown.text import stretches
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def desk_page(request: StaffRequest, layer: int) -> HttpResponse:
    found = get_object_or_404(TextLayer.objects.select_related("capture__retrieved_by", "replaced_by"), pk=layer)
    return with_proposals(request, found, request.GET.get("p", ""))


def with_proposals(
    request: StaffRequest, layer: TextLayer, wanted: str, form: SpeakerForm | None = None
) -> HttpResponse:
    """`wanted` is the number of a proposal; without one the first that waits."""
    proposals = proposals_of(layer)
    text = layer.text or ""
    # Of a sealed page not even the words that a rule had read are shown.
    now = _looked_at(proposals, wanted) if text else None
    every = listed(proposals, text, now)
    may_decide = request.reach.holds(*KEEP) and now is not None and now.state == ProposalState.OPEN
    told: dict[str, Any] = {
        "section": "pages",
        "layer": layer,
        "works": list(layer.capture.works.select_related("publisher").order_by("segment__start", "pk")),
        "counts": counts_of([layer.pk])[layer.pk],
        "stretches": stretches(text, parts_of(layer), marks_of(every)),
        "every": every,
        "now": looked_at(every),
        "may_decide": may_decide,
        "form": form or (SpeakerForm(heard_in(now, proposals)) if may_decide and now else None),
    }
    return render(request, "desk/page.html", told)


def _looked_at(proposals: Sequence[Proposal], wanted: str) -> Proposal | None:
    """Raises Http404 for a proposal of another page."""
    if not wanted:
        return next((one for one in proposals if one.state == ProposalState.OPEN), None)
    found = next((one for one in proposals if str(one.pk) == wanted), None)
    if found is None:
        raise Http404(wanted)
    return found
