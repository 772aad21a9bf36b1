"""The claims of a round that end in one way, each with its reason."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from sanad.casework.awards.models import Outcome
from sanad.casework.rounds.figures import Figures
from sanad.casework.rounds.reasons import sentence
from sanad.rulebook.selectors import programme_of
from sanad.web.office.rounds.roles import READ, round_within
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

ON_A_PAGE = 50


@open_to(*READ)
def ending(request: StaffRequest, reference: str, outcome: str) -> HttpResponse:
    round_ = round_within(request, reference, *READ)
    if outcome not in Outcome.values or not round_.simulated_at:
        raise Http404(outcome)
    figures, page = Figures.of(round_), _page(request)
    rules = programme_of(round_.rules)
    found = figures.claims_ending(outcome, ON_A_PAGE + 1, page * ON_A_PAGE)
    rows = [
        (number, [sentence(rules, outcome, code, language()) for code in codes], net)
        for number, codes, net in found[:ON_A_PAGE]
    ]
    shown = {
        "round": round_,
        "currency": round_.programme.currency,
        "words": Outcome(outcome).label,
        "count": figures.counts["outcomes"].get(outcome, 0),
        "rows": rows,
        "before": page - 1 if page else None,
        "after": page + 1 if len(found) > ON_A_PAGE else None,
    }
    return render(request, "office/rounds/ending.html", shown)


def _page(request: StaffRequest) -> int:
    typed = request.GET.get("page", "0")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < len("100000") else 0
