"""The start page of the office: what waits for the person who signed in."""

from django.http import HttpResponse
from django.shortcuts import render

from sanad.web.shared.access import EVERY_ROLE, open_to
from sanad.web.shared.requests import StaffRequest


@open_to(*EVERY_ROLE)
def work(request: StaffRequest) -> HttpResponse:
    return render(request, "office/work.html")
