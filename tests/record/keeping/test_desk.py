"""What the desk asks of the record: pages with what waits of them, whom an article names, and a speaker set by hand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanad.record.kinds import AgentKind, Method, Rights, WorkKind
from sanad.record.log import By
from sanad.record.models import Agent, Proposal, TextLayer
from sanad.record.selectors.heard import heard_in
from sanad.record.selectors.held import (
    Counts,
    counts_of,
    held_pages,
    next_waiting,
    parts_of,
    proposals_of,
    title_of,
    waiting_pages,
)
from sanad.record.selectors.said import accounts_told, questions_told, statements_told
from sanad.record.services.captures import NewLayer, add_layer
from sanad.record.services.decisions import reject
from sanad.record.services.drafts import accept_as_proposed, accept_with_speaker
from sanad.record.services.incoming import Asked, HeldPage, hold_file
from tests.record.keeping.pages import PAGE, by_maya, by_omar, held, said
from tests.record.keeping.refusing import code_of

pytestmark = pytest.mark.django_db
ARABIC = "قال سامر: «وصل المال متأخرًا».\n"


def pasted(content: bytes, by: By) -> HeldPage:
    (page,) = hold_file("", content, Asked(WorkKind.NEWS_ARTICLE, Rights.QUOTE_ONLY, Method.PASTE), by).held
    return page


def kept(text: str = PAGE) -> TextLayer:
    return pasted(text.encode(), by_maya()).layer


def quotation(words: str, layer: TextLayer) -> Proposal:
    return layer.proposals.get(kind="quotation", start=PAGE.index(words))


def test_a_pasted_page_is_held_in_the_language_of_its_text_and_only_once():
    first = pasted(ARABIC.encode("utf-8-sig"), by_maya())
    again = pasted(ARABIC.encode("utf-8-sig"), by_omar())

    assert (first.layer.language, first.layer.text, first.is_new) == ("ar", ARABIC, True)
    assert (again.layer, again.is_new) == (first.layer, False)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b" \n\t", "empty"), (b"a\0b", "not_text"), ("قال".encode("cp1256"), "not_utf8")],
)
def test_what_is_no_page_is_refused_by_its_code(content: bytes, code: str):
    assert code_of(lambda: pasted(content, by_maya())) == code
    assert not TextLayer.objects.exists()


def test_pages_are_told_newest_first_with_what_waits_and_what_was_decided():
    first, second = kept(), kept(PAGE + "\nCorrected.\n")
    reject(quotation("“We will pay", first), by_maya())
    accept_as_proposed(quotation("“The list is ready", first), by_maya())

    found = counts_of([first.pk, second.pk])

    assert list(held_pages()) == [second, first]
    assert found[first.pk] == Counts(found[second.pk].waiting - 2, accepted=1, rejected=1)
    assert found[first.pk].decided == 2


def test_a_page_waits_until_its_last_proposal_is_decided():
    first, second = kept(), kept("Nothing was said.\n")
    for proposal in proposals_of(second):
        reject(proposal, by_maya())

    assert list(waiting_pages()) == [first]
    assert title_of(first) == "Repairs in Qasmiyeh wait for money"


def test_after_a_decision_comes_what_waits_next_in_the_text_and_at_the_end_the_first():
    layer = kept()
    proposals = proposals_of(layer)
    last = proposals[-1]

    reject(last, by_maya())
    assert next_waiting(last) == proposals[0]
    reject(proposals[0], by_maya())
    assert next_waiting(proposals[0]) == proposals[1]
    for one in proposals[1:-1]:
        reject(one, by_maya())
    assert next_waiting(last) is None


def test_what_older_rules_read_is_told_only_of_a_text_that_was_replaced():
    layer = kept()
    old = quotation("“The list is ready", layer)
    Proposal.objects.filter(pk=old.pk).update(state="obsolete")

    assert old not in proposals_of(layer)

    newer = NewLayer(PAGE + "\nCorrected.\n", "plain_text", "2", "en")
    add_layer(layer.capture, newer, by_maya(), instead_of=layer)
    layer.refresh_from_db()
    assert old in proposals_of(layer)


def test_parts_come_in_the_order_of_the_text():
    starts = [one.start for one in parts_of(kept())]

    assert starts == sorted(starts)


def test_an_article_names_whom_the_rules_propose_and_whom_a_person_set():
    layer = kept()
    proposal = quotation("“The list is ready", layer)
    accept_with_speaker(quotation("“We will pay", layer), "the council", AgentKind.GROUP, by_maya())

    found = heard_in(proposal, proposals_of(layer))

    assert found["the council"] == AgentKind.GROUP
    assert found["Huda Saab"] == found["Karim"] == AgentKind.PERSON


def test_a_speaker_set_by_hand_is_an_edit_with_a_note_and_no_second_agent():
    layer = kept()
    accept_as_proposed(quotation("“We will pay", layer), by_maya())

    made = accept_with_speaker(quotation("“They told us", layer), "Huda Saab", AgentKind.PERSON, by_omar())

    assert Agent.objects.filter(label="Huda Saab").count() == 1
    assert (made.speaker.label, made.speaker_note) == ("Huda Saab", "set by the editor")
    assert quotation("“They told us", layer).state == "edited"


def test_a_person_may_say_that_nobody_can_tell_who_speaks():
    layer = kept()

    made = accept_with_speaker(quotation("“We will pay", layer), "", AgentKind.UNNAMED, by_maya())

    assert (made.speaker, made.speaker_status) == (None, "unknown")


def test_a_day_or_a_sum_has_no_speaker():
    layer = kept()
    proposal = layer.proposals.filter(kind="sum").first()

    assert code_of(lambda: accept_with_speaker(proposal, "Karim", AgentKind.PERSON, by_maya())) == "says_nothing"


def test_statements_are_told_in_as_many_queries_for_one_as_for_many():
    page = held()
    first = said(page, "“The list is ready.”")
    one = asked([first.pk])
    more = [said(page, words).pk for words in ("“We will pay the families within a few months,”",)]

    assert asked([first.pk, *more]) == one
    assert list(accounts_told()) == [page.account]
    assert list(questions_told()) == []


def asked(keys: list[int]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for statement in statements_told().filter(pk__in=keys):
            list(statement.roles.all()), list(statement.reached_by.all()), str(statement.content.layer.capture)
    return len(queries)


def promise(layer: TextLayer) -> Proposal:
    return layer.proposals.get(kind="commitment")


def test_a_promise_waits_for_the_words_in_which_it_stands():
    layer = kept()

    assert code_of(lambda: accept_as_proposed(promise(layer), by_maya())) == "needs_its_statement"
    assert promise(layer).state == "open"


def test_a_promise_becomes_a_commitment_that_rests_on_the_statement_around_it():
    layer = kept()
    around = accept_as_proposed(quotation("“We will pay", layer), by_maya())

    made = accept_as_proposed(promise(layer), by_omar())

    assert (made.evidence, made.made_by.label, made.due_text) == (around, "Huda Saab", "within a few months")
    assert (made.due_kind, made.due, made.act) == ("vague", "", "pay")
    assert promise(layer).became == f"record:commitment/{made.pk}"


def test_a_promise_that_nobody_says_is_told_by_the_page_itself():
    layer = kept()
    reject(quotation("“We will pay", layer), by_maya())

    made = accept_as_proposed(promise(layer), by_maya())

    assert (made.evidence.kind, made.evidence.speaker) == ("narration", None)


def test_a_promise_is_decided_once():
    layer = kept()
    first = promise(layer)
    accept_as_proposed(quotation("“We will pay", layer), by_maya())
    reject(promise(layer), by_omar())

    assert code_of(lambda: accept_as_proposed(first, by_maya())) == "is_decided"
