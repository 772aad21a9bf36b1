"""A round: where it stands, what it decides, how far the money goes, and what the reader may do about it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from sanad.casework.awards.models import Round, State
from sanad.casework.rounds.selectors import files_touching
from sanad.web.office.rounds.forms import ApproveForm, SendBackForm
from sanad.web.office.rounds.roles import APPROVE, ASK, READ, reaches, round_within
from sanad.web.office.rounds.shown import shown_figures
from sanad.web.office.rounds.states import AT_WORK, stages_done, state_of
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def show(request: StaffRequest, reference: str) -> HttpResponse:
    return page_of(request, round_within(request, reference, *READ))


def page_of(
    request: StaffRequest, round_: Round, approve: ApproveForm | None = None, send_back: SendBackForm | None = None
) -> HttpResponse:
    """The page, with the forms as they were sent where something is wrong with them."""
    currency = round_.programme.currency
    shown: dict[str, Any] = {
        "round": round_,
        "title": round_.programme.title[language()],
        "currency": currency,
        "state": state_of(round_),
        "stages": stages_done(round_),
        "at_work": round_.state in AT_WORK,
        "approve_form": approve or ApproveForm(currency=currency),
        "send_back_form": send_back or SendBackForm(),
        "figures": shown_figures(round_),
        "left_out": sum(round_.left_out.values()),
    }
    return render(request, "office/rounds/round.html", shown | _acts(request, round_))


def _acts(request: StaffRequest, round_: Round) -> dict[str, Any]:
    """What the person may do now, and why not."""
    may = reaches(request.reach, round_.programme.key, *APPROVE)
    mine = round_.asked_by_id == request.user.pk
    touching = files_touching(request.user, round_.programme) if may and not mine else 0
    return {
        "may_decide": may and round_.state == State.SIMULATED and not mine and not touching,
        "may_send_back": may and round_.state == State.APPROVED and not mine,
        "may_issue": may and round_.state == State.APPROVED,
        "prepared_by_you": may and round_.state == State.SIMULATED and mine,
        "may_prepare_anew": round_.state == State.SENT_BACK and reaches(request.reach, round_.programme.key, *ASK),
        "touching": touching if round_.state == State.SIMULATED else 0,
    }
