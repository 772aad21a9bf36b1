from django.urls import URLPattern, URLResolver, path

from sanad.web.office.outcomes import linking, listing, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.outcomes, name="outcomes"),
    path("<int:pk>/", page.outcome, name="outcome"),
    path("<int:pk>/link/", linking.add, name="outcome_link"),
    path("<int:pk>/links/<int:made>/end/", linking.end, name="outcome_unlink"),
    path("<int:pk>/ask/", linking.ask, name="outcome_ask"),
]
