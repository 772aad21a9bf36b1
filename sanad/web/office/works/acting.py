"""What is common to all acts on works: saying why one was refused."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext

from sanad.casework.works.acting import NotTheirs
from sanad.casework.works.refusals import AlreadyHalted, LeadIsNeeded, SamePerson, SomebodyWasFirst
from sanad.evidence.refusals import Refused
from sanad.registry.selectors import Recused
from sanad.web.shared.formats import language, moment, reference

Act = Callable[[], object]


def tell(form: forms.Form, refused: Refused, where: Callable[[str], str | None] | None = None) -> None:
    """Every problem at its field, or on top of the form."""
    for problem in refused.problems:
        name = where(problem.where) if where else problem.where
        form.add_error(name if name in form.fields else None, problem.says[language()])


def done(request: HttpRequest, act: Act, words: str) -> bool:
    """Do it and say so; where somebody else was first, or it is another's to do, say that. Raises Refused."""
    try:
        act()
    except (NotTheirs, Recused):
        messages.warning(request, gettext("This is for a colleague: it lies outside your district, or it is your own."))
    except SamePerson:
        messages.warning(request, gettext("You had a part in this before; another person does it."))
    except LeadIsNeeded:
        messages.warning(request, gettext("From the third extension on, the programme lead extends a halt."))
    except SomebodyWasFirst as first:
        told = gettext("{who} was first, on {when}. It stands as shown here.")
        messages.warning(request, format_html(told, who=first.by or "", when=moment(first.at or now())))
    except AlreadyHalted as standing:
        told = gettext("It is halted for this reason already: {halt}.")
        messages.warning(request, format_html(told, halt=reference(standing.halt.reference)))
    else:
        messages.success(request, words)
        return True
    return False
