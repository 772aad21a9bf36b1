from django.urls import URLPattern, URLResolver, path

from sanad.web.office.rounds import asking, award, deciding, listing, outcomes, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.rounds, name="rounds"),
    path("new/<slug:key>/", asking.ask, name="round_new"),
    path("<str:reference>/", page.show, name="round"),
    path("<str:reference>/approve/", deciding.approve, name="round_approve"),
    path("<str:reference>/send-back/", deciding.send_back, name="round_send_back"),
    path("<str:reference>/issue/", deciding.have_issued, name="round_issue"),
    path("<str:reference>/ending/<slug:outcome>/", outcomes.ending, name="round_outcome"),
    path("<str:reference>/claims/<str:number>/", award.award, name="award"),
]
