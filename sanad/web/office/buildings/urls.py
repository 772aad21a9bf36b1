from django.urls import URLPattern, URLResolver, path

from sanad.web.office.buildings import listing, page
from sanad.web.office.safety import placards, precautions, reporting

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.buildings, name="buildings"),
    path("<str:reference>/", page.building, name="building"),
    path("<str:reference>/danger/", reporting.report, name="danger_new"),
    path("<str:reference>/placard/", placards.place, name="placard_new"),
    path("<str:reference>/precaution/", precautions.order, name="precaution_new"),
    path("<str:reference>/precaution/end/", precautions.end, name="precaution_end"),
]
