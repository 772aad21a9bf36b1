"""The board of promises: what people say and what the ledger shows stand in two columns, and neither decides."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from time import perf_counter

import pytest
from django.http import HttpResponse

from sanad.record import ledger_column
from sanad.record.kinds import Act, Came, DueKind, Strength, Why
from sanad.record.ledger_column import Amount, Held, LedgerSays, tell_ledger_by
from sanad.record.models import Commitment, Outcome, Statement
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.retractions import retract
from tests.web.desk.pages import LIST, PROMISE, accepted, by_rana, keeper, kept

pytestmark = pytest.mark.django_db
NEW = {"value": "kept", "statement": "", "document": "", "as_of": "", "note": ""}


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def promise(statement: Statement, text: str = "pay the families", due: str = "") -> Commitment:
    given = {"due_text": "by then", "due_kind": DueKind.DATED, "due": due, "due_basis": "stated"} if due else {}
    return confirm_commitment(NewCommitment(text, Act.PAY, Strength.PROMISE, **given), [statement], by_rana())


def says(held: Held = Held.CONTRADICTS, *, is_made_up: bool = False) -> LedgerSays:
    return LedgerSays(
        question="What was paid until the day it was promised for?",
        query="paid_until",
        version=2,
        about="Programme Hayy al-Rummana",
        held=held,
        expected=[Amount("families", 40)],
        observed=[Amount("paid", 120_000, "USD"), Amount("confirmed", None)],
        why="",
        position=4711,
        position_hash="ab" * 32,
        ran_at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        is_made_up=is_made_up,
    )


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[int, Sequence[LedgerSays]]]:
    """What the ledger shows, as whoever joins the halves tells it."""
    monkeypatch.setattr(ledger_column, "_columns", [])
    shown: dict[int, Sequence[LedgerSays]] = {}

    def column(asked: Collection[int]) -> Mapping[int, Sequence[LedgerSays]]:
        return {pk: checks for pk, checks in shown.items() if pk in asked}

    tell_ledger_by(column)
    return shown


@pytest.fixture
def no_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_column, "_columns", [])


def test_an_empty_board_says_what_would_be_there(no_ledger: None):
    page = words(keeper().get("/desk/commitments/"))

    assert "No commitment is written down yet" in page
    assert "No ledger is at hand here" in page


def test_where_nobody_tells_the_ledger_both_pages_say_so(no_ledger: None):
    made, client = promise(accepted(kept())), keeper()

    assert "no ledger at hand" in words(client.get("/desk/commitments/"))
    assert "No ledger is at hand here. What people say stands without it." in words(
        client.get(f"/desk/commitments/{made.pk}/")
    )


def test_both_columns_stand_beside_each_other_and_a_made_up_ledger_is_marked(ledger: dict[int, Sequence[LedgerSays]]):
    made, client = promise(accepted(kept()), due="2026-04"), keeper()
    add_outcome(made, Came.KEPT, made.evidence.account.work, by_rana(), as_of="2026-05", note="the office says so")
    ledger[made.pk] = [says(is_made_up=True)]

    board, page = words(client.get("/desk/commitments/")), words(client.get(f"/desk/commitments/{made.pk}/"))

    for shown in (board, page):
        assert "Kept" in shown
        assert "The ledger shows something else" in shown
        assert "made-up ledger" in shown
        assert "has passed" in shown
    assert "not verified" in page
    assert "1,200" in page
    assert "paid_until" in page
    assert "the office says so" in page


def test_what_nobody_linked_is_said_not_to_be_asked(ledger: dict[int, Sequence[LedgerSays]]):
    made, client = promise(accepted(kept())), keeper()

    assert "not asked" in words(client.get("/desk/commitments/"))
    page = words(client.get(f"/desk/commitments/{made.pk}/"))
    assert "Nobody has said yet which programme, fund or building it is about." in page
    assert "nobody said" in page
    assert PROMISE in page


def test_the_board_is_asked_for_less(no_ledger: None):
    layer, client = kept(), keeper()
    promise(accepted(layer), "pay by April", due="2026-04")
    answered = promise(accepted(layer, LIST), "mend the stairs")
    add_outcome(answered, Came.PARTLY, answered.evidence.account.work, by_rana())

    passed = words(client.get("/desk/commitments/?only=passed"))
    unanswered = words(client.get("/desk/commitments/?only=unanswered"))
    both = words(client.get("/desk/commitments/?only=unanswered&only=passed"))

    assert "pay by April" in passed
    assert "mend the stairs" not in passed
    assert "pay by April" in unanswered
    assert "mend the stairs" not in unanswered
    assert "pay by April" in both
    retract(Commitment.objects.get(text="pay by April"), Why.WITHDRAWN_BY_US, "a mistake", by_rana())
    assert "No commitment is like this" in words(client.get("/desk/commitments/?only=passed"))


def test_an_outcome_is_added_that_a_statement_says(no_ledger: None):
    layer = kept()
    made, ground = promise(accepted(layer)), accepted(layer, LIST)
    given = {**NEW, "statement": str(ground.pk), "as_of": "2026-05", "note": "as she says"}

    answer = keeper().post(f"/desk/commitments/{made.pk}/outcomes/", given)

    assert answer["Location"] == f"/desk/commitments/{made.pk}/#said"
    told = Outcome.objects.get()
    assert (told.statement, told.value, told.as_of, told.by.name) == (ground, "kept", "2026-05", "Nour Haddad")


def test_an_outcome_is_added_that_a_document_says(no_ledger: None):
    made = promise(accepted(kept()))

    keeper().post(f"/desk/commitments/{made.pk}/outcomes/", {**NEW, "document": "Repairs in Qasm"})

    assert Outcome.objects.get().document == made.evidence.account.work


THE_GROUND = "the statement that it rests on"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "one of the two"),
        ({"statement": THE_GROUND, "document": "Repairs"}, "one of the two"),
        ({"statement": "4711"}, "No statement has this number."),
        ({"document": "nowhere"}, "No work has this in its title."),
        ({"statement": THE_GROUND, "as_of": "spring"}, "Write the day as 2026"),
    ],
)
def test_an_outcome_that_rests_on_nothing_is_asked_for_again(given: dict[str, str], sentence: str, no_ledger: None):
    made = promise(accepted(kept()))
    given = {name: str(made.evidence_id) if value == THE_GROUND else value for name, value in given.items()}

    page = words(keeper().post(f"/desk/commitments/{made.pk}/outcomes/", {**NEW, **given}))

    assert sentence in page
    assert not Outcome.objects.exists()


def test_a_title_that_several_works_have_is_asked_for_again(no_ledger: None):
    made = promise(accepted(kept()))
    kept("Repairs in Tyre\n\n“It is late,” Huda Saab said.\n")

    page = words(keeper().post(f"/desk/commitments/{made.pk}/outcomes/", {**NEW, "document": "Repairs in"}))

    assert "Several works have this in their title." in page


def test_a_withdrawn_commitment_says_so_on_its_page(no_ledger: None):
    made = promise(accepted(kept()))
    retract(made, Why.WITHDRAWN_BY_US, "a mistake", by_rana())

    assert "Withdrawn by us" in words(keeper().get(f"/desk/commitments/{made.pk}/"))


def test_a_board_of_thousands_opens_at_once(no_ledger: None, django_assert_max_num_queries: object):
    one = promise(accepted(kept()), due="2026-04")
    columns = {
        field.attname: getattr(one, field.attname) for field in Commitment._meta.concrete_fields if field.name != "id"
    }
    Commitment.objects.bulk_create(Commitment(**{**columns, "due": f"20{n % 40:02}-04"}) for n in range(5_000))
    client = keeper()
    client.get("/desk/commitments/?only=passed&only=unanswered")

    with django_assert_max_num_queries(14):
        began = perf_counter()
        page = words(client.get("/desk/commitments/?only=passed&only=unanswered"))
        took = perf_counter() - began

    assert "Page <bdi>1</bdi>" in page
    assert took < 2, "far above the fifth of a second that it takes on a quiet machine"
