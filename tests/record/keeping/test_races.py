"""Two people of the record at the same moment."""

from functools import partial
from threading import Barrier

import pytest
from django.db import connection, transaction

from sanad.record.kinds import Hop, Rights, Why, WorkKind
from sanad.record.models import Capture, LogRow, Proposal, Reached, Statement, Transmission
from sanad.record.refusals import RecordRefused
from sanad.record.services.captures import NewCapture, keep_capture
from sanad.record.services.decisions import accept_statement, reject
from sanad.record.services.retractions import ask_to_seal, retract, seal
from sanad.record.services.sources import NewHop, NewWork, add_work, pass_on
from sanad.record.verification import verify_record
from tests.at_once import at_once
from tests.record.keeping.pages import PAGE, WHEN, by_maya, by_omar, held, said, wanted

ROUNDS = 4
LIST = "“The list is ready.”"
PROMISE = "“We will pay the families within a few months,”"


def kinds(found: list[object]) -> list[str]:
    return sorted(type(one).__name__ for one in found)


def naive_reject(proposal: int, wait) -> bool:
    """Reads the state, checks it, and then writes."""
    with transaction.atomic():
        state = Proposal.objects.values_list("state", flat=True).get(pk=proposal)
        wait()
        if state != "open":
            return False
        Proposal.objects.filter(pk=proposal).update(state="rejected", by=by_maya().user, at=WHEN)
        return True


def test_of_two_who_decide_one_is_told_who_decided_what(own_database):
    for number in range(ROUNDS):
        page = held(f"{PAGE}\n{number}\n", title=f"Page {number}")
        proposal = page.layer.proposals.get(kind="quotation", start=PAGE.index(PROMISE))
        new = wanted(page, PROMISE)

        found = at_once(
            partial(accept_statement, proposal, new, by_maya(), edited=False),
            partial(reject, Proposal.objects.get(pk=proposal.pk), by_omar()),
        )

        refused = [one for one in found if isinstance(one, RecordRefused)]
        assert [one.code for one in refused] == ["is_decided"]
        proposal.refresh_from_db()
        assert Statement.objects.filter(account=page.account).exists() == (proposal.state == "accepted")


def test_two_hops_at_once_never_close_a_circle(own_database):
    for number in range(ROUNDS):
        names = [f"{name} {number}" for name in ("tape", "report", "book")]
        one, other, third = (add_work(NewWork(WorkKind.RECORDING, name, Rights.CLOSED), by_maya()) for name in names)
        pass_on(third, NewHop(Hop.QUOTED, other, why="named"), by_maya())

        found = at_once(
            partial(pass_on, other, NewHop(Hop.QUOTED, one, why="named"), by_maya()),
            partial(pass_on, one, NewHop(Hop.QUOTED, third, why="named"), by_omar()),
        )

        assert kinds(found).count("Transmission") <= 1
        hops = Transmission.objects.filter(child__work__title__endswith=str(number))
        assert hops.count() <= 2


def test_a_statement_written_while_its_source_is_taken_back_is_flagged(own_database):
    for number in range(ROUNDS):
        page = held(f"{PAGE}\n{number}\n", title=f"Page {number}")

        found = at_once(
            partial(retract, page.work, Why.SOURCE_RETRACTED, "taken back", by_omar()),
            partial(said, page, LIST),
        )

        assert kinds(found) == ["Retraction", "Statement"]
        assert Reached.objects.filter(statement=found[1].pk, retraction=found[0].pk).count() == 1


def test_the_same_page_twice_at_once_is_kept_once(own_database):
    by = by_maya()
    for number in range(ROUNDS):
        new = NewCapture(f"{PAGE}{number}".encode(), "text/plain", "paste", WHEN)

        found = at_once(*[partial(keep_capture, new, by)] * 3)

        assert sorted(is_new for _, is_new in found) == [False, False, True]
        assert Capture.objects.count() == number + 1


def test_what_was_written_at_once_fits_its_log(own_database):
    page = held()
    report = add_work(NewWork(WorkKind.RECORDING, "The tape", Rights.CLOSED), by_maya())

    at_once(
        partial(said, page, LIST),
        partial(said, page, PROMISE),
        partial(pass_on, page.account, NewHop(Hop.QUOTED, report, why="named"), by_omar()),
    )

    assert list(verify_record()) == []
    assert LogRow.objects.count() > Statement.objects.count()


def test_two_who_seal_destroy_one_key_once(own_database):
    page = held()
    asked = ask_to_seal(page.capture, "a witness could be known", by_maya())

    found = at_once(partial(seal, asked, by_omar()), partial(seal, asked, by_omar()))

    assert kinds(found) == ["NoneType", "RecordRefused"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction in at a time")
def test_without_a_guard_two_both_decide(own_database):
    page = held()
    proposal = page.layer.proposals.filter(state="open").first()
    both_have_read = Barrier(2)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE record_proposal DISABLE TRIGGER USER")

    found = at_once(*[partial(naive_reject, proposal.pk, partial(both_have_read.wait, 10))] * 2)

    assert found == [True, True]
