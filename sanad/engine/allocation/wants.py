"""What the needs of a step ask for: in the order of payment, the needs of one payee side by side."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from sanad.engine.allocation.network import Bools, Ints

NO_CEILING = np.iinfo(np.int64).max


def everywhere(amount: int, size: int) -> Ints:
    """The same for each of so many, held once."""
    return np.broadcast_to(np.int64(amount), (size,))


def at(column: Ints, places: Ints) -> Ints:
    """The column at these places; one that is the same everywhere stays so."""
    return everywhere(int(column[0]), len(places)) if len(column) and column.strides == (0,) else column[places]


def is_open(room: Ints) -> bool:
    """Whether nobody has a ceiling."""
    return bool(room.min(initial=NO_CEILING) == NO_CEILING)


@dataclass(frozen=True, slots=True)
class Wants:
    """A row a need. `room`: how much its payee may get in all here; `payee` rises by one from payee to payee.

    Without payees each need is its own. What is the same for millions of needs is held once (`everywhere`).
    """

    kind: Ints
    amount: Ints
    payee: Ints | None
    room: Ints

    @classmethod
    def alone(cls, kind: Ints, amount: Ints) -> Self:
        """Every need its own payee, with no ceiling but its amount."""
        return cls(kind, amount, None, everywhere(NO_CEILING, len(kind)))

    def begins(self, held: Ints, settled: Bools) -> Ints:
        """Where each need begins within its payee: after what those before it got, or still ask for."""
        if self.payee is None:
            return everywhere(0, len(self.amount))
        first = np.flatnonzero(np.diff(self.payee, prepend=-1))
        counted = np.where(settled, held, self.amount)
        before = np.cumsum(counted) - counted
        return np.asarray(np.minimum(before - before[first][self.payee], self.room))

    def ends(self, begins: Ints) -> Ints:
        """Where each need ends within its payee, under the payee's ceiling."""
        if self.payee is None:
            return np.asarray(np.minimum(self.amount, self.room))
        return np.asarray(np.minimum(self.amount, self.room - begins) + begins)
