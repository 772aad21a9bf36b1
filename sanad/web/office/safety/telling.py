"""Telling what was wrong with an act for safety: at its field, or on the building's page."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from sanad.evidence.refusals import Refused
from sanad.web.shared.formats import language


def tell(form: forms.Form, refused: Refused) -> None:
    for problem in refused.problems:
        form.add_error(problem.where if problem.where in form.fields else None, problem.says[language()])


def not_theirs(request: HttpRequest, reference: str) -> HttpResponse:
    """A role of another district, or a building that is the person's own or their kin's."""
    words = _("This building is for a colleague: it lies outside your district, or it is your own or your family's.")
    messages.warning(request, words)
    return redirect("building", reference)
