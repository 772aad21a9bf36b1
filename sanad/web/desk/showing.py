"""What may be shown of somebody or of a statement: who was heard, what a second person decides, and why not yet."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.record.kinds import Level, Way
from sanad.record.log import By
from sanad.record.models import Agent, Disclosure, ReplyAsked, Statement, Work
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.replies import needs_reply, replies_about
from sanad.record.services.disclosures import disclose, reasons_against
from sanad.record.services.replies import NewAsking, ask_for_reply, write_reply
from sanad.web.desk.roles import KEEP, READ
from sanad.web.desk.sayings import SAYINGS, said_of
from sanad.web.desk.takedown_forms import AskForm, ReplyForm, ShowForm
from sanad.web.desk.targets import About, about
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

SHOWN = ("agent", "work", "statement")
HEARD = ("agent", "work")


@open_to(*READ)
def showing(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    return _page(request, about(kind, pk, SHOWN))


@open_to(*KEEP)
@require_POST
def ask(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    target, form = about(kind, pk, HEARD), AskForm(request.POST)
    if not form.is_valid():
        return _page(request, target, ask=form)
    told = form.cleaned_data
    new = NewAsking(told["asked_of"], Way(told["how"]), told["asked_date"], told["until"])
    try:
        ask_for_reply(_heard(target), new, By(request.user, now()))
    except RecordRefused as refused:
        form.add_error("until", said_of(refused))
        return _page(request, target, ask=form)
    messages.success(request, gettext("It stands that a reply was asked for. Another record keeper may show it later."))
    return redirect("desk_showing", kind, pk)


@open_to(*KEEP)
@require_POST
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    asked = get_object_or_404(ReplyAsked.objects.select_related("agent", "work"), pk=pk)
    kind = "agent" if asked.agent_id else "work"
    target, form = about(kind, asked.agent_id or asked.work_id or 0, HEARD), ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, target, reply=form)
    try:
        write_reply(asked, form.cleaned_data["text"], form.cleaned_data["came_date"], By(request.user, now()))
    except RecordRefused as refused:
        form.add_error("came_date", said_of(refused))
        return _page(request, target, reply=form)
    messages.success(request, gettext("The answer stands beside what is shown."))
    return redirect("desk_showing", kind, target.row.pk)


@open_to(*KEEP)
@require_POST
def show(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    target, form = about(kind, pk, ("agent", "statement")), ShowForm(request.POST)
    if not form.is_valid():
        return _page(request, target, show=form)
    told = form.cleaned_data
    more = {"until": told["until"], "shown_as": told["shown_as"], "legal_note": told["legal_note"]}
    try:
        disclose(_disclosed(target), Level(told["level"]), told["reason"], By(request.user, now()), **more)
    except RecordRefused as refused:
        form.add_error("level", said_of(refused))
        return _page(request, target, show=form)
    messages.success(request, gettext("From now on this is what may be shown of it."))
    return redirect("desk_showing", kind, pk)


def _page(request: StaffRequest, target: About, **sent: forms.Form) -> HttpResponse:
    row, keeps = target.row, request.reach.holds(*KEEP)
    heard = row.account.work if isinstance(row, Statement) else row
    asked = replies_about(heard) if isinstance(heard, Agent | Work) else []
    told = {
        "section": "retractions",
        "about": target,
        "is_disclosed": not isinstance(row, Work),
        "needs_reply": isinstance(heard, Agent | Work) and needs_reply(heard),
        "heard": heard,
        "asked": [(one, _is_silent(one, localdate())) for one in asked],
        "disclosures": _disclosures(row) if isinstance(row, Agent | Statement) else [],
        "against": _against(row, By(request.user, now())) if isinstance(row, Agent | Statement) and keeps else [],
        "forms": {"ask": AskForm(), "reply": ReplyForm(), "show": ShowForm(), **sent} if keeps else {},
        "form": next(iter(sent.values()), None),
    }
    return render(request, "desk/showing.html", told)


def _is_silent(asked: ReplyAsked, today: date) -> bool:
    """No answer came by the day that was given."""
    return not hasattr(asked, "reply") and asked.until < today


def _disclosures(row: Agent | Statement) -> list[Disclosure]:
    return list(row.disclosures.select_related("by").order_by("-pk"))


def _against(row: Agent | Statement, by: By) -> list[str]:
    """Why this person may not open it now; the legal note is asked for in the form."""
    return [str(SAYINGS[code]) for code in reasons_against(row, by, legal_note="given in the form")]


def _heard(target: About) -> Agent | Work:
    row = target.row
    if not isinstance(row, Agent | Work):
        raise Http404(target.kind)
    return row


def _disclosed(target: About) -> Agent | Statement:
    row = target.row
    if not isinstance(row, Agent | Statement):
        raise Http404(target.kind)
    return row
