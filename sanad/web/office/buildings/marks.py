"""How safe a building is, as the look says it: the placard that counts, a precaution, a report that waits."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sanad.casework.safety.models import Colour, DangerReport, HowEnded, Placard, Precaution, Triage
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


def marks_of(buildings: Collection[Building]) -> dict[int, list[Mark]]:
    """By building, what stands; where nobody has looked, that is said."""
    found: dict[int, list[Mark]] = {building.pk: [] for building in buildings}
    for report in DangerReport.objects.filter(building__in=buildings, triage=Triage.WAITING):
        found[report.building_id].append(Mark("danger", _("Danger reported")))
    for precaution in Precaution.objects.filter(building__in=buildings, state=HowEnded.OPEN):
        found[precaution.building_id].append(Mark("danger", _("Keep out until an engineer has looked")))
    for placard in Placard.objects.filter(building__in=buildings, ended_at=None):
        found[placard.building_id].append(Mark(*PLACARDS[placard.colour]))
    return {pk: marks or [Mark("unknown", _("No engineer has looked yet"))] for pk, marks in found.items()}
