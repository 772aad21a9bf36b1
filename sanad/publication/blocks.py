"""Sums of money that can be set off against one another: told of one day together, or not anew at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sanad.publication.hiding.enough import Amounts, Measure, changed, summed
from sanad.publication.hiding.trees import ROOT
from sanad.publication.hiding.versions import WHOLE, Version
from sanad.publication.packing import Cells, Past
from sanad.publication.series import HIDDEN, Draft, Told, last_told

USUAL = Measure()
Tell = Callable[[str], Cells]


@dataclass(frozen=True)
class Block:
    """`sums`: by name, what each household is of it. `together`: sums that somebody could add up, each alone included.

    `needs`: a sum that is told only where these are open as well, since it can be set off against them.
    """

    sums: Mapping[str, Amounts]
    together: Sequence[tuple[str, ...]]
    needs: Mapping[str, Sequence[str]]

    @property
    def open(self) -> frozenset[str]:
        """The sums that enough families are behind, or none."""
        found = {name for name, amounts in self.sums.items() if USUAL.is_open(amounts)}
        return frozenset(name for name in found if found.issuperset(self.needs.get(name, ())))

    def has_changed_enough(self, past: Past) -> bool:
        """Whether no sum, and no sum of several, tells of a few families beside what it was."""
        then = {name: past.version.counted.get(name, {}).get(WHOLE, {}) for name in self.sums}
        since = {name: changed(then[name], amounts) for name, amounts in self.sums.items()}
        return all(USUAL.is_open(summed(since[name] for name in names)) for names in self.together)


def settle_block(draft: Draft, series: str, block: Block, tell: Tell, *, may_be_told: bool = True) -> dict[str, Told]:
    """Each sum as it is told."""
    pasts = [past[ROOT] for past in draft.pasts_of(series)]
    counted = {name: {WHOLE: amounts} for name, amounts in block.sums.items()}
    anew = may_be_told and all(block.has_changed_enough(past) for past in pasts)
    shown = block.open if anew else frozenset()
    told = {name: tell(name) for name in sorted(shown)}
    made = Past(dict.fromkeys(block.sums, ROOT), Version(counted, shown, shown), told, draft.on)
    if shown:
        draft.write(series, {ROOT: made})
    return {name: _told(name, made, pasts, is_anew=anew) for name in block.sums}


def _told(name: str, made: Past, pasts: list[Past], *, is_anew: bool) -> Told:
    """What fell below enough is hidden, and not told as it was: sums of two days would be set off."""
    return Told(name, HIDDEN) if is_anew and name not in made.told else last_told(name, made, pasts)
