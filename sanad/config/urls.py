"""Every address of the house; who may open it is written down in tests/web/access.md."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.urls")),
    path("", include("sanad.web.shared.urls")),
]
