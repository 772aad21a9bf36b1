"""The made-up staff of the district: every role, and two where one person may not do both halves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role

RUMMANA, YASMINA, DISTRICT = "demo-rummana", "demo-yasmina", "cod-LB32"
PROGRAMME = "demo-southern-suburbs"
MADE_UP = "(متخيَّل)"


@dataclass(frozen=True, slots=True)
class Member:
    """One person; `district` is where the role holds, empty for everywhere."""

    key: str
    name: str
    role: Role
    district: str = ""
    language: str = "ar"

    @property
    def email(self) -> str:
        return f"{self.key}@demo.example"


MEMBERS = (
    Member("caseworker", "Maya Rizk (made up)", Role.CASEWORKER, DISTRICT, "en"),
    Member("caseworker-rummana", f"ندى سروة {MADE_UP}", Role.CASEWORKER, RUMMANA),
    Member("caseworker-yasmina", f"رامي تلّة {MADE_UP}", Role.CASEWORKER, YASMINA),
    Member("assessor", f"هند قطرة {MADE_UP}", Role.ASSESSOR, DISTRICT),
    Member("assessor-yasmina", f"طارق موجة {MADE_UP}", Role.ASSESSOR, YASMINA),
    Member("engineer", f"وليد بلّوطة {MADE_UP}", Role.ENGINEER, DISTRICT),
    Member("engineer-yasmina", f"دينا ينبوع {MADE_UP}", Role.ENGINEER, YASMINA),
    Member("safety", f"سلمى نخلة {MADE_UP}", Role.SAFETY_OFFICER, DISTRICT),
    Member("safety-yasmina", f"نبيل شمعة {MADE_UP}", Role.SAFETY_OFFICER, YASMINA),
    Member("finance", "Omar Daher (made up)", Role.FINANCE_OFFICER, "", "en"),
    Member("finance-second", f"سوسن لوزة {MADE_UP}", Role.FINANCE_OFFICER),
    Member("finance-third", f"فادي زعتر {MADE_UP}", Role.FINANCE_OFFICER),
    Member("lead", "Rana Saab (made up)", Role.PROGRAMME_LEAD, "", "en"),
    Member("lead-second", f"خليل غيمة {MADE_UP}", Role.PROGRAMME_LEAD),
    Member("records", f"جنى صدفة {MADE_UP}", Role.RECORD_KEEPER),
    Member("auditor", f"أنيس زنبقة {MADE_UP}", Role.AUDITOR),
    Member("administrator", f"غادة نجمة {MADE_UP}", Role.ADMINISTRATOR),
)


class Staff:
    """The members as users, by key."""

    def __init__(self, users: dict[str, User]) -> None:
        self._users = users

    def __getitem__(self, key: str) -> User:
        return self._users[key]

    def __iter__(self) -> Iterator[User]:
        return iter(self._users.values())


def hire(since: date) -> Staff:
    """Users without a password: only the demo's own door lets them in."""
    users = {one.key: User.objects.create_user(one.email, one.name, language=one.language) for one in MEMBERS}
    administrator = users["administrator"]
    Assignment.objects.bulk_create(
        Assignment(
            user=users[one.key],
            role=one.role,
            programme=PROGRAMME if one.role in (Role.CASEWORKER, Role.ASSESSOR, Role.PROGRAMME_LEAD) else "",
            district=one.district,
            since=since,
            granted_by=None if one.role == Role.ADMINISTRATOR else administrator,
        )
        for one in MEMBERS
    )
    return Staff(users)
