"""Safety officers, engineers, and what they do, for tests of safety."""

import io
import uuid
from datetime import timedelta

from PIL import Image

from sanad.casework.safety.models import Colour, DangerReport, Placard, Precaution, Reason, Reporter
from sanad.casework.safety.services import Danger, NewPlacard, order_precaution, place_placard, report_danger
from sanad.registry.models import Building
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from tests.casework.families import AT

WEEK = timedelta(days=7)


def photo() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(out, "JPEG")
    return io.BytesIO(out.getvalue())


def nadia(district: str = "cod-LB32") -> User:
    """A safety officer."""
    return with_role("nadia@example.org", Role.SAFETY_OFFICER, district)


def elias(district: str = "cod-LB32") -> User:
    """An engineer."""
    return with_role("elias@example.org", Role.ENGINEER, district)


def with_role(email: str, role: Role, district: str) -> User:
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, email.split("@")[0])
    Assignment.objects.get_or_create(user=user, role=role, district=district, since=AT.date())
    return user


def told(here: Building, words: str = "العمود في الطابق الأرضي مشقوق", contact: str = "03 123 456") -> DangerReport:
    return report_danger(danger=Danger(uuid.uuid4(), here, words, Reporter.NEIGHBOUR, contact), at=AT, by=None)


def red(here: Building, seen: Placard | None = None) -> Placard:
    new = NewPlacard(here, Colour.RED, seen, Reason.CRACKED, AT + WEEK, photo())
    return place_placard(new=new, at=AT, by=elias())


def kept_out(here: Building, hours: int = 72) -> Precaution:
    return order_precaution(building=here, reason=Reason.LEANING, hours=hours, at=AT, by=nadia())
