"""What the needs of a step ask for: in the order of payment, the needs of one payee side by side."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from sanad.engine.allocation.network import Bools, Ints

NO_CEILING = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Wants:
    """A row a need. `room`: how much its payee may get in all here; `payee` rises by one from payee to payee."""

    kind: Ints
    amount: Ints
    payee: Ints
    room: Ints

    @classmethod
    def alone(cls, kind: Ints, amount: Ints) -> Self:
        """Every need its own payee, with no ceiling but its amount."""
        return cls(kind, amount, np.arange(len(kind)), np.full(len(kind), NO_CEILING))

    def begins(self, held: Ints, settled: Bools) -> Ints:
        """Where each need begins within its payee: after what those before it got, or still ask for."""
        counted = np.where(settled, held, self.amount)
        before = np.cumsum(counted) - counted
        first = np.flatnonzero(np.diff(self.payee, prepend=-1))
        return np.asarray(np.minimum(before - before[first][self.payee], self.room))

    def ends(self, begins: Ints) -> Ints:
        """Where each need ends within its payee, under the payee's ceiling."""
        return np.asarray(begins + np.minimum(self.amount, self.room - begins))
