from django.urls import URLPattern, URLResolver, path

from sanad.web.office.witnesses import listing, looking, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.witnesses, name="witnesses"),
    path("looks/<int:pk>/allow/", looking.allow, name="witness_look_allow"),
    path("looks/<int:pk>/who/", looking.who, name="witness_who"),
    path("<str:reference>/look/", looking.ask, name="witness_look"),
    path("<str:reference>/", page.lodged, name="witness"),
    path("<str:reference>/take-up/", page.take, name="witness_take_up"),
    path("<str:reference>/take-back/", page.take_back, name="witness_take_back"),
]
