"""What falls due after a round, such as the allowance of a month: the rules are read again on a later day, with the
facts as they stand. It is owed and counted as unfunded; money is set aside for it by the next round only.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import IntegrityError, transaction

from sanad.audit.bulk import insert
from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.caseload.dues import write_dues
from sanad.caseload.making import Asked, make_round
from sanad.casework.awards.models import DueDay, FellDue, Round, State
from sanad.casework.claims.selectors import facts_of
from sanad.casework.notices.services import tell
from sanad.casework.rounds.foreseeing import notices_of, write_lowered
from sanad.casework.rounds.freezing import as_of_one_moment, write_facts
from sanad.casework.rounds.lines_now import Fell, LinesNow, compare
from sanad.casework.rounds.selectors import claims_to_decide
from sanad.rulebook.models import Programme
from sanad.rulebook.selectors import built, programme_of

COLUMNS = ("award_id", "line", "on", "amount")


class DayWasDone(Exception):
    """Another worker has worked out this day."""


def next_day_to_work_out(today: date) -> tuple[Round, date] | None:
    """The newest issued round of a programme, and the first day after it that nobody has worked out; None: all done."""
    for programme in Programme.objects.order_by("pk"):
        newest = Round.objects.filter(programme=programme, state=State.ISSUED).order_by("-number").first()
        if newest and _falls_due_in_parts(newest):
            done = newest.due_days.order_by("-on").values_list("on", flat=True).first() or newest.on
            if done < today:
                return newest, done + timedelta(days=1)
    return None


def fall_due(*, round_: Round, on: date, at: datetime) -> int:
    """Write down what of the round's awards fell due since the last time, and tell families whose line the rules would
    now lower; how many lines fell due. Raises DayWasDone, CaseloadRefused, ProgrammeRefused, RoundTooLarge.
    """
    now = _lines_now(round_, on)
    try:
        with transaction.atomic():
            DueDay.objects.create(round=round_, on=on, lines=len(now.fell))
            _write(round_, on, now, at)
    except IntegrityError as error:
        raise DayWasDone(f"{round_.reference} {on}") from error
    return len(now.fell)


def _lines_now(round_: Round, on: date) -> LinesNow:
    if not claims_to_decide(round_.programme).exists():
        return LinesNow([], [])
    with _decided_again(round_, on) as folder:
        return compare(round_, folder)


@transaction.atomic
def leave_day_out(*, round_: Round, on: date, code: str, at: datetime) -> None:
    """The day could not be worked out: say why, and go on. What fell due on it is found on the next day.

    Every day looks at all that has fallen due so far, so nothing is lost.
    """
    DueDay.objects.create(round=round_, on=on, lines=0)
    facts = {"on": on.isoformat(), "code": code}
    record(act="round.fall_due_refused", on=f"round:{round_.reference}", by=None, at=at, facts=facts)


@contextmanager
def _decided_again(round_: Round, on: date) -> Iterator[Path]:
    """The claims as they stand, decided by the round's rules on that day, with what is due of each line."""
    with TemporaryDirectory(prefix="sanad-due-") as apart:
        given, out = Path(apart) / "facts", Path(apart) / "round"
        with as_of_one_moment():
            levels = facts_of(claims_to_decide(round_.programme))
        write_facts(levels, given)
        make_round(Asked(programme_of(round_.rules), given, on, out), lambda _step: None)
        write_dues(out, on, out / "dues.parquet")
        yield out


def _write(round_: Round, on: date, now: LinesNow, at: datetime) -> None:
    """A day on which nothing changes is no act: it touches no family's answer."""
    if not now.fell and not now.lowered:
        return
    insert(FellDue, COLUMNS, ((one.award, one.line, on, one.amount) for one in now.fell))
    rows = Rows(len(now.fell), merkle_root(_leaf(one, on) for one in now.fell))
    facts = {"on": on.isoformat(), "amount": sum(one.amount for one in now.fell)}
    record(act="round.fall_due", on=f"round:{round_.reference}", by=None, at=at, facts=facts, rows=rows)
    write_lowered(now.lowered, on)
    tell(notices_of(round_, now.lowered), at=at)


def _leaf(one: Fell, on: date) -> bytes:
    return f"{one.number}|{one.line}|{on}|{one.amount}".encode()


def _falls_due_in_parts(round_: Round) -> bool:
    return any(line.instalments for line in built(round_.rules).lines)
