"""What may be shown. Nothing is public by itself, and who confirmed a statement does not publish it."""

from collections.abc import Sequence
from datetime import date

from sanad.record.kinds import Level
from sanad.record.log import By, writing
from sanad.record.models import Agent, Disclosure, ReplyAsked, Statement, Work
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.replies import heard_by, needs_reply, replies_about


def disclose(
    of: Statement | Agent,
    level: Level,
    reason: str,
    by: By,
    *,
    until: date | None = None,
    shown_as: str = "",
    legal_note: str = "",
) -> Disclosure:
    """From now on this is what may be shown of it. To close it one person is enough, at any moment.

    Raises RecordRefused with the first of what reasons_against names.
    """
    against = reasons_against(of, by, legal_note) if level != Level.SEALED else ()
    if against:
        raise RecordRefused(against[0], of=of.pk)
    with writing("record.disclose", by, {"level": level}) as written:
        made = written.put(
            Disclosure(
                statement=of if isinstance(of, Statement) else None,
                agent=of if isinstance(of, Agent) else None,
                level=level,
                until=until,
                shown_as=shown_as,
                reason=reason,
                legal_note=legal_note,
                by=by.user,
                at=by.at,
            )
        )
        written.named(of)
    return made


def reasons_against(of: Statement | Agent, by: By, legal_note: str) -> Sequence[str]:
    """Why this person may not open it now: takes_two_persons, needs_reply, reply_may_come, needs_legal_note."""
    if isinstance(of, Statement):
        own = ["takes_two_persons"] if of.confirmed_by_id == by.user.pk else []
        work = of.account.work
        return [*own, *(_unheard(work, by) if needs_reply(work) else [])]
    if not needs_reply(of):
        return []
    return [*_unheard(of, by), *([] if legal_note.strip() else ["needs_legal_note"])]


def _unheard(of: Agent | Work, by: By) -> list[str]:
    """Asked by one person and shown by another, after an answer came or the day for it has passed."""
    asked = replies_about(of)
    if not asked:
        return ["needs_reply"]
    heard = _heard(asked, by)
    if not heard:
        return ["reply_may_come"]
    return [] if any(one.by_id != by.user.pk for one in heard) else ["takes_two_persons"]


def _heard(asked: Sequence[ReplyAsked], by: By) -> list[ReplyAsked]:
    # The day by UTC, as the database counts it.
    heard = set(heard_by(by.at.date()).filter(pk__in=[one.pk for one in asked]).values_list("pk", flat=True))
    return [one for one in asked if one.pk in heard]
