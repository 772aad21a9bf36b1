"""Why something about payments is refused."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sanad.casework.payments.models import PayeeAccount, PaymentRun


class PaymentRefused(Exception):
    """Nothing was done."""


class SameIdOther(PaymentRefused):
    """This id was sent before with something else: open the form again."""

    def __init__(self, id: object) -> None:
        super().__init__(str(id))


class AccountWaits(PaymentRefused):
    """Another account of this payee waits to be confirmed; it is decided about first."""

    def __init__(self, waiting: PayeeAccount | None) -> None:
        super().__init__(str(waiting))
        self.waiting = waiting


class ProposedByYou(PaymentRefused):
    """Who proposed an account does not confirm or refuse it; another person does."""


class AccountDecided(PaymentRefused):
    """Somebody was quicker."""

    def __init__(self, account: PayeeAccount) -> None:
        super().__init__(f"{account.pk} is {account.decision}")
        self.account = account

    @property
    def who(self) -> str:
        return self.account.decided_by.name if self.account.decided_by else ""


class FundHasNoAccount(PaymentRefused):
    """Payments leave from the fund's own account: name it first (`sanad fund account`)."""

    def __init__(self, fund: str) -> None:
        super().__init__(fund)
        self.fund = fund


@dataclass(eq=False)
class NothingToPay(PaymentRefused):
    """Nothing that is set aside can be paid now. `left_out` says how many and why, `next_sum` what the first would be
    where the typed sum is below it."""

    left_out: dict[str, int]
    next_sum: int | None = None


class AnotherWasQuicker(PaymentRefused):
    """Somebody else took the same reservations into a run at this moment: look at that run."""


class StateHasChanged(PaymentRefused):
    """Somebody else was first: the run stands elsewhere now."""

    def __init__(self, now: PaymentRun) -> None:
        super().__init__(f"{now.reference} is {now.state}")
        self.now = now

    @property
    def who(self) -> str:
        """Who took the step that stands."""
        run = self.now
        person = run.dropped_by or run.sent_by or run.released_by or run.approved_by or run.prepared_by
        return str(person.name)

    @property
    def when(self) -> datetime:
        run = self.now
        return run.dropped_at or run.sent_at or run.released_at or run.approved_at or run.prepared_at


class PreparedByYou(PaymentRefused):
    """Who prepared a run never approves it, whatever their roles."""


class ThirdPersonNeeded(PaymentRefused):
    """The fund asks for a third person above this sum: who prepared or approved the run does not release it."""


class ApproverIsTouched(PaymentRefused):
    """The run pays the person's own household, kin or building; another person decides about it."""

    def __init__(self, files: int) -> None:
        super().__init__(files)
        self.files = files


class OtherSum(PaymentRefused):
    """The sum that was typed is not the sum of the run."""

    def __init__(self, typed: int, total: int) -> None:
        super().__init__(typed, total)
        self.typed, self.total = typed, total


class ReasonIsMissing(PaymentRefused):
    """A run is dropped, and money in suspense is decided about, for a reason."""


class FileWasTaken(PaymentRefused):
    """The bank may hold the file: somebody drops the run who neither released it nor took its file."""


class NotExported(PaymentRefused):
    """The run has no file yet: what was sent is known by its file."""


class MoneyWasLost(PaymentRefused):
    """Since the run was prepared, money behind some of its payments was lost, or their awards changed. Drop the run and
    prepare another; if the bank has the file already, call the bank first."""

    def __init__(self, payments: int) -> None:
        super().__init__(payments)
        self.payments = payments


class MoneyIsHalted(PaymentRefused):
    """Since the run was prepared, some of its payments were halted, or their building was found unsafe. Drop it and
    prepare another, which leaves them out."""

    def __init__(self, payments: int) -> None:
        super().__init__(payments)
        self.payments = payments


class FileDiffers(PaymentRefused):
    """The file that would be made now is not the one that was made before: tell an auditor, and send nothing."""


@dataclass(eq=False)
class NotSent(PaymentRefused):
    """The payment never went to the bank, so nobody can have received it."""

    reference: str
    state: str


@dataclass(eq=False)
class ConfirmedBefore(PaymentRefused):
    """The family has confirmed that this payment arrived."""

    reference: str
    at: datetime


@dataclass(eq=False)
class NotDecidable(PaymentRefused):
    """What was asked does not fit this line of the statement; `reason` is a code."""

    line: int
    reason: str


@dataclass(eq=False)
class DecidedBefore(PaymentRefused):
    """Nothing of this line is undecided any more."""

    line: int
    who: str
    at: datetime | None


@dataclass(eq=False)
class UnknownPending(PaymentRefused):
    """The transfer that is to be paid from is not pending, or holds less than what is asked."""

    transfer: UUID
    asked: int
    left: int
