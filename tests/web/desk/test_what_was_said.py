"""Statements, chains and questions as the desk shows them; and the text in its pieces."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from sanad.record.kinds import AgentKind, Bound, Hop, Naming, SpeechRole, Why
from sanad.record.models import Question, Segment, Statement, TextLayer
from sanad.record.selectors.chains import chain_of
from sanad.record.services.agents import NewAgent, add_agent
from sanad.record.services.questions import open_question
from sanad.record.services.retractions import ask_to_seal, retract, seal
from sanad.record.services.sources import NewHop, add_account
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewFigure, NewPart, NewRole, NewStatement, Voiced
from sanad.staff.roles import Role
from sanad.web.desk.shown.chains import hops_of
from sanad.web.desk.shown.drawing import picture
from sanad.web.desk.shown.text import Mark, stretches
from tests.record.keeping.pages import PAGE, by_omar
from tests.web.desk.pages import PROMISE, TOLD, accepted, asked, by_rana, keeper, kept, own_account, rival_account
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
COST = "the repairs had cost more than $900"


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def at(layer: TextLayer, said: str) -> At:
    start = (layer.text or "").index(said)
    return At(layer, start, start + len(said))


def told_to_many(layer: TextLayer) -> Statement:
    """Two voices in one pair of marks, a sum, somebody who was not to know, and somebody spoken to."""
    article = layer.segments.get(kind="article")
    karim = add_agent(NewAgent(AgentKind.PERSON, "Karim", Naming.FORENAME, article), by_rana())
    council = add_agent(NewAgent(AgentKind.GROUP, "the council", Naming.DESCRIBED, article), by_rana())
    content = at(layer, TOLD)
    middle = content.start + len("“They told us: ")
    parts = [NewPart(At(layer, content.start, middle), karim), NewPart(At(layer, middle, content.end), None)]
    voice = Voiced("pseudonymous", karim, note="set by the editor")
    roles = [NewRole(council, SpeechRole.KEPT_FROM), NewRole(karim, SpeechRole.ADDRESSEE)]
    figures = [NewFigure(at(layer, "no money now"), 90_000, "USD", Bound.MORE_THAN, "the repairs", payer=karim)]
    more = {"roles": roles, "parts": parts, "figures": figures}
    new = NewStatement(own_account(layer), "direct", voice, content, "printed_in_marks", **more)
    return confirm_statement(new, by_rana())


def test_a_statement_is_shown_with_its_words_its_speaker_and_the_line_to_cite_it():
    made = accepted(kept())

    page = words(keeper().get(f"/desk/statements/{made.pk}/"))

    assert PROMISE in page
    assert "Huda Saab" in page
    assert "Printed in quotation marks" in page
    assert f"record:{made.rec_hash}" in page
    assert made.content.layer.sha256 in page


def test_two_voices_stand_apart_with_roles_and_sums():
    made = told_to_many(kept())

    page = words(keeper().get(f"/desk/statements/{made.pk}/"))

    assert "Two voices in one pair of marks" in page
    assert "Nobody can tell who speaks here" in page
    assert "Was not to know" in page
    assert "set by a record keeper" in page
    assert "more than <bdi>900</bdi>&nbsp;USD" in page


def test_who_is_not_named_stays_so():
    layer = kept()
    asked(layer)
    made = Statement.objects.filter(speaker=None).first()

    page = words(keeper().get(f"/desk/statements/{made.pk}/"))

    assert "the text does not say who" in page


def test_a_statement_says_who_took_it_back_when_and_why():
    made = accepted(kept())
    retract(made, Why.SOURCE_CORRECTED, "The office corrected it.", by_rana())

    page = words(keeper().get(f"/desk/statements/{made.pk}/"))

    assert "The source corrected it" in page
    assert "The office corrected it." in page
    assert "Rana Aoun" in page


def test_a_corrected_statement_leads_to_the_one_that_corrects_it():
    layer = kept()
    made = accepted(layer)
    voice = Voiced("unknown")
    newer = NewStatement(made.account, "direct", voice, at(layer, PROMISE), "printed_in_marks")
    corrected = confirm_statement(newer, by_rana(), revises=made)

    page = words(keeper().get(f"/desk/statements/{made.pk}/"))

    assert f"/desk/statements/{corrected.pk}/" in page
    assert "Corrected since" in page


def test_a_chain_is_a_picture_and_a_table_that_say_the_same():
    layer = kept()
    account = rival_account(layer)

    page = words(keeper().get(f"/desk/accounts/{account.pk}/"))

    assert page.count('<svg class="chart"') == 2
    assert page.count("the page quotes what they were told") == 1
    assert page.count('class="loss"') == 2 + 2 * 2
    assert "about October <bdi" in page
    assert "2 hops on the longest way" in page.replace("<bdi>", "").replace("</bdi>", "")


def test_an_arabic_picture_runs_from_right_to_left():
    steps = hops_of(chain_of(rival_account(kept())))

    (_, english), (_, arabic) = picture(steps, is_rtl=False)[0], picture(steps, is_rtl=True)[0]

    assert "M190 " in english
    assert "M190 " not in arabic


def test_ways_that_meet_again_stand_in_lanes_of_their_own():
    layer = kept()
    work, own = layer.capture.works.get(), own_account(layer)
    one = rival_account(layer)
    other = add_account(work, "a second telling", by_rana(), hops=[NewHop(Hop.TOLD, own, why="she says so")])
    both = [NewHop(Hop.QUOTED, one, evidence=at(layer, COST)), NewHop(Hop.QUOTED, other, why="it sounds so")]
    last = add_account(work, "both together", by_rana(), hops=both)

    page = words(keeper().get(f"/desk/accounts/{last.pk}/"))

    assert "both together" in page
    assert page.count('class="s-none" d=') > 0
    assert page.count('class="s-edge" d=') > 0


def test_versions_stand_in_equal_form_and_in_the_order_of_their_writing():
    question = asked(kept(), versions=3)

    page = words(keeper().get(f"/desk/questions/{question.pk}/"))
    forms = page.split('<article class="card stack"')[1:]

    assert [form.count("<dt>") for form in forms] == [2, 2, 2]
    assert "Says so" in forms[0]
    assert "Denies it · toward:" in forms[1]
    assert "It will come within months." in forms[1]


def test_a_statement_is_put_beside_others_from_its_own_page():
    question, client = asked(kept()), keeper()
    made = accepted(kept("Again\n\n" + (kept().text or "")))
    denied = question.versions.earliest("pk")
    told = {"summary": "Nobody has named a day.", "stance": "denies", "toward": denied.pk}

    answer = client.post(f"/desk/statements/{made.pk}/beside/?question={question.pk}", told)
    again = client.post(f"/desk/statements/{made.pk}/beside/?question={question.pk}", told)

    version = question.versions.latest("pk")
    assert (answer.status_code, version.summary, version.toward_id) == (302, told["summary"], denied.pk)
    assert [one.statement_id for one in version.grounds.all()] == [made.pk]
    assert "This telling answers that question already" in words(again)
    assert question.text in words(client.get(f"/desk/statements/{made.pk}/"))
    assert f"?question={question.pk}" not in words(client.get(f"/desk/statements/{made.pk}/beside/"))


def test_a_new_question_that_is_sent_twice_is_one_and_others_answer_it_in_its_words():
    made, client = accepted(kept()), keeper()
    other = accepted(kept("Again\n\n" + (kept().text or "")))
    told = {"text": "Is the list ready?", "summary": "It is.", "stance": "asserts"}

    answers = [client.post(f"/desk/statements/{one}/beside/", told) for one in (made.pk, made.pk, other.pk)]

    assert [answer.status_code for answer in answers] == [302, 200, 302]
    assert Question.objects.get().versions.count() == 2


def test_a_new_question_without_words_is_asked_for_again_and_nothing_is_written():
    made, client = accepted(kept()), keeper()

    refused = client.post(f"/desk/statements/{made.pk}/beside/", {"text": " ", "summary": "", "stance": "asserts"})
    unknown = client.get(f"/desk/statements/{made.pk}/beside/?question=99999")
    strange = client.get(f"/desk/statements/{made.pk}/beside/?question=x&words=%FFnothing")

    assert (refused.status_code, unknown.status_code, strange.status_code) == (200, 404, 200)
    assert not Question.objects.exists()


def test_a_question_takes_as_many_queries_for_eight_versions_as_for_two():
    client = keeper()
    few, many = asked(kept()), asked(kept("Again\n\n" + (kept().text or "")), versions=8)
    client.get("/desk/questions/")

    assert _queries(client, few.pk) == _queries(client, many.pk)


def _queries(client: object, pk: int) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/desk/questions/{pk}/")
    return len(queries)


def test_a_retracted_ground_is_marked_in_its_version():
    layer = kept()
    question = asked(layer)
    retract(Statement.objects.latest("pk"), Why.SAFETY, "harm", by_rana())

    assert "Somebody could be harmed" in words(keeper().get(f"/desk/questions/{question.pk}/"))


def test_a_question_without_a_version_and_none_at_all_say_so():
    client = keeper()

    assert "No question is open yet" in words(client.get("/desk/questions/"))

    question = open_question("What was the visit for?", by_rana())
    assert "What was the visit for?" in words(client.get("/desk/questions/"))
    assert "No version is written down yet" in words(client.get(f"/desk/questions/{question.pk}/"))


@pytest.mark.parametrize("place", ["pages", "statements", "accounts", "questions"])
def test_what_is_not_there_is_not_found(place: str):
    assert keeper().get(f"/desk/{place}/4711/").status_code == 404


def test_every_sign_of_a_text_is_shown_once_with_the_heaviest_mark():
    text = "Head\n\nAs “he said” now.\n\nBeside\n\nLast."
    said, beside = text.index("“"), text.index("Beside")
    parts = [
        Segment(kind="article", start=0, end=len(text)),
        Segment(kind="headline", start=0, end=len("Head")),
        Segment(kind="paragraph", start=text.index("As"), end=beside - 2),
        Segment(kind="furniture", start=beside, end=beside + len("Beside")),
    ]
    marks = [Mark(said, said + 9, "now"), Mark(said + 1, said + 3, "open"), Mark(beside, beside + 6, "open")]

    found = stretches(text, parts, marks)

    pieces = [piece for one in found for block in one.blocks for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == "".join(text.split("\n\n"))
    assert [piece.role for piece in pieces if "he" in piece.text] == ["now"]
    assert [piece.is_here for piece in pieces].count(True) == 1
    assert [one.is_beside for one in found] == [False, True, False]
    assert not found[1].is_open


def test_a_statement_leads_to_the_page_as_it_came_in():
    made = accepted(kept())

    page = words(keeper().get(f"/desk/statements/{made.pk}/"))
    saved = keeper("Sami Aoun").get(f"/desk/statements/{made.pk}/page/")

    assert f"/desk/statements/{made.pk}/page/" in page
    assert saved.content.decode() == PAGE
    assert saved["Content-Disposition"].startswith("attachment")
    assert saved["Content-Type"] == "application/octet-stream"


def test_who_only_reads_the_desk_sees_bytes_only_where_they_may_be_shown():
    made = accepted(kept())
    lead = signed_in(member("Lea Khoury", Role.PROGRAMME_LEAD), "en")

    page, saved = lead.get(f"/desk/statements/{made.pk}/"), lead.get(f"/desk/statements/{made.pk}/page/")

    assert (page.status_code, saved.status_code) == (200, 403)
    assert f"/desk/statements/{made.pk}/page/" not in words(page)


def test_a_sealed_page_gives_no_bytes():
    made = accepted(kept())
    seal(ask_to_seal(made.content.layer.capture, "a witness could be known", by_rana()), by_omar())

    keeps = keeper()

    assert f"/desk/statements/{made.pk}/page/" not in words(keeps.get(f"/desk/statements/{made.pk}/"))
    assert keeps.get(f"/desk/statements/{made.pk}/page/").status_code == 404
