"""At the desk: a promise is written down by hand, and corrected by another row with its day, its sum and its people."""

import pytest
from django.http import HttpResponse
from django.test import Client

from sanad.record.kinds import Act, Came, DueKind, Strength, Why
from sanad.record.models import Commitment, Outcome, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.promised import Wanted, commitments_on_board
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.editing import Edited, revise_edited
from sanad.record.services.retractions import retract
from sanad.record.spans import At
from tests.web.desk.pages import LIST, accepted, by_rana, keeper, kept

pytestmark = pytest.mark.django_db
FILLED = {
    "text": "pay the families",
    "act": "pay",
    "strength": "promise",
    "made_by": "Huda Saab",
    "made_to": "the families",
    "kind": "group",
    "made_when": "2026-09",
    "due_kind": "vague",
    "due_text": "within a few months",
    "due": "2026-09/2026-12",
    "due_basis": "inferred",
    "condition": "",
    "bound": "at_most",
    "amount": "8,000",
    "currency": "usd",
}


def write(client: Client, statement: Statement, **given: str) -> HttpResponse:
    return client.post(f"/desk/statements/{statement.pk}/promise/", FILLED | given)


def correct(client: Client, promise: Commitment, **given: str) -> HttpResponse:
    return client.post(f"/desk/commitments/{promise.pk}/edit/", FILLED | given)


def promised(statement: Statement) -> Commitment:
    return confirm_commitment(NewCommitment("pay", Act.PAY, Strength.PROMISE), [statement], by_rana())


def test_a_promise_is_written_down_with_its_people_its_time_and_its_sum():
    statement, client = accepted(kept()), keeper()

    answer = write(client, statement)

    made = Commitment.objects.get()
    assert answer["Location"] == f"/desk/commitments/{made.pk}/"
    assert made.made_by == statement.speaker
    assert made.made_to is not None
    assert (made.made_to.label, made.made_to.kind) == ("the families", "group")
    assert (made.due_kind, made.due_text, made.due, made.due_basis) == (
        "vague",
        "within a few months",
        "2026-09/2026-12",
        "inferred",
    )
    assert (made.amount, made.currency, made.bound, made.made_when) == (8_000_00, "USD", "at_most", "2026-09")
    assert "at most" in client.get(answer["Location"]).content.decode()


def test_the_form_begins_with_who_speaks_and_offers_itself_on_the_page_of_the_statement():
    statement, client = accepted(kept()), keeper()

    page = client.get(f"/desk/statements/{statement.pk}/").content.decode()
    form = client.get(f"/desk/statements/{statement.pk}/promise/").content.decode()

    assert f"/desk/statements/{statement.pk}/promise/" in page
    assert 'value="Huda Saab"' in form


def test_a_correction_begins_with_what_stands_and_leaves_what_was_said_to_have_come_of_it():
    statement, client = accepted(kept()), keeper()
    write(client, statement)
    first = Commitment.objects.get()
    said = add_outcome(first, Came.PARTLY, statement.account.work, by_rana(), as_of="2026-10", note="one of two")
    form = client.get(f"/desk/commitments/{first.pk}/edit/").content.decode()

    answer = correct(client, first, amount="9,500.50", due_kind="none", due_text="", due="", due_basis="")

    second = Commitment.objects.get(revises=first)
    for begun in ('value="8,000"', 'value="within a few months"', 'value="2026-09/2026-12"', 'value="the families"'):
        assert begun in form
    assert answer["Location"] == f"/desk/commitments/{second.pk}/"
    assert (second.amount, second.due_text, second.due, second.due_basis) == (9_500_50, "", "", "")
    assert (second.made_to, second.evidence) == (first.made_to, first.evidence)
    carried = second.outcomes.get()
    assert (carried.value, carried.as_of, carried.note, carried.by, carried.at) == (
        *(said.value, said.as_of, said.note),
        *(said.by, said.at),
    )
    assert list(commitments_on_board(Wanted(), by_rana().at.date())) == [second]
    page = client.get(answer["Location"]).content.decode()
    assert "It corrects this earlier one" in page
    assert "Partly kept" in page


