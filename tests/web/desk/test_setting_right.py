"""At the desk: other words, two voices, words that go on, decisions taken back, statements corrected."""

import pytest
from django.http import HttpResponse
from django.test import Client

from sanad.record.models import Proposal, Statement, TextLayer
from sanad.record.services.captures import NewLayer, add_layer
from tests.record.keeping.test_setting_right import GOES_ON, quotations
from tests.web.desk.pages import LIST, NESTED, PROMISE, SUM, TOLD, accepted, by_rana, keeper, kept, proposal_of
from tests.web.desk.test_deciding import decide, state_of, told

pytestmark = pytest.mark.django_db
EDITED = {"words": LIST, "sort": "direct", "who": "name:Huda Saab", "name": "", "kind": "person", "to": "", "cue": ""}


def page_of(client: Client, proposal: Proposal) -> str:
    return client.get(f"/desk/pages/{proposal.layer_id}/?p={proposal.pk}").content.decode()


def test_a_proposal_is_accepted_with_other_words_and_addressees():
    layer = kept()
    given = {**EDITED, "words": "“The list\nis ready.”", "to": "Karim; the families", "cue": "said"}

    decide(keeper(), proposal_of(layer, PROMISE), "edit", **given)

    made = Statement.objects.get()
    assert (made.content.exact, made.speaker.label, made.cue.exact) == (LIST, "Huda Saab", "said")
    assert [one.agent.label for one in made.roles.order_by("pk")] == ["Karim", "the families"]


def test_somebody_new_is_written_into_the_edited_statement():
    decide(
        keeper(), proposal_of(kept(), PROMISE), "edit", **{**EDITED, "who": "", "name": "the council", "kind": "group"}
    )

    assert Statement.objects.get().speaker.label == "the council"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"words": "nowhere at all"}, "These words do not stand so in this article."),
        ({"words": ""}, "Copy the words from the page."),
        ({"cue": "whispered"}, "These words do not stand so in this article."),
        ({"who": ""}, "Choose who speaks, or write somebody new."),
    ],
)
def test_what_was_edited_wrongly_stays_and_is_asked_for_again(given: dict[str, str], sentence: str):
    proposal = proposal_of(kept(), PROMISE)

    page = decide(keeper(), proposal, "edit", **{**EDITED, **given}).content.decode()

    assert sentence in page
    assert 'id="edit_words"' in page
    assert state_of(proposal) == "open"


def test_the_form_begins_with_what_the_rule_read():
    layer = kept()

    page = page_of(keeper(), proposal_of(layer, PROMISE))

    assert PROMISE in page.partition('id="edit_words"')[2][:300]
    assert '<option value="name:Huda Saab" selected>' in page.partition('id="edit_who"')[2][:400]


def test_one_pair_of_marks_becomes_two_voices():
    layer = kept("Money\n\n“Funding has stopped, so nothing goes on. All they did was paint,” Huda Saab said.\n")
    proposal, client = quotations(layer)[0], keeper()
    turn = (layer.text or "").index("All they did")
    assert f'value="{turn}"' in page_of(client, proposal)

    decide(client, proposal, "split", turn=str(turn), words="", first="nobody", second="name:Huda Saab")

    parts = Statement.objects.get().parts.order_by("ordinal")
    assert [one.speaker and one.speaker.label for one in parts] == [None, "Huda Saab"]


def test_a_second_voice_is_found_by_its_first_words():
    layer = kept()

    decide(keeper(), proposal_of(layer, TOLD), "split", words="‘There is", first="name:Karim", second="nobody")

    assert Statement.objects.get().parts.count() == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", "Choose where the second voice begins"), ("nowhere at all", "These words do not stand so in this article.")],
)
def test_a_second_voice_without_a_place_is_asked_for_again(words: str, sentence: str):
    proposal = proposal_of(kept(), TOLD)

    answer = decide(keeper(), proposal, "split", words=words, first="nobody", second="nobody")

    assert sentence in answer.content.decode()
    assert state_of(proposal) == "open"


