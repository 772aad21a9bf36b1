"""The column *what the ledger shows*, as the pages of the record ask for it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.utils.translation import get_language

from sanad.outcomes.kinds import Asked, Because, Counted
from sanad.outcomes.models import LedgerCheck, Link
from sanad.record.ledger_column import Amount, Held, LedgerSays

AT_ONCE = 2_000
AROUND = (
    *("link__programme", "link__claim_set", "link__fund", "link__building", "link__halt"),
    "link__agreement__donor",
)


def ledger_column(commitments: Collection[int]) -> Mapping[int, Sequence[LedgerSays]]:
    """By commitment, the checks of the links that stand, the latest of each link first."""
    return _checks_of("commitment", commitments)


def ledger_of_sums(figures: Collection[int]) -> Mapping[int, Sequence[LedgerSays]]:
    """The same of sums that somebody states."""
    return _checks_of("figure", figures)


def _checks_of(what: str, keys: Collection[int]) -> Mapping[int, Sequence[LedgerSays]]:
    found: defaultdict[int, list[LedgerSays]] = defaultdict(list)
    asked = sorted(set(keys))
    for at in range(0, len(asked), AT_ONCE):
        of = {f"link__{what}__in": asked[at : at + AT_ONCE]}
        checks = LedgerCheck.objects.filter(**of, link__ended_at=None)
        for one in checks.select_related(*AROUND).order_by("-position", "link"):
            found[getattr(one.link, f"{what}_id")].append(said_by(one))
    return found


def said_by(one: LedgerCheck) -> LedgerSays:
    return LedgerSays(
        question=Asked(one.query).label,
        query=one.query,
        version=one.version,
        about=about_of(one.link),
        held=Held(one.held),
        expected=_amounts(one.expected),
        observed=_amounts(one.observed),
        why=Because(one.because).label,
        position=one.position,
        position_hash=one.position_hash,
        ran_at=one.ran_at,
        is_made_up=one.is_made_up,
    )


def about_of(one: Link) -> str:
    """The programme, set, fund or building in the reader's language."""
    if one.programme:
        title = _named(one.programme.title)
        return f"{title}: {one.line}" if one.line else title
    if one.claim_set:
        return one.claim_set.title
    if one.agreement:
        return f"{_named(one.agreement.donor.names)}, {one.agreement.reference}"
    if one.fund:
        return _named(one.fund.names)
    if one.halt:
        return one.halt.reference
    return one.building.reference if one.building else ""


def _named(names: Mapping[str, str]) -> str:
    language = (get_language() or "ar").split("-")[0]
    return names.get(language) or next(iter(names.values()), "")


def _amounts(told: Sequence[Mapping[str, Any]]) -> list[Amount]:
    return [Amount(Counted(one["counted"]).label, one["number"], one["currency"]) for one in told]
