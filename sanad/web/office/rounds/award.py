"""One claim in a round, in words: what it got, why, from which rule and source; and the money behind it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from sanad.caseload.explaining import explanation_of
from sanad.caseload.rounds import RoundRefused
from sanad.caseload.stored import NoSuchClaim, open_round
from sanad.casework.awards.models import Award, Round, State
from sanad.casework.claims.selectors import claims_within
from sanad.casework.payments.selectors import money_of
from sanad.casework.rounds.selectors import folder_of
from sanad.engine.rules.words.blocks import Paragraph
from sanad.rulebook.selectors import programme_of
from sanad.staff.roles import Role
from sanad.web.office.rounds.blocks import drawn
from sanad.web.office.rounds.roles import READ, reaches
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

READ_AWARDS = (Role.CASEWORKER, Role.PROGRAMME_LEAD, Role.FINANCE_OFFICER, Role.AUDITOR)


@open_to(*READ_AWARDS)
def award(request: StaffRequest, reference: str, number: str) -> HttpResponse:
    claim = claims_within(request.reach, *READ_AWARDS).filter(number=number).first()
    round_ = _round_of(reference, number)
    if claim is None or round_ is None or not _is_for(request, round_):
        raise Http404(number)
    stands = Award.objects.filter(round=round_, claim=claim).select_related("superseded_by__round__programme").first()
    later = getattr(stands, "superseded_by", None)
    shown = {
        "round": round_,
        "claim": claim,
        "award": stands,
        "later": later,
        "money": money_of(stands) if stands and stands.net is not None else None,
        "lines": {line.name: line.label[language()] for line in programme_of(round_.rules).lines},
        "blocks": drawn(_told(round_, number)),
    }
    return render(request, "office/rounds/award.html", shown)


def _is_for(request: StaffRequest, round_: Round) -> bool:
    """What is not issued yet is for those who decide about the round."""
    issued = round_.state == State.ISSUED
    return issued or (round_.simulated_at is not None and reaches(request.reach, round_.programme.key, *READ))


def _round_of(reference: str, number: str) -> Round | None:
    prefix, _, at = reference.partition("-R")
    if not at.isascii() or not at.isdigit() or not number.startswith(f"{prefix}-"):
        return None
    rounds = Round.objects.select_related("programme", "rules")
    return rounds.filter(programme__prefix=prefix, number=int(at[:9])).first()


def _told(round_: Round, number: str) -> list[Paragraph]:
    """The explanation, decided again from the round's own facts. Raises Http404 where the claim is not in the round."""
    try:
        return explanation_of(open_round(folder_of(round_)), number, language()).paragraphs
    except NoSuchClaim as error:
        raise Http404(number) from error
    except RoundRefused:
        return []
