"""The books kept a second time, in plain Python: what an account must hold after any history of acts."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass
class Promise:
    """A reservation: what is left of it, and whether money is behind it."""

    left: int
    rank: int
    act: int
    place: int
    state: str = "pending"


@dataclass
class Kept:
    """One account by hand; every verb says whether it may be done, and does it."""

    held: int = 0
    shortfall: int = 0
    acts: int = 0
    promises: dict[UUID, Promise] = field(default_factory=dict)

    def sum_of(self, state: str) -> int:
        return sum(one.left for one in self.promises.values() if one.state == state)

    @property
    def free(self) -> int:
        return self.held - self.sum_of("pending")

    @property
    def is_blocked(self) -> bool:
        return self.shortfall > 0 or self.sum_of("uncovered") > 0

    def take(self, amount: int) -> bool:
        if amount > self.free:
            return False
        self.held -= amount
        return True

    def reserve(self, wanted: dict[UUID, tuple[int, int]]) -> bool:
        """Amount and rank of each; all or none."""
        if self.is_blocked or sum(amount for amount, _ in wanted.values()) > self.free:
            return False
        self.acts += 1
        for place, (id, (amount, rank)) in enumerate(wanted.items()):
            self.promises[id] = Promise(amount, rank, self.acts, place)
        return True

    def post(self, id: UUID, amount: int) -> bool:
        promise = self.promises[id]
        if promise.state != "pending" or amount > promise.left:
            return False
        promise.left -= amount
        self.held -= amount
        promise.state = "pending" if promise.left else "posted"
        return True

    def end(self, id: UUID, needed: str) -> bool:
        promise = self.promises[id]
        if promise.state != needed:
            return False
        promise.left, promise.state = 0, "voided"
        return True

    def cover(self, id: UUID) -> bool:
        promise = self.promises[id]
        if promise.state != "uncovered" or self.shortfall or promise.left > self.free:
            return False
        promise.state = "pending"
        return True

    def lose(self, amount: int) -> None:
        standing = [one for one in self.promises.values() if one.state == "pending"]
        for promise in sorted(standing, key=lambda one: (one.act, one.rank, one.place), reverse=True):
            if amount <= self.free:
                break
            promise.state = "uncovered"
        taken = min(amount, self.held)
        self.held -= taken
        self.shortfall += amount - taken
