from django.urls import URLPattern, URLResolver, path

from sanad.web.office.claims import endings, facts, files, listing, page, receipts, steps, taking_in
from sanad.web.office.payments import claim_account

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.claims, name="claims"),
    path("new/<slug:key>/", taking_in.take_in, name="claim_new"),
    path("<str:number>/", page.claim, name="claim"),
    path("<str:number>/facts/", facts.facts, name="claim_facts"),
    path("<str:number>/files/new/", files.add_file, name="claim_file_new"),
    path("<str:number>/files/<uuid:id>/", files.read_file, name="claim_file"),
    path("<str:number>/account/", claim_account.propose, name="claim_account"),
    path("<str:number>/receipt/", receipts.new_receipt, name="claim_receipt"),
    path("<str:number>/complete/", steps.complete, name="claim_complete"),
    path("<str:number>/hold/", steps.hold, name="claim_hold"),
    path("<str:number>/release/", steps.release, name="claim_release"),
    path("<str:number>/reopen/", steps.reopen, name="claim_reopen"),
    path("<str:number>/withdraw/", steps.withdraw, name="claim_withdraw"),
    path("<str:number>/endings/new/", endings.propose, name="claim_ending_new"),
    path("<str:number>/endings/<uuid:id>/", endings.decide, name="claim_ending"),
]
