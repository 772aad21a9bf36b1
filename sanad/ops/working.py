"""The worker's duties, one after the other, for ever. Each may be killed at any moment and done again."""

import logging
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import OperationalError, connection
from django.utils.timezone import localdate

from sanad.audit.checkpoints import Checkpoint, notes_in, signing_key, write_checkpoint
from sanad.audit.models import Chain
from sanad.audit.sealing import seal_all
from sanad.caseload.problems import CaseloadRefused
from sanad.casework.answers.services import ChainMovesOn, follow
from sanad.casework.rounds.falling_due import DayWasDone, fall_due, leave_day_out, next_day_to_work_out
from sanad.casework.rounds.stepping import take_next_step
from sanad.casework.safety.services import lapse_precautions
from sanad.casework.works.services import escalate_halts, halt_unsafe, tell_those_missed
from sanad.engine.batch.deciding import RoundTooLarge
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.ops.making_answers import Answers
from sanad.outcomes.checking import hold_what_is_due
from sanad.outcomes.recording.following import record_public_words
from sanad.web.family.watching import forget_tries, watch_codes

log = logging.getLogger("sanad.worker")
PAUSE = 0.5
BETWEEN_CHECKPOINTS = timedelta(seconds=60)
Duty = Callable[[datetime], int]
"""Does what waits at this moment, and says how much it was."""


def work(*, once: bool) -> None:
    """Do all duties until a signal asks to stop; with `once`, until nothing waits."""
    stop = threading.Event()
    for wish in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wish, lambda *_given: stop.set())
    while not stop.is_set():
        done = sum(_dutifully(duty, once=once) for duty in DUTIES)
        if once and not done:
            break
        if not done:
            stop.wait(PAUSE)
    write_note(datetime.now(UTC))


def _dutifully(duty: Duty, *, once: bool) -> int:
    """One duty; a database that is away for a while is waited for, and told."""
    try:
        return duty(datetime.now(UTC))
    except OperationalError:
        if once:
            raise
        log.exception("the database is away; trying again")
        connection.close()
        return 0


def seal(now: datetime) -> int:
    return seal_all(at=now)


def step_of_a_round(_now: datetime) -> int:
    return take_next_step(lambda: datetime.now(UTC))


def let_fall_due(now: datetime) -> int:
    """One day of one round: what of its awards fell due."""
    waiting = next_day_to_work_out(localdate(now))
    if waiting is None:
        return 0
    round_, on = waiting
    try:
        fall_due(round_=round_, on=on, at=now)
    except DayWasDone:
        log.info("%s was worked out for %s by another worker", round_.reference, on)
    except (CaseloadRefused, ProgrammeRefused, RoundTooLarge) as error:
        log.exception("what fell due of %s on %s could not be worked out", round_.reference, on)
        leave_day_out(round_=round_, on=on, code=type(error).__name__, at=now)
    return 1


def lapse(now: datetime) -> int:
    """Nobody is kept out of a building beyond the hours of a precaution."""
    return len(lapse_precautions(at=now))


def halt_what_is_unsafe(now: datetime) -> int:
    """Finishing works of a building that was marked unsafe by another door than the office."""
    return halt_unsafe(at=now)


def escalate(now: datetime) -> int:
    """A review of a halt that has passed goes to the lead."""
    return escalate_halts(at=now)


def tell_late(now: datetime) -> int:
    """Who came to be touched by a halt after it was told."""
    return tell_those_missed(at=now)


def follow_the_chain(now: datetime) -> int:
    """Mark the answers that new acts touch, and renew the order of payment; if acts come too fast, in the next turn."""
    with suppress(ChainMovesOn):
        return follow(at=now, day=localdate(now))
    return 0


make_answers = Answers().make


def note(now: datetime) -> int:
    write_note(now, at_least=BETWEEN_CHECKPOINTS)
    return 0


def write_note(now: datetime, *, at_least: timedelta = timedelta(0)) -> None:
    """Sign the chain's head where it grew since the last note and that one is old enough."""
    head = Chain.objects.filter(pk=1, length__gt=0).first()
    newest = max(notes_in(settings.CHECKPOINTS_ROOT), default=None)
    if head is None or (newest and int(newest.stem) >= head.length):
        return
    if newest is None or now.timestamp() - newest.stat().st_mtime >= at_least.total_seconds():
        checkpoint = Checkpoint(head.length, head.digest)
        write_checkpoint(settings.CHECKPOINTS_ROOT, checkpoint, signing_key(settings.MASTER_KEY))


def record_what_was_said(now: datetime) -> int:
    """What the programme said in public becomes part of the record."""
    return record_public_words(now)


def hold_commitments(now: datetime) -> int:
    """Once a day, and for what was linked since: every linked commitment against the ledger."""
    return hold_what_is_due(now)


DUTIES: tuple[Duty, ...] = (
    seal,
    follow_the_chain,
    note,
    lapse,
    halt_what_is_unsafe,
    escalate,
    tell_late,
    record_what_was_said,
    hold_commitments,
    step_of_a_round,
    let_fall_due,
    make_answers,
    watch_codes,
    forget_tries,
)
