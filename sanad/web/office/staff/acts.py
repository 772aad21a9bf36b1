"""Giving and ending roles, closing accounts: by an administrator with a second factor, never for oneself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from sanad.audit.staffing import AlreadyClosed, HasTheRole, NotForOneself, NotHeld, close_account, end_role, grant_role
from sanad.staff.models import Assignment
from sanad.staff.roles import Role
from sanad.web.office.staff.page import RoleForm, page_of
from sanad.web.office.staff.roles import CHANGE, member_of
from sanad.web.shared.access import open_to, sensitive
from sanad.web.shared.requests import StaffRequest


@open_to(*CHANGE)
@sensitive
@require_POST
def grant(request: StaffRequest, pk: int) -> HttpResponse:
    user, form = member_of(pk), RoleForm(request.POST)
    if not form.is_valid():
        return page_of(request, user, form)
    given = {**form.cleaned_data, "role": Role(form.cleaned_data["role"])}
    try:
        grant_role(user=user, by=request.user, at=now(), **given)
        messages.success(request, gettext("The role is given."))
    except HasTheRole:
        form.add_error("role", gettext("The person holds this role there already."))
        return page_of(request, user, form)
    except NotForOneself:
        _refuse_oneself(request)
    return redirect("staff_member", pk)


@open_to(*CHANGE)
@sensitive
@require_POST
def end(request: StaffRequest, pk: int, assignment: int) -> HttpResponse:
    found = Assignment.objects.filter(pk=assignment, user=member_of(pk)).first()
    if found is None:
        raise Http404(assignment)
    try:
        end_role(assignment=found, on=localdate(), by=request.user, at=now())
        messages.success(request, gettext("The role has ended."))
    except NotHeld:
        messages.warning(request, gettext("The role had ended already."))
    except NotForOneself:
        _refuse_oneself(request)
    return redirect("staff_member", pk)


@open_to(*CHANGE)
@sensitive
@require_POST
def close(request: StaffRequest, pk: int) -> HttpResponse:
    try:
        close_account(user=member_of(pk), by=request.user, at=now())
        messages.success(request, gettext("The account is closed. What the person did stays theirs."))
    except AlreadyClosed:
        messages.warning(request, gettext("The account was closed already."))
    except NotForOneself:
        _refuse_oneself(request)
    return redirect("staff_member", pk)


def _refuse_oneself(request: StaffRequest) -> None:
    messages.warning(request, gettext("Nobody changes their own roles; another administrator does."))
