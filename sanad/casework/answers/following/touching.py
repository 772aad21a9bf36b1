"""Which answers an act may change. What is not known to leave them alone is taken to touch what it acts on, and an act
on something unknown is taken to touch every answer: an answer is sooner made once too often than shown when it is old.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from sanad.casework.works.models import Halt
from sanad.funds.models import FundedProgramme

QUIET = frozenset(
    (
        *("claim.see", "claim.attach", "claim.receipt", "facts.state", "file.keep", "key.destroy"),
        *("account.propose", "account.confirmed", "account.refused", "contractor.add", "halt.escalate", "run.export"),
        *("family.alarm", "works.prepare", "works.send_back", "ending.propose"),
        *(
            "household.register",
            "household.join",
            "household.leave",
            "household.speaker",
            "building.register",
            "notice.told",
        ),
        *("event.open", "places.import", "rules.freeze", "donor.add", "demo.begin", "demo.end"),
        *("staff.add", "staff.close", "staff.grant", "staff.end_role", "staff.recuse"),
        *("assessment.draft", "assessment.change", "assessment.photo"),
        *("round.ask", "round.freeze", "round.simulate", "round.approve", "round.send_back", "round.have_issued"),
        *("witness.lodge", "witness.read", "witness.take_up", "witness.protect", "witness.withdraw"),
        *("witness.ask_to_withdraw", "witness.ask_to_look", "witness.allow_look", "witness.look"),
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
    "payment": "payment_parts__payment__reference",
    "run": "payment_parts__payment__run__reference",
    "statement": "payment_parts__payment__bank_lines__statement",
    "works": "dwelling__building__orders__reference",
    "programme": "programme__key",
    "round": "programme__prefix",
}
"""By the kind of thing that was acted on, where a claim names it."""
APART = "record"
"""What people say touches no answer: an answer is made of facts."""
KINDS = frozenset(FIELDS) | {"fund", "halt", APART}
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
    def claims(self) -> list[Q]:
        """The claims whose answers may change: one condition for each kind of thing, so that each uses its index."""
        if self.everything or sum(map(len, self.named.values())) > MOST:
            return [EVERY]
        return [Q(**{f"{name}__in": sorted(references)}) for name, references in self.named.items()]

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
        touched.keys |= _programmes_of(Q(fund__code=reference))
    elif kind == "halt":
        _touch_halted(touched, reference)
    elif kind == "round":
        _touch_round(touched, reference.partition("-R")[0])
    elif kind in FIELDS:
        touched.named[FIELDS[kind]].add(reference)
        # What a bank sent back is owed again, with money or without.
        touched.keys |= _programmes_of(Q(fund__statements=reference)) if kind == "statement" else set()
    elif kind != APART:
        touched.everything = True


def _touch_round(touched: Touched, prefix: str) -> None:
    """It decides claims of the programme, and makes the order of payment anew."""
    touched.prefixes.add(prefix)
    touched.named[FIELDS["round"]].add(prefix)


def _touch_halted(touched: Touched, reference: str) -> None:
    """Of works on a building its families; of anything wider, all of the programmes that it halts."""
    halt = Halt.objects.filter(reference=reference).select_related("building", "programme").first()
    if halt is None:
        return
    if halt.building:
        touched.named[FIELDS["building"]].add(halt.building.reference)
        return
    keys = _programmes_of(Q(fund=halt.fund_id)) if halt.fund_id else set()
    touched.named[FIELDS["programme"]] |= keys | ({halt.programme.key} if halt.programme else set())


def _programmes_of(funded: Q) -> set[str]:
    return set(FundedProgramme.objects.filter(funded).values_list("programme", flat=True))
