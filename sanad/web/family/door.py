"""The way in: number and code of the receipt, or the long code of the letter."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from sanad.casework.claims.models import Receipt
from sanad.casework.claims.numbers import WrongNumber
from sanad.web.family.access import kept_nowhere
from sanad.web.family.entering import DoesNotFit, is_secret, receipt_by_code, receipt_by_secret
from sanad.web.family.network import network_of
from sanad.web.family.sessions import begin_session, end_session, session_of
from sanad.web.family.throttle import MustWait
from sanad.web.shared.formats import language

LONGEST = 80
A_MINUTE = 60


def _as_printed(label: object, help_text: object, required: object) -> forms.CharField:
    """A field for what stands on the receipt: left to right, as it is, remembered by no browser."""
    shown = {"dir": "ltr", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # lazy texts are texts
        help_text=help_text,  # type: ignore[arg-type]
        max_length=LONGEST,
        widget=forms.TextInput(attrs=shown),
        error_messages={"required": required, "max_length": required},  # type: ignore[dict-item]
    )


class ReceiptForm(forms.Form):
    number = _as_printed(
        _("Claim number"),
        _("It stands on your receipt, such as SSP-004117-6."),
        _("Type the claim number that stands on your receipt."),
    )
    code = _as_printed(
        _("Code"),
        _("The 10 letters and digits under the number. Small letters are fine, and the hyphen may be left out."),
        _("Type the code that stands on your receipt, under the number."),
    )


class LetterForm(forms.Form):
    secret = _as_printed(
        _("Long code"),
        _("The 23 letters and digits at the foot of the receipt. It needs no number."),
        _("Type the long code that stands at the foot of your receipt."),
    )


@sensitive_post_parameters("code", "secret")
@kept_nowhere
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("family_claim") if session_of(request, now()) else _page(request, ReceiptForm(), LetterForm())
    return _by_letter(request) if "secret" in request.POST else _by_receipt(request)


@sensitive_variables()
def _by_receipt(request: HttpRequest) -> HttpResponse:
    form = ReceiptForm(request.POST)
    if not form.is_valid():
        return _page(request, form, LetterForm())
    number, code = form.cleaned_data["number"], form.cleaned_data["code"]
    try:
        return _in(request, _receipt(request, number, code))
    except WrongNumber as wrong:
        form.add_error("number", wrong.says[language()])
    except DoesNotFit:
        form.add_error(
            "code", gettext("The number and the code do not belong together. Compare both with your receipt.")
        )
    except MustWait as wait:
        return _waits(request, form, wait.seconds)
    return _page(request, form, LetterForm())


@sensitive_variables()
def _receipt(request: HttpRequest, number: str, code: str) -> Receipt:
    """Whoever types the long code into the field of the short one comes in by it."""
    if is_secret(code):
        return receipt_by_secret(secret=code, at=now())
    return receipt_by_code(number=number, code=code, network=network_of(request), at=now())


@sensitive_variables()
def _by_letter(request: HttpRequest) -> HttpResponse:
    form = LetterForm(request.POST)
    if form.is_valid():
        try:
            return _in(request, receipt_by_secret(secret=form.cleaned_data["secret"], at=now()))
        except DoesNotFit:
            form.add_error("secret", gettext("No receipt has this long code. Compare it with your newest receipt."))
    return _page(request, ReceiptForm(), form)


def _in(request: HttpRequest, receipt: Receipt) -> HttpResponse:
    end_session(request)
    response = redirect("family_claim")
    begin_session(response, receipt, now())
    return response


def _waits(request: HttpRequest, form: ReceiptForm, seconds: int) -> HttpResponse:
    """The same for a claim that is there and for one that is not; the long code stays open."""
    form.add_error("code", _how_long(seconds))
    response = _page(request, form, LetterForm(), status=429)
    response["Retry-After"] = str(seconds)
    return response


def _how_long(seconds: int) -> str:
    minutes = -(-seconds // A_MINUTE)
    if seconds < A_MINUTE:
        words = ngettext(
            "Several codes were wrong. Try again in {n} second, or use the long code: it opens at once.",
            "Several codes were wrong. Try again in {n} seconds, or use the long code: it opens at once.",
            seconds,
        )
        return words.format(n=seconds)
    words = ngettext(
        "Several codes were wrong. Try again in {n} minute, or use the long code: it opens at once.",
        "Several codes were wrong. Try again in {n} minutes, or use the long code: it opens at once.",
        minutes,
    )
    return words.format(n=minutes)


def _page(request: HttpRequest, form: ReceiptForm, letter: LetterForm, status: int = 200) -> HttpResponse:
    return render(request, "family/door.html", {"form": form, "letter": letter}, status=status)
