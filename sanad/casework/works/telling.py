"""What families are told of works and halts, in both languages."""

from collections.abc import Mapping
from typing import Any

from sanad.casework.claims.declared import declared_of
from sanad.casework.notices.telling import day_told, sum_told
from sanad.casework.works.models import Halt, Order, Subject
from sanad.casework.works.reasons import BODIES, OFFICES, REASONS, RESTARTS, Body, Restart, Words, in_both
from sanad.engine.rules.words.pen import AS_IT_BEGINS, END, Pen

Told = dict[str, str]


def payable_about(order: str, stage: int) -> str:
    """What a payment of a stage is about: `W-000007/2`."""
    return f"{order}/{stage}"


KINDS: Mapping[str, Words] = {
    "structural": ("structural works", "أشغال إنشائية"),
    "finishing": ("finishing works", "أشغال تشطيب"),
}


def facts_of(halt: Halt) -> dict[str, Any]:
    """What the sentence of a halt names."""
    return {
        "halt": halt.reference,
        "what": what_stands_still(halt),
        "since": day_told(halt.since),
        "office": in_both(OFFICES[halt.office]),
        "reason": _reason_with_words(halt),
        "restart": restart_told(halt),
        "review_on": day_told(halt.review_on),
    }


def what_stands_still(halt: Halt) -> Told:
    """Named as families know it."""
    if halt.subject in (Subject.WORKS, Subject.ORDER) and halt.building:
        return _of_works(halt.building.label, halt.order)
    if halt.subject == Subject.FUND and halt.fund:
        return {"en": f"Payments of {halt.fund.names['en']}", "ar": f"دفعات {halt.fund.names['ar']}"}
    return _of_programme(halt)


def _of_works(label: str, order: Order | None) -> Told:
    if order is None:
        return {"en": f"Works on building {label}", "ar": f"الأشغال في المبنى {label}"}
    english, arabic = KINDS[order.kind]
    return {
        "en": f"{english.capitalize()} on building {label}",
        "ar": f"{arabic} في المبنى {label}",
    }


def _of_programme(halt: Halt) -> Told:
    if halt.programme is None:
        raise ValueError(f"{halt.reference} is of nothing")
    declared = declared_of(halt.programme)
    titles = {language: Pen(language, declared.currency).words(declared.title) for language in ("en", "ar")}
    if halt.subject == Subject.PROGRAMME:
        return {"en": f"The programme “{titles['en']}”", "ar": f"برنامج «{titles['ar']}»"}
    line = next(one for one in declared.lines if one.name == halt.line)
    labels = {language: Pen(language, declared.currency).words(line.label) for language in ("en", "ar")}
    return {
        "en": f"“{labels['en']}” in the programme “{titles['en']}”",
        "ar": f"بند «{labels['ar']}» في برنامج «{titles['ar']}»",
    }


def reason_told(halt: Halt) -> Told:
    return in_both(REASONS[halt.reason])


def _reason_with_words(halt: Halt) -> Told:
    """What its author wrote for the families stands beside the reason, as it was written and in its own direction."""
    told = reason_told(halt)
    if not halt.words:
        return told
    return {language: f"{reason} ({AS_IT_BEGINS}{halt.words}{END})" for language, reason in told.items()}


def restart_told(halt: Halt) -> Told:
    if halt.restart == Restart.MONEY:
        missing = sum_told(halt.missing or 0, halt.currency)
        return {"en": f"{missing['en']} that are missing", "ar": f"توفير {missing['ar']}"}
    english, arabic = RESTARTS[halt.restart]
    body = body_told(halt)
    return {"en": f"{english}; up to {body['en']}", "ar": f"{arabic}، والأمر عند {body['ar']}"}


def body_told(halt: Halt) -> Told:
    """Who has to act, by name where it is none of the usual ones."""
    return in_both((halt.body_name, halt.body_name) if halt.body == Body.OTHER else BODIES[halt.body])
