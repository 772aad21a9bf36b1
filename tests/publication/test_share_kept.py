"""The share kept in a release: what is counted, hidden or left out, and that it holds at a position."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django import Settings

from sanad.audit.made_up import mark_as_made_up
from sanad.audit.sealing import seal_all
from sanad.casework.claims.models import Claim
from sanad.funds.models import AgreementKind, Fund
from sanad.funds.services import add_donor, note_agreement
from sanad.outcomes.kinds import Asked
from sanad.outcomes.linking import About, link, make_claim_set
from sanad.outcomes.models import Recorded
from sanad.outcomes.position import last_position
from sanad.outcomes.recording.following import record_public_words
from sanad.outcomes.told_to_all import told_to_all
from sanad.publication.models import Release
from sanad.publication.series import Draft
from sanad.publication.tables.all import counted_tables
from sanad.record.kinds import Came, Level, Why
from sanad.record.models import Commitment, Statement
from sanad.record.names_guarded import guard_names_by
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.disclosures import disclose
from sanad.record.services.retractions import retract
from sanad.record.services.revising import wanted_again
from sanad.record.services.statements import confirm_statement
from tests.casework.families import AT, maya
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of
from tests.casework.works.sites import certified, halted, ordered
from tests.outcomes.promises import WORDS, checked, linked_to, linked_to_fund, promised
from tests.publication.releases import LATEST, files, released, rows_of
from tests.record.keeping.pages import PAGE, by_maya, by_omar, held, said

pytestmark = pytest.mark.usefixtures("own_database", "own_releases")
PASSED, TO_COME = "2026-01", "2031-01"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def opened(one: Commitment) -> Commitment:
    disclose(one.evidence, Level.PUBLIC, "agreed", by_omar())
    return one


def share(release: Release, by: str = "all", group: str = "") -> dict[str, Any]:
    (row,) = rows_of(release, "share-kept", by=by, group=group)
    return row


def numbers(row: dict[str, Any], *names: str) -> tuple[int | None, ...]:
    return tuple(row[name] for name in names)


def pledged(fund: Fund, expected_by: date | None) -> None:
    donor = add_donor(code="gulf", names={"en": "Gulf Relief", "ar": "إغاثة الخليج"}, by=maya(), at=AT)
    told = {"reference": "GR-1", "amount": 900_00, "said_on": AT.date(), "source": "letter of 3 May"}
    note_agreement(fund=fund, donor=donor, kind=AgreementKind.PLEDGE, **told, expected_by=expected_by, by=maya(), at=AT)


def recorded() -> None:
    seal_all(at=LATER)
    record_public_words(LATER)


def test_what_was_opened_is_counted_by_day_and_in_two_columns():
    fund = fund_of(1_000)
    late, _, _ = (opened(promised(5_00, due=due)) for due in (PASSED, TO_COME, ""))
    linked_to_fund(late, fund)
    page = held(f"{PAGE}\nIt was said once more.\n")
    heard = said(page, WORDS)
    disclose(heard, Level.PUBLIC, "agreed", by_omar())
    add_outcome(late, Came.KEPT, heard, by_maya())

    row = share(released())

    assert numbers(row, "made", "due", "not_due", "no_day") == (3, 1, 1, 1)
    assert numbers(row, "said_kept", "said_nothing") == (1, 0)
    assert numbers(row, "ledger_contradicts", "ledger_agrees", "ledger_not_asked", "ledger_made_up") == (1, 0, 0, 0)


def test_each_row_says_at_which_position_it_holds():
    opened(promised(5_00, due=PASSED))

    made = released()

    for table in ("share-kept", "commitments"):
        (at,) = {(row["position"], row["as_of"]) for row in rows_of(made, table)}
        assert at[0] == made.position
    assert b"share_kept" not in files(made)["share-kept.csv"]


def test_what_nobody_opened_or_somebody_closed_or_took_back_is_not_counted():
    promised(1_00)
    closed, back, gone, by_source, kept = (opened(promised(1_00)) for _ in range(5))
    disclose(closed.evidence, Level.SEALED, "asked for", by_omar())
    retract(back.evidence, Why.WITHDRAWN_BY_US, "a mistake", by_maya())
    retract(gone, Why.SAFETY, "somebody could be harmed", by_maya())
    retract(by_source.evidence.account.work, Why.SOURCE_RETRACTED, "the paper took it back", by_maya())

    made = released()

    assert share(made)["made"] == 1
    assert [row["commitment"] for row in rows_of(made, "commitments")] == [kept.pk]


def test_a_corrected_promise_is_counted_once_and_rests_on_the_newest_statement():
    first = opened(promised(1_00))
    again = NewCommitment("to pay the families", "pay", "promise")
    newest = confirm_commitment(again, [first.evidence], by_maya(), revises=first)
    corrected = confirm_statement(wanted_again(first.evidence), by_maya(), revises=first.evidence)

    waits = share(released())["made"]
    disclose(corrected, Level.PUBLIC, "agreed", by_omar())
    made = released(1)

    assert (waits, share(made)["made"]) == (0, 1)
    (row,) = rows_of(made, "commitments")
    assert (row["commitment"], row["statement"]) == (newest.pk, corrected.pk)


def test_what_the_programme_or_a_donor_says_by_an_act_counts_without_being_opened_and_shows_no_words():
    fund = fund_of(1_000)
    pledged(fund, date(2026, 5, 31))
    recorded()

    made = released(400)

    assert numbers(share(made, "speaker", "donors"), "made", "due") == (1, 1)
    assert share(made, "source", "own")["made"] == 1
    (row,) = rows_of(made, "commitments")
    assert (row["text"], row["citation_en"], row["made_by"], row["statement"]) == ("", "", "", None)
    assert (row["act"], row["ledger"], row["query"]) == ("pay", "contradicts", "received_by_fund/1")

    disclose(Recorded.objects.get().statement, Level.PUBLIC, "it was said to everybody", by_omar())
    (row,) = rows_of(released(401), "commitments")
    assert row["made_by"] == "إغاثة الخليج"
    assert "Gulf" in row["citation_en"] or "إغاثة الخليج" in row["citation_en"]


def test_of_a_few_families_neither_by_whom_nor_what_came_of_it_is_told():
    few = claims(*[RENTING_WITH_A_WRECK] * 3)
    halted(few[0].dwelling.building)
    recorded()

    made = released()

    assert share(made)["made"] == 0
    assert numbers(share(made, "few_families"), "made", "due", "ledger_agrees") == (None, None, None)
    assert share(made, "few_families")["state"] == "hidden"
    assert rows_of(made, "commitments") == []


def test_promises_about_few_families_each_are_counted_where_all_of_them_are_enough():
    houses = [claims(*[RENTING_WITH_A_WRECK] * 4)[0].dwelling.building for _ in range(3)]
    for one in houses:
        halted(one)
    recorded()

    row = share(released(), "few_families")

    assert numbers(row, "made", "due", "said_nothing") == (len({one.pk for one in houses}), None, None)


def test_a_set_of_few_claims_shows_no_sum_and_no_answer_of_the_ledger():
    some: list[Claim] = claims(*[RENTING_WITH_A_WRECK] * 3)
    chosen = make_claim_set("three families", some, by=maya(), at=LATER)
    one = opened(promised(5_00, due=PASSED))
    link(one, About(Asked.PAID_TO_CLAIMS, claim_set=chosen), note="the page says so", by=maya(), at=LATER)

    made = released()

    (row,) = rows_of(made, "commitments")
    assert (row["ledger"], row["because"], row["digest"], row["ledger_state"]) == ("", "", "", "hidden")
    assert row["text"] == "to pay the families"


def test_works_for_many_families_are_told_with_what_the_ledger_shows():
    here = claims(*[RENTING_WITH_A_WRECK] * 12)[0].dwelling.building
    order = ordered(here)
    recorded()
    for number in (1, 2, 3):
        certified(order, number)

    made = released()

    row = share(made, "speaker", "office:engineer")
    assert numbers(row, "made", "no_day", "already", "due") == (1, 1, 1, 0)
    assert rows_of(made, "commitments")[0]["ledger"] == "agrees"


def test_on_a_demo_the_ledger_is_withheld_and_what_was_promised_is_told():
    with transaction.atomic():
        mark_as_made_up(at=AT)
    one = opened(promised(5_00, due=PASSED))
    linked_to_fund(one, fund_of(1_000))
    (kept,) = checked()

    made = released()

    assert kept.is_made_up
    row = share(made)
    assert numbers(row, "made", "due", "said_nothing", "ledger_made_up") == (1, 1, 1, 1)
    assert sum(row[name] for name in row if name.startswith("ledger_") and name != "ledger_made_up") == 0
    (told,) = rows_of(made, "commitments")
    assert (told["ledger"], told["ledger_state"]) == ("contradicts", "made_up")


def test_the_same_position_gives_the_same_numbers():
    programme = claims(*[RENTING_WITH_A_WRECK] * 12)[0].programme
    linked_to(opened(promised(5_00, due=PASSED)), programme)
    opened(promised(due=TO_COME))
    seal_all(at=LATER)

    first, second = (counted_tables(Draft(day)) for day in (date(2026, 6, 1), date(2027, 6, 1)))

    for table in ("share-kept", "commitments"):
        assert first[table] == second[table]
        assert first[table]
    position = last_position()
    (kept,) = checked()
    assert told_to_all(position, 10)[0].answers[0].digest == kept.digest == first["commitments"][0]["digest"]


def test_the_ledger_is_asked_as_it_stood_at_the_position():
    fund = fund_of(1_000)
    pledged(fund, date(2026, 12, 31))
    recorded()
    before = last_position()
    add_donor(code="late", names={"en": "Late", "ar": "متأخر"}, by=None, at=datetime(2027, 1, 1, tzinfo=UTC))
    seal_all(at=LATER)

    then, now = (told_to_all(position, 10)[0].one for position in (before, last_position()))

    assert (then.when, then.held) == ("not_due", "cannot_tell")
    assert (now.when, now.held) == ("due", "contradicts")


def test_a_promise_whose_words_name_a_protected_person_stays_inside():
    opened(promised(1_00))
    guard_names_by(lambda: lambda text: ["W-1"] if "pay the families" in text else [])
    try:
        made = released()
    finally:
        guard_names_by("sanad.witnesses.scanning.scanner")

    assert rows_of(made, "commitments") == []
    assert share(made)["made"] == 0
    assert Statement.objects.count() == 1


def test_a_later_release_is_told_of_its_own_position():
    opened(promised(1_00, due=PASSED))
    first = released()
    opened(promised(1_00, due=PASSED))
    second = released(1)

    assert (share(first)["made"], share(second)["made"]) == (1, 2)
    assert share(first)["position"] < share(second)["position"]
    assert LATEST + timedelta(days=1) == second.published_at
