"""What a family sends. Each form carries an id made once, so that sent twice it is one."""

import uuid
from typing import Self

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 4_000
WORDS = {"required": _("Write what you want to say."), "max_length": _("Write it shorter: at most 4,000 letters.")}


KINDS = (
    ("question", _("A question")),
    ("objection", _("I object to the decision")),
    ("correction", _("Something about us is wrong")),
    ("abuse", _("Somebody asked us for money, or abused their office (in confidence)")),
)
"""What a family says beside that a payment did not arrive, which stands at the payment."""


class Sent(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)

    @classmethod
    def new(cls) -> Self:
        return cls(initial={"id": uuid.uuid4()})


class AskForm(Sent):
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=KINDS,
        initial="question",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is."), "invalid_choice": _("Choose what it is.")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Write as you like, in any language."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages=WORDS,
    )
    file = forms.FileField(
        label=_("Photo or PDF"),
        help_text=_("Up to 20 MB. A photo is drawn again, so that place and camera are not kept with it."),
        required=False,
        error_messages={"empty": _("The file is empty. Choose it again.")},
    )


class DangerForm(Sent):
    words = forms.CharField(
        label=_("What do you see, and where?"),
        help_text=_("Such as: new cracks in the columns of the ground floor."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={**WORDS, "required": _("Write what you see, and where.")},
    )
    contact = forms.CharField(
        label=_("How can we reach you?"),
        help_text=_("A telephone number. You need not tell it."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "tel"}),
    )
