"""What a person sets right in a statement that stands: one further revision, and nothing withdrawn comes back."""

import pytest

from sanad.record.kinds import AgentKind, StatementKind, Why
from sanad.record.models import Statement, TextLayer
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.standing import standing_statements
from sanad.record.services.articles import Named
from sanad.record.services.drafts import accept_as_proposed
from sanad.record.services.editing import Edited, accept_split, revise_edited
from sanad.record.services.retractions import retract
from sanad.record.services.revising import revise_back
from sanad.record.services.undoing import undo
from sanad.record.spans import At
from tests.record.keeping.pages import by_maya, by_omar
from tests.web.desk.pages import PROMISE, TOLD, kept, proposal_of

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


def test_a_correction_is_taken_back_by_a_further_one():
    layer = kept()
    made = accept_split(proposal_of(layer, TOLD), (layer.text or "").index("‘There"), (HUDA, None), by_maya())
    revised = revise_edited(made, Edited(StatementKind.DIRECT, at(layer, TOLD), COUNCIL), by_omar())

    back = revise_back(made, by_maya())

    assert (back.revises, back.speaker.label, back.parts.count()) == (revised, "Huda Saab", 2)
    assert list(standing_statements()) == [back]
    assert Statement.objects.count() == 3
    with pytest.raises(RecordRefused, match="is_the_last"):
        revise_back(back, by_maya())


def test_a_correction_brings_nothing_back_that_was_withdrawn():
    layer = kept()
    proposal = proposal_of(layer, PROMISE)
    made = accept_as_proposed(proposal, by_maya())
    undo(proposal, by_maya())

    revise_edited(made, Edited(StatementKind.DIRECT, at(layer, PROMISE), COUNCIL), by_maya())

    assert not standing_statements().exists()


def test_a_correction_of_what_the_source_corrected_stands():
    layer = kept()
    made = accept_as_proposed(proposal_of(layer, PROMISE), by_maya())
    retract(made, Why.SOURCE_CORRECTED, "a letter", by_maya())

    corrected = revise_edited(made, Edited(StatementKind.DIRECT, at(layer, PROMISE), COUNCIL), by_maya())

    assert not corrected.reached_by.exists()
