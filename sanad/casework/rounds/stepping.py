"""The worker's part of a round, step by step. A round's state is its place in the queue; a lease says who has it.

A worker may be killed at any moment: what it wrote is not known to the round until the state moves, and the next worker
begins the step anew once the lease has run out.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import OperationalError, connection, transaction

from sanad.audit.services import record
from sanad.caseload.problems import CaseloadRefused
from sanad.casework.awards.models import Round, State
from sanad.casework.rounds.carrying import PaymentsMovedOn, RunIsOpen
from sanad.casework.rounds.freezing import freeze
from sanad.casework.rounds.issuing import ClaimsMovedOn, RoundWasTouched, issue
from sanad.casework.rounds.refusals import StateHasChanged
from sanad.casework.rounds.selectors import waiting_for_the_worker
from sanad.casework.rounds.simulating import simulate
from sanad.casework.rounds.states import move
from sanad.engine.batch.deciding import RoundTooLarge
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.ledger.refusals import LedgerRefused, NotEnoughMoney

log = logging.getLogger("sanad.rounds")
LEASE = timedelta(seconds=60)
HEARTBEAT = 15.0
Clock = Callable[[], datetime]
STEPS: dict[str, Callable[[Round, datetime], None]] = {
    State.ASKED: freeze,
    State.FROZEN: simulate,
    State.ISSUING: issue,
}


def take_next_step(clock: Clock) -> int:
    """Do one step of one round that waits; 1 where there was one, else 0."""
    taken = _taken(clock())
    if taken is None:
        return 0
    with _kept(taken, clock):
        _step(taken, clock)
    return 1


def _taken(now: datetime) -> Round | None:
    """The first round that nobody holds, now held by us."""
    for waiting in waiting_for_the_worker(now).select_related("programme", "rules", "issued_by")[:5]:
        mine = Round.objects.filter(pk=waiting.pk, state=waiting.state, leased_until=waiting.leased_until)
        if mine.update(leased_until=now + LEASE):
            return waiting
    return None


@contextmanager
def _kept(held: Round, clock: Clock) -> Iterator[None]:
    """Renew the lease while the step runs, however long it takes."""
    done = threading.Event()
    keeper = threading.Thread(target=_renew, args=(held, done, clock), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        keeper.join()


def _renew(held: Round, done: threading.Event, clock: Clock) -> None:
    while not done.wait(HEARTBEAT):
        try:
            Round.objects.filter(pk=held.pk, state=held.state).update(leased_until=clock() + LEASE)
        except OperationalError:
            # On SQLite the step itself holds the database while it writes; nobody else could take it then either.
            log.debug("the lease of %s could not be renewed yet", held.pk)
    connection.close()


def _step(held: Round, clock: Clock) -> None:
    state = held.state
    try:
        STEPS[state](held, clock())
    except StateHasChanged:
        log.info("%s was done by another worker", held.reference)
    except (CaseloadRefused, ProgrammeRefused, RoundTooLarge, RoundWasTouched) as error:
        _end(held, State.FAILED, state, {"code": type(error).__name__, "what": str(error)[:2000]}, clock())
    except NotEnoughMoney as error:
        missing = {"account": error.account, "asked": error.asked, "free": error.free, "missing": error.missing}
        _end(held, State.APPROVED, state, {"code": "NotEnoughMoney", **missing}, clock())
    except ClaimsMovedOn as error:
        _end(held, State.APPROVED, state, {"code": "ClaimsMovedOn", "claims": error.claims}, clock())
    except PaymentsMovedOn as error:
        _end(held, State.APPROVED, state, {"code": "PaymentsMovedOn", "claims": error.claims}, clock())
    except RunIsOpen as error:
        _end(held, State.APPROVED, state, {"code": "RunIsOpen", "runs": error.runs}, clock())
    except LedgerRefused as error:
        _end(held, State.APPROVED, state, {"code": type(error).__name__}, clock())


@transaction.atomic
def _end(held: Round, to: State, out_of: str, failure: dict[str, object], at: datetime) -> None:
    """The step cannot be done: where the round stands now, and why."""
    move(held, to=to, out_of=(State(out_of),), failure=failure)
    facts = {name: value for name, value in failure.items() if name != "what"}
    record(act="round.refused", on=f"round:{held.reference}", by=None, at=at, facts=facts)
