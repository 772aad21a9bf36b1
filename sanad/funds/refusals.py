"""Why a fund refuses; what the ledger refuses stands in `sanad.ledger.refusals`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


class FundRefused(Exception):
    """Nothing was written."""

    def __str__(self) -> str:
        found = ", ".join(f"{name}={value}" for name, value in vars(self).items())
        return f"{type(self).__name__}: {type(self).__doc__} ({found})"


@dataclass(eq=False)
class SamePerson(FundRefused):
    """Who recorded a receipt does not decide about it; another finance officer does."""

    receipt: UUID


@dataclass(eq=False)
class AlreadyDecided(FundRefused):
    """Somebody was quicker."""

    receipt: UUID
    state: str
    by: str
    at: datetime


@dataclass(eq=False)
class BankReferenceKnown(FundRefused):
    """This bank reference was recorded before for this part of the fund; look at the receipt that stands."""

    bank_reference: str
    receipt: UUID


@dataclass(eq=False)
class NameIsMissing(FundRefused):
    """Everything that people read has a name in every language."""

    language: str


@dataclass(eq=False)
class OtherFund(FundRefused):
    """The agreement belongs to another fund."""

    agreement: str
    fund: str


@dataclass(eq=False)
class RateDoesNotFit(FundRefused):
    """What was bought is not what was sold at this rate, rounded to a whole minor unit."""

    bought: int
    expected: int


@dataclass(eq=False)
class SameCurrency(FundRefused):
    """Between two parts of one currency nothing is exchanged."""

    currency: str


@dataclass(eq=False)
class NotAnAccount(FundRefused):
    """A holder of at most 140 signs, a number of 4 to 34 letters and digits, and the code of a bank or none."""

    fund: str
    part: str
