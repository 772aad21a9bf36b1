"""One decision on one proposal; then the next that waits is opened."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.record.kinds import ProposalState
from sanad.record.log import By
from sanad.record.models import Proposal
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.held import following_of, next_waiting, proposals_of
from sanad.record.services.decisions import reject
from sanad.record.services.drafts import accept_as_proposed, accept_with_speaker
from sanad.record.services.editing import accept_edited, accept_joined, accept_split
from sanad.record.services.undoing import undo
from sanad.web.desk.edit_forms import EditForm, SplitForm
from sanad.web.desk.forms import SpeakerForm
from sanad.web.desk.page import with_proposals
from sanad.web.desk.panels import panel_sent
from sanad.web.desk.roles import KEEP
from sanad.web.desk.sayings import code_of, said_of
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import moment, reference
from sanad.web.shared.requests import StaffRequest

ACCEPT, REJECT, JOIN, UNDO = "accept", "reject", "join", "undo"


@open_to(*KEEP)
@require_POST
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(Proposal.objects.select_related("layer__capture"), pk=pk)
    act, by = request.POST.get("act", ""), By(request.user, now())
    form = panel_sent(act, proposal, proposals_of(proposal.layer), request.POST)
    if form and not form.is_valid():
        return with_proposals(request, proposal.layer, str(proposal.pk), {act: form})
    try:
        if act == UNDO:
            return _waits_again(request, undo(proposal, by)[0])
        _as_filled_in(proposal, form, by) if form else _act(act, proposal, by)
    except RecordRefused as refused:
        return _refused(request, proposal, refused)
    return _next(proposal)


def _act(act: str, proposal: Proposal, by: By) -> None:
    if act == ACCEPT:
        accept_as_proposed(proposal, by)
    elif act == REJECT:
        reject(proposal, by)
    elif act == JOIN:
        following = following_of(proposal)
        if following is None:
            raise RecordRefused("does_not_go_on", proposal=proposal.pk)
        accept_joined(proposal, following, by)


def _as_filled_in(proposal: Proposal, form: forms.Form, by: By) -> None:
    if isinstance(form, SpeakerForm):
        accept_with_speaker(proposal, *form.speaker, by)
    elif isinstance(form, EditForm):
        accept_edited(proposal, form.edited(), by)
    elif isinstance(form, SplitForm):
        accept_split(proposal, form.cleaned_data["at"], form.voices, by)


def _waits_again(request: StaffRequest, proposal: Proposal) -> HttpResponse:
    messages.info(request, gettext("The decision is taken back, and the proposal waits again. Both stay in the log."))
    return redirect(_address(proposal))


def _refused(request: StaffRequest, proposal: Proposal, refused: RecordRefused) -> HttpResponse:
    """Decided by somebody else, it is told who did, and the next is opened; else the proposal stays open."""
    found = Proposal.objects.select_related("by").get(pk=proposal.pk)
    if refused.code == "is_decided":
        messages.warning(request, _decided(found))
        return _next(found)
    code = code_of(refused)
    messages.error(request, format_html("{} {}", said_of(refused), reference(code) if code else ""))
    return redirect(_address(Proposal.objects.filter(undoes=found).first() or found))


def _decided(proposal: Proposal) -> str:
    sentences = {
        ProposalState.ACCEPTED: gettext("{who} accepted it before you: {at}. Nothing was changed."),
        ProposalState.EDITED: gettext("{who} accepted it with changes before you: {at}. Nothing was changed."),
        ProposalState.REJECTED: gettext("{who} rejected it before you: {at}. Nothing was changed."),
    }
    sentence = sentences.get(ProposalState(proposal.state))
    if sentence is None or proposal.by is None or proposal.at is None:
        return gettext("The text or the rules were replaced meanwhile. Decide what is proposed of the newer text.")
    return format_html(sentence, who=proposal.by.name, at=moment(proposal.at))


def _next(proposal: Proposal) -> HttpResponse:
    waiting = next_waiting(proposal)
    return redirect(_address(waiting) if waiting else reverse("desk_page", args=[proposal.layer_id]))


def _address(proposal: Proposal) -> str:
    """The page of the text, opened where the proposal stands."""
    return f"{reverse('desk_page', args=[proposal.layer_id])}?p={proposal.pk}#now"
