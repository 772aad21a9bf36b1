"""What a page of taking back or of showing is about, by its kind and number."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Model
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sanad.record.models import Account, Agent, Capture, Commitment, Retraction, Statement, Work
from sanad.web.desk.shown.own_words import in_our_words

MODELS: dict[str, type[Model]] = {
    "capture": Capture,
    "work": Work,
    "account": Account,
    "statement": Statement,
    "commitment": Commitment,
    "agent": Agent,
}
TITLES: dict[str, str | Promise] = {
    "capture": _("A page as it came in"),
    "work": _("A work"),
    "account": _("A telling"),
    "statement": _("A statement"),
    "commitment": _("A commitment"),
    "agent": _("Somebody or something named"),
}
PAGES = {"account": "desk_account", "statement": "desk_statement", "commitment": "desk_commitment"}


@dataclass(frozen=True, slots=True)
class About:
    """`address` is its own page; empty where it has none."""

    kind: str
    row: Model

    @property
    def title(self) -> str | Promise:
        return TITLES[self.kind]

    @property
    def name(self) -> str:
        row = self.row
        if isinstance(row, Statement):
            return row.content.exact or ""
        return str(in_our_words(str(row)))

    @property
    def address(self) -> str:
        return reverse(PAGES[self.kind], args=[self.row.pk]) if self.kind in PAGES else ""


def about(kind: str, pk: int, kinds: Collection[str]) -> About:
    """Raises Http404 where the page is not for this kind, or where there is none."""
    if kind not in kinds:
        raise Http404(kind)
    return About(kind, get_object_or_404(MODELS[kind], pk=pk))


def target_of(retraction: Retraction) -> About:
    kind = next(one for one in MODELS if getattr(retraction, f"{one}_id", None))
    return About(kind, getattr(retraction, kind))
