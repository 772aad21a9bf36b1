"""Stating facts of a claim: those that the desk knows, as versions that nobody writes over unseen."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from sanad.casework.claims.declared import fields_of
from sanad.casework.claims.models import Claim, Level
from sanad.casework.claims.selectors import facts_now, texts_of, versions_seen
from sanad.casework.claims.selectors.registered import READERS
from sanad.casework.claims.services import FactsHaveChanged, FactsRefused, state_facts_of
from sanad.engine.rules.fields import TypedField
from sanad.web.office.claims.fact_fields import FactsForm, fact_name
from sanad.web.office.claims.programmes import pen_of
from sanad.web.office.claims.roles import TAKE_IN, claim_within
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest

YES_NO = {True: "yes", False: "no"}


@open_to(*TAKE_IN)
def facts(request: StaffRequest, number: str) -> HttpResponse:
    claim = claim_within(request, number, *TAKE_IN)
    standing = _standing(claim)
    if request.method != "POST":
        return _page(request, claim, _form(claim, initial=standing), versions_seen(claim))
    form, seen = _form(claim, data=request.POST), json.loads(request.POST.get("seen", "{}"))
    return _stated(request, claim, form, seen, standing) if form.is_valid() else _page(request, claim, form, seen)


def _stated(
    request: StaffRequest, claim: Claim, form: FactsForm, seen: dict[str, int], standing: dict[str, object]
) -> HttpResponse:
    changed = form.changed(standing)
    try:
        if changed:
            state_facts_of(claim=claim, facts=changed, source="family", at=now(), by=request.user, seen=seen)
    except FactsRefused as refused:
        for problem in refused.problems:
            form.add_error(problem.where.replace(".", "-"), problem.says[language()])
        return _page(request, claim, form, seen)
    except FactsHaveChanged as meanwhile:
        form.add_error(None, _said(meanwhile))
        return _page(request, claim, form, versions_seen(claim))
    messages.success(request, _("The facts are kept."))
    return redirect("claim", claim.number)


def _said(meanwhile: FactsHaveChanged) -> str:
    who = meanwhile.statement.stated_by if meanwhile.statement else None
    return _(
        "{who} stated facts of this claim meanwhile. Compare them with what you typed, which is kept, and send again."
    ).format(who=who or _("Somebody"))


def _form(claim: Claim, **given: Any) -> FactsForm:
    return FactsForm(asked=_asked(claim), pen=pen_of(claim.programme, language()), **given)


def _asked(claim: Claim) -> list[TypedField]:
    """Those that the registry does not know by itself."""
    return [field for field in fields_of(claim.programme).values() if _is_asked_here(field)]


def _is_asked_here(field: TypedField) -> bool:
    of_register = field.declared.asked == "register"
    return field.declared.asked == "family" or (of_register and (field.level, field.name) not in READERS)


def _standing(claim: Claim) -> dict[str, object]:
    """What stands, as the form shows it."""
    now_ = facts_now(claim)
    texts = texts_of(claim)
    found: dict[str, object] = {}
    for field in _asked(claim):
        if field.level == Level.PERSON:
            continue
        told = next(iter(now_.get(field.level, {}).values()), {}).get(field.name, texts.get(field.name, ""))
        found[fact_name(field.level, field.name)] = YES_NO.get(told, told) if isinstance(told, bool) else told
    return found


def _page(request: StaffRequest, claim: Claim, form: FactsForm, seen: dict[str, int]) -> HttpResponse:
    return render(request, "office/claims/facts.html", {"claim": claim, "form": form, "seen": json.dumps(seen)})
