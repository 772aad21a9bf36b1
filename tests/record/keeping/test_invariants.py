"""What always holds of the record, refused by the database itself where somebody goes past the services."""

import pytest
from django.db import IntegrityError, connection, transaction

from sanad.record.kinds import (
    AgentKind,
    Basis,
    Hop,
    Level,
    Naming,
    Order,
    Rights,
    SpeakerStatus,
    SpeechRole,
    Stance,
    StatementKind,
    Verbatim,
    Why,
    WorkKind,
)
from sanad.record.models import (
    Agent,
    Commitment,
    Disclosure,
    EventOrder,
    Node,
    Place,
    Proposal,
    Reached,
    Span,
    Statement,
    StatementPart,
    TextLayer,
    Transmission,
    Version,
)
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.chains import chain_of
from sanad.record.selectors.versions import sides_of
from sanad.record.services.agents import NewAgent, add_agent, confirm_mention
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.decisions import accept_statement, reject
from sanad.record.services.disclosures import disclose
from sanad.record.services.ordering import order
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.services.retractions import retract
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work, pass_on
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import AROUND, At
from sanad.record.statement_wanted import NewPart, NewRole, Voiced
from sanad.sheets.sql import fill, name
from tests.record.keeping.pages import PAGE, WHEN, by_maya, by_omar, held, huda, karim, said, wanted

pytestmark = pytest.mark.django_db
PROMISE = "“We will pay the families within a few months,”"
LIST = "“The list is ready.”"
TOLD = "“They told us: ‘There is no money now.’ ”"
NO_MONEY = "‘There is no money now.’"


def refused(act) -> str:
    with pytest.raises(IntegrityError) as found, transaction.atomic():
        act()
    return str(found.value)


def code_of(act) -> str:
    with pytest.raises(RecordRefused) as found:
        act()
    return found.value.code


def test_a_span_holds_exactly_the_words_that_stand_there():
    page = held()
    stands = {"layer": page.layer, "start": 0, "end": 7, "prefix": "", "suffix": PAGE[7:39]}

    assert "do not stand there" in refused(lambda: Span.objects.create(**stands, exact="Repaird"))
    assert "do not stand there" in refused(lambda: Span.objects.create(**{**stands, "suffix": "x"}, exact="Repairs"))
    assert "do not stand there" in refused(
        lambda: Span.objects.create(layer=page.layer, start=0, end=9_999, exact=PAGE, prefix="", suffix="")
    )
    assert Span.objects.create(**stands, exact="Repairs").pk


def test_the_words_around_a_span_are_at_most_32_signs():
    page = held()

    made = said(page, LIST)

    start = PAGE.index(LIST)
    assert made.content.prefix == PAGE[start - AROUND : start]
    assert made.content.suffix == PAGE[start + len(LIST) :][:AROUND]


@pytest.mark.parametrize(("column", "value"), [("text", "Another"), ("language", "ar"), ("sha256", "0" * 64)])
def test_a_text_is_never_changed(column, value):
    layer = held().layer

    assert "never changed" in refused(lambda: TextLayer.objects.filter(pk=layer.pk).update(**{column: value}))
    assert "never deleted" in refused(lambda: TextLayer.objects.filter(pk=layer.pk)._raw_delete("default"))


@pytest.mark.parametrize("table", ["capture", "segment", "work", "account", "transmission", "agent", "statement"])
def test_rows_of_the_record_are_never_changed_or_deleted(table):
    page = held()
    said(page, LIST, huda())

    with connection.cursor() as cursor:
        parts = {"table": name(f"record_{table}")}
        for statement in (
            fill("UPDATE {table} SET id = id + 1000", **parts),
            fill("DELETE FROM {table}", **parts),
        ):
            assert "never changed or deleted" in refused(lambda sql=statement: cursor.execute(sql))


def test_a_statement_stands_in_the_text_of_its_own_telling():
    page, other = held(), held(PAGE + "\nMore.\n", title="Another page")
    new = wanted(page, LIST, account=other.account)

    assert code_of(lambda: confirm_statement(new, by_maya())) == "does_not_stand"


