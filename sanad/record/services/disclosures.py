"""What may be shown. Nothing is public by itself, and who confirmed a statement does not publish it."""

from datetime import date

from sanad.record.kinds import Level
from sanad.record.log import By, writing
from sanad.record.models import Agent, Disclosure, Statement
from sanad.record.refusals import RecordRefused


def disclose(
    of: Statement | Agent, level: Level, reason: str, by: By, *, until: date | None = None, shown_as: str = ""
) -> Disclosure:
    """From now on this is what may be shown of it. Raises RecordRefused: takes_two_persons."""
    statement = of if isinstance(of, Statement) else None
    if statement and level != Level.SEALED and statement.confirmed_by_id == by.user.pk:
        raise RecordRefused("takes_two_persons", statement=statement.pk)
    with writing("record.disclose", by, {"level": level}) as written:
        made = written.put(
            Disclosure(
                statement=statement,
                agent=of if isinstance(of, Agent) else None,
                level=level,
                until=until,
                shown_as=shown_as,
                reason=reason,
                by=by.user,
                at=by.at,
            )
        )
        written.named(of)
    return made
