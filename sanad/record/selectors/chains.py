"""The chain of who had it from whom, from a telling up to where it begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.record.models import Account, Node, Transmission
from sanad.record.services.reaching import nodes_above


@dataclass(frozen=True, slots=True)
class Chain:
    """`nodes` from the top down; `hops` by the link that they lead into. A link without a hop out of another is a
    beginning."""

    nodes: Sequence[Node]
    hops: Sequence[Transmission] = field(default=())

    def hops_into(self, node: Node) -> list[Transmission]:
        return [hop for hop in self.hops if hop.child_id == node.pk]

    @property
    def depth(self) -> int:
        """The number of hops on the longest way; one that is not known counts, since it must exist."""
        depths: dict[int, int] = {}
        for node in self.nodes:
            into = self.hops_into(node)
            depths[node.pk] = max((1 + depths.get(hop.parent_id or 0, 0) for hop in into), default=0)
        return max(depths.values(), default=0)

    @property
    def is_unbroken(self) -> bool:
        """Every telling has it from somewhere, though it may be unknown from where."""
        return all(self.hops_into(node) for node in self.nodes if node.kind == "account")


def chain_of(account: Account) -> Chain:
    above = nodes_above([account.node_id])
    nodes = Node.objects.filter(pk__in=above).select_related("work__publisher", "account__narrator", "account__work")
    hops = Transmission.objects.filter(child__in=above).select_related("agent", "event", "evidence", "inferred_by")
    return Chain(list(nodes.order_by("rank", "pk")), list(hops.order_by("pk")))
