"""The menu of the office: a line for each subject, in the order of the work, seen by the roles that have it to do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sanad.staff.roles import Role
from sanad.web.office.buildings.roles import READ as READ_BUILDINGS
from sanad.web.office.claims.roles import READ as READ_CLAIMS
from sanad.web.office.funds.roles import READ as READ_FUNDS
from sanad.web.office.inquiries.roles import READ as READ_INQUIRIES
from sanad.web.office.notices.roles import TELL
from sanad.web.office.payments.roles import READ as READ_PAYMENTS
from sanad.web.office.record import READ as READ_RECORD
from sanad.web.office.releases.roles import READ as READ_RELEASES
from sanad.web.office.rounds.roles import READ as READ_ROUNDS
from sanad.web.office.safety.board import SEE as SEE_SAFETY
from sanad.web.office.staff.roles import READ as READ_STAFF
from sanad.web.office.witnesses.roles import READ as READ_WITNESSES
from sanad.web.office.works.roles import READ as READ_WORKS
from sanad.web.shared.access import EVERY_ROLE


@dataclass(frozen=True, slots=True)
class Entry:
    """`name` is the name of an address; every address that begins with it is the same subject."""

    name: str
    title: str | Promise
    roles: tuple[Role, ...]


MENU = (
    Entry("work", _("My work"), EVERY_ROLE),
    Entry("claims", _("Claims"), READ_CLAIMS),
    Entry("inquiries", _("Inquiries"), READ_INQUIRIES),
    Entry("notices", _("Telling families"), TELL),
    Entry("buildings", _("Buildings"), READ_BUILDINGS),
    Entry("safety", _("Safety"), SEE_SAFETY),
    Entry("works", _("Works"), READ_WORKS),
    Entry("rounds", _("Rounds"), READ_ROUNDS),
    Entry("payments", _("Payments"), READ_PAYMENTS),
    Entry("funds", _("Funds"), READ_FUNDS),
    Entry("releases", _("Releases"), READ_RELEASES),
    Entry("desk", _("Record desk"), READ_RECORD),
    Entry("witnesses", _("What families were told"), READ_WITNESSES),
    Entry("staff", _("Staff"), READ_STAFF),
)
