"""Asking whoever is spoken of, and writing down what they answer. Neither is ever changed."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from sanad.record.kinds import Way
from sanad.record.log import By, writing
from sanad.record.models import Agent, Reply, ReplyAsked, Work
from sanad.record.refusals import RecordRefused


@dataclass(frozen=True, slots=True)
class NewAsking:
    """Of whom, how, on which day, and until which they may answer."""

    asked_of: str
    how: Way
    asked_date: date
    until: date


def ask_for_reply(about: Agent | Work, new: NewAsking, by: By) -> ReplyAsked:
    """Raises RecordRefused: no_time_to_answer, in_the_future."""
    if new.until <= new.asked_date:
        raise RecordRefused("no_time_to_answer", until=new.until)
    if new.asked_date > localdate(by.at):
        raise RecordRefused("in_the_future", asked=new.asked_date)
    with writing("record.ask_for_reply", by) as written:
        made = written.put(
            ReplyAsked(
                agent=about if isinstance(about, Agent) else None,
                work=about if isinstance(about, Work) else None,
                asked_of=new.asked_of,
                how=new.how,
                asked_date=new.asked_date,
                until=new.until,
                by=by.user,
                at=by.at,
            )
        )
        written.named(about)
    return made


def write_reply(asked: ReplyAsked, text: str, came_date: date, by: By) -> Reply:
    """Raises RecordRefused: is_answered, came_before_asking, in_the_future."""
    if came_date > localdate(by.at):
        raise RecordRefused("in_the_future", came=came_date)
    if came_date < asked.asked_date:
        raise RecordRefused("came_before_asking", came=came_date)
    with writing("record.reply", by) as written:
        # Of two who write at once one waits here, and then finds it answered.
        list(ReplyAsked.objects.select_for_update().filter(pk=asked.pk).values_list("pk"))
        if Reply.objects.filter(asked=asked).exists():
            raise RecordRefused("is_answered", asked=asked.pk)
        made = written.put(Reply(asked=asked, came_date=came_date, text=text, by=by.user, at=by.at))
        written.named(asked.agent or asked.work or asked)
    return made