def test_a_telling_has_at_least_one_hop():
    page = held()

    assert code_of(lambda: add_account(page.work, "no source", by_maya(), hops=[])) == "no_hop"
    assert chain_of(page.account).is_unbroken
    assert chain_of(page.account).depth == 1


def test_a_hop_is_stated_with_its_place_or_says_why_it_is_concluded():
    page = held()
    told = {"child": page.account.node, "kind": Hop.TOLD}

    assert "hop_is_stated" in refused(lambda: Transmission.objects.create(**told, is_stated=True))
    assert "hop_is_stated" in refused(lambda: Transmission.objects.create(**told, is_stated=False, why="so it seems"))
    assert code_of(lambda: pass_on(page.account, NewHop(Hop.TOLD), by_maya())) == "hop_says_neither"


def test_no_telling_comes_from_itself_however_far_around():
    page = held()
    report = add_work(NewWork(WorkKind.MAGAZINE_REPORT, "The report", Rights.CLOSED), by_maya())
    tape = add_work(NewWork(WorkKind.RECORDING, "The tape", Rights.CLOSED), by_maya())
    pass_on(report, NewHop(Hop.QUOTED, tape, why="the report says so"), by_maya())
    pass_on(page.account, NewHop(Hop.REPUBLISHED, report, why="the page names it"), by_maya())

    assert code_of(lambda: pass_on(tape, NewHop(Hop.TOLD, page.account, why="?"), by_maya())) == "goes_in_a_circle"
    assert code_of(lambda: pass_on(tape, NewHop(Hop.TOLD, tape, why="?"), by_maya())) == "goes_in_a_circle"
    straight = Transmission(child=tape.node, parent=page.account.node, kind=Hop.TOLD, is_stated=False, why="?")
    straight.inferred_by, straight.inferred_at = by_maya().user, WHEN
    assert "cannot come from itself" in refused(straight.save)
    assert "cannot come from itself" in refused(lambda: Node.objects.filter(pk=tape.node_id).update(rank=9))
    assert chain_of(page.account).depth == 2


def test_a_later_hop_lifts_all_that_stands_below():
    page = held()
    report, tape = (add_work(NewWork(WorkKind.RECORDING, one, Rights.CLOSED), by_maya()) for one in ("report", "tape"))
    pass_on(page.account, NewHop(Hop.QUOTED, report, why="named"), by_maya())

    pass_on(report, NewHop(Hop.QUOTED, tape, why="named"), by_maya())

    ranks = dict(Node.objects.values_list("pk", "rank"))
    assert ranks[tape.node_id] < ranks[report.node_id] < ranks[page.account.node_id]


def test_before_never_comes_round():
    page = held()
    first, second, third = said(page, PROMISE), said(page, LIST), said(page, TOLD)
    order(first, Order.BEFORE, second, by_maya(), why="it is answered")
    order(second, Order.REPLIES_TO, third, by_maya(), why="it is answered")

    assert code_of(lambda: order(third, Order.BEFORE, first, by_maya(), why="?")) == "goes_in_a_circle"
    straight = {"first_id": third.pk, "then_id": first.pk, "relation": Order.BEFORE, "basis": Basis.INFERRED}
    assert "before itself" in refused(lambda: EventOrder.objects.create(**straight, why="?"))
    assert "before itself" in refused(lambda: Place.objects.filter(pk=first.pk).update(rank=5))
    assert order(third, Order.SAME_TIME, first, by_maya(), why="?").pk


def test_direct_speech_lies_inside_marks():
    page = held()

    assert code_of(lambda: said(page, "We will pay the families")) == "does_not_stand"
    assert code_of(lambda: said(page, PROMISE, verbatim=Verbatim.PARAPHRASE)) == "does_not_stand"
    assert code_of(lambda: said(page, PROMISE, verbatim=Verbatim.RECORDING_CHECKED)) == "does_not_stand"
    heard = {"verbatim": Verbatim.RECORDING_CHECKED, "recording": page.layer}
    assert code_of(lambda: said(page, PROMISE, **heard)) == "does_not_stand"


