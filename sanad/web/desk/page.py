"""A page with what is proposed of it: the text beside the proposal that is looked at."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.record.kinds import DECIDED, ProposalState
from sanad.record.models import Proposal, TextLayer
from sanad.record.selectors.held import counts_of, following_of, last_decided, parts_of, proposals_of
from sanad.web.desk.keys import has_keys
from sanad.web.desk.panels import panels_of
from sanad.web.desk.roles import KEEP, READ
from sanad.web.desk.shown.keys import keys_for
from sanad.web.desk.shown.proposals import listed, looked_at, marks_of
from sanad.web.desk.shown.text import stretches
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def desk_page(request: StaffRequest, layer: int) -> HttpResponse:
    found = get_object_or_404(TextLayer.objects.select_related("capture__retrieved_by", "replaced_by"), pk=layer)
    return with_proposals(request, found, request.GET.get("p", ""))


def with_proposals(
    request: StaffRequest, layer: TextLayer, wanted: str, sent: Mapping[str, forms.Form] | None = None
) -> HttpResponse:
    """`wanted` is the number of a proposal; without one the first that waits. `sent` is a form filled in wrongly."""
    proposals = proposals_of(layer)
    text = layer.text or ""
    # Of a sealed page not even the words that a rule had read are shown.
    now = _looked_at(proposals, wanted) if text else None
    every = listed(proposals, text, now)
    told: dict[str, Any] = {
        "section": "pages",
        "layer": layer,
        "works": list(layer.capture.works.select_related("publisher").order_by("segment__start", "pk")),
        "counts": counts_of([layer.pk])[layer.pk],
        "stretches": stretches(text, parts_of(layer), marks_of(every)),
        "every": every,
        "now": looked_at(every),
        "has_keys": has_keys(request),
        **_acts(request, layer, now, proposals, sent or {}),
    }
    return render(request, "desk/page.html", told)


def _acts(
    request: StaffRequest,
    layer: TextLayer,
    now: Proposal | None,
    proposals: Sequence[Proposal],
    sent: Mapping[str, forms.Form],
) -> dict[str, Any]:
    """What this person may do here: decide about what waits, take back what was decided."""
    keeps = request.reach.holds(*KEEP)
    may_decide = keeps and now is not None and now.state == ProposalState.OPEN
    panels = {**panels_of(now, proposals), **sent} if may_decide and now else {}
    decided = now if now and now.state in DECIDED else last_decided(layer, request.user)
    return {
        "keeps": keeps,
        "may_decide": may_decide,
        "panels": panels,
        "form": next(iter(sent.values()), None),
        "following": following_of(now) if may_decide and now else None,
        "undone": decided if keeps and not layer.replaced_by_id and layer.text else None,
        "keys": keys_for(may_decide=may_decide),
    }


def _looked_at(proposals: Sequence[Proposal], wanted: str) -> Proposal | None:
    """One that was taken back opens the one that waits instead. Raises Http404 for a proposal of another page."""
    if not wanted:
        return next((one for one in proposals if one.state == ProposalState.OPEN), None)
    found = next((one for one in proposals if wanted in (str(one.pk), str(one.undoes_id))), None)
    if found is None:
        raise Http404(wanted)
    return found
