from django.urls import URLPattern, URLResolver, path

from sanad.web.office.assessments import page, recording

urlpatterns: list[URLPattern | URLResolver] = [
    path("new/<str:number>/", recording.new, name="assessment_new"),
    path("<str:reference>/", page.assessment, name="assessment"),
    path("<str:reference>/change/", recording.change, name="assessment_change"),
    path("<str:reference>/confirm/", recording.confirm, name="assessment_confirm"),
    path("<str:reference>/photos/<uuid:id>/", page.photo, name="assessment_photo"),
]
