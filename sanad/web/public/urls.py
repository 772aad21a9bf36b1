"""The addresses of the public site."""

from django.urls import URLPattern, URLResolver, path

from sanad.web.public import pages, promises, releases

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.start, name="start"),
    path("programmes/<slug:key>/", pages.programme, name="public_programme"),
    path("releases/", releases.history, name="public_releases"),
    path("releases/<int:number>/", releases.release, name="public_release"),
    path("releases/<int:number>/<str:name>", releases.file, name="public_file"),
    path("promises/", promises.promises, name="public_promises"),
    path("promises/<int:number>/", promises.promise, name="public_promise"),
    path("method/", pages.method, name="public_method"),
]
