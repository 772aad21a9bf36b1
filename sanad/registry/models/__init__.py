"""Who was harmed, where, and by what: events, people, households, buildings, homes, and the right to live there."""

from sanad.registry.models.events import DamageEvent
from sanad.registry.models.homes import Building, Dwelling
from sanad.registry.models.living import Grade, Occupancy, Tenure, TenureKind
from sanad.registry.models.numbers import Counter
from sanad.registry.models.people import Household, Membership, NameToken, Person, Representation
from sanad.registry.models.recusals import Recusal, Tie

__all__ = [
    "Building",
    "Counter",
    "DamageEvent",
    "Dwelling",
    "Grade",
    "Household",
    "Membership",
    "NameToken",
    "Occupancy",
    "Person",
    "Recusal",
    "Representation",
    "Tenure",
    "TenureKind",
    "Tie",
]
