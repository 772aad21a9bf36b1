"""Every address of the house; who may open it is written down in tests/web/access.md."""

from django.urls import URLPattern, URLResolver, include, path

from sanad.web.family.leaving import today

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("sanad.web.shared.account.urls")),
    path("office/", include("sanad.web.office.urls")),
    path("desk/", include("sanad.web.desk.urls")),
    path("family/", include("sanad.web.family.urls")),
    path("today/", today, name="today"),
    path("", include("sanad.web.shared.urls")),
    path("", include("sanad.web.public.urls")),
]
handler400 = "sanad.web.shared.refusals.bad_request"
handler403 = "sanad.web.shared.refusals.forbidden"
handler404 = "sanad.web.shared.refusals.unknown"
handler500 = "sanad.web.shared.refusals.broken"
