"""What a record keeper sets right of a statement, and where a second voice begins."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.record.kinds import AgentKind, StatementKind
from sanad.record.selectors.finding import Article
from sanad.record.services.articles import Named
from sanad.record.services.editing import Edited
from sanad.record.spans import At
from sanad.web.desk.forms import NOBODY, SOMEBODY, choices_of

BETWEEN = ";"
SHOWN = 80
NOT_THERE = _("These words do not stand so in this article. Copy them from the page.")


class EditForm(forms.Form):
    """Kind, words, voice, to whom, and the word that says so; each as it stands to begin with."""

    may_stay_empty = True  # who, name, to and cue

    words = forms.CharField(
        label=_("The words"),
        help_text=_("Other words of the same article, copied as they stand, with their marks."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Copy the words from the page.")},
    )
    sort = forms.ChoiceField(label=_("Kind"), choices=StatementKind.choices)
    who = forms.ChoiceField(label=_("Who speaks"), required=False)
    name = forms.CharField(
        label=_("Or somebody new, as the page calls them"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("What the new one is"), choices=AgentKind.choices, initial=AgentKind.PERSON)
    to = forms.CharField(
        label=_("To whom"),
        help_text=_("As the page calls them; several with a semicolon between. Empty where it does not say."),
        max_length=600,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    cue = forms.CharField(
        label=_("The word that says so"),
        help_text=_("As it stands on the page, such as “said”. Empty where there is none."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def __init__(
        self, heard: Mapping[str, AgentKind], article: Article, initial: Mapping[str, Any], data: Any = None
    ) -> None:
        super().__init__(data, initial=dict(initial), auto_id="edit_%s")
        self.heard, self.article = heard, article
        self.fields["who"].choices = choices_of(heard)  # type: ignore[attr-defined]

    def clean_words(self) -> At:
        return self._found("words")

    def clean_cue(self) -> At | None:
        return self._found("cue") if self.cleaned_data["cue"].strip() else None

    def _found(self, field: str) -> At:
        found = self.article.find(self.cleaned_data[field])
        if found is None:
            raise forms.ValidationError(NOT_THERE)
        return found

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("who") and not told.get("name"):
            self.add_error("who", _("Choose who speaks, or write somebody new."))
        return told

    def edited(self) -> Edited:
        told = self.cleaned_data
        is_new = bool(told["name"])
        return Edited(
            kind=StatementKind(told["sort"]),
            content=told["words"],
            speaker=self._named(told["name"]) if is_new else self._chosen(told["who"]),
            addressees=[self._named(one.strip()) for one in told["to"].split(BETWEEN) if one.strip()],
            cue=told["cue"],
            keeps_speaker=not is_new and told["who"] == self.initial.get("who"),
        )

    def _chosen(self, value: str) -> Named | None:
        return None if value == NOBODY else self._named(value.removeprefix(SOMEBODY))

    def _named(self, name: str) -> Named:
        return Named(name, self.heard.get(name) or AgentKind(self.cleaned_data["kind"]))


class SplitForm(forms.Form):
    """Where the second voice begins, and whose the two are."""

    may_stay_empty = True  # the place is chosen or written

    turn = forms.ChoiceField(label=_("The second voice begins with"), widget=forms.RadioSelect, required=False)
    words = forms.CharField(
        label=_("Or with these words"),
        help_text=_("The first words of the second voice, copied from the page."),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    first = forms.ChoiceField(label=_("The first voice is"))
    second = forms.ChoiceField(label=_("The second voice is"))

    def __init__(
        self,
        heard: Mapping[str, AgentKind],
        article: Article,
        turns: Mapping[int, str],
        initial: Mapping[str, Any],
        data: Any = None,
    ) -> None:
        super().__init__(data, initial=dict(initial), auto_id="split_%s")
        self.heard, self.article = heard, article
        self.fields["turn"].choices = [(str(at), words[:SHOWN]) for at, words in turns.items()]  # type: ignore[attr-defined]
        for voice in ("first", "second"):
            self.fields[voice].choices = choices_of(heard)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("words"):
            found = self.article.find(told["words"])
            told["at"] = found.start if found else None
            if found is None:
                self.add_error("words", NOT_THERE)
        elif told.get("turn"):
            told["at"] = int(told["turn"])
        elif not self.errors:
            self.add_error("turn", _("Choose where the second voice begins, or write its first words."))
        return told

    @property
    def voices(self) -> tuple[Named | None, Named | None]:
        return self._named(self.cleaned_data["first"]), self._named(self.cleaned_data["second"])

    def _named(self, value: str) -> Named | None:
        name = value.removeprefix(SOMEBODY)
        return None if value == NOBODY else Named(name, self.heard.get(name, AgentKind.UNNAMED))
