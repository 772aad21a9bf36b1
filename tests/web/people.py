"""Staff for tests of pages: people with names, roles and a way to sign in."""

from datetime import date

from django.test import Client

from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role

SINCE = date(2026, 1, 1)
PASSWORD = "a long walk by the sea"


def member(name: str, *roles: Role, programme: str = "", district: str = "") -> User:
    """A member of staff with these roles; the roles were granted by Ghada."""
    email = f"{name.split()[0].lower()}@sanad.example"
    user = User.objects.create_user(email=email, name=name, password=PASSWORD)
    ghada = User.objects.filter(name="Ghada Naim").first() or User.objects.create_user(
        "ghada@sanad.example", "Ghada Naim"
    )
    for role in roles:
        Assignment.objects.create(
            user=user, role=role, programme=programme, district=district, since=SINCE, granted_by=ghada
        )
    return user


def signed_in(user: User, language: str = "en") -> Client:
    """A browser in which the person is signed in and reads this language."""
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE=language)
    client.force_login(user)
    return client
