"""The seed page's record, shown and exported."""

import pytest

from sanad.record.exporting.guard import NamesWouldLeave
from sanad.record.exporting.verifying import verify_bundle
from sanad.record.kinds import Level
from sanad.record.models import Statement
from sanad.record.services.disclosures import disclose
from tests.record.exporting.shown import expanded, exported, rows_of, show
from tests.record.keeping.pages import by_omar
from tests.record.keeping.seed_record import ask_about_the_visit, commit, seed_record

pytestmark = pytest.mark.django_db


def test_the_seed_page_leaves_without_those_who_are_hidden(tmp_path):
    page = seed_record()
    ask_about_the_visit(page)
    commit(page)
    show(*Statement.objects.all())

    made = exported(tmp_path)

    statements = rows_of(made.text("statements.csv"))
    assert made.counts.adds_up
    assert made.counts.held_back.keys() <= {"hidden_agent", "holds_closed_words"}
    assert not {row["speaker"] for row in statements} & {"Ali", "residents"}
    assert verify_bundle(made.bundle)[0] == []
    assert made.counts.questions_held_back == 0
    assert len(rows_of(made.text("versions.csv"))) == 2


def test_whoever_is_opened_leaves_with_the_chain_and_the_promises(tmp_path):
    page = seed_record()
    commit(page)
    show(*Statement.objects.all(), page.agents["ali"], page.agents["residents"])

    made = exported(tmp_path)

    nodes = expanded(made.json("statements.jsonld"))
    assert made.counts.exported == made.counts.confirmed == len(page.statements)
    assert sum("http://www.w3.org/ns/prov#qualifiedDerivation" in node for node in nodes.values()) >= 3
    assert {row["outcome"] for row in rows_of(made.text("commitments.csv"))} == {"", "halted", "not_met", "partly"}
    assert verify_bundle(made.bundle)[0] == []


def test_a_closed_speaker_is_named_by_nobody_else_either(tmp_path):
    page = seed_record()
    show(*Statement.objects.all(), page.agents["ali"], page.agents["residents"])
    disclose(page.agents["putin"], Level.SEALED, "a test", by_omar())

    with pytest.raises(NamesWouldLeave) as refused:
        exported(tmp_path)

    for place in refused.value.places:
        kind, _, key = place.partition(" ")
        assert kind == "statement"
        disclose(Statement.objects.get(pk=key), Level.SEALED, "it names him", by_omar())
    made = exported(tmp_path)
    assert made.counts.adds_up
    assert all("Putin" not in text for text in made.everything().values())
