"""The addresses of the office: each subject's begin with its own word, and its views stand in a module of that name."""

from django.urls import URLPattern, URLResolver, include, path

from sanad.web.office.style import style
from sanad.web.office.work import work

urlpatterns: list[URLPattern | URLResolver] = [
    path("", work, name="work"),
    path("assessments/", include("sanad.web.office.assessments.urls")),
    path("buildings/", include("sanad.web.office.buildings.urls")),
    path("claims/", include("sanad.web.office.claims.urls")),
    path("inquiries/", include("sanad.web.office.inquiries.urls")),
    path("notices/", include("sanad.web.office.notices.urls")),
    path("rounds/", include("sanad.web.office.rounds.urls")),
    path("safety/", include("sanad.web.office.safety.urls")),
    path("payments/", include("sanad.web.office.payments.urls")),
    path("funds/", include("sanad.web.office.funds.urls")),
    path("works/", include("sanad.web.office.works.urls")),
    path("releases/", include("sanad.web.office.releases.urls")),
    path("witnesses/", include("sanad.web.office.witnesses.urls")),
    path("staff/", include("sanad.web.office.staff.urls")),
    path("style/", style, name="style"),
]
