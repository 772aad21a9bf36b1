"""Why a step of a round is refused."""

from datetime import datetime

from sanad.casework.awards.models import Round


class RoundRefused(Exception):
    """Nothing was done."""


class AnotherRoundIsOpen(RoundRefused):
    """A programme has one round at a time; finish or send back the open one first."""

    def __init__(self, other: Round | None) -> None:
        super().__init__(other)
        self.other = other


class NoClaims(RoundRefused):
    """No claim of the programme waits for a decision."""


class RulesAreNotInForce(RoundRefused):
    """The rules are a draft: a programme is decided by published rules."""


class StateHasChanged(RoundRefused):
    """Somebody else was first: the round stands elsewhere now."""

    def __init__(self, now: Round) -> None:
        super().__init__(f"{now.reference} is {now.state}")
        self.now = now

    @property
    def who(self) -> str:
        """Who took the step that stands."""
        person = self.now.issued_by or self.now.decided_by or self.now.asked_by
        return person.name

    @property
    def when(self) -> datetime:
        return self.now.issued_at or self.now.decided_at or self.now.asked_at


class PreparedByYou(RoundRefused):
    """Who asked for a round never approves it or sends it back, whatever their roles."""


class ApproverIsTouched(RoundRefused):
    """The round decides files of the approver's own household, kin or building; another person approves it."""

    def __init__(self, files: int) -> None:
        super().__init__(files)
        self.files = files


class OtherSum(RoundRefused):
    """The sum that was typed is not the sum that the round reserves."""

    def __init__(self, typed: int, reserves: int) -> None:
        super().__init__(typed, reserves)
        self.typed, self.reserves = typed, reserves


class ReasonIsMissing(RoundRefused):
    """A round goes back with a reason."""
