"""What an administrator has to know at once: that somebody is guessing the codes of families."""

from datetime import timedelta

from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.audit.models import Event
from sanad.staff.roles import Role
from sanad.web.office.waiting import FIRST, Line, List
from sanad.web.shared.formats import moment
from sanad.web.shared.requests import StaffRequest

SHOWN_FOR = timedelta(days=1)


def waiting_alarms(request: StaffRequest) -> list[List]:
    if not request.reach.holds(Role.ADMINISTRATOR):
        return []
    alarms = Event.objects.filter(act="family.alarm", at__gt=now() - SHOWN_FOR).order_by("-id")
    lines = [Line("", _words(alarm), "", moment(alarm.at)) for alarm in alarms[:FIRST]]
    return [List(_("Many wrong codes of families"), alarms.count(), "danger", "", lines)]


def _words(alarm: Event) -> str:
    words = gettext("{wrong} wrong codes within {minutes} minutes; see the runbook “wrong codes of families”")
    return words.format(**alarm.facts)
