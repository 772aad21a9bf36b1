from django.urls import URLPattern, URLResolver, path

from sanad.web.office.works import account, certifying, deciding, halt, halting, listing, page, preparing, repairs

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.works, name="works"),
    path("new/<str:reference>/<slug:key>/", preparing.prepare, name="works_new"),
    path("halts/buildings/<str:reference>/", halting.of_building, name="works_halt_building"),
    path("halts/funds/<slug:code>/", halting.of_fund, name="works_halt_fund"),
    path("halts/programmes/<slug:key>/", halting.of_programme, name="works_halt_programme"),
    path("repairs/<str:number>/<slug:milestone>/", repairs.certify, name="works_repair"),
    path("halts/<str:reference>/", halt.show, name="works_halt"),
    path("halts/<str:reference>/extend/", halt.extend, name="works_halt_extend"),
    path("halts/<str:reference>/end/", halt.end, name="works_halt_end"),
    path("<str:reference>/", page.show, name="works_order"),
    path("<str:reference>/approve/", deciding.approve, name="works_approve"),
    path("<str:reference>/send-back/", deciding.send_back, name="works_send_back"),
    path("<str:reference>/close/", deciding.close, name="works_close"),
    path("<str:reference>/halt/", halting.of_order, name="works_halt_order"),
    path("<str:reference>/account/", account.name, name="works_account"),
    path("<str:reference>/stages/<int:number>/", certifying.certify, name="works_stage"),
    path("<str:reference>/stages/<int:number>/photo/", certifying.photo, name="works_stage_photo"),
]
