"""Works on buildings, and halts: of works, of a line of awards, of a fund, of a programme."""

from sanad.casework.works.models.contractors import Contractor
from sanad.casework.works.models.halts import Escalation, Extension, Halt, Subject
from sanad.casework.works.models.orders import Kind, Order, Stage, State

__all__ = ["Contractor", "Escalation", "Extension", "Halt", "Kind", "Order", "Stage", "State", "Subject"]
