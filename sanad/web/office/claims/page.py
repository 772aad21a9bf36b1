"""One claim: what is known, what is missing, what comes next, what happened."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from sanad.casework.assessments.selectors import assessments_of
from sanad.casework.claims.models import Claim, State
from sanad.casework.claims.selectors import missing_facts
from sanad.casework.claims.services import note_visit
from sanad.casework.payments.selectors import account_of
from sanad.places.selectors import names_of
from sanad.registry.models import Occupancy, Tenure
from sanad.registry.selectors import known, members_of, name_of, speaker_of
from sanad.web.office.assessments.roles import RECORD
from sanad.web.office.buildings.marks import Mark, marks_of
from sanad.web.office.claims.asked import asked
from sanad.web.office.claims.clocks import clocks_of, hold_of
from sanad.web.office.claims.decided import decided
from sanad.web.office.claims.files import files_of
from sanad.web.office.claims.history import RECENT, history_of
from sanad.web.office.claims.roles import ADD_FILES, READ, TAKE_IN, claim_within
from sanad.web.office.claims.rows import STATES
from sanad.web.office.claims.told_facts import told_facts
from sanad.web.office.works.repairs import repairs_of
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def claim(request: StaffRequest, number: str) -> HttpResponse:
    found = claim_within(request, number, *READ)
    note_visit(claim=found, at=now(), by=request.user)
    told = {**_head(found), **_home(found), **_facts(found), **decided(request, found), **_happened(request, found)}
    told["paid_there"] = _paid_there(found)
    told["may_act"] = request.reach.holds(*TAKE_IN)
    told["may_add"] = request.reach.holds(*ADD_FILES)
    told["may_assess"] = request.reach.holds(*RECORD)
    told["marks"] = _dangers(found)
    told |= asked(request, found)
    told["repairs"] = repairs_of(request, found)
    return render(request, "office/claims/claim.html", told)


def _head(found: Claim) -> dict[str, Any]:
    speaker = speaker_of(found.household)
    return {
        "claim": found,
        "state": STATES[State(found.state)],
        "speaker": known(speaker) if speaker else None,
        "name": name_of(speaker, language()) if speaker else "",
        "members": [(known(one), name_of(one, language())) for one in members_of(found.household, localdate())],
        "hold": hold_of(found),
        "clocks": clocks_of(found, now()),
        "today": localdate(),
    }


def _paid_there(found: Claim) -> str:
    """Whether an account is confirmed, waits to be, or none is known."""
    standing, waiting = account_of(found.household)
    return "waiting" if waiting else "confirmed" if standing else ""


def _dangers(found: Claim) -> list[Mark]:
    building = found.dwelling.building
    return [mark for mark in marks_of([building])[building.pk] if mark.state == "danger"]


def _home(found: Claim) -> dict[str, Any]:
    place = found.dwelling.building.place
    here = {"household": found.household, "dwelling": found.dwelling, "until": None}
    return {
        "place": names_of([place], language())[place.code],
        "tenure": Tenure.objects.filter(**here).first(),
        "occupancy": Occupancy.objects.filter(**here).first(),
    }


def _facts(found: Claim) -> dict[str, Any]:
    return {
        "groups": told_facts(found, language()),
        "missing": [field.declared.label[language()] for field in missing_facts(found)],
        "files": files_of(found),
        "assessments": assessments_of(found),
    }


def _happened(request: StaffRequest, found: Claim) -> dict[str, Any]:
    entries = history_of(found)
    shown = entries if "all" in request.GET else entries[:RECENT]
    return {"entries": shown, "more_entries": len(entries) - len(shown)}
