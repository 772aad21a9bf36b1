"""Asking the ledger: many links at once, at one sealed position, and the same answer whoever asks again."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from sanad.audit.made_up import is_made_up
from sanad.audit.merkle import merkle_root
from sanad.audit.services import Rows, record
from sanad.outcomes.asking import found_of, parameters_of, version_of
from sanad.outcomes.days import last_day
from sanad.outcomes.holding import Named, Number, Sums, Verdict, hold_sums, hold_works
from sanad.outcomes.kinds import Share
from sanad.outcomes.models import LedgerCheck, Link
from sanad.outcomes.position import Position
from sanad.record.kinds import Bound
from sanad.staff.models import User

AT_ONCE = 2_000
AROUND = ("commitment", "figure", "programme", "claim_set", "fund", "building", "agreement")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link's query says at a position; `digest` is over all of it."""

    link: Link
    parameters: Mapping[str, Any]
    verdict: Verdict
    digest: str


def standing_links() -> Any:
    """Links that nobody took back, of commitments that nobody revised."""
    return Link.objects.filter(ended_at=None, commitment__revised_by=None).select_related(*AROUND).order_by("pk")


@transaction.atomic
def check(links: Iterable[Link], position: Position, *, at: datetime, by: User | None = None) -> list[LedgerCheck]:
    """Ask and keep what was found; a link that was checked at this position by this version is not checked again."""
    asked = list(links)
    known = set(LedgerCheck.objects.filter(position=position.number).values_list("link", "version"))
    fresh = [one for one in asked if (one.pk, version_of(one)) not in known]
    mark = is_made_up()
    rows = [_row(one, position, mark, at) for one in answers(fresh, position)]
    made = LedgerCheck.objects.bulk_create(rows, AT_ONCE)
    if made:
        root = merkle_root(f"{one.link_id}:{one.digest}".encode() for one in made)
        facts = {"position": position.number, "made_up": mark}
        record(act="outcome.check", on="outcomes", by=by, at=at, facts=facts, rows=Rows(len(made), root))
    return made


def answers(links: Sequence[Link], position: Position) -> Iterator[Answer]:
    """In the order of the links. Nothing is written."""
    found = found_of(links, position.number)
    for one in links:
        verdict = _held(one, found[one.pk], position)
        parameters = parameters_of(one)
        yield Answer(one, parameters, verdict, digest_of(one, parameters, verdict, position))


def _held(one: Link, found: Any, position: Position) -> Verdict:
    named = named_by(one)
    return hold_sums(named, found, position.on) if isinstance(found, Sums) else hold_works(named, found, position.on)


def named_by(one: Link) -> Named:
    """What the words name: of a commitment its sum and its last day, of somebody's sum the sum alone."""
    share = Share(one.share)
    if one.figure:
        return Named(one.figure.amount, one.figure.currency, Bound(one.figure.bound), share, None, is_promise=False)
    words = one.commitment
    if words is None:
        raise ValueError(f"link {one.pk} is of nothing")
    return Named(words.amount, words.currency, Bound(words.bound or Bound.EXACT), share, last_day(words.due))


def digest_of(one: Link, parameters: Mapping[str, Any], verdict: Verdict, position: Position) -> str:
    """SHA-256 over one line of JSON with sorted keys: the query, where it was asked, what was named and found."""
    line = {
        "query": one.asks,
        "version": version_of(one),
        "parameters": parameters,
        "position": position.number,
        "position_hash": position.digest,
        "expected": numbers(verdict.expected),
        "observed": numbers(verdict.observed),
        "held": verdict.held,
        "came": verdict.came,
        "because": verdict.because,
    }
    text = json.dumps(line, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def numbers(told: Collection[Number]) -> list[dict[str, Any]]:
    return [{"counted": str(counted), "number": number, "currency": currency} for counted, number, currency in told]


def _row(one: Answer, position: Position, mark: bool, at: datetime) -> LedgerCheck:
    return LedgerCheck(
        link=one.link,
        query=one.link.asks,
        version=version_of(one.link),
        parameters=one.parameters,
        position=position.number,
        position_hash=position.digest,
        expected=numbers(one.verdict.expected),
        observed=numbers(one.verdict.observed),
        held=one.verdict.held,
        came=one.verdict.came,
        because=one.verdict.because,
        digest=one.digest,
        is_made_up=mark,
        ran_at=at,
    )
