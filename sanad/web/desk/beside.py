"""A statement is put beside what other tellings say of the same question."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from sanad.record.kinds import Stance
from sanad.record.log import By
from sanad.record.models import Question, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.said import questions_like, statements_told
from sanad.record.services.questions import NewVersion, add_version, question_asked
from sanad.web.desk.beside_form import BesideForm
from sanad.web.desk.roles import KEEP
from sanad.web.desk.sayings import said_of
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

SHOWN = 12


@open_to(*KEEP)
@require_http_methods(["GET", "POST"])
def put_beside(request: StaffRequest, pk: int) -> HttpResponse:
    """`?question=N` answers that one; without it a new question is opened with this as its first version."""
    found = get_object_or_404(statements_told(), pk=pk)
    number = request.GET.get("question", "")
    question = get_object_or_404(Question, pk=number) if number.isascii() and number.isdecimal() else None
    form = BesideForm(request.POST if request.method == "POST" else None, question)
    if form.is_bound and form.is_valid():
        try:
            asked = _put(found, question, form, By(request.user, now()))
        except RecordRefused as refused:
            form.add_error(None, said_of(refused))
        else:
            messages.success(request, gettext("It stands beside the others. None is called the right one."))
            return redirect("desk_question", asked.pk)
    words = request.GET.get("words", "")
    told = {
        "section": "questions",
        "statement": found,
        "question": question,
        "form": form,
        "words": words,
        "others": questions_like(words, found.account)[:SHOWN],
    }
    return render(request, "desk/beside.html", told)


@transaction.atomic
def _put(statement: Statement, question: Question | None, form: BesideForm, by: By) -> Question:
    told = form.cleaned_data
    asked = question or question_asked(told["text"], by, event=statement.event)
    new = NewVersion(statement.account, told["summary"], Stance(told["stance"]), [statement], told.get("toward"))
    add_version(asked, new, by)
    return asked
