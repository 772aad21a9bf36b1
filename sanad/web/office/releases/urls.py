from django.urls import URLPattern, URLResolver, path

from sanad.web.office.releases import page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", page.page, name="releases"),
    path("publish/", page.publish_now, name="release_publish"),
]
