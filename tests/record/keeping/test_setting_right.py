"""What a person sets right: other words, another voice, two voices, words that go on; and decisions taken back."""

import pytest

from sanad.record.kinds import AgentKind, StatementKind, Why
from sanad.record.models import Commitment, Proposal, Retraction, TextLayer
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.finding import article_around, turns_in
from sanad.record.selectors.held import counts_of, following_of, last_decided, proposals_of
from sanad.record.selectors.standing import standing_commitments, standing_statements
from sanad.record.services import reading
from sanad.record.services.articles import Named
from sanad.record.services.decisions import reject
from sanad.record.services.drafts import accept_as_proposed
from sanad.record.services.editing import Edited, accept_edited, accept_joined, accept_split, revise_edited
from sanad.record.services.reading import read_layer
from sanad.record.services.undoing import UNDONE, undo
from sanad.record.spans import At
from tests.record.keeping.pages import by_maya, by_omar
from tests.record.keeping.refusing import refused
from tests.web.desk.pages import LIST, NESTED, PROMISE, SUM, TOLD, kept, proposal_of

pytestmark = pytest.mark.django_db
HUDA, COUNCIL = Named("Huda Saab", AgentKind.PERSON), Named("the council", AgentKind.GROUP)
GOES_ON = """Money for repairs

“We will pay the families,” Huda Saab said. “The list is ready.

“Nobody has to wait.”
"""
CLOSED = GOES_ON.replace("ready.\n", "ready.”\n")


def at(layer: TextLayer, words: str) -> At:
    start = (layer.text or "").index(words)
    return At(layer, start, start + len(words))


def quotations(layer: TextLayer) -> list[Proposal]:
    return list(layer.proposals.filter(kind="quotation").order_by("start"))


def test_other_words_of_the_article_stand_with_another_voice_and_cue():
    layer = kept()
    edited = Edited(StatementKind.REPORTED, at(layer, "the repairs had cost"), COUNCIL, [HUDA], at(layer, "said"))

    made = accept_edited(proposal_of(layer, PROMISE), edited, by_maya())

    assert (made.content.exact, made.speaker.label, made.cue.exact) == ("the repairs had cost", "the council", "said")
    assert (made.kind, made.verbatim) == ("reported", "paraphrase")
    assert [one.agent.label for one in made.roles.all()] == ["Huda Saab"]
    assert Proposal.objects.get(state="edited").became == f"record:statement/{made.pk}"


def test_a_voice_that_is_kept_keeps_the_place_that_shows_it():
    layer = kept()
    edited = Edited(StatementKind.DIRECT, at(layer, PROMISE), None, keeps_speaker=True)

    made = accept_edited(proposal_of(layer, PROMISE), edited, by_maya())

    assert (made.speaker.label, made.speaker_evidence.exact) == ("Huda Saab", "Huda Saab")
    assert made.verbatim == "printed_in_marks"


def test_words_of_another_article_are_refused():
    layer = kept()
    headline_of_another = At(layer, 0, layer.length)

    with pytest.raises(RecordRefused, match="other_article"):
        accept_edited(proposal_of(layer, PROMISE), Edited(StatementKind.REPORTED, headline_of_another, None), by_maya())


def test_marks_that_are_none_are_refused_by_the_database():
    layer = kept()
    edited = Edited(StatementKind.DIRECT, at(layer, "the repairs had cost"), COUNCIL)

    with pytest.raises(RecordRefused, match="does_not_stand"):
        accept_edited(proposal_of(layer, PROMISE), edited, by_maya())

    assert proposal_of(layer, PROMISE).state == "open"


def test_a_thought_is_an_inner_state():
    layer = kept()
    edited = Edited(StatementKind.THOUGHT, at(layer, "the repairs had cost"), HUDA)

    assert accept_edited(proposal_of(layer, PROMISE), edited, by_maya()).verbatim == "inner_state"


def test_one_pair_of_marks_is_split_into_two_voices_that_cover_it():
    layer = kept()
    proposal = proposal_of(layer, TOLD)
    turn = (layer.text or "").index("‘There")

    made = accept_split(proposal, turn, (HUDA, None), by_maya())

    parts = [(one.span.exact, one.speaker and one.speaker.label) for one in made.parts.order_by("ordinal")]
    assert parts == [("“They told us: ", "Huda Saab"), ("‘There is no money now.’ ”", None)]
    assert made.speaker.label == "Huda Saab"


def test_a_second_voice_begins_inside_of_the_words():
    proposal = proposal_of(kept(), TOLD)

    with pytest.raises(RecordRefused, match="no_such_place"):
        accept_split(proposal, proposal.start, (HUDA, None), by_maya())


@pytest.mark.parametrize(("text", "kind"), [(GOES_ON, "direct"), (CLOSED, "mixed")])
def test_a_quotation_that_goes_on_in_the_next_paragraph_becomes_one(text: str, kind: str):
    layer = kept(text)
    first, second = quotations(layer)[-2:]
    assert following_of(first) == second

    made = accept_joined(first, second, by_maya())

    assert (made.content.start, made.content.end, made.kind) == (first.start, second.end, kind)
    assert set(layer.proposals.filter(state="edited").values_list("became", flat=True)) == {
        f"record:statement/{made.pk}"
    }


def test_words_with_others_between_are_not_joined():
    layer = kept(GOES_ON)
    first, second, _ = quotations(layer)

    assert following_of(first) is None
    with pytest.raises(RecordRefused, match="does_not_go_on"):
        accept_joined(first, second, by_maya())


