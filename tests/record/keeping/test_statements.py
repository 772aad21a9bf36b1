"""What was said: in marks or not, by whom or by nobody, in one voice or two."""

import pytest

from sanad.record.kinds import (
    AgentKind,
    Hop,
    Naming,
    SpeakerStatus,
    SpeechRole,
    StatementKind,
    Verbatim,
)
from sanad.record.models import (
    Agent,
    Span,
    Statement,
    StatementPart,
)
from sanad.record.services.agents import NewAgent, add_agent, confirm_mention
from sanad.record.services.sources import NewHop, pass_on
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewPart, NewRole, Voiced
from tests.record.keeping.pages import PAGE, by_maya, by_omar, held, huda, karim, said, wanted
from tests.record.keeping.refusing import code_of, refused

pytestmark = pytest.mark.django_db
PROMISE = "“We will pay the families within a few months,”"
LIST = "“The list is ready.”"
TOLD = "“They told us: ‘There is no money now.’ ”"
NO_MONEY = "‘There is no money now.’"


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


def test_somebody_who_was_not_to_know_is_kept_apart_from_those_spoken_to():
    page = held()
    roles = [NewRole(huda(), SpeechRole.ADDRESSEE), NewRole(karim(page), SpeechRole.KEPT_FROM, page.at("Karim"))]

    made = said(page, LIST, roles=roles)

    assert set(made.roles.values_list("agent__label", "role")) == {("Huda Saab", "addressee"), ("Karim", "kept_from")}


def test_a_correction_is_another_row():
    page = held()
    first = said(page, PROMISE)
    new = wanted(page, PROMISE, huda(), narrative_no=first.narrative_no)

    second = confirm_statement(new, by_omar(), revises=first)

    first.refresh_from_db()
    assert (first.speaker, first.revised_by) == (None, second)
    assert code_of(lambda: confirm_statement(new, by_maya(), revises=first)) == "was_revised"
