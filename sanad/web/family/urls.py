"""The addresses of the family's site: none names a claim, since addresses are kept in many places."""

from django.urls import URLPattern, URLResolver, path

from sanad.web.family import asking, danger, door, leaving, lodging, page, paid, sending

urlpatterns: list[URLPattern | URLResolver] = [
    path("", door.door, name="family"),
    path("claim/", page.claim, name="family_claim"),
    path("claim/print/", page.paper, name="family_paper"),
    path("ask/", asking.asking, name="family_ask"),
    path("payment/", paid.payment, name="family_payment"),
    path("danger/", danger.danger, name="family_danger"),
    path("told/", lodging.told, name="family_told"),
    path("told/back/", lodging.back, name="family_told_back"),
    path("sent/", sending.sent, name="family_sent"),
    path("leave/", leaving.leave, name="family_leave"),
]
