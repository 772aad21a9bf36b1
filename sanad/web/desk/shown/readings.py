"""What a rule reads in a text, in words: how sure it is, how it found the speaker, what a person should look at."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.engine.money import NotAnAmount, exponent, scaled
from sanad.record.kinds import Act, Bound, DueKind, ProposalKind, StatementKind, Strength
from sanad.record.models import Proposal
from sanad.web.desk.shown.days import in_words
from sanad.web.shared.formats import money, reference, typed

Words = str | Promise
Line = tuple[Words, Words | SafeString]

SURE, LIKELY = Decimal("0.9"), Decimal("0.7")
HOW: Mapping[str, Words] = {
    "name": _("by name"),
    "pronoun": _("by a pronoun, whose person the rule worked out"),
    "label": _("by the label that stands before the words"),
    "continuation": _("nobody anew: the words go on from those before"),
    "description": _("by a description, without a name"),
    "passive": _("in the passive: nobody is named"),
    "unknown": _("nobody that the rule could find"),
}
TIMES: Mapping[str, Words] = {
    "absolute": _("A day or a time by the calendar"),
    "relative": _("Counted from another day"),
    "duration": _("A length of time"),
    "vague": _("Vague"),
    "sequence": _("A place in an order"),
    "open-ended": _("Open at one end"),
}
FLAGS: Mapping[str, Words] = {
    "two voices": _("Two voices may speak in this one pair of marks. Read it twice before you accept it."),
    "passive": _("The text says it in the passive: nobody is named, and nobody is filled in."),
    "pronoun": _("Only a pronoun names the speaker. Look whom it means."),
}


def confidence(value: Decimal) -> str:
    if value >= SURE:
        return gettext("high")
    return gettext("middling") if value >= LIKELY else gettext("low")


def kind_of(proposal: Proposal) -> Words:
    """What it is, with the kind of its marks where it is a quotation."""
    told = str(proposal.payload.get("kind", ""))
    if proposal.kind == ProposalKind.QUOTATION and told in StatementKind.values:
        return f"{ProposalKind.QUOTATION.label} · {StatementKind(told).label}"
    return ProposalKind(proposal.kind).label


def flags_of(proposal: Proposal) -> list[Words]:
    """What a person should look at twice; a flag that has no sentence yet is told as the rule names it."""
    codes = [str(code).partition(":")[0] for code in proposal.payload.get("flags") or ()]
    resolution = proposal.payload.get("resolution")
    found = [*codes, *([resolution] if resolution in ("passive", "pronoun") else [])]
    return [FLAGS.get(code, code) for code in dict.fromkeys(found)]


def lines_of(proposal: Proposal) -> list[Line]:
    """Label and value for what only its kind has."""
    shown = {
        ProposalKind.QUOTATION: _voices,
        ProposalKind.TIME: _time,
        ProposalKind.SUM: _sum,
        ProposalKind.COMMITMENT: _promise,
    }
    kind = ProposalKind(proposal.kind)
    return shown[kind](proposal.payload) if kind in shown else []


def _voices(told: Mapping[str, Any]) -> list[Line]:
    """Both that may speak in one pair of marks."""
    return [(_("One of the voices"), typed(one["name"])) for one in told.get("voices") or ()]


def _time(told: Mapping[str, Any]) -> list[Line]:
    norm = told.get("norm")
    read = in_words(norm) if norm else gettext("no day, since the text does not give one")
    in_caption = [(_("Where it stands"), gettext("in a caption; it dates nothing that the text tells"))]
    return [
        (_("Kind of time"), TIMES.get(told.get("kind", ""), str(told.get("kind", "")))),
        (_("Read as"), read),
        *(in_caption if told.get("in_caption") else []),
    ]


def _sum(told: Mapping[str, Any]) -> list[Line]:
    purpose = told.get("for")
    stated_by = (told.get("stated_by_is") or {}).get("name")
    return [
        (_("Bound"), _label(Bound, told.get("bound"))),
        (_("Read as"), sum_read(told.get("amount"), str(told.get("currency") or ""))),
        (_("For what"), typed(purpose) if purpose else gettext("the text does not say")),
        *([(_("Stated by"), typed(stated_by))] if stated_by else []),
    ]


def sum_read(amount: Any, currency: str) -> SafeString | str:
    try:
        return money(scaled(Decimal(str(amount)), exponent(currency)), currency)
    except (NotAnAmount, ArithmeticError):
        return reference(f"{amount} {currency}".strip())


def _promise(told: Mapping[str, Any]) -> list[Line]:
    made_by = (told.get("made_by_is") or {}).get("name")
    due = told.get("due")
    return [
        (_("What is promised"), _label(Act, told.get("act"))),
        (_("How strongly"), _label(Strength, told.get("strength"))),
        (_("By whom"), typed(made_by) if made_by else gettext("the text does not say")),
        (_("By when"), typed(due) if due else gettext("no day is named")),
        (_("Kind of day"), _label(DueKind, told.get("due_kind"))),
    ]


def _label(choices: Any, value: Any) -> Words:
    return choices(value).label if value in choices.values else str(value or gettext("not said"))
