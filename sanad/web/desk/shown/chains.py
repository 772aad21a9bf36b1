"""A chain as rows: each hop from where to where, how, by whom, when, and whether a text says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.record.kinds import Holding, Hop, SourceKind
from sanad.record.models import Node, Transmission
from sanad.record.selectors.chains import Chain
from sanad.web.desk.shown.days import in_words
from sanad.web.desk.shown.own_words import in_our_words

LOSSES: tuple[tuple[str, str | Promise], ...] = (
    ("is_translation", _("translated")),
    ("is_abridged", _("abridged")),
    ("is_anonymous", _("by whom is hidden")),
)
"""What may have been lost or changed on the way."""


@dataclass(frozen=True, slots=True)
class End:
    """A link of the chain. `key` tells it from the others; `is_held` is false of what others cite, at `url`."""

    key: str
    name: str
    under: str
    is_held: bool
    account: int | None = None
    is_known: bool = True
    url: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One hop; `number` counts from where the chain begins."""

    number: int
    hop: Transmission
    start: End
    end: End
    kind: str | Promise
    losses: Sequence[str | Promise]


def hops_of(chain: Chain) -> list[Step]:
    """From the beginnings on."""
    nodes = {node.pk: node for node in chain.nodes}
    order = {node.pk: place for place, node in enumerate(chain.nodes)}
    ordered = sorted(chain.hops, key=lambda hop: (order[hop.child_id], order.get(hop.parent_id or 0, -1), hop.pk))
    return [_step(number, hop, nodes) for number, hop in enumerate(ordered, start=1)]


def _step(number: int, hop: Transmission, nodes: dict[int, Node]) -> Step:
    start = _end(nodes[hop.parent_id]) if hop.parent_id else _beginning(hop)
    losses = [words for name, words in LOSSES if getattr(hop, name)]
    return Step(number, hop, start, _end(nodes[hop.child_id]), Hop(hop.kind).label, losses)


def _end(node: Node) -> End:
    key = f"node {node.pk}"
    if node.kind == SourceKind.ACCOUNT:
        account = node.account
        is_held = account.work.holding == Holding.HELD
        return End(key, str(in_our_words(account.label)), account.work.title, is_held, account.pk)
    work = node.work
    under = str(work.publisher or "") or str(work.get_kind_display())
    return End(key, work.title, under, work.holding == Holding.HELD, url=work.url)


def _beginning(hop: Transmission) -> End:
    """What was witnessed; or nobody says from where."""
    if hop.event:
        return End(f"event {hop.event_id}", hop.event.label, strip_tags(in_words(hop.event.when)), is_held=False)
    return End(f"hop {hop.pk}", gettext("from whom is not said"), "", is_held=False, is_known=False)
