"""What is spoken of, with who took part and what was on the agenda, as told."""

from dataclasses import dataclass

from sanad.record.kinds import Basis, Openness, Part
from sanad.record.log import By, writing
from sanad.record.models import AgendaItem, Agent, Event, EventParticipant, Statement


@dataclass(frozen=True, slots=True)
class NewEvent:
    """`when` is EDTF and never a day that nobody gave; `duration` ISO 8601, such as PT80M."""

    kind: str
    label: str
    when: str = ""
    when_basis: Basis | str = ""
    place: str = ""
    part_of: Event | None = None
    duration: str = ""
    openness: Openness | str = ""


def add_event(new: NewEvent, by: By) -> Event:
    with writing("record.event", by) as written:
        made = written.put(
            Event(
                kind=new.kind,
                label=new.label,
                when=new.when,
                when_basis=new.when_basis,
                place=new.place,
                part_of=new.part_of,
                duration=new.duration,
                openness=new.openness,
            )
        )
        written.named(made)
    return made


def add_participant(event: Event, agent: Agent, role: Part, statement: Statement, by: By) -> EventParticipant:
    with writing("record.participant", by) as written:
        made = written.put(EventParticipant(event=event, agent=agent, role=role, statement=statement))
        written.named(event)
    return made


def add_agenda_item(event: Event, text: str, statement: Statement, by: By) -> AgendaItem:
    """The next item of the agenda, as this statement tells it."""
    with writing("record.agenda", by) as written:
        place = AgendaItem.objects.filter(event=event, statement=statement).count() + 1
        made = written.put(AgendaItem(event=event, ordinal=place, text=text, statement=statement))
        written.named(event)
    return made
