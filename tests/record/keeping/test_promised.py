"""Days held against a calendar, and promises with what people say came of them."""

from datetime import date

import pytest

from sanad.record.days import Within, days_of, is_past
from sanad.record.kinds import Act, Came, DueKind, Strength, Why
from sanad.record.models import Commitment
from sanad.record.selectors.promised import Wanted, commitments_on_board, last_said, outcomes_of
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.retractions import retract
from tests.record.keeping.pages import Held, by_maya, held, said

TODAY = date(2026, 11, 26)
LIST, PROMISE = "“The list is ready.”", "“We will pay the families within a few months,”"


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2013-09-13", date(2013, 9, 13), date(2013, 9, 13)),
        ("2013-09", date(2013, 9, 1), date(2013, 9, 30)),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29)),
        ("2020~", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-XX", date(2020, 1, 1), date(2020, 12, 31)),
        ("2026-04/2026-07", date(2026, 4, 1), date(2026, 7, 31)),
        ("../2020", None, date(2020, 12, 31)),
        ("2020/..", date(2020, 1, 1), None),
    ],
)
def test_a_day_is_as_wide_as_the_text_says(edtf: str, first: date | None, last: date | None):
    assert days_of(edtf) == Within(first, last)


@pytest.mark.parametrize("edtf", ["", "XXXX-01", "2013-21", "2013-02-30", "soon", "2020/XXXX", ".."])
def test_what_gives_no_year_or_no_day_of_a_calendar_stands_nowhere(edtf: str):
    assert days_of(edtf) is None
    assert not is_past(edtf, TODAY)


@pytest.mark.parametrize(
    ("edtf", "past"),
    [
        ("2026-11-25", True),
        ("2026-11-26", False),
        ("2026-11", False),
        ("2026-10", True),
        ("2026", False),
        ("2020/..", False),
    ],
)
def test_a_day_has_passed_when_the_last_that_may_be_meant_has(edtf: str, past: bool):
    assert is_past(edtf, TODAY) is past


def promise(page: Held, words: str, due: str = "") -> Commitment:
    given = {"due_text": "by then", "due_kind": DueKind.DATED, "due": due, "due_basis": "stated"} if due else {}
    new = NewCommitment(words, Act.PAY, Strength.PROMISE, **given)
    return confirm_commitment(new, [said(page, words)], by_maya())


@pytest.mark.django_db
def test_the_board_shows_what_stands_and_what_is_asked_for():
    page = held()
    late, open_ended = promise(page, PROMISE, "2026-10"), promise(page, LIST)
    add_outcome(open_ended, Came.KEPT, page.work, by_maya())

    def on_board(**asked: bool) -> list[Commitment]:
        return list(commitments_on_board(Wanted(**asked), TODAY))

    assert on_board() == [open_ended, late]
    assert on_board(due_passed=True) == [late]
    assert on_board(unanswered=True) == [late]
    retract(late, Why.WITHDRAWN_BY_US, "a mistake", by_maya())
    assert on_board() == [open_ended]


@pytest.mark.django_db
def test_an_outcome_whose_statement_was_withdrawn_is_not_the_last_that_people_say_and_stays_told():
    page = held()
    made = promise(page, PROMISE)
    add_outcome(made, Came.NOT_MET, page.work, by_maya())
    ground = said(page, LIST)
    withdrawn = add_outcome(made, Came.KEPT, ground, by_maya())
    retract(ground, Why.WITHDRAWN_BY_US, "a mistake", by_maya())

    assert last_said([made.pk])[made.pk].value == Came.NOT_MET
    assert outcomes_of(made)[0] == withdrawn
