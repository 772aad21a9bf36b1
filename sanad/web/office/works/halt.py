"""One halt: since when, by whom, why, what restarts it, whom its notices reached; extending and ending it."""

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext

from sanad.casework.works.extending import LEADS_FROM
from sanad.casework.works.models import Escalation, Extension, Halt
from sanad.casework.works.reasons import Ending
from sanad.casework.works.selectors import not_reached, reached
from sanad.casework.works.services import end_halt, extend_halt
from sanad.evidence.keys import unseal_if_kept
from sanad.evidence.refusals import Refused
from sanad.staff.roles import Role
from sanad.web.office.notices.roles import TELL
from sanad.web.office.thread import newest_first
from sanad.web.office.works.acting import done, tell
from sanad.web.office.works.forms import ExtendForm
from sanad.web.office.works.halt_form import EndForm
from sanad.web.office.works.roles import HALT_MONEY, HALT_WORKS, READ, halt_within, halts_within
from sanad.web.office.works.shown import TOLD, shown_halt
from sanad.web.office.works.thread import happened_in
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

NOTES = (*HALT_WORKS, Role.AUDITOR)


@open_to(*READ)
def show(request: StaffRequest, reference: str) -> HttpResponse:
    halt = _with_history(halt_within(request, reference, *READ))
    told: dict[str, Any] = {
        "halt": halt,
        "shown": shown_halt(halt, localdate()),
        "happened": newest_first(happened_in(halt)),
        "reached": [(TOLD[one.kind], one) for one in reached(halt.about)],
        "may_tell": request.reach.holds(*TELL) and bool(not_reached([halt.about])),
        "note": unseal_if_kept(halt.key, halt.note) if halt.key and request.reach.holds(*NOTES) else "",
        "may_act": halt.is_open and _may(request, halt),
        "needs_lead": _waits_for_a_lead(request, halt),
    }
    return render(request, "office/works/halt.html", told)


def _with_history(halt: Halt) -> Halt:
    extensions = Prefetch("moved", Extension.objects.select_related("by"))
    escalations = Prefetch("escalations", Escalation.objects.select_related("to"))
    kept = Halt.objects.select_related("building__place", "order__part__fund", "programme", "fund", "key")
    return kept.select_related("halted_by", "ended_by").prefetch_related(extensions, escalations).get(pk=halt.pk)


def _may(request: StaffRequest, halt: Halt) -> bool:
    roles = HALT_WORKS if halt.building_id else HALT_MONEY
    return halts_within(request.reach, *roles).filter(pk=halt.pk).exists()


def _waits_for_a_lead(request: StaffRequest, halt: Halt) -> bool:
    """Whether the next extension is a programme lead's and this person is none."""
    is_theirs = halts_within(request.reach, Role.PROGRAMME_LEAD).filter(pk=halt.pk).exists()
    return halt.extensions + 1 >= LEADS_FROM and not is_theirs


@open_to(*HALT_WORKS)
def extend(request: StaffRequest, reference: str) -> HttpResponse:
    halt = halt_within(request, reference, *HALT_WORKS)
    start = {"id": uuid.uuid4(), "seen": halt.review_on.isoformat()}
    form = ExtendForm(request.POST or None, initial=start)
    if _waits_for_a_lead(request, halt) and request.method != "POST":
        messages.warning(request, gettext("It was extended twice. From now on a programme lead extends it."))
        return redirect("works_halt", reference)
    if not form.is_valid():
        return _page(request, halt, form, gettext("Extend the halt"))
    told = form.cleaned_data
    halt.review_on = told["seen"]  # of a review moved since the page was opened, the service tells who moved it
    given = {"id": told["id"], "to_review": told["to_review"], "words": told["words"]}
    words = gettext("The review is moved, and every family that the halt touches is told.")
    try:
        done(request, lambda: extend_halt(halt=halt, at=now(), by=request.user, **given), words)
    except Refused as refused:
        tell(form, refused)
        return _page(request, halt, form, gettext("Extend the halt"))
    return redirect("works_halt", reference)


@open_to(*HALT_WORKS)
def end(request: StaffRequest, reference: str) -> HttpResponse:
    halt, form = halt_within(request, reference, *HALT_WORKS), EndForm(request.POST or None)
    if not form.is_valid():
        return _page(request, halt, form, gettext("End the halt"))
    given = {"ending": Ending(form.cleaned_data["ending"]), "words": form.cleaned_data["words"]}
    words = gettext("The halt is over, and every family that it touched is told.")
    try:
        done(request, lambda: end_halt(halt=halt, at=now(), by=request.user, **given), words)
    except Refused as refused:
        tell(form, refused)
        return _page(request, halt, form, gettext("End the halt"))
    return redirect("works_halt", reference)


def _page(request: StaffRequest, halt: Halt, form: Any, title: str) -> HttpResponse:
    told = {"halt": halt, "shown": shown_halt(halt, localdate()), "form": form, "title": title}
    return render(request, "office/works/halt_act.html", told)
