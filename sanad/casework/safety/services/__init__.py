"""What is done for safety: told, sorted, marked, kept out."""

from sanad.casework.safety.services.placards import NewPlacard, PlacardHasChanged, place_placard
from sanad.casework.safety.services.precautions import (
    AlreadyPrecaution,
    EngineerIsAwaited,
    PrecautionHasEnded,
    end_precaution,
    lapse_precautions,
    order_precaution,
)
from sanad.casework.safety.services.reports import AlreadyTriaged, Danger, report_danger, triage_report

__all__ = [
    "AlreadyPrecaution",
    "AlreadyTriaged",
    "Danger",
    "EngineerIsAwaited",
    "NewPlacard",
    "PlacardHasChanged",
    "PrecautionHasEnded",
    "end_precaution",
    "lapse_precautions",
    "order_precaution",
    "place_placard",
    "report_danger",
    "triage_report",
]
