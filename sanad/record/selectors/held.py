"""The pages that are held, with what waits and what was decided of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from sanad.record.kinds import DECIDED, ProposalKind, ProposalState
from sanad.record.models import Proposal, Segment, TextLayer, Work
from sanad.staff.models import User


@dataclass(frozen=True, slots=True)
class Counts:
    """Proposals by what became of them. Those of a replaced text are in none of the four."""

    waiting: int = 0
    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    obsolete: int = 0

    @property
    def decided(self) -> int:
        return self.accepted + self.edited + self.rejected


def held_pages() -> QuerySet[TextLayer]:
    """The texts that stand, newest first; without their words."""
    works = Work.objects.select_related("publisher").order_by("segment__start", "pk")
    pages = TextLayer.objects.filter(replaced_by=None).defer("text")
    return pages.select_related("capture").prefetch_related(Prefetch("capture__works", queryset=works)).order_by("-pk")


def waiting_pages() -> QuerySet[TextLayer]:
    """Those of which a proposal waits, the longest waiting first."""
    waiting = Proposal.objects.filter(layer=OuterRef("pk"), state=ProposalState.OPEN)
    return held_pages().filter(Exists(waiting)).order_by("pk")


def title_of(layer: TextLayer) -> str:
    """The first of its stories; without one its hash."""
    works = list(layer.capture.works.all())
    return works[0].title if works else layer.sha256[:12]


def counts_of(layers: Iterable[int]) -> dict[int, Counts]:
    """For each of these texts, in one query."""
    wanted = list(layers)
    found: dict[int, dict[str, int]] = {pk: {} for pk in wanted}
    rows = Proposal.objects.filter(layer__in=wanted, undone_by=None).values_list("layer", "state").order_by()
    for layer, state, number in rows.annotate(number=Count("pk")):
        found[layer]["waiting" if state == ProposalState.OPEN else state] = number
    return {pk: Counts(**told) for pk, told in found.items()}


def proposals_of(layer: TextLayer) -> Sequence[Proposal]:
    """In the order of the text, what holds another before it; without those whose decision was taken back. Of a text
    that stands, without what older rules read."""
    found = layer.proposals.filter(undone_by=None).select_related("by").order_by("start", "-end", "pk")
    return list(found if layer.replaced_by_id else found.exclude(state=ProposalState.OBSOLETE))


def parts_of(layer: TextLayer) -> Sequence[Segment]:
    return list(layer.segments.order_by("start", "-end", "pk"))


def next_waiting(decided: Proposal) -> Proposal | None:
    """The one that waits after this in the text; else the first that waits."""
    waiting = Proposal.objects.filter(layer=decided.layer_id, state=ProposalState.OPEN).order_by("start", "-end", "pk")
    return waiting.filter(start__gte=decided.start).first() or waiting.first()


def last_decided(layer: TextLayer, by: User) -> Proposal | None:
    """What this person decided last about the text, and has not taken back."""
    decided = Proposal.objects.filter(layer=layer, by=by, state__in=[*DECIDED], undone_by=None)
    return decided.order_by("-at", "-pk").first()


def following_of(proposal: Proposal) -> Proposal | None:
    """The quotation that waits right after it, with nothing but blank between; the two may be one that goes on."""
    if proposal.kind != ProposalKind.QUOTATION:
        return None
    waiting = Proposal.objects.filter(
        layer=proposal.layer_id, kind=ProposalKind.QUOTATION, state=ProposalState.OPEN, start__gte=proposal.end
    )
    found = waiting.order_by("start", "-end", "pk").first()
    text = proposal.layer.text or ""
    return found if found and not text[proposal.end : found.start].strip() else None
