"""Nothing about a living private person or of a disputed work is public before they were heard, and by two persons."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sanad.record.kinds import AgentKind, Authenticity, Bound, Hop, Level, Rights, Way, WorkKind
from sanad.record.log import By
from sanad.record.models import Agent, Disclosure, Reply, ReplyAsked, Statement, Work
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.public import public_statements
from sanad.record.selectors.replies import needs_reply, replies_about
from sanad.record.services.disclosures import disclose, reasons_against
from sanad.record.services.replies import NewAsking, ask_for_reply, write_reply
from sanad.record.services.sources import NewHop, add_account
from sanad.record.statement_wanted import NewFigure, NewPart
from sanad.record.verification import verify_record
from tests.record.keeping.pages import WHEN, Held, by_maya, by_omar, held, huda, karim, said
from tests.record.keeping.refusing import code_of, refused

pytestmark = pytest.mark.django_db
LIST, TOLD = "“The list is ready.”", "“They told us: ‘There is no money now.’ ”"
DAY = WHEN.date()
NEW = NewAsking("his lawyer", Way.LAWYER, DAY - timedelta(days=10), DAY - timedelta(days=1))
NOTE = "he spoke in public as a resident"


def disputed(page: Held) -> Work:
    """A second work of the capture, of which a statement says that it is not genuine."""
    ground = said(page, LIST, huda())
    node = page.work.node
    node.pk = None
    node.save(force_insert=True)
    return Work.objects.create(
        node=node,
        kind=WorkKind.NEWS_ARTICLE,
        title="A leaked page",
        holding="held",
        capture=page.capture,
        rights=Rights.QUOTE_ONLY,
        authenticity=Authenticity.DISPUTED,
        authenticity_by=ground,
    )


def of_the_disputed(page: Held) -> Statement:
    account = add_account(disputed(page), "the leaked page", by_maya(), hops=[NewHop(Hop.LEAKED, why="it says so")])
    return said(replace(page, account=account), TOLD)


def test_a_private_person_is_opened_by_a_second_person_after_being_heard_and_with_a_legal_note():
    person = karim(held())

    assert reasons_against(person, by_omar(), "") == ["needs_reply", "needs_legal_note"]
    ask_for_reply(person, replace(NEW, until=DAY), by_maya())
    assert code_of(lambda: disclose(person, Level.PUBLIC, "x", by_omar(), legal_note=NOTE)) == "reply_may_come"
    ask_for_reply(person, NEW, by_maya())
    assert code_of(lambda: disclose(person, Level.PUBLIC, "x", by_maya(), legal_note=NOTE)) == "takes_two_persons"
    assert code_of(lambda: disclose(person, Level.PUBLIC, "x", by_omar(), legal_note=" ")) == "needs_legal_note"
    assert disclose(person, Level.PUBLIC, "x", by_omar(), legal_note=NOTE).legal_note == NOTE


def test_one_person_closes_at_any_moment():
    assert disclose(karim(held()), Level.SEALED, "asked for", by_maya()).pk


def test_an_answer_is_enough_before_its_day_has_passed():
    person = karim(held())
    asked = ask_for_reply(person, replace(NEW, until=DAY + timedelta(days=9)), by_maya())

    write_reply(asked, "I never said so.", DAY, by_maya())

    assert disclose(person, Level.PSEUDONYM, "x", by_omar(), shown_as="a resident", legal_note=NOTE).pk
    assert replies_about(person)[0].reply.text == "I never said so."


@pytest.mark.parametrize("level", [Level.PUBLIC, Level.PSEUDONYM, Level.EMBARGO])
def test_the_database_opens_no_private_person_unheard(level: Level):
    person = karim(held())
    given = {Level.PSEUDONYM: {"shown_as": "x"}, Level.EMBARGO: {"until": date(2027, 1, 1)}}.get(level, {})

    def opened(by: By, note: str) -> Disclosure:
        return Disclosure(agent=person, level=level, reason="x", by=by.user, at=by.at, legal_note=note, **given)

    assert "was heard" in refused(opened(by_omar(), NOTE).save)
    ask_for_reply(person, NEW, by_maya())
    assert "was heard" in refused(opened(by_maya(), NOTE).save)
    assert "was heard" in refused(opened(by_omar(), "").save)
    opened(by_omar(), NOTE).save()


def test_nothing_of_a_disputed_work_is_shown_before_a_reply_or_its_day():
    made = of_the_disputed(held())
    work = made.account.work
    assert needs_reply(work)
    assert code_of(lambda: disclose(made, Level.PUBLIC, "x", by_omar())) == "needs_reply"
    row = Disclosure(statement=made, level=Level.PUBLIC, reason="x", by=by_omar().user, at=by_omar().at)
    assert "was heard" in refused(row.save)

    ask_for_reply(work, NEW, by_maya())
    disclose(made, Level.PUBLIC, "x", by_omar())

    assert list(public_statements(DAY)) == [made]
    assert list(public_statements(NEW.until)) == []


def test_whoever_is_closed_hides_what_they_say_in_a_part_or_pay_in_a_sum():
    page = held()
    person = karim(page)
    content = page.at(TOLD)
    whole = NewPart(content, person)
    sum_ = NewFigure(page.at("no money now"), 1, "USD", Bound.EXACT, "repairs", payer=person)
    for number, more in enumerate(({"parts": [whole]}, {"figures": [sum_]}, {}), start=1):
        made = said(page, TOLD, huda(), **more)
        disclose(made, Level.PUBLIC, "x", by_omar())
        assert len(public_statements(DAY)) == (number == 3)


def test_an_organisation_and_a_public_person_need_no_reply():
    council = Agent(kind=AgentKind.ORG, is_private=True)

    assert not needs_reply(council)
    assert not needs_reply(huda())


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (replace(NEW, until=NEW.asked_date), "no_time_to_answer"),
        (replace(NEW, asked_date=DAY + timedelta(days=1), until=DAY + timedelta(days=2)), "in_the_future"),
    ],
)
def test_an_asking_has_its_days(new: NewAsking, code: str):
    person = karim(held())

    assert code_of(lambda: ask_for_reply(person, new, by_maya())) == code


def test_an_answer_comes_once_and_after_the_asking():
    asked = ask_for_reply(karim(held()), NEW, by_maya())

    too_early = NEW.asked_date - timedelta(days=1)

    assert code_of(lambda: write_reply(asked, "x", too_early, by_maya())) == "came_before_asking"
    assert code_of(lambda: write_reply(asked, "x", DAY + timedelta(days=1), by_maya())) == "in_the_future"
    early = Reply(asked=asked, text="x", came_date=too_early, by=by_maya().user, at=WHEN)
    assert "before being asked" in refused(early.save)
    write_reply(asked, "x", DAY, by_maya())
    with pytest.raises(RecordRefused, match="is_answered"):
        write_reply(asked, "y", DAY, by_omar())


def test_askings_and_answers_are_never_changed_and_stand_in_the_log():
    asked = ask_for_reply(karim(held()), NEW, by_maya())
    write_reply(asked, "x", DAY, by_maya())

    assert "never changed" in refused(lambda: ReplyAsked.objects.update(asked_of="somebody else"))
    assert "never changed" in refused(lambda: Reply.objects.all().delete())
    assert list(verify_record()) == []
