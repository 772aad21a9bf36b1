"""What is done with works and halts; each act is one transaction and one event, and tells whom it touches."""

from sanad.casework.works.certifying import certify_stage
from sanad.casework.works.closing import close_order
from sanad.casework.works.ending import end_halt
from sanad.casework.works.escalating import escalate_halts
from sanad.casework.works.extending import extend_halt
from sanad.casework.works.halting import halt
from sanad.casework.works.ordering import add_contractor, order_works, prepare_order, send_back_order
from sanad.casework.works.proposals import Awaited, NewFirm, NewHalt, NewOrder, NewStage, Of
from sanad.casework.works.repairs import certify_repair
from sanad.casework.works.touched import tell_those_missed
from sanad.casework.works.unsafe import halt_unsafe, keep_out, mark_building

__all__ = [
    "Awaited",
    "NewFirm",
    "NewHalt",
    "NewOrder",
    "NewStage",
    "Of",
    "add_contractor",
    "certify_repair",
    "certify_stage",
    "close_order",
    "end_halt",
    "escalate_halts",
    "extend_halt",
    "halt",
    "halt_unsafe",
    "keep_out",
    "mark_building",
    "order_works",
    "prepare_order",
    "send_back_order",
    "tell_those_missed",
]
