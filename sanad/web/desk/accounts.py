"""One telling, and the chain by which it came to us: as a picture, and as a table that says the same."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from sanad.record.selectors.chains import chain_of
from sanad.record.selectors.said import accounts_told
from sanad.web.desk.roles import KEEP, READ
from sanad.web.desk.shown.chains import hops_of
from sanad.web.desk.shown.drawing import picture
from sanad.web.shared.access import open_to
from sanad.web.shared.formats import language
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def account(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(accounts_told(), pk=pk)
    chain = chain_of(found)
    hops = hops_of(chain)
    told = {
        "section": "pages",
        "account": found,
        "chain": chain,
        "hops": hops,
        "may_edit": request.reach.holds(*KEEP),
        "pictures": picture(hops, is_rtl=language() == "ar"),
    }
    return render(request, "desk/account.html", told)
