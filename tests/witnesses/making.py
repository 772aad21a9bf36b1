"""Families that lodge what they were told, and the people of the record who take it up."""

import uuid
from datetime import date

from sanad.casework.claims.models import Claim
from sanad.registry.models import Building
from sanad.registry.proposals import NewDwelling, NewPerson
from sanad.staff.models import User
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach, reach_of
from sanad.witnesses.models import How, Lodged, Look, Purpose, TakenUp, Teller, Use
from sanad.witnesses.services.lodging import Told, lodge
from sanad.witnesses.services.looking import ask_to_look
from sanad.witnesses.services.taking_up import take_up
from tests.casework.families import AT, building, family, new_claim, received
from tests.web.people import member

NO_FUNDING = "لا يوجد تمويل حالياً، يرجى الانتظار."
COUNCIL = "موظفة في مجلس الجنوب"
TOLD = Told(NO_FUNDING, Teller.OFFICE, COUNCIL, How.IN_PERSON, "شباك الطلبات", "2026-02")
AGREED = (Use.STATEMENT, Use.CONTACT)


def rana() -> User:
    """A record keeper."""
    return User.objects.filter(name="Rana Aoun").first() or member("Rana Aoun", Role.RECORD_KEEPER)


def nour() -> User:
    """Another one."""
    return User.objects.filter(name="Nour Saab").first() or member("Nour Saab", Role.RECORD_KEEPER)


def reach(user: User | None = None) -> Reach:
    return reach_of(user or rana(), date(2026, 3, 2))


def claim_of(*people: NewPerson, home: str = "219-3-B") -> Claim:
    house = Building.objects.filter(label="219").first() or building()
    return received(new_claim(NewDwelling(house, home, 3), family(*people))).claim


def lodged(
    claim: Claim | None = None, told: Told = TOLD, *, with_name: bool = True, agrees: tuple[Use, ...] = AGREED
) -> Lodged:
    return lodge(id=uuid.uuid4(), claim=claim or claim_of(), told=told, with_name=with_name, agrees_to=agrees, at=AT)


def taken_up(one: Lodged | None = None, words: str = NO_FUNDING) -> TakenUp:
    return take_up(lodged=one or lodged(), words=words, reach=reach(), at=AT)


def look_at(one: Lodged) -> Look:
    """Rana asks to see who it is."""
    return ask_to_look(identity=one.identity, purpose=Purpose.DANGER, reach=reach(), at=AT)
