"""One decision is one act: who decides, who was first, and what is refused in words."""

import pytest
from django.http import HttpResponse
from django.test import Client

from sanad.record.kinds import AgentKind
from sanad.record.models import Agent, Proposal, Statement, TextLayer
from sanad.record.services.captures import NewLayer, add_layer
from sanad.record.services.decisions import reject
from sanad.record.services.drafts import accept_as_proposed, accept_with_speaker
from tests.record.keeping.pages import PAGE
from tests.web.desk.pages import LIST, NESTED, PROMISE, SUM, TOLD, accepted, by_rana, keeper, kept, proposal_of

pytestmark = pytest.mark.django_db


def decide(client: Client, proposal: Proposal, act: str, **given: str) -> HttpResponse:
    return client.post(f"/desk/proposals/{proposal.pk}/", {"act": act, **given})


def told(client: Client, answer: HttpResponse) -> str:
    return client.get(answer["Location"]).content.decode()


def state_of(proposal: Proposal) -> str:
    return Proposal.objects.get(pk=proposal.pk).state


def test_what_is_accepted_becomes_a_statement_and_the_next_opens_where_it_stands():
    layer = kept()
    proposal, client = proposal_of(layer, PROMISE), keeper()

    answer = decide(client, proposal, "accept")

    following = Proposal.objects.filter(state="open", start__gte=proposal.start).order_by("start", "-end").first()
    assert answer["Location"] == f"/desk/pages/{layer.pk}/?p={following.pk}#now"
    assert Statement.objects.get().confirmed_by.name == "Nour Haddad"
    assert state_of(proposal) == "accepted"


def test_what_is_rejected_becomes_nothing():
    proposal = proposal_of(kept(), PROMISE)

    decide(keeper(), proposal, "reject")

    assert state_of(proposal) == "rejected"
    assert not Statement.objects.exists()


def test_a_sum_is_accepted_as_it_is_read():
    proposal = proposal_of(kept(), SUM, "sum")

    decide(keeper(), proposal, "accept")

    assert state_of(proposal) == "accepted"


def test_after_the_last_decision_the_page_says_that_all_is_decided():
    layer, client = kept(), keeper()
    first, *others = layer.proposals.order_by("start")
    for one in others:
        reject(one, by_rana())

    answer = decide(client, first, "reject")

    assert answer["Location"] == f"/desk/pages/{layer.pk}/"
    assert "Every proposal of this page is decided." in told(client, answer)


def test_somebody_of_the_article_is_set_as_the_speaker():
    layer = kept()
    proposal = proposal_of(layer, TOLD)

    decide(keeper(), proposal, "speaker", who="name:Huda Saab", name="", kind="person")

    assert Statement.objects.get().speaker.label == "Huda Saab"
    assert state_of(proposal) == "edited"


def test_somebody_new_is_set_as_the_speaker():
    decide(keeper(), proposal_of(kept(), TOLD), "speaker", who="", name="the council", kind="group")

    assert Statement.objects.get().speaker == Agent.objects.get(label="the council", kind="group")


def test_nobody_is_set_as_the_speaker():
    decide(keeper(), proposal_of(kept(), PROMISE), "speaker", who="nobody", name="", kind="person")

    made = Statement.objects.get()
    assert (made.speaker, made.speaker_status) == (None, "unknown")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"who": "", "name": ""}, "Choose who speaks, or write somebody new."),
        ({"who": "name:Huda Saab", "name": "the council"}, "not both"),
        ({"who": "name:Somebody of another page", "name": ""}, "Choose who speaks, or write somebody new."),
    ],
)
def test_a_speaker_who_is_not_told_clearly_is_asked_for_again(given: dict[str, str], sentence: str):
    proposal = proposal_of(kept(), PROMISE)

    answer = decide(keeper(), proposal, "speaker", kind="person", **given)

    assert sentence in answer.content.decode()
    assert "<title>Error:" in answer.content.decode()
    assert f'href="/desk/pages/{proposal.layer_id}/?p=' in answer.content.decode()
    assert 'href="?p=' not in answer.content.decode()
    assert state_of(proposal) == "open"


def _accept(proposal: Proposal) -> None:
    accept_as_proposed(proposal, by_rana())


def _accept_otherwise(proposal: Proposal) -> None:
    accept_with_speaker(proposal, "Karim", AgentKind.PERSON, by_rana())


def _reject(proposal: Proposal) -> None:
    reject(proposal, by_rana())


@pytest.mark.parametrize("second", ["accept", "reject", "speaker"])
@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        (_accept, "Rana Aoun accepted it before you"),
        (_accept_otherwise, "Rana Aoun accepted it with changes before you"),
        (_reject, "Rana Aoun rejected it before you"),
    ],
)
def test_of_two_who_decide_the_second_is_told_who_did_what_and_when(first: object, sentence: str, second: str):
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    first(proposal)
    made = Statement.objects.count()

    page = told(client, decide(client, proposal, second, who="nobody", name="", kind="person"))

    assert sentence in page
    assert '<time datetime="2026-11-03T' in page
    assert Statement.objects.count() == made


def replaced(layer: TextLayer) -> TextLayer:
    newer = NewLayer(PAGE + "\nCorrected.\n", "plain_text", "2", "en")
    return add_layer(layer.capture, newer, by_rana(), instead_of=layer)


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_what_is_proposed_of_a_replaced_text_cannot_be_decided(act: str):
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    replaced(layer)

    page = told(client, decide(client, proposal, act))

    assert "were replaced meanwhile" in page
    assert state_of(proposal) == "obsolete"


def test_what_is_quoted_inside_asks_for_the_quotation_around_it():
    layer, client = kept(), keeper()
    nested = proposal_of(layer, NESTED)

    page = told(client, decide(client, nested, "accept"))
    accepted(layer, TOLD)
    decide(client, nested, "accept")

    assert "Accept that one first" in page
    assert state_of(nested) == "accepted"


def test_a_promise_asks_for_its_words_first_and_then_stands_with_them():
    layer, client = kept(), keeper()
    promise = layer.proposals.get(kind="commitment")

    early = told(client, decide(client, promise, "accept"))
    made = accepted(layer)
    decide(client, promise, "accept")

    assert "Decide about those words first." in early
    assert "What is promised in it" in client.get(f"/desk/statements/{made.pk}/").content.decode()


def test_a_day_has_no_speaker():
    layer, client = kept(), keeper()
    proposal = layer.proposals.filter(kind="time").first()

    page = told(client, decide(client, proposal, "speaker", who="nobody", name="", kind="person"))

    assert "has no speaker" in page


def test_no_act_at_all_changes_nothing():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, LIST)

    answer = decide(client, proposal, "burn")

    assert answer["Location"].endswith(f"?p={proposal.pk}#now")
    assert state_of(proposal) == "open"


def test_a_proposal_that_there_is_not_is_not_found():
    assert keeper().post("/desk/proposals/4711/", {"act": "accept"}).status_code == 404
