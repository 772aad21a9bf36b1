from django.urls import URLPattern, URLResolver, path

from sanad.web.office.witnesses import listing, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.witnesses, name="witnesses"),
    path("<str:reference>/", page.lodged, name="witness"),
    path("<str:reference>/take-up/", page.take, name="witness_take_up"),
    path("<str:reference>/take-back/", page.take_back, name="witness_take_back"),
]
