"""The demo's door: enter as anyone of its made-up staff by one click.

It is there on a database that the demo made and marked, for a browser on this machine, and never in production;
everywhere else it is a 404.
"""

from collections.abc import Iterator

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY, resume_request
from django.conf import settings
from django.contrib.auth import login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from sanad.audit.made_up import is_made_up
from sanad.places.models import Place
from sanad.places.selectors import names_of
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from sanad.staff.scopes import reach_of
from sanad.web.shared.choosing import way_back
from sanad.web.shared.formats import language
from sanad.web.shared.landing import start_of
from sanad.web.shared.made_up_families import families

HERE = ("127.0.0.1", "::1")
LOCAL = ("localhost", "127.0.0.1", "[::1]")
CAME_THROUGH = "came_through_the_demo_door"
MADE_UP = "@demo.example"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_http_methods(["GET", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    if not is_open(request):
        raise Http404
    staff = User.objects.filter(email__endswith=MADE_UP, is_active=True).order_by("pk")
    if request.method == "POST":
        user = staff.filter(email=request.POST.get("email", "")).first()
        if user is None:
            raise Http404
        return _let_in(request, user)
    shown = {"people": list(_people(staff)), "families": families(), "next": way_back(request)}
    return render(request, "shared/door.html", shown)


def _let_in(request: HttpRequest, user: User) -> HttpResponse:
    """To where the person wanted to go; an act that had asked again who it is goes on where it stopped."""
    there = way_back(request)
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method="password", email=user.email, reauthenticated=True)
    request.session[CAME_THROUGH] = True
    if STATE_SESSION_KEY in request.session:
        resumed: HttpResponse = resume_request(request)
        return resumed
    return redirect(start_of(user) if there == "/" else there)


def came_through(request: HttpRequest) -> bool:
    """Whether somebody of the made-up staff is signed in by the door: they have no password to show again."""
    return bool(request.session.get(CAME_THROUGH)) and is_open(request)


def _people(staff: QuerySet[User]) -> Iterator[tuple[User, list[str], list[str]]]:
    """Each with the roles held today, and where; nowhere named is everywhere."""
    places = {place.code: place for place in Place.objects.filter(code__in=_districts())}
    names = names_of(places.values(), language())
    for one in staff:
        scopes = reach_of(one, localdate()).scopes
        roles = [str(Role(scope.role).label) for scope in scopes]
        yield one, roles, [names.get(scope.district, scope.district) for scope in scopes if scope.district]


def _districts() -> list[str]:
    return list(Assignment.objects.exclude(district="").values_list("district", flat=True).distinct())


def is_open(request: HttpRequest) -> bool:
    """A proxy before the site would make every visitor look like a neighbour, so its marks close the door."""
    passed_on = {"HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP"} & request.META.keys()
    host = request.get_host().rpartition(":")[0] or request.get_host()
    here = request.META.get("REMOTE_ADDR") in HERE and host in LOCAL and not passed_on
    return here and not settings.PRODUCTION and is_made_up()
