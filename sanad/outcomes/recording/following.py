"""Pulls what was said in public out of the sealed acts, in their order, each once; none stays unrecorded."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from sanad.audit.models import Event
from sanad.audit.services import record
from sanad.casework.notices.telling import day_told
from sanad.outcomes.linking import link
from sanad.outcomes.models import Recorded, Voice
from sanad.outcomes.recording.said import Promised, Said, Speaks
from sanad.outcomes.recording.sources import PUBLIC
from sanad.record.kinds import AgentKind, Basis, DueKind, SpeakerStatus, StatementKind, Verbatim
from sanad.record.log import By
from sanad.record.models import Agent, Commitment, Statement
from sanad.record.services.agents import NewAgent, add_agent, name_agent
from sanad.record.services.commitments import NewCommitment, confirm_commitment
from sanad.record.services.own_words import OwnWords, Written, hold_own_words
from sanad.record.services.statements import confirm_statement
from sanad.record.statement_wanted import NewStatement, Voiced
from sanad.staff.models import User

FIRST, SECOND = "ar", "en"
OURS = "sanad@localhost"
SAYS_SO = gettext_noop("the act itself says what it is about")
AT_ONCE = 200


def unrecorded() -> list[Event]:
    """Sealed acts that said something in public and are not in the record yet, in their order."""
    waiting = Event.objects.filter(act__in=[*PUBLIC], number__isnull=False)
    return list(waiting.exclude(pk__in=Recorded.objects.values("event")).order_by("number")[:AT_ONCE])


def record_public_words(at: datetime) -> int:
    """Make a statement of each, and a commitment of what it promises; how many were made. Of two who do it at once one
    does, for each act.
    """
    made = 0
    for event in unrecorded():
        try:
            with transaction.atomic():
                _record(event, at)
            made += 1
        except IntegrityError:
            # Another worker recorded it at this moment; what it wrote is there for everybody.
            if not Recorded.objects.filter(event=event).exists():
                raise
    return made


def _record(event: Event, at: datetime) -> Recorded:
    said, by = PUBLIC[event.act](event), By(_author(event), at)
    speaker = _agent(said.speaks, by)
    day = localdate(event.at).isoformat()
    words = tuple(_labelled(said, language) for language in (FIRST, SECOND))
    written = hold_own_words(
        OwnWords(said.headline[FIRST], words, said.reference, FIRST, speaker, day),
        by,
    )
    statement = _confirmed(said, written, speaker, day, by)
    commitment = _committed(said.promised, statement, speaker, day, by) if said.promised else None
    made = Recorded.objects.create(event=event, statement=statement, commitment=commitment, at=at)
    facts = {"statement": statement.pk, "commitment": commitment.pk if commitment else 0}
    record(act="outcome.record", on=f"act:{event.number}", by=None, at=at, facts=facts)
    return made


def _labelled(said: Said, language: str) -> str:
    return f"{said.speaks.names[language]}: {said.words[language]}" if said.is_own else said.words[language]


def _confirmed(said: Said, written: Written, speaker: Agent, day: str, by: By) -> Statement:
    """The words in the first language are the statement; the second stands below them on the same page."""
    place = written.paragraphs[0]
    label = len(said.speaks.names[FIRST]) + len(": ") if said.is_own else 0
    content = type(place)(place.layer, place.start + label, place.end)
    return confirm_statement(
        NewStatement(
            account=written.account,
            kind=StatementKind.DIRECT if said.is_own else StatementKind.REPORTED,
            voice=Voiced(SpeakerStatus.NAMED, speaker, note="the act names whose words these are"),
            content=content,
            verbatim=Verbatim.PRINTED_IN_MARKS if said.is_own else Verbatim.PARAPHRASE,
            when=day,
            when_basis=Basis.STATED,
            is_labelled=said.is_own,
        ),
        by,
    )


def _committed(promised: Promised, statement: Statement, speaker: Agent, day: str, by: By) -> Commitment:
    made = confirm_commitment(
        NewCommitment(
            text=promised.text[FIRST],
            act=promised.act,
            strength=promised.strength,
            made_by=speaker,
            made_when=day,
            due_text=day_told(promised.day)[FIRST] if promised.day else "",
            due_kind=DueKind.DATED if promised.day else DueKind.NONE,
            due=promised.day.isoformat() if promised.day else "",
            due_basis=Basis.STATED if promised.day else "",
            amount=promised.amount,
            currency=promised.currency,
            bound=promised.bound,
        ),
        [statement],
        by,
    )
    link(made, promised.about, note=SAYS_SO, by=by.user, at=by.at)
    return made


def _agent(speaks: Speaks, by: By) -> Agent:
    known = Voice.objects.filter(code=speaks.code).select_related("agent").first()
    if known:
        return known.agent
    made = add_agent(NewAgent(AgentKind.ORG, speaks.names[FIRST], is_private=False), by)
    if speaks.names[SECOND] != speaks.names[FIRST]:
        name_agent(made, speaks.names[SECOND], SECOND, by)
    Voice.objects.create(code=speaks.code, agent=made)
    return made


def _author(event: Event) -> User:
    """Who did the act; of what the house does on a clock, the house itself, who can sign in nowhere."""
    if event.by is not None:
        return event.by
    known = User.objects.filter(email=OURS).first()
    return known or User.objects.create_user(OURS, "Sanad", is_active=False)
