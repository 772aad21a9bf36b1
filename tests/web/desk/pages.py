"""Pages of the record for tests of the desk: made up, with whoever decides about them."""

from datetime import UTC, datetime

from django.test import Client

from sanad.record.kinds import Hop, Method, Rights, Stance, WorkKind
from sanad.record.log import By
from sanad.record.models import Account, Proposal, Question, Statement, TextLayer
from sanad.record.services.drafts import accept_as_proposed
from sanad.record.services.incoming import Asked, hold_file
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.services.sources import NewHop, add_account
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewStatement, Voiced
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.record.keeping.pages import PAGE
from tests.web.people import member, signed_in

WHEN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
PROMISE, LIST = "“We will pay the families within a few months,”", "“The list is ready.”"
TOLD, NESTED, SUM = "“They told us: ‘There is no money now.’ ”", "‘There is no money now.’", "$900"


def rana() -> User:
    return User.objects.filter(name="Rana Aoun").first() or member("Rana Aoun", Role.RECORD_KEEPER)


def keeper(name: str = "Nour Haddad", language: str = "en") -> Client:
    return signed_in(member(name, Role.RECORD_KEEPER), language)


def by_rana() -> By:
    return By(rana(), WHEN)


def kept(text: str = PAGE) -> TextLayer:
    asked_for = Asked(WorkKind.NEWS_ARTICLE, Rights.QUOTE_ONLY, Method.PASTE)
    return hold_file("", text.encode(), asked_for, by_rana()).held[0].layer


def proposal_of(layer: TextLayer, words: str, kind: str = "quotation") -> Proposal:
    return layer.proposals.get(kind=kind, start=(layer.text or "").index(words))


def accepted(layer: TextLayer, words: str = PROMISE) -> Statement:
    made = accept_as_proposed(proposal_of(layer, words), by_rana())
    assert made is not None
    return made


def own_account(layer: TextLayer) -> Account:
    return layer.capture.works.get().accounts.earliest("pk")


def rival_account(layer: TextLayer) -> Account:
    why = "the page quotes what they were told"
    hop = NewHop(Hop.TOLD, own_account(layer), why=why, when="2026-10~", is_translation=True, is_anonymous=True)
    return add_account(layer.capture.works.get(), "what the families were told", by_rana(), hops=[hop])


def asked(layer: TextLayer, versions: int = 2) -> Question:
    """A question with its versions, each an account of its own."""
    question = open_question("Is there money for the repairs?", by_rana())
    first = NewVersion(own_account(layer), "It will come within months.", Stance.ASSERTS, [accepted(layer)])
    before = add_version(question, first, by_rana())
    rival = rival_account(layer)
    for number in range(2, versions + 1):
        account = rival if number == 2 else _further(layer, rival, number)
        denial = _said_by(layer, account)
        new = NewVersion(account, "There is none.", Stance.DENIES, [denial], toward=before)
        add_version(question, new, by_rana())
    return question


def _further(layer: TextLayer, rival: Account, number: int) -> Account:
    hop = NewHop(Hop.TOLD, rival, why="they say so themselves")
    return add_account(layer.capture.works.get(), f"another telling, {number}", by_rana(), hops=[hop])


def _said_by(layer: TextLayer, account: Account) -> Statement:
    text = layer.text or ""
    start = text.index("the repairs had cost")
    place = At(layer, start, start + len("the repairs had cost more than $900"))
    new = NewStatement(account, "reported", Voiced("unknown"), place, "paraphrase")
    return confirm_statement(new, by_rana())
