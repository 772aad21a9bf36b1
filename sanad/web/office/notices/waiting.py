"""Families that nobody has told yet of what endangers them or was taken from them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.web.office.notices.roles import TELL, to_tell
from sanad.web.office.waiting import List
from sanad.web.shared.requests import StaffRequest


def waiting_notices(request: StaffRequest) -> list[List]:
    if not request.reach.holds(*TELL):
        return []
    return [
        List(
            _("Families to tell of danger or a halt"),
            to_tell(request.reach, urgent=True).count(),
            "halt",
            reverse("notices"),
        )
    ]
