"""Finding claims, within what a person may see."""

from django.db.models import Q, QuerySet

from sanad.casework.claims.codes import hashed_secret
from sanad.casework.claims.models import Claim, ClaimStep, Receipt
from sanad.casework.claims.numbers import WrongNumber, read_number
from sanad.evidence.keys import unseal_if_kept
from sanad.places.selectors import enclosed
from sanad.registry.models import Recusal
from sanad.registry.selectors import people_named, people_phoned
from sanad.registry.texts import phone_problems, plain_phone
from sanad.sheets.texts import is_readable
from sanad.staff.scopes import Reach, Scope

FEWEST_SIGNS = 2


def claims_within(reach: Reach, *roles: str) -> QuerySet[Claim]:
    """The claims that one of these roles of the person reaches (no role named: any), less those of own and kin."""
    scopes = reach.within(*roles) if roles else reach.scopes
    seen = Q(pk__in=())
    for scope in scopes:
        seen |= _covered(scope)
    return Claim.objects.filter(seen & ~_tied(reach))


def search(reach: Reach, text: str) -> QuerySet[Claim]:
    """By claim number, by parts of a member's name in either script, by telephone, by a home's or building's name."""
    typed = text.strip()[:200]
    if len(typed) < FEWEST_SIGNS or not is_readable(typed):
        return Claim.objects.none()
    try:
        return claims_within(reach).filter(number=read_number(typed))
    except WrongNumber:
        return claims_within(reach).filter(_told(typed)).distinct().order_by("id")


def claim_numbered(typed: str) -> Claim | None:
    """Raises WrongNumber where it cannot be a number at all."""
    return Claim.objects.filter(number=read_number(typed)).first()


def claim_of_secret(secret: str) -> Claim | None:
    """The claim whose letter carries this secret."""
    receipt = receipt_of_secret(secret)
    return receipt.claim if receipt else None


def receipt_of_secret(secret: str) -> Receipt | None:
    """The letter that carries this secret, while it counts."""
    found = Receipt.objects.filter(secret=hashed_secret(secret), ended_at=None)
    return found.select_related("claim").first()


def receipt_of_number(number: str) -> Receipt | None:
    """The receipt of this claim that counts."""
    return Receipt.objects.filter(claim__number=number, ended_at=None).select_related("claim").first()


def way_of(claim: Claim) -> list[tuple[ClaimStep, str]]:
    """Every step with what was written beside it."""
    steps = claim.steps.select_related("by").order_by("id")
    return [(step, unseal_if_kept(claim.household.key, step.note)) for step in steps]


def _covered(scope: Scope) -> Q:
    covered = Q(programme__key=scope.programme) if scope.programme else Q()
    if scope.district:
        covered &= Q(dwelling__building__place__code__in=enclosed(scope.district))
    return covered or Q(pk__isnull=False)


def _tied(reach: Reach) -> Q:
    """Files of the person's own household, kin and building."""
    ties = Recusal.objects.filter(user=reach.user)
    households = ties.filter(building=None).values("household")
    buildings = ties.filter(household=None).values("building")
    return Q(household__in=households) | Q(dwelling__building__in=buildings)


def _told(typed: str) -> Q:
    people = people_named(typed)
    if not phone_problems(typed, ""):
        people = people_phoned(plain_phone(typed))
    by_person = Q(household__memberships__person__in=people.values("pk"), household__memberships__until=None)
    by_home = Q(dwelling__label__iexact=typed) | Q(dwelling__building__label__iexact=typed)
    by_reference = Q(dwelling__reference=typed.upper()) | Q(dwelling__building__reference=typed.upper())
    return by_person | by_home | by_reference | Q(household__reference=typed.upper())
