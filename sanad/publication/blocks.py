"""Sums of money that can be set off against one another: told of one day together, or not anew at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sanad.publication.hiding.enough import Amounts, Measure, changed, summed
from sanad.publication.hiding.equations import Equation, without_what_gives_away
from sanad.publication.hiding.trees import ROOT
from sanad.publication.hiding.versions import WHOLE, Version
from sanad.publication.packing import Cells, Past
from sanad.publication.series import HIDDEN, Draft, Told, last_told

USUAL = Measure()
Tell = Callable[[str], Cells]


@dataclass(frozen=True)
class Block:
    """`sums`: by name, what each household is of it. `together`: sums that somebody could add up, each alone included.

    `equations`: what adds up, so that one of its sums could be found from the others. `free`: sums that stand in no
    table.
    """

    sums: Mapping[str, Amounts]
    together: Sequence[tuple[str, ...]]
    equations: Sequence[Equation]
    free: Sequence[str] = ()

    def shown(self, pasts: Sequence[Past]) -> frozenset[str] | None:
        """The sums that enough families are behind, or none, without those that would give away another; None where
        that cannot be helped.
        """
        alone = frozenset(name for name, amounts in self.sums.items() if USUAL.is_open(amounts))
        return without_what_gives_away(self.sums, alone, self._still(pasts), self.equations, self.free)

    def _still(self, pasts: Sequence[Past]) -> frozenset[str]:
        """The sums that are as they were told before, for whoever guesses so."""
        return frozenset(name for past in pasts for name in past.told if _then(past, name) == self.sums.get(name))

    def has_changed_enough(self, past: Past) -> bool:
        """Whether no sum, and no sum of several, tells of a few families beside what it was."""
        then = {name: _then(past, name) for name in self.sums}
        since = {name: changed(then[name], amounts) for name, amounts in self.sums.items()}
        return all(USUAL.is_open(summed(since[name] for name in names)) for names in self.together)


def _then(past: Past, name: str) -> Amounts:
    return past.version.counted.get(name, {}).get(WHOLE, {})


def settle_block(draft: Draft, series: str, block: Block, tell: Tell, *, may_be_told: bool = True) -> dict[str, Told]:
    """Each sum as it is told."""
    pasts = [past[ROOT] for past in draft.pasts_of(series)]
    counted = {name: {WHOLE: amounts} for name, amounts in block.sums.items()}
    may_be_told = may_be_told and all(block.has_changed_enough(past) for past in pasts)
    found = block.shown(pasts) if may_be_told else None
    shown = found or frozenset()
    told = {name: tell(name) for name in sorted(shown)}
    made = Past(dict.fromkeys(block.sums, ROOT), Version(counted, shown, shown), told, draft.on)
    if shown:
        draft.write(series, {ROOT: made})
    return {name: _told(name, made, pasts, is_anew=found is not None) for name in block.sums}


def _told(name: str, made: Past, pasts: list[Past], *, is_anew: bool) -> Told:
    """What fell below enough is hidden, and not told as it was: sums of two days would be set off."""
    return Told(name, HIDDEN) if is_anew and name not in made.told else last_told(name, made, pasts)