def test_what_was_corrected_is_shown_with_its_correction_and_takes_no_more_outcomes():
    statement, client = accepted(kept()), keeper()
    first = promised(statement)
    correct(client, first)

    page = client.get(f"/desk/commitments/{first.pk}/").content.decode()

    assert "The commitment that corrects this one" in page
    assert 'id="id_value"' not in page
    with pytest.raises(RecordRefused) as refused:
        add_outcome(first, Came.KEPT, statement, by_rana())
    assert refused.value.code == "was_revised"
    assert Outcome.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": " "}, "Write what is promised."),
        ({"due_text": "next week"}, "These words do not stand so in this article."),
        ({"due_text": ""}, "Copy the words that say by when, or choose that no day is given."),
        ({"due_kind": "none"}, "Choose what the text says of a day, or leave its words and the day empty."),
        ({"due_kind": "none", "due_text": ""}, "Choose what the text says of a day"),
        ({"due": "soon"}, "Write the day as 2026, 2026-04 or 2026-04-30."),
        ({"made_when": "April"}, "Write the day as 2026, 2026-04 or 2026-04-30."),
        ({"due_basis": "stated"}, "Vague words state no day."),
        ({"due_basis": ""}, "Say whether the text states this day, or you concluded it."),
        ({"amount": ""}, "A sum needs its digits and its currency."),
        ({"currency": ""}, "A sum needs its digits and its currency."),
        ({"currency": "ZZZ"}, "No currency has these letters."),
        ({"currency": "XAU"}, "No currency has these letters."),
        ({"amount": "eight"}, "Write the sum in digits"),
        ({"amount": "1.500"}, "This currency has fewer decimals."),
        ({"amount": "-5"}, "Nobody promises a sum below 0."),
        ({"amount": "9" * 30}, "No sum is as large as this."),
    ],
)
def test_what_is_filled_in_wrongly_is_said_in_words_and_nothing_is_written(given: dict[str, str], sentence: str):
    page = write(keeper(), accepted(kept()), **given).content.decode()

    assert sentence in page
    assert Commitment.objects.count() == 0


def test_a_sum_of_nothing_is_a_sum_and_no_sum_is_none():
    statement, client = accepted(kept()), keeper()

    write(client, statement, amount="0")
    write(client, statement, amount="", currency="")

    sums = list(Commitment.objects.order_by("pk").values_list("amount", "currency", "bound"))
    assert sums == [(0, "USD", "at_most"), (None, "", "")]


def test_digits_of_both_scripts_are_read():
    write(keeper(), accepted(kept()), amount="٨٬٠٠٠")

    assert Commitment.objects.get().amount == 8_000_00


def test_of_two_who_correct_it_the_later_is_told_so():
    statement, client = accepted(kept()), keeper()
    first = promised(statement)
    correct(client, first)

    late = correct(client, first).content.decode()

    assert "corrected meanwhile" in late
    assert Commitment.objects.count() == 2


def test_what_was_taken_back_is_corrected_no_more():
    first = promised(accepted(kept()))
    retract(first, Why.WITHDRAWN_BY_US, "a mistake", by_rana())

    page = correct(keeper(), first).content.decode()

    assert "It was taken back, so it is corrected no more." in page
    assert Commitment.objects.count() == 1


def test_no_promise_is_written_from_words_that_do_not_stand():
    layer, client = kept(), keeper()
    corrected, taken_back = accepted(layer), accepted(layer, LIST)
    revise_edited(
        corrected, Edited("direct", At(layer, corrected.content.start, corrected.content.end), None), by_rana()
    )
    retract(taken_back, Why.WITHDRAWN_BY_US, "a mistake", by_rana())

    pages = [
        write(client, one, due_kind="none", due_text="", due="").content.decode() for one in (corrected, taken_back)
    ]

    assert ["These words were corrected or taken back." in page for page in pages] == [True, True]
    assert Commitment.objects.count() == 0


def test_words_of_another_article_are_not_taken_for_those_of_a_day():
    layer = kept()
    statement = accepted(layer, LIST)

    page = write(keeper(), statement, due_text="within a few years").content.decode()

    assert "These words do not stand so in this article." in page


def test_a_promise_that_breaks_a_rule_of_the_record_is_refused_by_its_code():
    new = NewCommitment("pay", Act.PAY, Strength.PROMISE, due_kind=DueKind.DATED)

    with pytest.raises(RecordRefused) as refused:
        confirm_commitment(new, [accepted(kept())], by_rana())

    assert refused.value.code == "does_not_stand"
