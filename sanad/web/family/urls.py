"""The addresses of the family's site: none names a claim, since addresses are kept in many places."""

from django.urls import URLPattern, URLResolver, path

from sanad.web.family import door, leaving, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", door.door, name="family"),
    path("claim/", page.claim, name="family_claim"),
    path("leave/", leaving.leave, name="family_leave"),
]
