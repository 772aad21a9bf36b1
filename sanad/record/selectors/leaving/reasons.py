"""Which confirmed statements leave on a day, and why each of the others is held back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef

from sanad.record.kinds import TAKEN_OFF, Level, Rights
from sanad.record.models import Disclosure, Figure, Reached, Statement, StatementPart, StatementRole
from sanad.record.selectors.leaving.names import Protected
from sanad.record.selectors.public import in_an_unheard_dispute, last_disclosed

REASONS = (
    *("revised", "retracted", "not_disclosed", "sealed", "embargo", "hidden_agent", "capture_sealed", "rights_closed"),
    *("not_heard", "holds_closed_words"),
)
"""Why a statement is held back, each the first that holds; the caller may name others."""
CLOSED = ("retracted", "sealed", "embargo", "hidden_agent", "capture_sealed", "not_heard")
"""Words held back for these, or by the caller, may not leave inside of another statement, nor around it."""
FIELDS = (
    *("pk", "speaker_id", "level", "shown", "is_revised", "is_taken_off", "content__layer_id", "content__start"),
    *("content__end", "content__layer__capture__sealed_at", "account__work__rights", "is_unheard"),
)


class At(NamedTuple):
    layer: int
    start: int
    end: int

    def overlaps(self, other: "At") -> bool:
        return self.layer == other.layer and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Parted:
    """`leaving` are the statements that leave; `held_back` counts the others by reason; `closed` by text the places
    whose words may not leave."""

    leaving: Sequence[int]
    held_back: Mapping[str, int]
    closed: Mapping[int, Sequence[At]]

    def touches_closed(self, at: At) -> bool:
        return any(at.overlaps(one) for one in self.closed.get(at.layer, ()))


def parted(on: date, protected: Protected, held_back: Mapping[int, str]) -> Parted:
    """Every confirmed statement, either leaving or held back for one reason."""
    counts: Counter[str] = Counter()
    closed: dict[int, list[At]] = {}
    open_ones: list[tuple[int, At]] = []
    for pk, at, reason in with_reasons(on, protected):
        why = reason or held_back.get(pk, "")
        if not why:
            open_ones.append((pk, at))
            continue
        counts[why] += 1
        if why in CLOSED or not reason:
            closed.setdefault(at.layer, []).append(at)
    beside = Parted((), {}, closed)
    leaving = [pk for pk, at in open_ones if not beside.touches_closed(at)]
    counts["holds_closed_words"] += len(open_ones) - len(leaving)
    return Parted(leaving, {why: count for why, count in sorted(counts.items()) if count}, closed)


def with_reasons(on: date, protected: Protected) -> Iterator[tuple[int, At, str]]:
    """Every confirmed statement with the first reason that holds it back; none where it may be shown by itself."""
    hidden = _with_hidden_agents(protected)
    for pk, speaker, level, shown, is_revised, is_taken_off, *place, sealed_at, rights, is_unheard in _statements(on):
        is_hidden = speaker in protected.hidden or pk in hidden
        found = {
            "revised": is_revised,
            "retracted": is_taken_off,
            "not_disclosed": level is None,
            "sealed": level == Level.SEALED,
            "embargo": level == Level.EMBARGO and shown > on,
            "hidden_agent": is_hidden,
            "capture_sealed": sealed_at is not None,
            "rights_closed": rights == Rights.CLOSED,
            "not_heard": is_unheard,
        }
        yield pk, At(*place), next((why for why, holds in found.items() if holds), "")


def _statements(on: date) -> Iterator[tuple[Any, ...]]:
    taken_off = Reached.objects.filter(statement=OuterRef("pk"), retraction__kind__in=TAKEN_OFF)
    found = Statement.objects.annotate(
        **last_disclosed(Disclosure.objects.filter(statement=OuterRef("pk"))),
        is_revised=Exists(Statement.objects.filter(revises=OuterRef("pk"))),
        is_taken_off=Exists(taken_off),
        is_unheard=in_an_unheard_dispute(on),
    )
    return found.order_by("pk").values_list(*FIELDS).iterator(chunk_size=5_000)


def _with_hidden_agents(protected: Protected) -> set[int]:
    """In a role, in a part of it, or in a sum that it states."""
    pairs = chain(
        StatementRole.objects.values_list("agent_id", "statement_id").iterator(),
        StatementPart.objects.values_list("speaker_id", "statement_id").iterator(),
        Figure.objects.values_list("payer_id", "statement_id").iterator(),
        Figure.objects.values_list("payee_id", "statement_id").iterator(),
    )
    return {statement for agent, statement in pairs if agent in protected.hidden}
