"""What happened to works and to a halt, for the threads of their pages and of the building's."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.casework.works.models import Escalation, Extension, Halt, Order, Stage, State
from sanad.casework.works.reasons import ENDINGS, OFFICES, in_both
from sanad.casework.works.telling import reason_told, restart_told
from sanad.web.office.thread import Happened
from sanad.web.shared.formats import day, language, money, number


def happened_to(order: Order) -> Iterator[Happened]:
    """Prepared, ordered or sent back, certified, closed."""
    own = {"reference": order.reference, "url": reverse("works_order", args=[order.reference])}
    kind = order.get_kind_display()
    yield Happened(_("Works prepared"), "", order.prepared_at, order.prepared_by.name, told=kind, **own)
    if order.decided_at and order.decided_by:
        yield _decided(order, own)
    for stage in order.stages.all():
        if stage.certified_at and stage.certified_by and stage.inspection:
            yield _certified(stage, own)
    if order.state == State.CLOSED and order.ended_at and order.ended_by:
        closed = _("Works closed before their end")
        yield Happened(closed, "is-halt", order.ended_at, order.ended_by.name, typed=order.reason, **own)


def _decided(order: Order, own: dict[str, str]) -> Happened:
    at, by = order.decided_at or order.prepared_at, order.decided_by.name if order.decided_by else ""
    if order.state == State.SENT_BACK:
        return Happened(_("Works sent back"), "is-halt", at, by, typed=order.reason, **own)
    stages = order.stages.count()
    told = format_html(
        gettext("{kind}: {sum}, in stages: {stages}"),
        kind=order.get_kind_display(),
        sum=money(order.budget, order.currency),
        stages=number(stages),
    )
    return Happened(_("Works ordered"), "is-done", at, by, told=told, **own)


def _certified(stage: Stage, own: dict[str, str]) -> Happened:
    inspected = stage.inspection.inspected_on if stage.inspection else stage.certified_at
    words = format_html(gettext("Stage {number} certified"), number=number(stage.number))
    told = format_html(gettext("Inspected on {day}, with a photo"), day=day(inspected)) if inspected else ""
    at, by = stage.certified_at, stage.certified_by
    if at is None or by is None:
        raise ValueError(f"stage {stage.pk} is not certified")
    return Happened(words, "is-done", at, by.name, told=told, typed=stage.title, **own)


def happened_in(halt: Halt) -> Iterator[Happened]:
    """Begun, extended, escalated, ended."""
    own = {"reference": halt.reference, "url": reverse("works_halt", args=[halt.reference])}
    spoken = language()
    why = gettext("{reason}. What restarts it: {restart}.")
    told = why.format(reason=_upper(reason_told(halt)[spoken]), restart=restart_told(halt)[spoken])
    office = in_both(OFFICES[halt.office])[spoken]
    yield Happened(
        _("Halted"), "is-halt", halt.halted_at, f"{halt.halted_by.name} ({office})", told=told, typed=halt.words, **own
    )
    for moved in halt.moved.all():
        yield _extended(moved, own)
    for escalation in halt.escalations.all():
        yield _escalated(escalation, own)
    if halt.ended_at and halt.ended_by:
        how = _upper(in_both(ENDINGS[halt.ending])[spoken])
        by = halt.ended_by.name
        yield Happened(_("The halt ended"), "is-done", halt.ended_at, by, told=how, typed=halt.ending_words, **own)


def _extended(moved: Extension, own: dict[str, str]) -> Happened:
    words = format_html(gettext("Extension {number} of the halt"), number=number(moved.number))
    next_one = gettext("Next review {day}.")
    if moved.number == 2:
        next_one = gettext("Next review {day}. The third extension needs the programme lead.")
    told = format_html(next_one, day=day(moved.to_review))
    return Happened(words, "is-halt", moved.at, moved.by.name, told=told, typed=moved.words, **own)


def _escalated(escalation: Escalation, own: dict[str, str]) -> Happened:
    missed = format_html(gettext("The review of {day} has passed"), day=day(escalation.review_on))
    to = gettext("Told to {name}, who leads the programme.").format(name=escalation.to.name) if escalation.to else ""
    nobody = gettext("No programme lead is named here: somebody has to be.")
    return Happened(missed, "is-now", escalation.at, "", told=to or nobody, **own)


def _upper(text: str) -> str:
    """A sentence begins with a capital where the script has any."""
    return text[:1].upper() + text[1:]
