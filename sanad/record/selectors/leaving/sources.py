"""The tellings of statements that leave, with their works and their chains: for many at once, in few queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Q

from sanad.record.exporting.told import End, Hop, Source, Telling
from sanad.record.kinds import Hop as HopKind
from sanad.record.kinds import SourceKind
from sanad.record.models import Account, Capture, Node, Transmission, Work
from sanad.record.selectors.leaving.names import Protected
from sanad.record.services.reaching import nodes_above

LOSSES = ("is_translation", "is_abridged", "is_anonymous")
AROUND = ("work__publisher", "work__capture", "narrator")


def leaked_captures() -> frozenset[int]:
    """Of works that were leaked to us, or to whoever held them: nothing may lead from a copy to where it came from."""
    leaked = Transmission.objects.filter(kind=HopKind.LEAKED).values("child")
    works = Work.objects.filter(Q(node__in=leaked) | Q(accounts__node__in=leaked))
    return frozenset(Capture.objects.filter(works__in=works).values_list("pk", flat=True))


def tellings_of(accounts: Collection[int], protected: Protected, leaked: frozenset[int]) -> dict[int, Telling]:
    found = Account.objects.filter(pk__in=accounts).select_related(*AROUND)
    chains = _Chains([account.node_id for account in found], protected)
    return {
        account.pk: Telling(
            account.pk,
            account.label,
            protected.who(account.narrator),
            source_of(account.work, protected, leaked),
            chains.down_to(account.node_id),
        )
        for account in found
    }


def source_of(work: Work, protected: Protected, leaked: frozenset[int]) -> Source:
    capture, is_leaked = work.capture, work.capture_id in leaked
    return Source(
        key=work.pk,
        kind=work.kind,
        title=work.title,
        publisher=protected.who(work.publisher),
        published=work.published,
        language=work.language,
        rights=work.rights,
        holding=work.holding,
        capture=capture.sha256 if capture else "",
        url="" if is_leaked else capture.url if capture else work.url,
        retrieved=capture.retrieved_at.date() if capture and not is_leaked else None,
        is_leaked=is_leaked,
    )


class _Chains:
    """All that stands above some tellings."""

    def __init__(self, nodes: Sequence[int], protected: Protected) -> None:
        above = nodes_above(nodes)
        self._protected = protected
        self._nodes = Node.objects.select_related("work", "account__work").in_bulk(above)
        self._into: Mapping[int, list[Transmission]] = defaultdict(list)
        for hop in Transmission.objects.filter(child__in=above).select_related("agent", "event").order_by("pk"):
            self._into[hop.child_id].append(hop)

    def down_to(self, node: int) -> tuple[Hop, ...]:
        """The oldest first."""
        found = {hop.pk: hop for one in self._above(node) for hop in self._into.get(one, ())}
        ordered = sorted(found.values(), key=lambda hop: (self._nodes[hop.child_id].rank, hop.pk))
        return tuple(self._hop(hop) for hop in ordered)

    def _above(self, node: int) -> Iterable[int]:
        found: set[int] = set()
        fresh = {node}
        while fresh:
            found |= fresh
            parents = {hop.parent_id for one in fresh for hop in self._into.get(one, ()) if hop.parent_id}
            fresh = (parents | {one for node in fresh for one in self._work_of(node)}) - found
        return found

    def _work_of(self, node: int) -> list[int]:
        row = self._nodes[node]
        return [row.account.work.node_id] if row.kind == SourceKind.ACCOUNT else []

    def _hop(self, hop: Transmission) -> Hop:
        return Hop(
            key=hop.pk,
            child=self._end(hop.child_id),
            parent=self._end(hop.parent_id) if hop.parent_id else None,
            event=hop.event.label if hop.event else "",
            kind=hop.kind,
            by=self._protected.who(hop.agent),
            when=hop.when,
            is_stated=hop.is_stated,
            concluded_by=f"staff:{hop.inferred_by_id}" if hop.inferred_by_id else "",
            concluded_on=hop.inferred_at.date() if hop.inferred_at else None,
            why=hop.why,
            losses=tuple(name.removeprefix("is_") for name in LOSSES if getattr(hop, name)),
        )

    def _end(self, node: int) -> End:
        row = self._nodes[node]
        if row.kind == SourceKind.ACCOUNT:
            return End("account", row.account.pk, row.account.label, row.account.work.title)
        return End("work", row.work.pk, row.work.title)
