"""Where the made-up families want to be paid: most have an account, some are paid at a desk, a few have told nobody."""

from collections.abc import Sequence
from random import Random

from sanad.casework.claims.models import Claim
from sanad.casework.payments.accounts import NewAccount
from sanad.casework.payments.models import AccountKind
from sanad.casework.payments.services import (
    Proposed,
    confirm_account,
    confirm_accounts,
    payee_of_organisation,
    propose_account,
    propose_accounts,
)
from sanad.demo.plan import Plan, drawn_id, weighted
from sanad.demo.staff import Staff
from sanad.registry.models import Recusal
from sanad.registry.selectors import name_of, speakers_of

KINDS: tuple[tuple[AccountKind | None, int], ...] = (
    (AccountKind.BANK, 520),
    (AccountKind.WALLET, 280),
    (AccountKind.DESK, 160),
    (None, 40),
)
MADE_UP_BANK = "9999"
WEIGHT = 97


def open_accounts(plan: Plan, claims: Sequence[Claim], staff: Staff) -> None:
    """Written down by a caseworker, confirmed by a finance officer; families of their own kin by nobody here."""
    speakers = speakers_of({claim.household_id for claim in claims})
    tied = set(Recusal.objects.filter(building=None).values_list("household", flat=True))
    new: dict[int, Proposed] = {}
    for claim in claims:
        dice = plan.dice(f"account {claim.household.reference}")
        kind = weighted(dice, KINDS)
        if kind and claim.household_id not in (tied | new.keys()):
            holder = name_of(speakers[claim.household_id], "en")
            account = NewAccount(kind, holder, _number(dice, kind))
            new[claim.household_id] = Proposed(drawn_id(dice), claim.household, account)
    at = plan.ago(201)
    accounts = propose_accounts(new=list(new.values()), by=staff["caseworker"], at=at)
    confirm_accounts(accounts=accounts, by=staff["finance"], at=at)


def open_firm_account(plan: Plan, firm: str, staff: Staff) -> None:
    """Of a contractor: written down in the works office, confirmed by a finance officer."""
    dice, at = plan.dice(f"account {firm}"), plan.ago(181)
    payee = payee_of_organisation(name=firm, at=at)
    account = NewAccount(AccountKind.BANK, firm, _number(dice, AccountKind.BANK))
    proposed = propose_account(id=drawn_id(dice), payee=payee, account=account, by=staff["engineer"], at=at)
    confirm_account(account=proposed.pk, by=staff["finance"], at=at)


def _number(dice: Random, kind: AccountKind) -> str:
    if kind == AccountKind.BANK:
        return iban("LB", MADE_UP_BANK + f"{dice.randrange(10**20):020}")
    return f"9613{dice.randrange(10**6):06}" if kind == AccountKind.WALLET else f"DESK{dice.randrange(1, 9)}"


def iban(country: str, account: str) -> str:
    """With the check digits of ISO 13616: the number read in base 36, modulo 97, is 1."""
    read = int("".join(str(int(sign, 36)) for sign in f"{account}{country}00"))
    return f"{country}{98 - read % WEIGHT:02}{account}"
