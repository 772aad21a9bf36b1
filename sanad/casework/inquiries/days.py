"""When an inquiry is answered at the latest."""

from datetime import date, timedelta

from django.conf import settings

from sanad.casework.claims.declared import NoRules, declared_of
from sanad.engine.rules.calendars import working_days
from sanad.rulebook.models import Programme

WORKING_DAYS = 5


def due_on(programme: Programme, asked_on: date) -> date:
    """Five working days later, by the programme's calendar where it has one that knows the day, else by the weekend of
    the settings.
    """
    try:
        calendars = declared_of(programme).calendars
    except NoRules:
        calendars = ()
    known = working_days(calendars[0]).later(asked_on, WORKING_DAYS) if calendars else None
    return known or _by_weekend(asked_on)


def _by_weekend(asked_on: date) -> date:
    day, left = asked_on, WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.isoweekday() not in settings.WEEKEND
    return day
