"""Who reads about works and halts, who prepares and orders works, certifies stages, and halts them."""

from django.db.models import Q, QuerySet
from django.http import Http404

from sanad.casework.works.acting import CERTIFY, DECIDE, HALT_MONEY, HALT_WORKS, PREPARE
from sanad.casework.works.models import Halt, Order
from sanad.casework.works.ordering import AROUND
from sanad.casework.works.selectors import AROUND as AROUND_HALTS
from sanad.funds.selectors import funds_of
from sanad.places.selectors import enclosed
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach
from sanad.web.shared.requests import StaffRequest

READ = (
    Role.CASEWORKER,
    Role.ENGINEER,
    Role.SAFETY_OFFICER,
    Role.FINANCE_OFFICER,
    Role.PROGRAMME_LEAD,
    Role.AUDITOR,
)
NAME_ACCOUNT = (Role.ENGINEER, Role.FINANCE_OFFICER)
"""Write down where a contractor is paid; another finance officer confirms it."""
__all__ = ["CERTIFY", "DECIDE", "HALT_MONEY", "HALT_WORKS", "NAME_ACCOUNT", "PREPARE", "READ"]


def orders_within(reach: Reach, *roles: str) -> QuerySet[Order]:
    """Works of the programmes and districts that one of these roles of the person reaches."""
    seen = Q(pk__in=())
    for scope in reach.within(*roles):
        of_programme = Q(programme__key=scope.programme) if scope.programme else Q()
        here = Q(building__place__code__in=enclosed(scope.district)) if scope.district else Q()
        seen |= (of_programme & here) or Q(pk__isnull=False)
    return Order.objects.filter(seen).select_related(*AROUND)


def order_within(request: StaffRequest, reference: str, *roles: str) -> Order:
    """Raises Http404."""
    found = orders_within(request.reach, *roles).filter(reference=reference).first()
    if found is None:
        raise Http404(reference)
    return found


def halts_within(reach: Reach, *roles: str) -> QuerySet[Halt]:
    """Of works by the district of the building, of one order by its programme as well; of money where the role is held
    for the whole programme.
    """
    seen = Q(pk__in=())
    for scope in reach.within(*roles):
        here = Q(building__place__code__in=enclosed(scope.district)) if scope.district else Q(building__isnull=False)
        seen |= here & (Q(order=None) | Q(order__programme__key=scope.programme) if scope.programme else Q())
    return Halt.objects.filter(seen | _of_money(reach, *roles)).select_related(*AROUND_HALTS)


def _of_money(reach: Reach, *roles: str) -> Q:
    whole = {scope.programme for scope in reach.within(*roles) if not scope.district}
    if "" in whole:
        return Q(building=None)
    return Q(building=None) & (Q(programme__key__in=whole) | Q(fund__in=funds_of(whole)))


def halt_within(request: StaffRequest, reference: str, *roles: str) -> Halt:
    """Raises Http404."""
    found = halts_within(request.reach, *roles).filter(reference=reference).first()
    if found is None:
        raise Http404(reference)
    return found
