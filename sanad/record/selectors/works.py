"""What a work tells, in its own order: of a table its rows, each with its sums and the sources that it names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from sanad.record.models import Figure, Statement, Transmission, Work
from sanad.record.selectors.standing import standing_statements

AROUND = ("content__layer", "speaker", "account__node")


@dataclass(frozen=True, slots=True)
class Told:
    """`sources` are the works and tellings that it was had from; what is not verified has no sum."""

    statement: Statement
    figures: Sequence[Figure]
    sources: Sequence[Work]
    is_verified: bool
    is_retracted: bool

    @property
    def lines(self) -> list[str]:
        return (self.statement.content.exact or "").splitlines()


def told_in(work: Work) -> list[Told]:
    """In the order of the text; what stands within another is told there and not again."""
    hops = Transmission.objects.filter(parent__work__isnull=False).select_related("parent__work__publisher")
    found = (
        standing_statements()
        .filter(account__work=work)
        .select_related(*AROUND)
        .prefetch_related(
            "reached_by",
            Prefetch("figures", queryset=Figure.objects.order_by("span__start", "pk")),
            Prefetch("account__node__hops_in", queryset=hops.order_by("pk")),
        )
        .order_by("content__layer", "content__start", "-content__end", "pk")
    )
    return [_told(one) for one in _outermost(found)]


def _outermost(found: Iterable[Statement]) -> list[Statement]:
    kept: list[Statement] = []
    for one in found:
        last = kept[-1].content if kept else None
        if last is None or last.layer_id != one.content.layer_id or one.content.end > last.end:
            kept.append(one)
    return kept


def _told(statement: Statement) -> Told:
    sources = [hop.parent.work for hop in statement.account.node.hops_in.all() if hop.parent]
    is_retracted = bool(statement.reached_by.all())
    return Told(statement, list(statement.figures.all()), sources, is_verified(statement), is_retracted)


def is_verified(statement: Statement) -> bool:
    """False where the text itself says of it that it is not verified."""
    content = statement.content
    return [content.start, content.end] not in content.layer.params.get("not_verified", [])