def test_translated_print_is_never_higher_than_translated():
    page = held()
    pass_on(page.account, NewHop(Hop.TRANSLATED, why="the page says translated", is_translation=True), by_maya())

    assert code_of(lambda: said(page, PROMISE)) == "was_translated"
    assert said(page, PROMISE, verbatim=Verbatim.PRINTED_TRANSLATED).pk


def test_a_statement_has_a_speaker_or_says_that_nobody_is_named():
    page = held()
    unnamed = {"voice": Voiced(SpeakerStatus.NAMED)}
    filled = {"voice": Voiced(SpeakerStatus.UNNAMED_PASSIVE, huda(), note="?")}

    assert code_of(lambda: said(page, PROMISE, **unnamed)) == "does_not_stand"
    assert code_of(lambda: said(page, PROMISE, **filled)) == "does_not_stand"


def test_no_speaker_is_filled_in_without_a_place_or_a_note():
    page = held()
    voice = Voiced(SpeakerStatus.NAMED, huda())

    assert code_of(lambda: said(page, PROMISE, voice=voice)) == "does_not_stand"
    assert said(page, PROMISE, voice=Voiced(SpeakerStatus.NAMED, huda(), page.at("Huda Saab"))).speaker_evidence


def test_what_is_nested_lies_within_what_holds_it():
    page = held()
    outer, elsewhere = said(page, TOLD), said(page, LIST)
    nested = {"kind": StatementKind.NESTED}

    assert code_of(lambda: said(page, NO_MONEY, **nested)) == "does_not_stand"
    assert code_of(lambda: said(page, NO_MONEY, **nested, parent=elsewhere)) == "does_not_stand"
    assert said(page, NO_MONEY, **nested, parent=outer).parent == outer


def test_two_voices_in_one_pair_of_marks_cover_it_without_gap_or_overlap():
    page = held()
    whole = page.at(TOLD)
    middle = PAGE.index(NO_MONEY)
    first, rest = At(page.layer, whole.start, middle), At(page.layer, middle, whole.end)

    assert code_of(lambda: said(page, TOLD, parts=[NewPart(first, None)])) == "parts_do_not_tile"
    assert code_of(lambda: said(page, TOLD, parts=[NewPart(whole, None), NewPart(rest, None)])) == "parts_do_not_tile"
    made = said(page, TOLD, parts=[NewPart(rest, None), NewPart(first, huda())])
    assert [part.span.start for part in made.parts.order_by("ordinal")] == [whole.start, middle]
    outside = Span.objects.get(pk=said(page, LIST).content_id)
    assert "overlaps" in refused(lambda: StatementPart.objects.create(statement=made, span=outside, ordinal=3))


def test_captions_furniture_and_headlines_yield_no_statement():
    text = "“Nothing will stop,” says the head\n\nThe story.\n\n“We go on.” Huda Saab said.\n"
    page = held(text)
    headline = page.layer.segments.get(kind="headline")

    assert headline.start == 0
    assert code_of(lambda: said(page, "“Nothing will stop,”")) == "does_not_stand"


def test_a_forename_is_nobody_else_in_another_article():
    page, other = held(), held(PAGE + "\nMore.\n", title="Another page")
    one = karim(page)

    assert confirm_mention(page.at("Karim"), one, by_maya()).agent == one
    assert code_of(lambda: confirm_mention(other.at("Karim"), one, by_maya())) == "stays_in_its_article"
    bare = {"kind": AgentKind.PERSON, "label": "Karim", "naming": Naming.FORENAME}
    assert "stays_in_its_article" in refused(lambda: Agent.objects.create(**bare))
    full = add_agent(NewAgent(AgentKind.PERSON, "Karim Daher"), by_maya())
    assert confirm_mention(other.at("Karim"), full, by_maya()).agent == full


def test_nobody_is_made_of_two_by_their_names():
    page, other = held(), held(PAGE + "\nMore.\n", title="Another page")

    assert karim(page) != karim(other)