def test_a_quotation_that_goes_on_is_joined_and_both_are_decided():
    layer, client = kept(GOES_ON), keeper()
    first, second = quotations(layer)[-2:]
    assert 'value="join"' in page_of(client, first)

    decide(client, first, "join")

    assert (state_of(first), state_of(second)) == ("edited", "edited")
    assert Statement.objects.get().content.end == second.end


def test_what_does_not_go_on_is_told():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    assert 'value="join"' not in page_of(client, proposal)

    assert "No quotation that waits follows it at once." in told(client, decide(client, proposal, "join"))


def test_the_last_decision_is_taken_back_and_waits_again():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    page = told(client, decide(client, proposal, "accept"))
    assert "Take your last decision back" in page

    answer = decide(client, proposal, "undo")

    again = Proposal.objects.get(undoes=proposal)
    assert answer["Location"] == f"/desk/pages/{layer.pk}/?p={again.pk}#now"
    assert "waits again" in told(client, answer)
    shown = client.get(f"/desk/statements/{Statement.objects.get().pk}/").content.decode()
    assert "Retracted" in shown
    assert "a record keeper took the decision back" in shown


def test_an_address_of_what_was_taken_back_opens_what_waits_instead():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    decide(client, proposal, "reject")
    decide(client, proposal, "undo")

    assert 'value="accept"' in page_of(client, proposal)


def test_taken_back_twice_is_told():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    decide(client, proposal, "reject")
    decide(client, proposal, "undo")

    assert "took this decision back before you" in told(client, decide(client, proposal, "undo"))


def test_what_something_rests_on_is_told():
    layer, client = kept(), keeper()
    for words in (TOLD, NESTED):
        decide(client, proposal_of(layer, words), "accept")

    assert "Something rests on it" in told(client, decide(client, proposal_of(layer, TOLD), "undo"))


def test_a_decided_proposal_offers_to_take_that_decision_back():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, SUM, "sum")
    decide(client, proposal, "accept")

    assert "Take this decision back" in page_of(client, proposal)


def test_of_a_replaced_text_nothing_is_taken_back():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    decide(client, proposal, "reject")
    _replaced(layer)

    page = told(client, decide(client, proposal, "undo"))

    assert "A newer text of this page stands instead." in page
    assert 'value="undo"' not in page


def _replaced(layer: TextLayer) -> None:
    newer = NewLayer((layer.text or "") + "\nMore.\n", "plain_text", "2", "en")
    add_layer(layer.capture, newer, by_rana(), instead_of=layer)


def correct(client: Client, made: Statement, **given: str) -> HttpResponse:
    return client.post(f"/desk/statements/{made.pk}/edit/", {**EDITED, "words": PROMISE, **given})


def test_a_statement_is_corrected_by_another_and_set_back_by_a_third():
    made, client = accepted(kept()), keeper()
    assert PROMISE in client.get(f"/desk/statements/{made.pk}/edit/").content.decode()

    answer = correct(client, made, who="nobody")
    second = Statement.objects.get(revises=made)
    client.post(f"/desk/statements/{made.pk}/back/")

    assert answer["Location"] == f"/desk/statements/{second.pk}/"
    assert (second.speaker, Statement.objects.get(revises=second).speaker) == (None, made.speaker)
    assert "It corrects this earlier one" in client.get(answer["Location"]).content.decode()


def test_a_correction_that_breaks_a_rule_or_comes_too_late_is_refused_in_words():
    made, client = accepted(kept()), keeper()

    wrong = correct(client, made, words="The council met on Tuesday.").content.decode()
    correct(client, made, who="nobody")
    late = correct(client, made).content.decode()

    assert "It breaks a rule of the record" in wrong
    assert "was corrected meanwhile" in late
    assert Statement.objects.count() == 2


def test_what_nothing_corrected_is_not_set_back():
    made, client = accepted(kept()), keeper()

    assert "Nothing corrected it" in told(client, client.post(f"/desk/statements/{made.pk}/back/"))
