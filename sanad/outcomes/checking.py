"""Asking the ledger: many links at once, at one sealed position, and the same answer whoever asks again."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import get_current_timezone, localdate

from sanad.audit.made_up import is_made_up
from sanad.audit.merkle import merkle_root
from sanad.audit.models import Event
from sanad.audit.services import Rows, record
from sanad.outcomes.asking import found_of, parameters_of, version_of
from sanad.outcomes.holding import Named, Number, Verdict, hold
from sanad.outcomes.kinds import Share
from sanad.outcomes.models import LedgerCheck, Link
from sanad.outcomes.position import NothingSealed, Position, last_position
from sanad.record.days import days_of
from sanad.record.kinds import Bound
from sanad.staff.models import User

AT_ONCE = 2_000
ACT = "outcome.check"
TOLD = (
    *("query", "version", "parameters", "position", "position_hash"),
    *("expected", "observed", "held", "came", "because"),
)
"""What the digest of a check is over."""
AROUND = ("commitment", "figure", "programme", "claim_set", "fund", "building", "agreement", "halt")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link's query says at a position, as it is kept; `digest` is over all of it."""

    link: Link
    told: Mapping[str, Any]
    digest: str


def standing_links() -> Any:
    """Links that nobody took back, of commitments that nobody revised."""
    return Link.objects.filter(ended_at=None, commitment__revised_by=None).select_related(*AROUND).order_by("pk")


@transaction.atomic
def check(links: Iterable[Link], position: Position, *, at: datetime, by: User | None = None) -> list[LedgerCheck]:
    """Ask and keep what was found; a link that was checked at this position by this version is not checked again."""
    known = set(LedgerCheck.objects.filter(position=position.number).values_list("link", "version"))
    fresh = [one for one in links if (one.pk, version_of(one)) not in known]
    if not fresh:
        return []
    found, mark = list(answers(fresh, position)), is_made_up()
    rows = Rows(len(found), root_of((one.link.pk, one.digest) for one in found))
    facts = {"position": position.number, "made_up": mark}
    event = record(act=ACT, on="outcomes", by=by, at=at, facts=facts, rows=rows)
    return LedgerCheck.objects.bulk_create([_row(one, event, mark, at) for one in found], AT_ONCE)


def hold_what_is_due(at: datetime) -> int:
    """Every link that stands once a day, and a new one at once, at the last sealed position; how many were checked."""
    begins = datetime.combine(localdate(at), time(), get_current_timezone())
    today = LedgerCheck.objects.filter(link=OuterRef("pk"), ran_at__gte=begins)
    due = list(standing_links().filter(~Exists(today)))
    if not due:
        return 0
    try:
        return len(check(due, last_position(), at=at))
    except NothingSealed:
        return 0


def root_of(checks: Iterable[tuple[int, str]]) -> str:
    """Over the checks of one act in their order: each by its link and its digest."""
    return merkle_root(f"{link}:{digest}".encode() for link, digest in checks)


def answers(links: Sequence[Link], position: Position) -> Iterator[Answer]:
    """In the order of the links. Nothing is written."""
    found = found_of(links, position.number)
    for one in links:
        told = _told(one, hold(named_by(one), found[one.pk], position.on), position)
        yield Answer(one, told, digest_of(told))


def named_by(one: Link) -> Named:
    """What the words name: of a commitment its sum and its last day, of somebody's sum the sum alone."""
    share = Share(one.share)
    if one.figure:
        return Named(one.figure.amount, one.figure.currency, Bound(one.figure.bound), share, None, is_promise=False)
    words = one.commitment
    if words is None:
        raise ValueError(f"link {one.pk} is of nothing")
    return Named(words.amount, words.currency, Bound(words.bound or Bound.EXACT), share, _last_day(words.due))


def _last_day(due: str) -> date | None:
    """The last day for which it was promised; None where the words leave it open."""
    within = days_of(due)
    return within.last if within else None


def digest_of(told: Mapping[str, Any]) -> str:
    """SHA-256 over one line of JSON with sorted keys: the query, where it was asked, what was named and found."""
    text = json.dumps({name: told[name] for name in TOLD}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def numbers(told: Collection[Number]) -> list[dict[str, Any]]:
    return [{"counted": str(counted), "number": number, "currency": currency} for counted, number, currency in told]


def _told(one: Link, verdict: Verdict, position: Position) -> dict[str, Any]:
    return {
        "query": one.asks,
        "version": version_of(one),
        "parameters": parameters_of(one),
        "position": position.number,
        "position_hash": position.digest,
        "expected": numbers(verdict.expected),
        "observed": numbers(verdict.observed),
        "held": str(verdict.held),
        "came": str(verdict.came),
        "because": str(verdict.because),
    }


def _row(one: Answer, event: Event, mark: bool, at: datetime) -> LedgerCheck:
    return LedgerCheck(link=one.link, event=event, digest=one.digest, is_made_up=mark, ran_at=at, **one.told)
