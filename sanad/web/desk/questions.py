"""What is told in more than one way: the versions side by side in equal form."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.record.models import Question
from sanad.record.selectors.said import questions_told
from sanad.record.selectors.versions import sides_of
from sanad.web.desk.roles import READ
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest

A_PAGE = 25


@open_to(*READ)
def questions(request: StaffRequest) -> HttpResponse:
    page = Paginator(questions_told(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/questions.html", {"section": "questions", "page": page})


@open_to(*READ)
def question(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Question.objects.select_related("event", "about"), pk=pk)
    return render(request, "desk/question.html", {"section": "questions", "question": found, "sides": sides_of(found)})
