"""The demo's door: enter as anyone of its made-up staff by one click.

It is there on a database that the demo made and marked, for a browser on this machine; everywhere else it is a 404.
"""

from collections.abc import Iterator

from allauth.account.internal.flows.login import record_authentication
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
from sanad.web.shared.formats import language

HERE = ("127.0.0.1", "::1")
LOCAL = ("localhost", "127.0.0.1", "[::1]")
MADE_UP = "@demo.example"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_http_methods(["GET", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    if not _is_open(request):
        raise Http404
    staff = User.objects.filter(email__endswith=MADE_UP, is_active=True).order_by("pk")
    if request.method == "POST":
        user = staff.filter(email=request.POST.get("email", "")).first()
        if user is None:
            raise Http404
        login(request, user, backend=BACKEND)
        record_authentication(request, user, method="password", email=user.email)
        return redirect("work")
    return render(request, "shared/door.html", {"people": list(_people(staff))})


def start(request: HttpRequest) -> HttpResponse:
    """The first page of this machine: the door of the demo, or the office."""
    return redirect("door" if _is_open(request) else "work")


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


def _is_open(request: HttpRequest) -> bool:
    """A proxy before the site would make every visitor look like a neighbour, so its marks close the door."""
    passed_on = {"HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP"} & request.META.keys()
    host = request.get_host().rpartition(":")[0] or request.get_host()
    return request.META.get("REMOTE_ADDR") in HERE and host in LOCAL and not passed_on and is_made_up()
