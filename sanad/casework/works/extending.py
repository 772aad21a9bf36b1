"""Moving the review of a halt to a later day; from the third time on a programme lead decides."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from sanad.audit.services import record
from sanad.casework.works.halting import as_it_stands, hold, of_halt, office_for
from sanad.casework.works.models import Extension, Halt
from sanad.casework.works.proposals import LONGEST_UNSEEN, reason_problems
from sanad.casework.works.refusals import SAYINGS, HaltHasMoved, LeadIsNeeded, WorksRefused
from sanad.casework.works.telling import facts_of
from sanad.casework.works.touched import tell_touched
from sanad.evidence.refusals import problem
from sanad.staff.models import User
from sanad.staff.roles import Role

LEADS_FROM = 3
"""The number of the first extension that is a programme lead's."""


@transaction.atomic
def extend_halt(*, halt: Halt, id: UUID, to_review: date | None, words: str, at: datetime, by: User) -> Extension:
    """Move the review to a later day, with a reason; from the third on a programme lead does. Sent twice, it is one.

    Raises WorksRefused, LeadIsNeeded, HaltHasMoved, NotTheirs, Recused.
    """
    known = Extension.objects.filter(client_id=id, halt=halt).first()
    if known:
        return known
    number = halt.extensions + 1
    office = _office_for_extension(halt, number, at.date(), by)
    later = _checked(halt, to_review, words, localdate(at))
    hold(halt)
    standing = Halt.objects.filter(pk=halt.pk, ended_at=None, extensions=halt.extensions, review_on=halt.review_on)
    if not standing.update(review_on=later, extensions=F("extensions") + 1):
        raise HaltHasMoved(as_it_stands(halt))
    moved = Extension.objects.create(
        halt=halt,
        number=number,
        client_id=id,
        from_review=halt.review_on,
        to_review=later,
        words=words.strip(),
        at=at,
        by=by,
        office=office,
    )
    extended = as_it_stands(halt)
    tell_touched(extended, "halt_extended", {**facts_of(extended), "words": moved.words, "number": number}, at)
    facts = {"number": number, "to_review": moved.to_review.isoformat()}
    record(act="halt.extend", on=halt.about, by=by, at=at, facts=facts)
    return moved


def _office_for_extension(halt: Halt, number: int, on: date, by: User) -> Role:
    """Raises LeadIsNeeded, NotTheirs, Recused."""
    office = office_for(of_halt(halt), on, by)
    if number >= LEADS_FROM and office != Role.PROGRAMME_LEAD:
        raise LeadIsNeeded(halt.reference)
    return office


def _checked(halt: Halt, to_review: date | None, words: str, today: date) -> date:
    """The later day. Raises WorksRefused."""
    problems, after = reason_problems(words), max(halt.review_on, today)
    if to_review is None or to_review <= after:
        problems.append(problem(SAYINGS, "review_not_later", "to_review", review_on=after.isoformat()))
    elif to_review > today + LONGEST_UNSEEN:
        problems.append(problem(SAYINGS, "review_too_late", "to_review", days=LONGEST_UNSEEN.days))
    if problems or to_review is None:
        raise WorksRefused(problems)
    return to_review
