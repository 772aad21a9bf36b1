"""A family that asks, and the people who answer."""

import uuid
from datetime import timedelta

from sanad.casework.claims.models import Claim
from sanad.casework.inquiries.models import Inquiry, Kind
from sanad.casework.inquiries.services import Next, ask
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from tests.casework.families import AT, received
from tests.casework.rounds_of_claims import LATER, ON

SOON = Next(on=ON + timedelta(days=10))


def a_claim() -> Claim:
    received()
    return Claim.objects.select_related("household__key", "programme", "dwelling__building").latest("pk")


def question(claim: Claim, kind: Kind = Kind.QUESTION, words: str = "متى دورنا؟") -> Inquiry:
    return ask(id=uuid.uuid4(), claim=claim, kind=kind, words=words, at=LATER)


def lead(email: str = "lina@example.org") -> User:
    found = User.objects.create_user(email, "Lina Khoury")
    Assignment.objects.create(user=found, role=Role.PROGRAMME_LEAD, since=AT.date(), granted_by=None)
    return found
