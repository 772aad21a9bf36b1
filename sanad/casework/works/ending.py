"""Ending a halt, with what restarted it."""

from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.casework.allocations.stopping import go_on
from sanad.casework.works.halting import as_it_stands, hold, of_halt, office_for
from sanad.casework.works.models import Halt
from sanad.casework.works.proposals import text_problems
from sanad.casework.works.reasons import ENDINGS, Ending, Reason, in_both
from sanad.casework.works.refusals import HaltHasMoved, WorksRefused, refused
from sanad.casework.works.selectors import STRUCTURE, why_not_finish
from sanad.casework.works.telling import facts_of
from sanad.casework.works.touched import tell_touched
from sanad.staff.models import User


@transaction.atomic
def end_halt(*, halt: Halt, ending: Ending | None, words: str = "", at: datetime, by: User) -> Halt:
    """What it waited for has come; `ending` says what restarted it. One for safety goes on while that is not so.

    Raises WorksRefused, HaltHasMoved, NotTheirs, Recused.
    """
    office_for(of_halt(halt), at.date(), by)
    if ending is None:
        raise refused("no_ending", "ending")
    problems = list(text_problems(words, "words"))
    if problems:
        raise WorksRefused(problems)
    hold(halt)
    _refuse_unsafe(halt, at)
    return close(halt=halt, ending=ending, words=words, at=at, by=by)


def close(*, halt: Halt, ending: Ending, words: str, at: datetime, by: User) -> Halt:
    """End a halt in the transaction of an act, and tell whom it touched. Raises HaltHasMoved."""
    touched = Halt.objects.filter(pk=halt.pk, ended_at=None)
    told = {**facts_of(halt), "how": in_both(ENDINGS[ending])}
    if not touched.update(ended_at=at, ended_by=by, ending=ending, ending_words=words.strip()):
        raise HaltHasMoved(as_it_stands(halt))
    ended = as_it_stands(halt)
    go_on(about=halt.about, at=at)
    tell_touched(ended, "halt_ended", told, at)
    record(act="halt.end", on=halt.about, by=by, at=at, facts={"ending": ending})
    return ended


def _refuse_unsafe(halt: Halt, at: datetime) -> None:
    """A person's word does not make a building safe; a placard does."""
    found = why_not_finish(halt.building, at) if halt.building else []
    if halt.reason == Reason.UNSAFE and any(code != STRUCTURE for code in found):
        raise refused("is_unsafe")
    if halt.reason == Reason.STRUCTURE_FIRST and STRUCTURE in found:
        raise refused(STRUCTURE)