def test_a_proposal_is_decided_once_and_by_a_person():
    page = held()
    proposal = page.layer.proposals.get(kind="quotation", start=PAGE.index(PROMISE))

    made = accept_statement(proposal, wanted(page, PROMISE, huda()), by_maya(), edited=False)

    assert (proposal.state, proposal.by, proposal.became) == ("accepted", by_maya().user, f"record:statement/{made.pk}")
    assert code_of(lambda: reject(proposal, by_omar())) == "is_decided"
    assert "decided once" in refused(lambda: Proposal.objects.filter(pk=proposal.pk).update(state="open", by=None))
    waiting = Proposal.objects.filter(state="open").first()
    assert "decided_by_a_person" in refused(lambda: Proposal.objects.filter(pk=waiting.pk).update(state="rejected"))


def test_a_refused_acceptance_leaves_the_proposal_open():
    page = held()
    proposal = page.layer.proposals.get(kind="quotation", start=PAGE.index(PROMISE))

    assert (
        code_of(lambda: accept_statement(proposal, wanted(page, "The council met"), by_maya(), edited=True))
        == "does_not_stand"
    )
    proposal.refresh_from_db()
    assert proposal.state == "open"
    assert not Statement.objects.exists()


def test_proposals_of_a_replaced_text_are_obsolete():
    page = held()
    proposal = page.layer.proposals.get(kind="quotation", start=PAGE.index(PROMISE))

    newer = NewLayer(PAGE + "\nCorrected.\n", "plain text", "2", "en")
    add_layer(page.capture, newer, by_maya(), instead_of=page.layer)

    assert set(page.layer.proposals.values_list("state", flat=True)) == {"obsolete"}
    assert code_of(lambda: reject(proposal, by_maya())) == "is_decided"
    late = {"kind": "sum", "start": 0, "end": 5, "payload": {}, "extractor": "x", "extractor_version": "0"}
    assert "replaced" in refused(lambda: Proposal.objects.create(layer=page.layer, rule="r", confidence=1, **late))


def test_versions_stand_side_by_side_and_none_can_go():
    page = held()
    rival = add_account(page.work, "the families", by_maya(), hops=[NewHop(Hop.TOLD, why="the page quotes them")])
    question = open_question("Was money promised?", by_maya())
    promise = said(page, PROMISE, huda())
    denial = said(page, TOLD, account=rival)
    first = add_version(question, NewVersion(page.account, "Soon", Stance.ASSERTS, [promise]), by_maya())
    add_version(question, NewVersion(rival, "No money", Stance.DENIES, [denial], toward=first), by_omar())

    sides = sides_of(question)

    assert [side.version.summary for side in sides] == ["Soon", "No money"]
    assert "never changed or deleted" in refused(lambda: Version.objects.filter(pk=first.pk)._raw_delete("default"))
    assert (
        code_of(lambda: add_version(question, NewVersion(rival, "?", Stance.ASKS, []), by_maya())) == "rests_on_nothing"
    )


def test_no_column_says_what_is_true_or_ranks_versions():
    names = {field.name for model in (Statement, Version, Commitment) for field in model._meta.concrete_fields}

    assert not names & {"true", "is_true", "truth", "verdict", "rank", "score", "weight", "credibility"}


def test_a_commitment_rests_on_a_statement_and_is_due_only_as_the_text_says():
    page = held()
    ground = said(page, PROMISE, huda())
    given = {"text": "pay", "act": "pay", "strength": "promise", "confirmed_by": by_maya().user, "confirmed_at": WHEN}
    vague = {"due_kind": "vague", "due_text": "within a few months", "due": "2026-11/2027-03"}

    assert refused(lambda: Commitment.objects.create(**given, due_kind="none"))
    assert "due_only_where" in refused(
        lambda: Commitment.objects.create(**given, evidence=ground, due_kind="none", due="2027-01", due_basis="stated")
    )
    assert "vague_due" in refused(
        lambda: Commitment.objects.create(**given, evidence=ground, **vague, due_basis="stated")
    )
    assert Commitment.objects.create(**given, evidence=ground, **vague, due_basis="inferred").pk


