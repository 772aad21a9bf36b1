"""One question with the facts beside it, and the reply: answered, the next one opens."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.casework.answers.selectors import answer_of
from sanad.casework.answers.told import Answer, HaltTold
from sanad.casework.awards.models import Outcome
from sanad.casework.claims.services import note_visit
from sanad.casework.inquiries.models import Inquiry, State
from sanad.casework.inquiries.selectors import open_inquiries, reply_words, words_of
from sanad.casework.inquiries.services import AlreadyAnswered, InConfidence, ReplyRefused, next_of, reply
from sanad.registry.selectors import name_of, speaker_of
from sanad.web.office.inquiries.form import ReplyForm
from sanad.web.office.inquiries.roles import ANSWER, READ, inquiry_within
from sanad.web.office.inquiries.rows import rows_of
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def inquiry(request: StaffRequest, number: str) -> HttpResponse:
    found = inquiry_within(request, number)
    note_visit(claim=found.claim, at=now(), by=request.user)
    stands = answer_of(found.claim, at=now())
    return _page(request, found, stands, ReplyForm(stands.currency, then=next_of(stands, found.due_on)))


@open_to(*ANSWER)
@require_POST
def answer(request: StaffRequest, number: str) -> HttpResponse:
    found = inquiry_within(request, number)
    form = ReplyForm(found.claim.programme.currency, request.POST)
    if not form.is_valid():
        return _page(request, found, answer_of(found.claim, at=now()), form)
    try:
        reply(inquiry=found, words=form.cleaned_data["words"], then=form.next(), by=request.user, at=now())
    except ReplyRefused as refused:
        for problem in refused.problems:
            form.add_error(form.place_of(problem.where), problem.says[language()])
        return _page(request, found, answer_of(found.claim, at=now()), form)
    except AlreadyAnswered as first:
        words = gettext("{who} was first: {number} is answered.")
        messages.warning(request, words.format(who=first.inquiry.answered_by, number=found.number))
    except InConfidence:
        messages.warning(request, gettext("What is told in confidence is answered by a programme lead."))
        return redirect("inquiry", found.number)
    else:
        messages.success(request, gettext("{number} is answered. The family is told.").format(number=found.number))
    return _next(request)


def _next(request: StaffRequest) -> HttpResponse:
    """The most urgent that is left, without a click between; the list once all are answered."""
    waiting = open_inquiries(request.reach).first()
    return redirect("inquiry", waiting.number) if waiting else redirect("inquiries")


def _page(request: StaffRequest, found: Inquiry, answer: Answer, form: ReplyForm) -> HttpResponse:
    speaker = speaker_of(found.claim.household)
    told: dict[str, Any] = {
        "row": rows_of([found])[0],
        "inquiry": found,
        "claim": found.claim,
        "name": name_of(speaker, language()) if speaker else "",
        "words": words_of(found),
        "replies": [(one, reply_words(one)) for one in found.replies.select_related("by").order_by("number")],
        "answer": answer,
        "currency": answer.currency,
        "outcome": Outcome(answer.award.outcome).label if answer.award else "",
        "halts": [_halt(one) for one in answer.building.halts if one.ended_on is None],
        "form": form,
        "may_answer": request.reach.holds(*ANSWER) and found.state == State.OPEN,
        "left": open_inquiries(request.reach).exclude(pk=found.pk).count(),
    }
    return render(request, "office/inquiries/inquiry.html", told)


def _halt(told: HaltTold) -> dict[str, Any]:
    return {"about": told.about[language()], "since": told.since, "review_on": told.review_on}
