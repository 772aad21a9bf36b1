"""Which answers an act may change. What is not known to leave them alone is taken to touch what it acts on, and an act
on something unknown is taken to touch every answer: an answer is sooner made once too often than shown when it is old.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q

from sanad.funds.models import FundedProgramme

QUIET = frozenset(
    (
        *("claim.see", "claim.attach", "claim.receipt", "claim.code", "facts.state", "file.keep", "key.destroy"),
        *("household.register", "household.join", "household.leave", "household.speaker", "building.register"),
        *("event.open", "places.import", "rules.freeze", "donor.add", "demo.begin", "demo.end"),
        *("staff.add", "staff.close", "staff.grant", "staff.end_role", "staff.recuse"),
        *("assessment.draft", "assessment.change", "assessment.photo"),
        *("round.ask", "round.freeze", "round.simulate", "round.approve", "round.send_back", "round.have_issued"),
        *("round.refused", "family.enter", "fund.receive", "fund.refuse", "fund.open"),
    )
)
"""Acts that no answer shows: drafts, readings, steps before a decision, names."""
FIELDS = {
    "claim": "number",
    "household": "household__reference",
    "dwelling": "dwelling__reference",
    "building": "dwelling__building__reference",
    "assessment": "assessments__reference",
    "inquiry": "inquiries__number",
    "programme": "programme__key",
    "round": "programme__prefix",
}
"""By the kind of thing that was acted on, where a claim names it."""
MOST = 2_000
"""Beyond so many things, all claims are taken to be touched: they are marked anew in less time than they are found."""
EVERY = Q(pk__isnull=False)


@dataclass(slots=True)
class Touched:
    """By field of a claim, the references that were acted on; and the programmes whose order of payment may change."""

    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    keys: set[str] = field(default_factory=set)
    prefixes: set[str] = field(default_factory=set)
    everything: bool = False

    @property
    def claims(self) -> Q | None:
        """The claims whose answers may change; None where there is none."""
        if self.everything or sum(map(len, self.named.values())) > MOST:
            return EVERY
        found = [Q(**{f"{name}__in": sorted(references)}) for name, references in self.named.items()]
        return reduce(or_, found) if found else None

    @property
    def programmes(self) -> Q | None:
        """The programmes whose order of payment may be another one now; None where there is none."""
        if self.everything:
            return EVERY
        return Q(key__in=self.keys) | Q(prefix__in=self.prefixes) if self.keys or self.prefixes else None


def touched_by(acts: Iterable[tuple[str, str]]) -> Touched:
    """By acts, each with what it acted on."""
    touched = Touched()
    for act, on in set(acts):
        if act not in QUIET:
            _touch(touched, *on.partition(":")[::2])
    return touched


def _touch(touched: Touched, kind: str, reference: str) -> None:
    if kind == "fund":
        funded = FundedProgramme.objects.filter(fund__code=reference).values_list("programme", flat=True)
        touched.keys |= set(funded)
    elif kind == "round":
        prefix = reference.partition("-R")[0]
        touched.prefixes.add(prefix)
        touched.named[FIELDS[kind]].add(prefix)
    elif kind in FIELDS:
        touched.named[FIELDS[kind]].add(reference)
    else:
        touched.everything = True
