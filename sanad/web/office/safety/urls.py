from django.urls import URLPattern, URLResolver, path

from sanad.web.office.safety import board

urlpatterns: list[URLPattern | URLResolver] = [
    path("", board.board, name="safety"),
    path("<str:reference>/", board.report, name="danger"),
]
