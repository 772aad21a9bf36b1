"""A page comes in whole, and what is proposed of it becomes statements by a person's hand."""

import pytest

from sanad.record.kinds import Method, Rights, WorkKind
from sanad.record.models import Agent, Proposal, Statement
from sanad.record.selectors.chains import chain_of
from sanad.record.services import reading
from sanad.record.services.captures import NewCapture, NewLayer
from sanad.record.services.drafts import accept_as_proposed
from sanad.record.services.pages import NewPage, hold_page
from sanad.record.verification import verify_record
from tests.record.keeping.pages import PAGE, WHEN, by_maya, by_omar, huda
from tests.record.keeping.refusing import code_of

pytestmark = pytest.mark.django_db


def new_page(text: str = PAGE) -> NewPage:
    capture = NewCapture(text.encode(), "text/plain", Method.PASTE, WHEN)
    return NewPage(capture, NewLayer(text, "plain text", "1", "en"), WorkKind.NEWS_ARTICLE, Rights.QUOTE_ONLY)


def proposal_at(words: str, kind: str = "quotation") -> Proposal:
    return Proposal.objects.get(kind=kind, start=PAGE.index(words))


def test_a_page_is_held_with_a_work_for_its_article_and_a_chain():
    layer, is_new = hold_page(new_page(), by_maya())

    work = layer.capture.works.get()
    assert is_new
    assert work.title == "Repairs in Qasmiyeh wait for money"
    assert chain_of(work.accounts.get()).is_unbroken
    assert list(verify_record()) == []


def test_a_page_without_a_headline_is_named_by_its_first_line():
    text = "Nobody of the quarter was asked before the works began. " * 4 + "\n\n“Nobody came,” Huda Saab said.\n"

    layer, _ = hold_page(new_page(text), by_maya())

    title = layer.capture.works.get().title
    assert title.endswith("Nobody …")
    assert len(title) <= 122


def test_the_same_page_again_is_nothing_new():
    hold_page(new_page(), by_maya())
    before = Proposal.objects.count()

    layer, is_new = hold_page(new_page(), by_omar())

    assert not is_new
    assert (layer.capture.works.count(), Proposal.objects.count()) == (1, before)


def test_other_rules_ask_again_only_about_what_nobody_has_decided(monkeypatch):
    layer, _ = hold_page(new_page(), by_maya())
    decided = proposal_at("“We will pay")
    accept_as_proposed(decided, by_maya())
    waiting = layer.proposals.filter(state="open").count()

    monkeypatch.setattr(reading, "extractor_version", lambda: "other rules")
    read_again = reading.read_layer(layer, by_omar())

    assert read_again == waiting == layer.proposals.filter(state="open").count()
    assert layer.proposals.filter(state="obsolete").count() == waiting
    assert layer.proposals.filter(kind=decided.kind, start=decided.start, end=decided.end).get() == decided


def test_what_is_accepted_as_proposed_has_the_speaker_with_the_place_that_names_her():
    hold_page(new_page(), by_maya())
    proposal = proposal_at("“We will pay")

    made = accept_as_proposed(proposal, by_maya())

    assert (made.speaker.label, made.speaker_evidence.exact, made.cue.exact) == ("Huda Saab", "Huda Saab", "said")
    assert proposal.state == "accepted"


def test_another_speaker_is_an_edit():
    hold_page(new_page(), by_maya())
    proposal = proposal_at("“We will pay")

    made = accept_as_proposed(proposal, by_maya(), speaker=huda())

    assert proposal.state == "edited"
    assert made.speaker_note


def test_one_person_of_one_article_is_one_agent_and_nobody_of_another():
    hold_page(new_page(), by_maya())
    hold_page(new_page(PAGE + "\nCorrected.\n"), by_maya())

    for proposal in Proposal.objects.filter(kind="quotation", payload__kind="direct").order_by("pk"):
        accept_as_proposed(proposal, by_maya())

    speakers = Agent.objects.filter(label="Huda Saab")
    assert speakers.count() == 2
    assert Statement.objects.filter(speaker__in=speakers).count() >= 4


def test_what_is_quoted_inside_waits_for_what_holds_it():
    hold_page(new_page(), by_maya())
    nested = Proposal.objects.filter(payload__kind="nested").first()
    assert nested is not None

    assert code_of(lambda: accept_as_proposed(nested, by_maya())) == "needs_its_parent"

    accept_as_proposed(proposal_at("“They told us"), by_maya())
    assert accept_as_proposed(nested, by_maya()).parent is not None


def test_a_sum_is_marked_as_read_rightly():
    hold_page(new_page(), by_maya())
    proposal = proposal_at("$900", "sum")

    assert accept_as_proposed(proposal, by_omar()) is None

    assert (proposal.state, proposal.became) == ("accepted", "read as USD")
