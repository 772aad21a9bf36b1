"""A careful person's record of the seed page: two stories, six chains, and nothing filled in that nobody said."""

from datetime import date

import pytest

from sanad.record.kinds import Level, SpeechRole, Why
from sanad.record.models import Figure, Mention, Outcome, Place, Statement
from sanad.record.selectors.chains import chain_of
from sanad.record.selectors.provenance import bytes_of, provenance_of
from sanad.record.selectors.public import public_statements
from sanad.record.selectors.versions import sides_of
from sanad.record.services.disclosures import disclose
from sanad.record.services.retractions import retract
from sanad.record.verification import verify_record
from tests.record.keeping.pages import by_omar, heard
from tests.record.keeping.seed_people import gold, seed_page
from tests.record.keeping.seed_record import ask_about_the_visit, commit, seed_record

pytestmark = pytest.mark.django_db


def test_both_stories_are_held_with_every_statement_in_its_place():
    page = seed_record()

    assert len(page.statements) == len(gold()["quotations"]) + len(gold()["reported"]) == 49
    for name, statement in page.statements.items():
        span = statement.content
        assert page.layer.text[span.start : span.end] == span.exact, name
    assert {work.holding for work in page.works.values()} == {"held", "cited_only"}
    assert list(verify_record()) == []


def test_the_meeting_has_two_principals_eighty_minutes_and_an_agenda_in_parts():
    meeting = seed_record().events["meeting2013"]

    assert set(meeting.participants.values_list("agent__label", "role")) == {
        ("Hassan Rouhani", "principal"),
        ("Vladimir Putin", "principal"),
    }
    assert (meeting.when, meeting.duration, meeting.part_of.kind) == ("2013-09-13", "PT80M", "summit")
    assert meeting.agenda.count() == 3


def test_the_chain_runs_from_the_team_to_the_magazine_to_the_newspaper():
    page = seed_record()

    chain = chain_of(page.accounts["CH1"])

    links = [str(node.work if node.kind == "work" else node.account) for node in chain.nodes]
    assert links.index("the account of Rouhani's team") < links.index("the magazine's account of the meeting")
    assert "When Did Russia Abandon Syria?" in links
    assert chain.is_unbroken
    concluded = [hop for hop in chain.hops if not hop.is_stated]
    assert concluded
    assert all(hop.inferred_by and hop.why for hop in concluded)


def test_passive_speakers_stay_unknown_and_two_voices_are_told_apart():
    said = seed_record().statements

    assert {said[name].speaker_status for name in ("R17", "R18", "R19", "Q21")} == {"unnamed_passive"}
    parts = list(said["Q22"].parts.order_by("ordinal").values_list("speaker__label", flat=True))
    assert len(parts) == 2
    assert parts[1].startswith("Ali")
    assert (said["Q24"].parent, said["Q24"].iterated) == (said["Q23"], True)


def test_the_proposal_of_two_voices_names_both():
    page = seed_page()
    start = gold()["quotations"][21]["span"]["start"]

    voices = page.layer.proposals.get(kind="quotation", start=start).payload["voices"]

    assert [one["name"] for one in voices] == ["entity responsible for the repairs", "Ali"]


def test_assad_must_not_know():
    kept_from = seed_record().statements["Q14"].roles.get(role=SpeechRole.KEPT_FROM)

    assert kept_from.agent.label == "Bashar al-Assad"
    assert kept_from.span.exact == "Assad must not know"


def test_ali_is_nobody_else():
    page = seed_record()

    assert page.agents["ali"].within == page.articles["A2"]
    assert page.agents["ali"] != page.agents["khamenei"]
    assert not Mention.objects.filter(agent=page.agents["ali"], span__start__lt=page.articles["A2"].start).exists()


def test_offices_are_told_and_never_facts():
    page = seed_record()

    office = page.agents["rouhani"].offices.get()
    assert (office.title, office.since, office.is_former, office.statement) == (
        "President of Iran",
        "2013-08~",
        True,
        page.statements["R2"],
    )
    assert page.agents["repair_entity"].relations.get().to == page.agents["hezbollah"]


def test_the_visit_is_told_in_two_ways_side_by_side():
    page = seed_record()
    question = ask_about_the_visit(page)

    sides = sides_of(question)

    assert {side.version.stance for side in sides} == {"asserts", "downplays"}
    assert sum(len(side.grounds) for side in sides) == 3
    assert page.statements["R13"].reactions.get().to_account == page.accounts["CH3"]


def test_the_order_of_telling_is_not_the_order_of_events():
    said = seed_record().statements

    assert said["Q13"].narrative_no < said["Q15"].narrative_no
    assert not said["Q13"].order_place.later.filter(then=said["Q15"].pk).exists()
    ranks = dict(Place.objects.values_list("pk", "rank"))
    assert ranks[said["Q15"].pk] < ranks[said["Q16"].pk]


def test_six_commitments_three_with_what_the_page_says_came_of_them():
    made = commit(seed_record())

    assert len(made) == 6
    assert {name for name, one in made.items() if one.outcomes.exists()} == {"K1", "K2", "K3"}
    assert (made["K1"].due_text, made["K1"].due, made["K1"].made_by) == ("within a few months", "", None)
    assert made["K6"].condition == "in an emergency"
    assert not Outcome.objects.filter(commitment=made["K4"]).exists()


def test_three_sums_each_with_its_bound_and_purpose():
    seed_record()

    assert list(Figure.objects.order_by("amount").values_list("amount", "currency", "bound")) == [
        (200_000, "USD", "at_most"),
        (1_000_000, "USD", "more_than"),
        (3_000_000, "USD", "at_least"),
    ]
    assert Figure.objects.get(amount=1_000_000).payer.label.startswith("Ali")


def test_every_statement_leads_to_its_place_its_hashes_and_its_bytes():
    page = seed_record()

    for statement in page.statements.values():
        found = provenance_of(statement)
        assert found.text_sha256 == page.layer.sha256
        assert found.capture.sha256 in found.citation
        assert statement.rec_hash in found.citation
    assert bytes_of(page.capture).decode() == page.layer.text


def test_taking_back_the_magazine_reaches_the_meeting_and_nothing_of_beirut():
    page = seed_record()

    retraction = retract(page.works["agahi"], Why.SOURCE_RETRACTED, "it took the report back", by_omar())

    reached = set(retraction.reached.values_list("statement", flat=True))
    of_the_meeting = {
        one["id"] for group in ("quotations", "reported") for one in gold()[group] if one["chain"] == "CH1"
    }
    assert reached == {page.statements[name].pk for name in of_the_meeting}
    assert Statement.objects.count() == 49


def test_a_private_person_is_not_public_before_somebody_opens_them():
    page = seed_record()
    shown = [page.statements["Q1"], page.statements["Q19"]]
    for statement in shown:
        disclose(statement, Level.PUBLIC, "printed in a newspaper", by_omar())

    assert list(public_statements(date(2026, 11, 20))) == [page.statements["Q1"]]

    ali = heard(page.agents["ali"])
    disclose(ali, Level.PSEUDONYM, "agreed", by_omar(), shown_as="a resident", legal_note="agreed")
    disclose(page.agents["aawsat"], Level.PUBLIC, "a newspaper", by_omar())
    assert set(public_statements(date(2026, 11, 20))) == set(shown)
