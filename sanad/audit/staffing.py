"""Who works here and may do what: joining, roles, leaving. Above `staff`, since each is an act with its event."""

import secrets
from datetime import date, datetime

from django.db import IntegrityError, transaction

from sanad.audit.services import record
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role


class EmailIsKnown(Exception):
    """Somebody signs in with this address already."""


class NotForOneself(Exception):
    """Nobody gives a role to oneself, ends one's own or closes one's own account: another administrator does."""


class HasTheRole(Exception):
    """The person holds this role for this programme and district already."""


class NotHeld(Exception):
    """The role has ended or was never given."""


class AlreadyClosed(Exception):
    """The account is closed."""


@transaction.atomic
def add_member(*, email: str, name: str, language: str, by: User | None, at: datetime) -> tuple[User, str]:
    """A new member of staff with a password to begin with, which is shown once and stored nowhere. Raises EmailIsKnown.

    `by` is None where the operator adds the first administrator at the machine itself.
    """
    password = secrets.token_urlsafe(12)
    try:
        with transaction.atomic():
            user = User.objects.create_user(email.strip(), name.strip(), password, language=language)
    except IntegrityError as error:
        raise EmailIsKnown(email) from error
    record(act="staff.add", on=f"staff:{user.pk}", by=by, at=at)
    return user, password


@transaction.atomic
def grant_role(
    *, user: User, role: Role, programme: str, district: str, since: date, by: User | None, at: datetime
) -> Assignment:
    """Give a role for a programme and a district; empty means every one. Raises NotForOneself, HasTheRole."""
    if by is not None and by.pk == user.pk:
        raise NotForOneself(user.pk)
    held = Assignment.objects.filter(user=user, role=role, programme=programme, district=district, until=None)
    if held.exists():
        raise HasTheRole(role)
    granted = Assignment.objects.create(
        user=user, role=role, programme=programme, district=district, since=since, granted_by=by
    )
    facts = {"role": str(role), "programme": programme, "district": district, "since": since.isoformat()}
    record(act="staff.grant", on=f"staff:{user.pk}", by=by, at=at, facts=facts)
    return granted


@transaction.atomic
def end_role(*, assignment: Assignment, on: date, by: User, at: datetime) -> None:
    """The role holds no longer from this day on; one that begins later never holds. Raises NotForOneself, NotHeld."""
    if by.pk == assignment.user_id:
        raise NotForOneself(by.pk)
    last = max(on, assignment.since)
    if not Assignment.objects.filter(pk=assignment.pk, until=None).update(until=last):
        raise NotHeld(assignment.pk)
    facts = {"role": assignment.role, "programme": assignment.programme, "district": assignment.district}
    record(act="staff.end_role", on=f"staff:{assignment.user_id}", by=by, at=at, facts=facts | {"on": on.isoformat()})


@transaction.atomic
def close_account(*, user: User, by: User, at: datetime) -> None:
    """The person signs in no longer; what they did stays theirs. Raises NotForOneself, AlreadyClosed."""
    if by.pk == user.pk:
        raise NotForOneself(by.pk)
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        raise AlreadyClosed(user.pk)
    record(act="staff.close", on=f"staff:{user.pk}", by=by, at=at)