def test_a_joined_quotation_is_taken_back_whole():
    layer = kept(GOES_ON)
    first, second = quotations(layer)[-2:]
    accept_joined(first, second, by_maya())
    first.refresh_from_db()

    again = undo(first, by_omar())

    assert [one.undoes_id for one in again] == [first.pk, second.pk]
    assert not standing_statements().exists()


def test_an_acceptance_that_is_taken_back_withdraws_its_statement_and_the_place_waits_again():
    layer = kept()
    proposal = proposal_of(layer, PROMISE)
    made = accept_as_proposed(proposal, by_maya())

    (again,) = undo(proposal, by_maya())

    retraction = Retraction.objects.get()
    assert (retraction.statement, retraction.kind, retraction.reason) == (made, Why.WITHDRAWN_BY_US, UNDONE)
    assert list(made.reached_by.values_list("retraction", flat=True)) == [retraction.pk]
    assert (again.state, again.payload, again.undoes) == ("open", proposal.payload, proposal)
    proposal.refresh_from_db()
    assert proposal.state == "accepted"
    assert proposal not in proposals_of(layer)
    assert counts_of([layer.pk])[layer.pk].accepted == 0
    assert accept_as_proposed(again, by_omar()) in standing_statements()


def test_a_rejection_and_a_reading_are_taken_back_as_well():
    layer = kept()
    rejected, read = proposal_of(layer, LIST), proposal_of(layer, SUM, "sum")
    reject(rejected, by_maya())
    accept_as_proposed(read, by_maya())

    undo(rejected, by_maya())
    undo(read, by_maya())

    assert layer.proposals.filter(undoes__in=[rejected, read], state="open").count() == 2
    assert not Retraction.objects.exists()


def test_what_was_corrected_since_is_withdrawn_as_it_stands():
    layer = kept()
    proposal = proposal_of(layer, PROMISE)
    made = accept_as_proposed(proposal, by_maya())
    corrected = revise_edited(made, Edited(StatementKind.DIRECT, at(layer, PROMISE), COUNCIL), by_maya())

    undo(proposal, by_maya())

    assert Retraction.objects.get().statement == corrected
    assert not standing_statements().exists()


def test_what_something_rests_on_is_not_taken_back_before_it():
    layer = kept()
    around, nested = proposal_of(layer, TOLD), proposal_of(layer, NESTED)
    accept_as_proposed(around, by_maya())
    accept_as_proposed(nested, by_maya())

    with pytest.raises(RecordRefused, match="rests_on_it"):
        undo(around, by_maya())

    undo(nested, by_maya())
    undo(around, by_maya())
    assert not standing_statements().exists()


def test_a_promise_is_taken_back_with_the_words_that_were_confirmed_only_for_it():
    layer = kept()
    promise = layer.proposals.get(kind="commitment")
    quotation = proposal_of(layer, PROMISE)
    reject(quotation, by_maya())
    accept_as_proposed(promise, by_maya())

    undo(promise, by_maya())

    assert Commitment.objects.count() == 1
    assert not standing_commitments().exists()
    assert not standing_statements().exists()


def test_a_promise_is_taken_back_and_the_words_that_were_accepted_stay():
    layer = kept()
    promise = layer.proposals.get(kind="commitment")
    made = accept_as_proposed(proposal_of(layer, PROMISE), by_maya())
    accept_as_proposed(promise, by_maya())

    undo(promise, by_maya())

    assert list(standing_statements()) == [made]


@pytest.mark.parametrize("twice", [True, False])
def test_what_was_not_decided_or_was_undone_is_not_undone(twice: bool):
    proposal = proposal_of(kept(), PROMISE)
    if twice:
        reject(proposal, by_maya())
        undo(proposal, by_maya())

    with pytest.raises(RecordRefused, match="was_undone" if twice else "is_not_decided"):
        undo(proposal, by_maya())


def test_the_database_refuses_an_undoing_of_what_nobody_decided():
    proposal = proposal_of(kept(), PROMISE)
    given = {name: getattr(proposal, name) for name in ("layer", "kind", "start", "end", "payload", "rule")}

    row = Proposal(**given, extractor="x", extractor_version="x", confidence=1, undoes=proposal)

    assert "what it undoes was not decided" in refused(row.save)


def test_a_place_that_waits_again_is_read_anew_by_newer_rules(monkeypatch: pytest.MonkeyPatch):
    layer = kept()
    proposal = proposal_of(layer, PROMISE)
    reject(proposal, by_maya())
    undo(proposal, by_maya())
    monkeypatch.setattr(reading, "extractor_version", lambda: "another")

    read_layer(layer, by_maya())

    waiting = layer.proposals.filter(kind="quotation", start=proposal.start, state="open")
    assert [one.extractor_version for one in waiting] == ["another"]


def test_the_last_decision_is_told_for_each_person():
    layer = kept()
    mine, others = proposal_of(layer, PROMISE), proposal_of(layer, LIST)
    reject(mine, by_maya())
    reject(others, by_omar())

    assert last_decided(layer, by_maya().user) == mine
    undo(mine, by_maya())
    assert last_decided(layer, by_maya().user) is None


def test_words_are_found_nearest_in_their_article_whatever_the_blanks():
    layer = kept()
    text = layer.text or ""
    article = article_around(layer, text.index(TOLD), text.index(TOLD) + 5)

    assert article.find("They  told\nus") == at(layer, "They told us")
    assert article.find("nowhere at all") is None
    assert article.find("  ") is None


def test_sentences_begin_after_the_end_of_another():
    text = "“Funding has stopped, so no work can continue. All they managed was paint.” He left."

    found = [text[one:] for one in turns_in(text, 0, text.index(" He"))]

    assert found == ["All they managed was paint.” He left."]
