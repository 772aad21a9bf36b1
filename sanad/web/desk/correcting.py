"""A statement that stands is corrected by another row that revises it; a correction is taken back by a further one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from sanad.record.kinds import AgentKind, SpeechRole
from sanad.record.log import By
from sanad.record.models import Agent, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.finding import article_around
from sanad.record.selectors.said import statements_told
from sanad.record.services.editing import revise_edited
from sanad.record.services.revising import revise_back
from sanad.web.desk.edit_forms import BETWEEN, EditForm
from sanad.web.desk.forms import NOBODY, SOMEBODY
from sanad.web.desk.roles import KEEP
from sanad.web.desk.sayings import said_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*KEEP)
@require_http_methods(["GET", "POST"])
def edit_statement(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(statements_told(), pk=pk)
    form = _form(found, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = revise_edited(found, form.edited(), By(request.user, now()))
        except RecordRefused as refused:
            form.add_error(None, said_of(refused))
        else:
            messages.success(request, gettext("It is corrected by this statement. The one before stays as it was."))
            return redirect("desk_statement", made.pk)
    return render(request, "desk/edit.html", {"section": "pages", "statement": found, "form": form})


@open_to(*KEEP)
@require_POST
def set_statement_back(request: StaffRequest, pk: int) -> HttpResponse:
    """What was corrected is said again as it stood here, by a further correction."""
    found = get_object_or_404(Statement, pk=pk)
    try:
        made = revise_back(found, By(request.user, now()))
    except RecordRefused as refused:
        messages.error(request, said_of(refused))
        return redirect("desk_statement", found.pk)
    messages.success(request, gettext("It stands again as it was, by a correction of its own."))
    return redirect("desk_statement", made.pk)


def _form(statement: Statement, data: object) -> EditForm:
    content = statement.content
    within = Agent.objects.filter(within=statement.account.work.segment_id).order_by("pk")
    people = [statement.speaker, *(one.agent for one in statement.roles.all()), *within]
    heard = {one.label: AgentKind(one.kind) for one in people if one}
    addressees = [one.agent.label for one in statement.roles.all() if one.role == SpeechRole.ADDRESSEE]
    as_it_stands = {
        "words": content.exact,
        "sort": statement.kind,
        "who": f"{SOMEBODY}{statement.speaker.label}" if statement.speaker else NOBODY,
        "to": f"{BETWEEN} ".join(addressees),
        "cue": statement.cue.exact if statement.cue else "",
    }
    return EditForm(heard, article_around(content.layer, content.start, content.end), as_it_stands, data)
