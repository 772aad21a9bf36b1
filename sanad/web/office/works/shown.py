"""Works and halts as the look says them: one of its five states, and the word beside it."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sanad.casework.payments.models import PaymentState
from sanad.casework.works.models import Halt, Order, Stage, State
from sanad.casework.works.reasons import ENDINGS, OFFICES, in_both
from sanad.casework.works.selectors import payment_states
from sanad.casework.works.telling import body_told, reason_told, restart_told, what_stands_still
from sanad.web.shared.formats import language
from sanad.web.shared.formats import number as written

ORDERS: dict[str, str] = {
    State.PREPARED: "due",
    State.ORDERED: "due",
    State.FINISHED: "done",
    State.SENT_BACK: "halt",
    State.CLOSED: "halt",
}
WHY_NOT: dict[str, str | Promise] = {
    "red_placard": _("The building has a red placard: it is unsafe."),
    "precaution": _("Everybody keeps out of the building until an engineer has looked."),
    "structure_unfinished": _("The structural works of the building are not finished."),
}
TOLD: dict[str, str | Promise] = {
    "halt": _("Halt"),
    "halt_extended": _("Extension of the halt"),
    "halt_ended": _("End of the halt"),
    "works_ordered": _("Order of works"),
    "works_stage": _("Stage certified"),
    "works_closed": _("Works closed"),
    "placard_red": _("Red placard"),
    "placard_yellow": _("Yellow placard"),
    "placard_green": _("Green placard"),
    "precaution": _("Keep out until an engineer has looked"),
    "precaution_ended": _("The precaution has ended"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    state: str
    words: str | Promise


@dataclass(frozen=True, slots=True)
class ShownStage:
    """`paid` says how the payment of a certified stage stands."""

    stage: Stage
    tag: Tag
    is_next: bool
    paid: str | Promise


@dataclass(frozen=True, slots=True)
class ShownHalt:
    """A halt in the reader's language. `late` is by how many days its review has passed."""

    halt: Halt
    what: str
    office: str
    reason: str
    restart: str
    body: str
    ending: str
    late: int
    tag: Tag


def order_tag(order: Order, *, is_halted: bool) -> Tag:
    if is_halted and order.state == State.ORDERED:
        return Tag("halt", _("Halted"))
    return Tag(ORDERS[order.state], order.get_state_display())


def shown_stages(order: Order, *, is_halted: bool) -> list[ShownStage]:
    """In their order; the first that is not certified is the next one."""
    found, is_next, paid = [], order.state == State.ORDERED, payment_states(order)
    for stage in order.stages.select_related("certified_by", "inspection").order_by("number"):
        tag = _stage_tag(order, stage, is_next, is_halted)
        words = _paid(paid.get(stage.number)) if stage.is_certified else ""
        found.append(ShownStage(stage, tag, is_next and not stage.is_certified, words))
        is_next = is_next and stage.is_certified
    return found


def _paid(state: str | None) -> str | Promise:
    if state in (None, PaymentState.DROPPED, PaymentState.RETURNED):
        return _("payable, the next run takes it")
    return PaymentState(state).label


def _stage_tag(order: Order, stage: Stage, is_next: bool, is_halted: bool) -> Tag:
    if stage.is_certified:
        return Tag("done", _("Certified"))
    if order.state == State.CLOSED:
        return Tag("halt", _("Given up"))
    if is_next and is_halted:
        return Tag("halt", _("Halted"))
    return Tag("due", _("Under way")) if is_next else Tag("unknown", _("Not begun"))


def shown_halt(halt: Halt, today: date) -> ShownHalt:
    told, late = language(), halt.days_late(today)
    return ShownHalt(
        halt=halt,
        what=what_stands_still(halt)[told],
        office=in_both(OFFICES[halt.office])[told],
        reason=reason_told(halt)[told],
        restart=restart_told(halt)[told],
        body=body_told(halt)[told] if halt.body else "",
        ending=in_both(ENDINGS[halt.ending])[told] if halt.ending else "",
        late=late,
        tag=_halt_tag(halt, late),
    )


def _halt_tag(halt: Halt, late: int) -> Tag:
    if not halt.is_open:
        return Tag("done", _("Over"))
    if not late:
        return Tag("halt", _("Halted"))
    words = ngettext("Halted, its review is {number} day late", "Halted, its review is {number} days late", late)
    return Tag("halt", words.format(number=written(late)))
