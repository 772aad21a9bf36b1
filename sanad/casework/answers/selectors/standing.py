"""The awards that stand, as few columns as an answer needs: one reading for many claims."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanad.audit.built_once import built_once
from sanad.casework.answers.rules import declared_by
from sanad.casework.awards.models import Award
from sanad.engine.rules.declared import Programme as Declared

COLUMNS = (
    *("pk", "claim_id", "claim__number", "claim__programme_id", "round_id", "round__number", "round__issued_at"),
    *("round__programme__prefix", "round__rules__hash", "version", "outcome", "reasons", "net", "queue_place"),
    *("turn__due_before", "turn__due", "turn__missing", "explained__content"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """An award with its round, its turn and why in packed words. Sums in minor units; the turn's are None where nothing
    is due to it without money.
    """

    pk: int
    claim_id: int
    number: str
    programme_id: int
    round_id: int
    round_number: int
    issued_at: datetime
    prefix: str
    rules_hash: str
    version: int
    outcome: str
    reasons: list[str]
    net: int | None
    queue_place: int | None
    due_before: int | None
    due: int | None
    missing: int | None
    words: bytes | None

    @property
    def round(self) -> str:
        return f"{self.prefix}-R{self.round_number}"

    @property
    def reference(self) -> str:
        return f"A-{self.number.split('-', 1)[1]}-{self.version}"

    @property
    def rules(self) -> Declared:
        return declared_by(self.rules_hash)


_rows = built_once(
    lambda claims: Award.objects.filter(claim__in=claims, superseded_by=None).values_list(*COLUMNS),
)


def standing_of(claims: Collection[int]) -> dict[int, Standing]:
    """By claim."""
    rows: Any = _rows(list(claims))
    return {one.claim_id: one for one in (Standing(*row) for row in rows)}
