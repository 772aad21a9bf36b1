"""The photo or paper that came with a question."""

from django.http import Http404, HttpResponse

from sanad.evidence.selectors import content_of
from sanad.web.office.claims.files import TYPES
from sanad.web.office.inquiries.roles import READ, inquiry_within
from sanad.web.shared.access import open_to
from sanad.web.shared.requests import StaffRequest
from sanad.web.shared.served import served


@open_to(*READ)
def read_file(request: StaffRequest, number: str) -> HttpResponse:
    found = inquiry_within(request, number)
    if found.file is None:
        raise Http404(number)
    return served(content_of(found.file), TYPES[found.file.kind], found.number)
