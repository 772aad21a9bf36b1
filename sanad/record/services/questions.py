"""What is told in more than one way."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError

from sanad.record.kinds import Stance
from sanad.record.log import By, writing
from sanad.record.models import Account, Agent, Event, Question, Statement, Version, VersionStatement
from sanad.record.refusals import RecordRefused


@dataclass(frozen=True, slots=True)
class NewVersion:
    """`summary` is one neutral line; `statements` of the account are what it rests on."""

    account: Account
    summary: str
    stance: Stance
    statements: Iterable[Statement]
    toward: Version | None = None


def open_question(text: str, by: By, *, event: Event | None = None, about: Agent | None = None) -> Question:
    with writing("record.question", by) as written:
        made = written.put(Question(text=text, event=event, about=about))
        written.named(made)
    return made


def question_asked(text: str, by: By, *, event: Event | None = None) -> Question:
    """The one that stands in these words; else it is opened. A form that is sent twice opens one."""
    return Question.objects.filter(text=text).order_by("pk").first() or open_question(text, by, event=event)


def add_version(question: Question, new: NewVersion, by: By) -> Version:
    """One account's answer, beside the others. Raises RecordRefused: rests_on_nothing, has_a_version."""
    grounds = list(new.statements)
    if not grounds:
        raise RecordRefused("rests_on_nothing", question=question.pk)
    try:
        return _written(question, new, grounds, by)
    except IntegrityError:
        if question.versions.filter(account=new.account).exists():
            raise RecordRefused("has_a_version", question=question.pk) from None
        raise


def _written(question: Question, new: NewVersion, grounds: Iterable[Statement], by: By) -> Version:
    with writing("record.version", by) as written:
        made = written.put(
            Version(question=question, account=new.account, summary=new.summary, stance=new.stance, toward=new.toward)
        )
        for statement in grounds:
            written.put(VersionStatement(version=made, statement=statement))
        written.named(made)
    return made
