"""Who speaks and is spoken of: agents, their names as printed, offices and relations as told."""

import unicodedata
from dataclasses import dataclass

from sanad.record.kinds import AgentKind, Bond, Naming
from sanad.record.log import By, Writing, writing
from sanad.record.models import Agent, Mention, Name, Office, Relation, Segment, Statement
from sanad.record.refusals import RecordRefused
from sanad.record.spans import At, span_at


@dataclass(frozen=True, slots=True)
class NewAgent:
    """`within` is the article outside of which nobody knows whoever has no full name."""

    kind: AgentKind
    label: str
    naming: Naming = Naming.FULL
    within: Segment | None = None
    is_private: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement says of an office or a relation: from and until as EDTF."""

    statement: Statement
    since: str = ""
    until: str = ""


def add_agent(new: NewAgent, by: By) -> Agent:
    with writing("record.agent", by) as written:
        made = put_agent(written, new)
        written.named(made)
    return made


def put_agent(written: Writing, new: NewAgent) -> Agent:
    made = written.put(
        Agent(kind=new.kind, label=new.label, naming=new.naming, within=new.within, is_private=new.is_private)
    )
    script = script_of(new.label)
    written.put(Name(agent=made, text=new.label, language="ar" if script == "Arab" else "en", script=script))
    return made


def script_of(text: str) -> str:
    """ISO 15924: `Arab` or `Latn`, by the first letter."""
    letters = (unicodedata.name(sign, "") for sign in text if sign.isalpha())
    return "Arab" if next(letters, "").startswith("ARABIC") else "Latn"


def name_agent(agent: Agent, text: str, language: str, by: By, *, at: At | None = None) -> Name:
    """A further name as it is printed somewhere."""
    with writing("record.name", by) as written:
        span = span_at(written, at)
        made = written.put(Name(agent=agent, text=text, language=language, script=script_of(text), span=span))
        written.named(agent)
    return made


def confirm_mention(at: At, agent: Agent, by: By) -> Mention:
    """A person says that this place means this agent. Raises RecordRefused: stays_in_its_article."""
    home = agent.within
    if home and not (home.layer_id == at.layer.pk and home.start <= at.start and at.end <= home.end):
        raise RecordRefused("stays_in_its_article", agent=agent.pk)
    with writing("record.mention", by) as written:
        span = span_at(written, at)
        made = written.put(Mention(span=span, agent=agent, state="confirmed", resolver=f"staff:{by.user.pk}"))
        written.named(made)
    return made


def add_office(
    agent: Agent, title: str, told: Told, by: By, *, body: Agent | None = None, is_former: bool = False
) -> Office:
    with writing("record.office", by) as written:
        made = written.put(
            Office(
                agent=agent,
                title=title,
                body=body,
                since=told.since,
                until=told.until,
                is_former=is_former,
                statement=told.statement,
            )
        )
        written.named(agent)
    return made


def add_relation(agent: Agent, kind: Bond, to: Agent, told: Told, by: By) -> Relation:
    with writing("record.relation", by) as written:
        made = written.put(
            Relation(agent=agent, to=to, kind=kind, since=told.since, until=told.until, statement=told.statement)
        )
        written.named(agent)
    return made
