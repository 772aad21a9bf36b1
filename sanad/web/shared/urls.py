from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from sanad.web.shared.choosing import choose_digits

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(url="/office/"), name="start"),
    path("language/", set_language, name="set_language"),
    path("digits/", choose_digits, name="choose_digits"),
]
