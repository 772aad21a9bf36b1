"""What the rows of a table state, with the sums in them, and its dated steps."""

from sanad.record.importers.facts.rows import ReadTable
from sanad.record.importers.facts.told import Stretch, ToldRow
from sanad.record.kinds import (
    Basis,
    Bound,
    SpeakerStatus,
    StatementKind,
    Verbatim,
)
from sanad.record.models import Event, Statement
from sanad.record.services.events import NewEvent, add_event
from sanad.record.services.facts.kept import Keeping, KeptTable, Voices
from sanad.record.services.facts.sources import voices_of
from sanad.record.services.statements import confirm_statement
from sanad.record.statement_wanted import NewFigure, NewStatement, Voiced

TIMELINE = "timeline"


def state_rows(keeping: Keeping, table: KeptTable, read: ReadTable) -> None:
    """A statement for each row, in the order of the table, and an event where it is a dated step."""
    for one in table.told.rows:
        voices = voices_of(keeping, table, one)
        event = _step(keeping, read, one) if read.table.steps else None
        table.statements[one.row.key] = state(keeping, table, voices, one.content, event)


def state(
    keeping: Keeping,
    table: KeptTable,
    voices: Voices,
    place: Stretch,
    event: Event | None = None,
    figures: tuple[NewFigure, ...] = (),
) -> Statement:
    """What stands there, told by these sources; where they are several, none is named as the one that speaks."""
    row = voices.row.row
    content = table.at(place)
    at_it = {"content__layer": table.layer, "content__start": content.start, "content__end": content.end}
    known = Statement.objects.filter(account=voices.account, **at_it).order_by("pk").first()
    new = NewStatement(
        account=voices.account,
        kind=StatementKind.NARRATION,
        voice=_voice(table, voices),
        content=content,
        verbatim=Verbatim.PARAPHRASE,
        when=row.day,
        when_basis=Basis.STATED if row.day else "",
        narrative_no=row.number,
        event=event,
        figures=figures or _figures(table, voices.row, place),
    )
    return keeping.once("statements", known, lambda: confirm_statement(new, keeping.by))


def _voice(table: KeptTable, voices: Voices) -> Voiced:
    if voices.narrator is None:
        return Voiced(SpeakerStatus.UNKNOWN)
    if voices.row.row.why:
        return Voiced(SpeakerStatus.NAMED, voices.narrator, note=voices.row.row.why)
    source = next(one for one in voices.row.row.sources if one.organisation == voices.narrator.label)
    return Voiced(SpeakerStatus.NAMED, voices.narrator, table.at(voices.row.organisations[source.id]))


def _figures(table: KeptTable, told: ToldRow, place: Stretch) -> tuple[NewFigure, ...]:
    """Only of the whole row. What is not verified has no sum."""
    if place != told.content:
        return ()
    return tuple(
        NewFigure(table.at(told.values[column]), sum_.minor, sum_.currency, Bound.EXACT, f"{told.row.label} ({column})")
        for column, sum_ in told.row.sums
    )


def _step(keeping: Keeping, read: ReadTable, told: ToldRow) -> Event:
    steps = read.table.steps
    whole = _whole(keeping, steps.part_of if steps else "")
    new = NewEvent(told.row.step, told.row.label, told.row.day, Basis.STATED if told.row.day else "", part_of=whole)
    known = Event.objects.filter(kind=new.kind, label=new.label, when=new.when, part_of=whole).first()
    return keeping.once("events", known, lambda: add_event(new, keeping.by))


def _whole(keeping: Keeping, label: str) -> Event:
    known = Event.objects.filter(kind=TIMELINE, label=label, part_of=None).order_by("pk").first()
    return known or add_event(NewEvent(TIMELINE, label), keeping.by)
