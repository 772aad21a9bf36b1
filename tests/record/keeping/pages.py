"""Made-up pages that are held, with one telling each, for tests of what is kept of them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sanad.record.kinds import (
    AgentKind,
    Hop,
    Method,
    Naming,
    Rights,
    SpeakerStatus,
    StatementKind,
    Verbatim,
    Way,
    WorkKind,
)
from sanad.record.log import By
from sanad.record.models import Account, Agent, Capture, Segment, Statement, TextLayer, Work
from sanad.record.services.agents import NewAgent, add_agent
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.reading import read_layer
from sanad.record.services.replies import NewAsking, ask_for_reply
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewStatement, Voiced
from tests.casework.families import maya, omar

WHEN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
PAGE = """Repairs in Qasmiyeh wait for money

The council met on Tuesday.

“We will pay the families within a few months,” Huda Saab said. “The list is ready.”

Karim said the repairs had cost more than $900. “They told us: ‘There is no money now.’ ”
"""


def by_maya() -> By:
    return By(maya(), WHEN)


def by_omar() -> By:
    return By(omar(), WHEN)


@dataclass(frozen=True, slots=True)
class Held:
    """A page with its text, its article, the work and the work's own telling."""

    capture: Capture
    layer: TextLayer
    work: Work
    account: Account

    def at(self, words: str, number: int = 1) -> At:
        """Where the words stand, the first time or the `number`th."""
        start = -1
        for _ in range(number):
            start = (self.layer.text or "").index(words, start + 1)
        return At(self.layer, start, start + len(words))

    @property
    def article(self) -> Segment:
        return self.layer.segments.filter(kind="article").order_by("ordinal")[0]


def held(text: str = PAGE, *, title: str = "Repairs wait", url: str = "", rights: Rights = Rights.QUOTE_ONLY) -> Held:
    by = by_maya()
    new = NewCapture(text.encode(), "text/plain", Method.PASTE, WHEN, url)
    capture, _ = keep_capture(new, by)
    layer = add_layer(capture, NewLayer(text, "plain text", "1", "en"), by)
    read_layer(layer, by)
    work = add_work(NewWork(WorkKind.NEWS_ARTICLE, title, rights, capture), by)
    account = add_account(work, "the page itself", by, hops=[NewHop(Hop.PUBLISHED, why="it is the page")])
    return Held(capture, layer, work, account)


def huda() -> Agent:
    return add_agent(NewAgent(AgentKind.PERSON, "Huda Saab", is_private=False), by_maya())


def karim(page: Held) -> Agent:
    return add_agent(NewAgent(AgentKind.PERSON, "Karim", Naming.FORENAME, page.article), by_maya())


def said(page: Held, words: str, speaker: Agent | None = None, **more: object) -> Statement:
    """A direct quotation, confirmed by Maya."""
    return confirm_statement(wanted(page, words, speaker, **more), by_maya())


def wanted(page: Held, words: str, speaker: Agent | None = None, **more: object) -> NewStatement:
    status = SpeakerStatus.NAMED if speaker else SpeakerStatus.UNKNOWN
    voice = Voiced(status, speaker, note="the sentence names the speaker" if speaker else "")
    given = {
        "account": page.account,
        "kind": StatementKind.DIRECT,
        "voice": voice,
        "content": page.at(words),
        "verbatim": Verbatim.PRINTED_IN_MARKS,
    }
    return NewStatement(**{**given, **more})


def heard(person: Agent) -> Agent:
    """Maya asked them for a reply, and the day for it has passed."""
    asked = NewAsking("they themselves", Way.LETTER, WHEN.date() - timedelta(days=15), WHEN.date() - timedelta(days=1))
    ask_for_reply(person, asked, by_maya())
    return person
