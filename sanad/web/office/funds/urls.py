from django.urls import URLPattern, URLResolver, path

from sanad.web.office.funds import deciding, listing, page, recording

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.funds, name="funds"),
    path("<slug:code>/", page.fund, name="fund"),
    path("<slug:code>/receipts/new/", recording.record_receipt, name="fund_receipt_new"),
    path("<slug:code>/receipts/<uuid:id>/", deciding.decide_receipt, name="fund_receipt"),
]
