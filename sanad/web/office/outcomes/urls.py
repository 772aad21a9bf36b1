from django.urls import URLPattern, URLResolver, path

from sanad.web.office.outcomes import linking, listing, page, sums

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.outcomes, name="outcomes"),
    path("<int:pk>/", page.outcome, name="outcome"),
    path("sums/", sums.sums, name="outcome_sums"),
    path("sums/<int:pk>/", sums.sum_said, name="outcome_sum"),
    path("sums/<int:pk>/link/", linking.add_to_sum, name="outcome_sum_link"),
    path("sums/<int:pk>/links/<int:made>/end/", linking.end_of_sum, name="outcome_sum_unlink"),
    path("<int:pk>/link/", linking.add, name="outcome_link"),
    path("<int:pk>/links/<int:made>/end/", linking.end, name="outcome_unlink"),
    path("<int:pk>/ask/", linking.ask, name="outcome_ask"),
]
