"""What an account must look like before anybody is asked to confirm it."""

from dataclasses import dataclass

from sanad.casework.payments.models import AccountKind
from sanad.evidence.refusals import Problem, Refused, Sayings, problem
from sanad.registry.texts import LATIN_DIGITS
from sanad.sheets.bank_numbers import BANK, NUMBER, is_broken_iban
from sanad.sheets.texts import clean_text, is_readable

LONGEST_HOLDER = 140

SAYINGS: Sayings = {
    "no_holder": (
        "Write the name of the account's holder as the bank has it, at most 140 signs.",
        "اكتبوا اسم صاحب الحساب كما هو لدى المصرف، في 140 حرفًا على الأكثر.",
    ),
    "no_number": (
        "Write the number of the account: 4 to 34 letters and digits, without signs between them.",
        "اكتبوا رقم الحساب: من 4 إلى 34 حرفًا لاتينيًا ورقمًا بلا علامات بينها.",
    ),
    "wrong_iban": (
        "This IBAN has a wrong letter or digit, or two in each other's place. Compare it with the paper.",
        "في رقم الآيبان هذا حرف أو رقم خاطئ، أو اثنان متبادلان. قارنوه بالورقة.",
    ),
    "no_bank": (
        "Write the bank's code of 8 or 11 signs, such as AUDBLBBX, or leave it empty.",
        "اكتبوا رمز المصرف من 8 أو 11 خانة، مثل AUDBLBBX، أو اتركوه فارغًا.",
    ),
    "unknown_kind": (
        "Choose a bank account, a wallet or a cash desk.",
        "اختاروا حسابًا مصرفيًا أو محفظة أو صندوق دفع نقدي.",
    ),
}


class AccountRefused(Refused):
    """What is wrong with the account as it was written."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Where somebody wants to be paid, as it was written down."""

    kind: str
    holder: str
    number: str
    bank: str = ""

    @property
    def in_groups(self) -> str:
        return in_groups(self.number)

    def plain(self) -> "NewAccount":
        """As it is kept. Raises AccountRefused."""
        number, bank = (_signs(text) for text in (self.number, self.bank))
        found = NewAccount(self.kind, " ".join(clean_text(self.holder).split()), number, bank)
        problems = list(_problems(found))
        if problems:
            raise AccountRefused(problems)
        return found


def in_groups(number: str) -> str:
    """As banks print it: groups of four, which people compare without losing their place."""
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def _signs(typed: str) -> str:
    return "".join(clean_text(typed).translate(LATIN_DIGITS).upper().replace("-", " ").split())


def _problems(account: NewAccount) -> "list[Problem]":
    found = []
    if account.kind not in AccountKind.values:
        found.append(problem(SAYINGS, "unknown_kind", "kind"))
    if not account.holder or len(account.holder) > LONGEST_HOLDER or not is_readable(account.holder):
        found.append(problem(SAYINGS, "no_holder", "holder"))
    if not NUMBER.fullmatch(account.number):
        found.append(problem(SAYINGS, "no_number", "number"))
    elif account.kind == AccountKind.BANK and is_broken_iban(account.number):
        found.append(problem(SAYINGS, "wrong_iban", "number"))
    if account.bank and not BANK.fullmatch(account.bank):
        found.append(problem(SAYINGS, "no_bank", "bank"))
    return found
