"""The bytes that a statement's page came in as, for whoever may see them."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from sanad.record.models import Statement
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.provenance import OF_THE_RECORD, bytes_of, may_see_bytes, provenance_of
from sanad.web.desk.roles import READ
from sanad.web.shared.access import NotYourRole, open_to
from sanad.web.shared.requests import StaffRequest
from sanad.web.shared.served import served

AS_IT_CAME = "application/octet-stream"
"""Whatever a page holds is saved, and never shown inside a page of ours."""


@open_to(*READ)
def page_as_it_came(request: StaffRequest, pk: int) -> HttpResponse:
    found = provenance_of(get_object_or_404(Statement, pk=pk))
    if not may_see_bytes(found.work, request.reach.roles):
        raise NotYourRole(OF_THE_RECORD)
    try:
        return served(bytes_of(found.capture), AS_IT_CAME, found.capture.sha256)
    except RecordRefused as sealed:
        raise Http404(sealed.code) from sealed
