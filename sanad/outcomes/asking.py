"""From a link to the query that it asks, with the parameters by which anybody can ask again."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sanad.outcomes.holding import Found
from sanad.outcomes.kinds import Asked, Share
from sanad.outcomes.models import ClaimOfSet, Link
from sanad.outcomes.queries import funds, halt_reviewed, paid_to_claims, works_on_building

LINKS_AT_ONCE = 2_000


class Query(NamedTuple):
    """A named, versioned query: the target of each link, and the answer for many targets at a position."""

    version: int
    targets: Callable[[Sequence[Link]], Mapping[int, Any]]
    ask: Callable[[Collection[Any], int], Mapping[Any, Found]]


def version_of(one: Link) -> int:
    return QUERIES[Asked(one.asks)].version


def found_of(links: Sequence[Link], position: int) -> Mapping[int, Found]:
    """By link. Links that ask the same are asked once."""
    asking: defaultdict[Asked, list[Link]] = defaultdict(list)
    for one in links:
        asking[Asked(one.asks)].append(one)
    found: dict[int, Found] = {}
    for asks, some in asking.items():
        query = QUERIES[asks]
        targets = query.targets(some)
        answered = query.ask(set(targets.values()), position)
        found |= {link: answered[target] for link, target in targets.items()}
    return found


def parameters_of(one: Link) -> dict[str, Any]:
    """What the query was asked about, by the references that the house gives."""
    named = {
        "programme": one.programme.key if one.programme else "",
        "line": one.line,
        "claim_set": one.claim_set.root if one.claim_set else "",
        "fund": one.fund.code if one.fund else "",
        "agreement": one.agreement.reference if one.agreement else "",
        "building": one.building.reference if one.building else "",
        "halt": one.halt.reference if one.halt else "",
        "after": one.after or "",
    }
    return {"share": one.share, **{name: value for name, value in named.items() if value}}


def _claims(links: Sequence[Link]) -> Mapping[int, paid_to_claims.Target]:
    members = _members({one.claim_set_id for one in links if one.claim_set_id})
    return {one.pk: _of_claims(one, members) for one in links}


def _of_claims(one: Link, members: Mapping[int, frozenset[int]]) -> paid_to_claims.Target:
    return paid_to_claims.Target(
        programme=one.programme_id,
        claims=members[one.claim_set_id] if one.claim_set_id else None,
        line=one.line,
        by_claim=one.share == Share.EACH,
        currency=_currency(one),
    )


def _currency(one: Link) -> str:
    """The ledger's: of the programme, or of the words where a set of claims may lie in several programmes."""
    if one.programme:
        return one.programme.currency
    words = one.commitment or one.figure
    return words.currency if words else ""


def _members(sets: Collection[int]) -> Mapping[int, frozenset[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    asked = sorted(sets)
    for at in range(0, len(asked), LINKS_AT_ONCE):
        rows = ClaimOfSet.objects.filter(claim_set__in=asked[at : at + LINKS_AT_ONCE])
        for of, claim in rows.values_list("claim_set", "claim").iterator(20_000):
            found[of].append(claim)
    return {of: frozenset(claims) for of, claims in found.items()}


def _funds(links: Sequence[Link]) -> Mapping[int, funds.Target]:
    return {one.pk: funds.Target(one.fund_id or 0, one.agreement_id) for one in links}


def _buildings(links: Sequence[Link]) -> Mapping[int, int]:
    return {one.pk: one.building_id or 0 for one in links}


def _halts(links: Sequence[Link]) -> Mapping[int, halt_reviewed.Target]:
    return {one.pk: halt_reviewed.Target(one.halt.reference if one.halt else "", one.after or 0) for one in links}


QUERIES: Mapping[Asked, Query] = {
    Asked.PAID_TO_CLAIMS: Query(paid_to_claims.VERSION, _claims, paid_to_claims.ask),
    Asked.PAID_FROM_FUND: Query(funds.VERSION, _funds, funds.paid),
    Asked.RECEIVED_BY_FUND: Query(funds.VERSION, _funds, funds.received),
    Asked.HALT_REVIEWED: Query(halt_reviewed.VERSION, _halts, halt_reviewed.ask),
    Asked.WORKS_ON_BUILDING: Query(works_on_building.VERSION, _buildings, works_on_building.ask),
}
