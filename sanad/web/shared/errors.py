"""What is wrong with a form, told as GOV.UK tells it: a summary on top with a link to each field, and the same sentence
at the field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.forms import BaseForm


@dataclass(frozen=True, slots=True)
class Fault:
    """One sentence that says what to do, and where; a fault of the whole form leads nowhere."""

    words: str
    anchor: str


def faults(forms: Iterable[BaseForm]) -> list[Fault]:
    """Every fault of these forms: of the whole form first, then in the order of the fields."""
    return [Fault(str(words), anchor) for form in forms for anchor, words in _told(form)]


def _told(form: BaseForm) -> Iterator[tuple[str, object]]:
    for words in form.non_field_errors():
        yield "", words
    for name in form.fields:
        for words in form[name].errors:
            yield _anchor(form, name), words


def _anchor(form: BaseForm, name: str) -> str:
    """Where the field begins: of choices, the first of them."""
    return form[name].id_for_label or form[name].auto_id
