"""Money that arrived and counts once the person, as a second one, has confirmed it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.funds.selectors import receipts_to_confirm
from sanad.web.office.funds.roles import RECORD, funds_within
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import language, money
from sanad.web.shared.requests import StaffRequest


def waiting_receipts(request: StaffRequest) -> list[List]:
    found = receipts_to_confirm(funds_within(request.reach, *RECORD))
    waiting = [one for one in found if one.recorded_by_id != request.user.pk]
    lines = [
        Line(
            reverse("fund_receipt", args=[one.part.fund.code, one.pk]),
            one.part.fund.names[language()],
            one.bank_reference,
            money(one.amount, one.part.fund.currency),
        )
        for one in waiting[:FIRST]
    ]
    return [List(_("Receipts to confirm"), len(waiting), "due", reverse("funds"), lines)]
