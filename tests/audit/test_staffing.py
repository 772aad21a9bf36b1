from datetime import UTC, date, datetime

import pytest

from sanad.audit.models import Event
from sanad.audit.staffing import (
    AlreadyClosed,
    EmailIsKnown,
    HasTheRole,
    NotForOneself,
    NotHeld,
    add_member,
    close_account,
    end_role,
    grant_role,
)
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
TODAY, TOMORROW = date(2026, 11, 26), date(2026, 11, 27)
pytestmark = pytest.mark.django_db


def ghada() -> User:
    """The first administrator, added at the machine itself."""
    user, _ = add_member(email="ghada@example.org", name="Ghada Naim", language="ar", by=None, at=AT)
    grant_role(user=user, role=Role.ADMINISTRATOR, programme="", district="", since=TODAY, by=None, at=AT)
    return user


def omar(by: User) -> User:
    return add_member(email="omar@example.org", name="Omar Daher", language="en", by=by, at=AT)[0]


def finance(user: User, by: User) -> Assignment:
    return grant_role(user=user, role=Role.FINANCE_OFFICER, programme="", district="", since=TODAY, by=by, at=AT)


def test_a_new_member_signs_in_with_the_password_that_was_shown_and_sees_nothing():
    user, password = add_member(email="Omar@Example.org", name="Omar Daher", language="en", by=ghada(), at=AT)

    assert user.check_password(password)
    assert user.email == "omar@example.org"
    assert reach_of(user, TODAY).scopes == ()
    assert password not in str(list(Event.objects.values_list("facts", flat=True)))


def test_an_address_signs_in_one_person():
    administrator = ghada()
    omar(administrator)

    with pytest.raises(EmailIsKnown):
        add_member(email="OMAR@example.org", name="Another", language="en", by=administrator, at=AT)


def test_a_role_holds_from_its_day_until_it_is_ended():
    administrator = ghada()
    user = omar(administrator)
    held = finance(user, administrator)

    before = reach_of(user, TODAY).roles
    end_role(assignment=held, on=TOMORROW, by=administrator, at=AT)

    assert before == {Role.FINANCE_OFFICER}
    assert reach_of(user, TODAY).roles == before
    assert reach_of(user, TOMORROW).roles == frozenset()
    with pytest.raises(NotHeld):
        end_role(assignment=held, on=TOMORROW, by=administrator, at=AT)


def test_a_role_that_ends_on_its_first_day_never_held():
    administrator = ghada()
    user = omar(administrator)

    end_role(assignment=finance(user, administrator), on=TODAY, by=administrator, at=AT)

    assert reach_of(user, TODAY).roles == frozenset()
    assert Assignment.objects.filter(user=user).count() == 1


def test_the_same_role_is_not_given_twice():
    administrator = ghada()
    user = omar(administrator)
    finance(user, administrator)

    with pytest.raises(HasTheRole):
        finance(user, administrator)


def test_nobody_changes_the_own_roles_or_closes_the_own_account():
    administrator = ghada()

    with pytest.raises(NotForOneself):
        finance(administrator, administrator)
    with pytest.raises(NotForOneself):
        end_role(assignment=administrator.assignments.get(), on=TODAY, by=administrator, at=AT)
    with pytest.raises(NotForOneself):
        close_account(user=administrator, by=administrator, at=AT)


def test_a_closed_account_reaches_nothing_and_every_act_was_written_down():
    administrator = ghada()
    user = omar(administrator)
    finance(user, administrator)

    close_account(user=user, by=administrator, at=AT)

    assert reach_of(User.objects.get(pk=user.pk), TODAY).scopes == ()
    acts = Event.objects.filter(on=f"staff:{user.pk}").order_by("id").values_list("act", "by")
    assert list(acts) == [(act, administrator.pk) for act in ("staff.add", "staff.grant", "staff.close")]
    with pytest.raises(AlreadyClosed):
        close_account(user=user, by=administrator, at=AT)
