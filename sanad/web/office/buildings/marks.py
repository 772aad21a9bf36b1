"""How safe a building is, as the look says it: placard, precaution, a report that waits; and halted works."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sanad.casework.safety.models import Colour, DangerReport, HowEnded, Placard, Precaution, Triage
from sanad.casework.works.models import Halt
from sanad.registry.models import Building

PLACARDS: dict[str, tuple[str, str | Promise]] = {
    Colour.GREEN: ("done", _("Green placard: may be used")),
    Colour.YELLOW: ("halt", _("Yellow placard: use is restricted")),
    Colour.RED: ("danger", _("Red placard: unsafe")),
}


@dataclass(frozen=True, slots=True)
class Mark:
    state: str
    words: str | Promise


HALTED = Mark("halt", _("Works halted"))


def marks_of(buildings: Collection[Building]) -> dict[int, list[Mark]]:
    """By building, what stands; where nobody has looked, that is said."""
    found: dict[int, list[Mark]] = {building.pk: [] for building in buildings}
    for report in DangerReport.objects.filter(building__in=buildings, triage=Triage.WAITING):
        found[report.building_id].append(Mark("danger", _("Danger reported")))
    for precaution in Precaution.objects.filter(building__in=buildings, state=HowEnded.OPEN):
        found[precaution.building_id].append(Mark("danger", _("Keep out until an engineer has looked")))
    for building in Halt.objects.filter(building__in=buildings, ended_at=None).values_list("building", flat=True):
        if HALTED not in found[building]:
            found[building].append(HALTED)
    for placard in Placard.objects.filter(building__in=buildings, ended_at=None):
        found[placard.building_id].append(Mark(*PLACARDS[placard.colour]))
    return {pk: _or_not_looked_at(marks) for pk, marks in found.items()}


def _or_not_looked_at(marks: list[Mark]) -> list[Mark]:
    """A halt says nothing of how safe a building is."""
    return marks if any(one != HALTED for one in marks) else [*marks, Mark("unknown", _("No engineer has looked yet"))]
