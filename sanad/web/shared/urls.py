from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from sanad.web.shared.choosing import choose_digits
from sanad.web.shared.door import door

urlpatterns: list[URLPattern | URLResolver] = [
    path("demo/", door, name="door"),
    path("language/", set_language, name="set_language"),
    path("digits/", choose_digits, name="choose_digits"),
]
