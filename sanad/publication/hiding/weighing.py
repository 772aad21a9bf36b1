"""How many families stand behind sets of rows, each set weighed once."""

from dataclasses import dataclass, field

from sanad.publication.hiding.enough import Measure, summed
from sanad.publication.hiding.trees import Leaves
from sanad.publication.hiding.versions import WHOLE, Counted, parts_of


@dataclass
class Weighed:
    """A table, or what changed in it; `columns` are those that are to be told of."""

    counted: Counted
    columns: tuple[str, ...]
    measure: Measure
    known: dict[Leaves, tuple[int, bool, bool]] = field(default_factory=dict)

    def families(self, leaves: Leaves) -> int:
        return self._weighed(leaves)[0]

    def is_enough(self, leaves: Leaves) -> bool:
        """In all columns together."""
        return self._weighed(leaves)[1]

    def is_open(self, leaves: Leaves) -> bool:
        """Enough families or none, in every column."""
        return self._weighed(leaves)[2]

    def oldest(self, leaves: Leaves) -> int:
        """The least key of a household among them: an order of rows that nobody outside knows."""
        return min((family for part in parts_of(self.counted, leaves, WHOLE) for family in part), default=0)

    def _weighed(self, leaves: Leaves) -> tuple[int, bool, bool]:
        if leaves not in self.known:
            whole = summed(parts_of(self.counted, leaves, WHOLE))
            told = (summed(parts_of(self.counted, leaves, column)) for column in self.columns)
            is_open = all(self.measure.is_open(amounts) for amounts in told)
            families = sum(1 for amount in whole.values() if amount)
            self.known[leaves] = families, self.measure.is_enough(whole), is_open
        return self.known[leaves]