@pytest.mark.parametrize(
    ("day", "stands"),
    [("2013-09", True), ("2020~", True), ("XXXX-01", True), ("2013/2015", True), ("../2020", True), ("", True),
     ("13 September 2013", False), ("2013-9-13", False), ("2013-13", False), ("soon", False)],
)  # fmt: skip
def test_days_are_edtf(day, stands):
    page = held()

    def write() -> Statement:
        return said(page, PROMISE, when=day, when_basis="stated" if day else "")

    assert write().when == day if stands else code_of(write) == "does_not_stand"


def test_a_retraction_flags_everything_whose_chain_passes_it_and_deletes_nothing():
    page = held()
    report = add_work(NewWork(WorkKind.MAGAZINE_REPORT, "The report", Rights.CLOSED), by_maya())
    told = add_account(page.work, "as the report has it", by_maya(), hops=[NewHop(Hop.QUOTED, report, why="named")])
    own, from_report = said(page, PROMISE), said(page, TOLD, account=told)
    nested = said(page, NO_MONEY, account=told, kind=StatementKind.NESTED, parent=from_report)

    retraction = retract(report, Why.SOURCE_RETRACTED, "the magazine took it back", by_omar())

    assert set(retraction.reached.values_list("statement", flat=True)) == {from_report.pk, nested.pk}
    assert Statement.objects.count() == 3
    late = said(page, LIST, account=told)
    assert Reached.objects.filter(statement=late).exists()
    assert not Reached.objects.filter(statement=own).exists()


def test_a_hop_found_later_under_a_retracted_source_is_reached_as_well():
    page = held()
    report = add_work(NewWork(WorkKind.MAGAZINE_REPORT, "The report", Rights.CLOSED), by_maya())
    made = said(page, PROMISE)
    retract(report, Why.SOURCE_RETRACTED, "the magazine took it back", by_omar())
    assert not made.reached_by.exists()

    pass_on(page.account, NewHop(Hop.QUOTED, report, why="we saw it later"), by_maya())

    assert made.reached_by.exists()


def test_who_confirmed_a_statement_does_not_publish_it():
    page = held()
    made = said(page, PROMISE, huda())

    assert code_of(lambda: disclose(made, Level.PUBLIC, "spoken in public", by_maya())) == "takes_two_persons"
    given = {"statement": made, "level": "public", "reason": "?", "by": by_maya().user, "at": WHEN}
    assert "second person" in refused(lambda: Disclosure.objects.create(**given))
    assert disclose(made, Level.PUBLIC, "spoken in public", by_omar()).pk


def test_a_correction_is_another_row():
    page = held()
    first = said(page, PROMISE)
    new = wanted(page, PROMISE, huda(), narrative_no=first.narrative_no)

    second = confirm_statement(new, by_omar(), revises=first)

    first.refresh_from_db()
    assert (first.speaker, first.revised_by) == (None, second)
    assert code_of(lambda: confirm_statement(new, by_maya(), revises=first)) == "was_revised"


def test_somebody_who_was_not_to_know_is_kept_apart_from_those_spoken_to():
    page = held()
    roles = [NewRole(huda(), SpeechRole.ADDRESSEE), NewRole(karim(page), SpeechRole.KEPT_FROM, page.at("Karim"))]

    made = said(page, LIST, roles=roles)

    assert set(made.roles.values_list("agent__label", "role")) == {("Huda Saab", "addressee"), ("Karim", "kept_from")}


def test_the_same_bytes_are_kept_once_and_a_page_that_changed_is_another_capture():
    url = "https://example.org/repairs"
    first = held(url=url)

    again, is_new = keep_capture(NewCapture(PAGE.encode(), "text/plain", "paste", WHEN, url), by_omar())
    changed, changed_is_new = keep_capture(NewCapture(b"Another text", "text/plain", "paste", WHEN, url), by_omar())

    assert (again, is_new, changed_is_new) == (first.capture, False, True)
    assert changed.custody_prev_hash == first.capture.sha256
