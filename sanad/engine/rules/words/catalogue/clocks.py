"""Phrases for calendars and for the terms that run by them."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

CLOCKS: Phrases = {
    "add_working_days": {
        "en": "{first} and this many working days later: {last} (by {calendar})",
        "ar": "{first} وبعده بعدد من أيام العمل هو: {last} (بحسب {calendar})",
    },
    "next_working_day": {
        "en": "{first}, or the next working day by {calendar}",
        "ar": "{first} أو يوم العمل الذي يليه بحسب {calendar}",
    },
    "previous_working_day": {
        "en": "{first}, or the working day before it by {calendar}",
        "ar": "{first} أو يوم العمل الذي يسبقه بحسب {calendar}",
    },
    "working_days_between": {
        "en": "the number of working days from {first} to {last} by {calendar}",
        "ar": "عدد أيام العمل من {first} إلى {last} بحسب {calendar}",
    },
    "calendar_ends": {
        "en": "The calendar {calendar} begins on {since} and ends on {last}{source}. No day outside it is counted.",
        "ar": "يبدأ التقويم {calendar} في {since} وينتهي في {last}{source}. ولا تُحسب أيام خارجه.",
    },
    "clock_ends": {"en": "{name}: the last day is {last}{source}", "ar": "{name}: اليوم الأخير {last}{source}"},
    "clock_if_next": {
        "en": "a last day that is no working day by {calendar} moves to the next working day",
        "ar": "إذا لم يكن اليوم الأخير يوم عمل بحسب {calendar} انتقل إلى يوم العمل التالي",
    },
    "clock_if_previous": {
        "en": "a last day that is no working day by {calendar} moves to the working day before it",
        "ar": "إذا لم يكن اليوم الأخير يوم عمل بحسب {calendar} انتقل إلى يوم العمل الذي يسبقه",
    },
    "clock_if_stays": {
        "en": "the last day stays, working day or not",
        "ar": "يبقى اليوم الأخير كما هو، يوم عمل كان أم لا",
    },
    "clock_last_day_included": {"en": "the last day is in time", "ar": "اليوم الأخير داخل المدة"},
    "clock_last_day_excluded": {"en": "the last day is too late", "ar": "اليوم الأخير متأخر"},
    "clock_open": {
        "en": "{name}: the last day is not known yet{source}",
        "ar": "{name}: اليوم الأخير غير معروف بعد{source}",
    },
    "clock_starts": {"en": "it starts with {start}", "ar": "تبدأ المدة من {start}"},
    "clock_days": {"en": "length in days: {length}", "ar": "المدة بالأيام: {length}"},
    "clock_working_days": {
        "en": "length in working days: {length} (by {calendar})",
        "ar": "المدة بأيام العمل: {length} (بحسب {calendar})",
    },
    "clock_months": {"en": "length in months: {length}", "ar": "المدة بالأشهر: {length}"},
    "clock_first_day_counts": {"en": "the first day counts", "ar": "اليوم الأول محسوب"},
    "clock_first_day_is_not_counted": {
        "en": "the first day is not counted",
        "ar": "اليوم الأول غير محسوب",
    },
    "clock_next": {
        "en": "{day} is no working day by {calendar}, so the term goes on to the next one, {moved}",
        "ar": "{day} ليس يوم عمل بحسب {calendar}، فتمتد المدة إلى يوم العمل التالي، {moved}",
    },
    "clock_previous": {
        "en": "{day} is no working day by {calendar}, so the term ends on the one before it, {moved}",
        "ar": "{day} ليس يوم عمل بحسب {calendar}، فتنتهي المدة في يوم العمل الذي يسبقه، {moved}",
    },
    "clock_excluded": {
        "en": "{day} itself is too late",
        "ar": "{day} نفسه متأخر",
    },
    "clock_until": {
        "en": "extended until {until} by {body}, decided on {decided}: {reason}{source}",
        "ar": "مُدّدت حتى {until} بقرار من {body} في {decided}: {reason}{source}",
    },
    "clock_by": {
        "en": "extended by {by} ({unit}) by {body}, decided on {decided}: {reason}{source}",
        "ar": "مُدّدت {by} ({unit}) بقرار من {body} في {decided}: {reason}{source}",
    },
    "clock_for_whom": {"en": "for whom: {condition}", "ar": "لمن: {condition}"},
    "clock_may_extend": {"en": "who may extend it: {body}", "ar": "من يجوز له تمديدها: {body}"},
    "unit_days": {"en": "days", "ar": "بالأيام"},
    "unit_working_days": {"en": "working days", "ar": "بأيام العمل"},
    "unit_months": {"en": "months", "ar": "بالأشهر"},
    "holiday": {"en": "{day} ({name})", "ar": "{day} ({name})"},
}
