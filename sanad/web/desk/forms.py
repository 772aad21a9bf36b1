"""What a record keeper fills in: a page that comes in, and who speaks."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.record.importers.reading import ENDINGS
from sanad.record.kinds import AgentKind, Method, Rights, WorkKind
from sanad.record.services.incoming import Asked

NOBODY, SOMEBODY = "nobody", "name:"
BY_NUMBER = 9
"""How many of those whom the article names have a key."""


class PageForm(forms.Form):
    """Text or file; the address where there is one."""

    may_stay_empty = True  # one of the two is filled in

    text = forms.CharField(
        label=_("Text of the page"),
        help_text=_("Paste the whole page as it stands, with its headline. Nothing in it is changed."),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        required=False,
        strip=False,
    )
    file = forms.FileField(
        label=_("Or a file"),
        help_text=_("Text, web page, archive of web pages, PDF or transcript; at most 50 megabytes."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        allow_empty_file=True,
    )
    kind = forms.ChoiceField(label=_("Kind of work"), choices=WorkKind.choices, initial=WorkKind.NEWS_ARTICLE)
    rights = forms.ChoiceField(label=_("What may be shown of it"), choices=Rights.choices, initial=Rights.QUOTE_ONLY)
    url = forms.URLField(
        label=_("Address of the page, if it has one"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"dir": "ltr"}),
        error_messages={"invalid": _("Write the address as https://example.org/page, or leave it empty.")},
    )

    def clean(self) -> dict[str, Any]:
        """One of the two; a text and a file at once would be two pages."""
        told = super().clean() or {}
        if not told.get("text") and not told.get("file") and not self.errors:
            self.add_error("text", _("Paste the text of the page, or choose a file."))
        elif told.get("text") and told.get("file"):
            self.add_error("file", _("Paste the text or choose a file, not both."))
        return told

    def file_brought(self) -> tuple[str, bytes]:
        """Its name with its bytes; what was pasted has no name."""
        file = self.cleaned_data.get("file")
        # Browsers send the end of a line as two signs, whatever was pasted.
        return (file.name, file.read()) if file else ("", self.cleaned_data["text"].replace("\r\n", "\n").encode())

    def asked(self) -> Asked:
        told = self.cleaned_data
        method = Method.UPLOAD if told.get("file") else Method.PASTE
        return Asked(WorkKind(told["kind"]), Rights(told["rights"]), method, told["url"])

    @property
    def place(self) -> str:
        """The field at which a refusal of the page is told."""
        return "file" if self.cleaned_data.get("file") else "text"


def choices_of(heard: Mapping[str, AgentKind]) -> list[tuple[str, Any]]:
    """Those whom the article names, and nobody."""
    people = [(f"{SOMEBODY}{name}", name) for name in heard]
    return [("", _("Choose")), *people, (NOBODY, _("The text does not say who"))]


class SpeakerForm(forms.Form):
    """Somebody of the article, somebody new, or nobody."""

    may_stay_empty = True  # one of two is filled in

    who = forms.ChoiceField(label=_("Who speaks"), required=False)
    name = forms.CharField(
        label=_("Or somebody new, as the page calls them"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("What the new one is"), choices=AgentKind.choices, initial=AgentKind.PERSON)

    def __init__(self, heard: Mapping[str, AgentKind], data: Any = None) -> None:
        super().__init__(data)
        self.heard = heard
        self.fields["who"].choices = choices_of(heard)  # type: ignore[attr-defined]

    @property
    def by_number(self) -> list[tuple[int, str, str]]:
        """Key, value and name of the first of them; 0 is nobody."""
        people = [(number, f"{SOMEBODY}{name}", name) for number, name in enumerate(self.heard, start=1)]
        return [*people[:BY_NUMBER], (0, NOBODY, gettext("The text does not say who"))]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("who") and not told.get("name"):
            self.add_error("who", _("Choose who speaks, or write somebody new."))
        elif told.get("who") and told.get("name"):
            self.add_error("name", _("Choose from the list or write somebody new, not both."))
        return told

    @property
    def speaker(self) -> tuple[str, AgentKind]:
        """The name with its kind; without a name nobody."""
        told = self.cleaned_data
        if told["name"]:
            return told["name"], AgentKind(told["kind"])
        name = told["who"].removeprefix(SOMEBODY) if told["who"] != NOBODY else ""
        return name, self.heard.get(name, AgentKind.UNNAMED)
