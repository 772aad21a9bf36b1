"""What claims and their buildings have at all, asked with the claims themselves: what nobody has is not read."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanad.casework.answers.models import Inquiry
from sanad.casework.claims.models import Claim
from sanad.casework.payments.models import PaymentPart
from sanad.casework.safety.models import DangerReport, Placard, Precaution
from sanad.casework.works.models import Halt, Order

HERE, ITSELF = OuterRef("dwelling__building"), OuterRef("pk")
OF_BUILDINGS = {
    "placards": Placard.objects.filter(building=HERE),
    "precautions": Precaution.objects.filter(building=HERE),
    "reports": DangerReport.objects.filter(building=HERE),
    "orders": Order.objects.filter(building=HERE),
    "halts": Halt.objects.filter(Q(building=HERE)),
    "wide_halts": Halt.objects.filter(building=None, ended_at=None),
}
OF_CLAIMS = {
    "questions": Inquiry.objects.filter(claim=ITSELF),
    "payments": PaymentPart.objects.filter(claim=ITSELF),
}
MARK = "there_are_"


class There:
    """By name, the keys of the buildings or claims that have any."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims

    def buildings(self, name: str) -> list[int]:
        return sorted({claim.dwelling.building_id for claim in self._having(name)})

    def claims(self, name: str) -> list[int]:
        return [claim.pk for claim in self._having(name)]

    def _having(self, name: str) -> list[Claim]:
        return [claim for claim in self._claims if vars(claim)[MARK + name]]


def with_what_there_is(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    return claims.annotate(**{MARK + name: Exists(rows) for name, rows in (OF_BUILDINGS | OF_CLAIMS).items()})
