"""Works, the tellings in them, and how one telling has it from another."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from sanad.record.kinds import Holding, Hop, Rights, SourceKind, WorkKind
from sanad.record.log import By, Writing, writing
from sanad.record.models import Account, Agent, Capture, Event, Node, Segment, Transmission, Work
from sanad.record.ranking import GoesInACircle, raised
from sanad.record.refusals import RecordRefused
from sanad.record.services.reaching import flag_below
from sanad.record.spans import At, span_at


@dataclass(frozen=True, slots=True)
class NewWork:
    """`capture` and its `segment` where we hold it; neither where others only speak of it, with the `url` they give."""

    kind: WorkKind
    title: str
    rights: Rights
    capture: Capture | None = None
    segment: Segment | None = None
    publisher: Agent | None = None
    published: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class NewHop:
    """`parent` is the work or account that it was had from; `event` what was witnessed. Neither: it is not known.

    `evidence` is where the text says so; without it `why` says how a person concluded it.
    """

    kind: Hop
    parent: Work | Account | None = None
    event: Event | None = None
    agent: Agent | None = None
    when: str = ""
    evidence: At | None = None
    why: str = ""
    is_translation: bool = False
    is_abridged: bool = False
    is_anonymous: bool = False


def add_work(new: NewWork, by: By) -> Work:
    with writing("record.work", by) as written:
        work = written.put(
            Work(
                node=written.put(Node(kind=SourceKind.WORK)),
                kind=new.kind,
                title=new.title,
                publisher=new.publisher,
                published=new.published,
                language=new.language,
                url=new.url,
                holding=Holding.HELD if new.capture else Holding.CITED_ONLY,
                capture=new.capture,
                segment=new.segment,
                rights=new.rights,
            )
        )
        written.named(work)
    return work


def add_account(
    work: Work,
    label: str,
    by: By,
    *,
    hops: Iterable[NewHop],
    narrator: Agent | None = None,
    about: Event | None = None,
    language: str = "",
) -> Account:
    """A telling with at least one hop: where it comes from may be unknown, but that is then said.

    Raises RecordRefused: no_hop, goes_in_a_circle, hop_says_neither.
    """
    wanted = list(hops)
    if not wanted:
        raise RecordRefused("no_hop", work=work.pk)
    with writing("record.account", by) as written:
        node = written.put(Node(kind=SourceKind.ACCOUNT))
        account = written.put(
            Account(node=node, work=work, narrator=narrator, about=about, label=label, language=language)
        )
        written.named(account)
        for hop in wanted:
            _pass_on(written, node, hop, by)
    return account


@transaction.atomic
def pass_on(child: Work | Account, hop: NewHop, by: By) -> Transmission:
    """Write down one more hop. What stands under a retracted source by it is flagged in the same transaction.

    Raises RecordRefused: goes_in_a_circle, hop_says_neither.
    """
    with writing("record.hop", by) as written:
        made = _pass_on(written, child.node, hop, by)
        written.named(made)
    flag_below(made, by)
    return made


def _pass_on(written: Writing, child: Node, hop: NewHop, by: By) -> Transmission:
    if (hop.evidence is None) == (not hop.why):
        raise RecordRefused("hop_says_neither", child=child.pk)
    parent = hop.parent.node if hop.parent else None
    if parent:
        _make_room(parent, child)
    return written.put(
        Transmission(
            child=child,
            parent=parent,
            event=hop.event,
            kind=hop.kind,
            agent=hop.agent,
            when=hop.when,
            is_stated=hop.evidence is not None,
            evidence=span_at(written, hop.evidence),
            inferred_by=None if hop.evidence else by.user,
            inferred_at=None if hop.evidence else by.at,
            why=hop.why,
            is_translation=hop.is_translation,
            is_abridged=hop.is_abridged,
            is_anonymous=hop.is_anonymous,
        )
    )


def _make_room(parent: Node, child: Node) -> None:
    """Ranks grow so that the hop fits; both ends are held, so that two hops at once cannot close a circle."""
    held = {one.pk: one.rank for one in Node.objects.select_for_update().filter(pk__in=[parent.pk, child.pk])}
    try:
        grown = raised(parent.pk, held[parent.pk], child.pk, held[child.pk], _later)
    except GoesInACircle as circle:
        raise RecordRefused("goes_in_a_circle", parent=parent.pk, child=child.pk) from circle
    for node, rank in grown.items():
        Node.objects.filter(pk=node).update(rank=rank)


def _later(nodes: Iterable[int]) -> Iterable[tuple[int, int, int]]:
    hops = Transmission.objects.filter(parent__in=list(nodes))
    return hops.values_list("parent_id", "child_id", "child__rank")
