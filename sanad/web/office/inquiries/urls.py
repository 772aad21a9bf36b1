from django.urls import URLPattern, URLResolver, path

from sanad.web.office.inquiries import files, listing, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.inquiries, name="inquiries"),
    path("<str:number>/", page.inquiry, name="inquiry"),
    path("<str:number>/answer/", page.answer, name="inquiry_answer"),
    path("<str:number>/file/", files.read_file, name="inquiry_file"),
]
