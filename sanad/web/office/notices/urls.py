from django.urls import URLPattern, URLResolver, path

from sanad.web.office.notices import telling

urlpatterns: list[URLPattern | URLResolver] = [
    path("", telling.notices, name="notices"),
    path("told/", telling.told, name="notices_told"),
]
