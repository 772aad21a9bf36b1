"""What a retraction reaches: everything whose chain passes what was retracted."""

from collections.abc import Iterable

from django.db.models import Model, Q

from sanad.record.kinds import TAKEN_OFF
from sanad.record.log import By, writing
from sanad.record.models import Account, Capture, Node, Reached, Retraction, Statement, Transmission, Work

AT_ONCE = 5_000


def nodes_below(nodes: Iterable[int]) -> set[int]:
    """The works and accounts themselves, those within them, and those that have it from them, however far."""
    found: set[int] = set()
    fresh = set(nodes)
    while fresh:
        found |= fresh
        had_it = Transmission.objects.filter(parent__in=fresh).values_list("child", flat=True)
        within = Account.objects.filter(work__node__in=fresh).values_list("node", flat=True)
        fresh = {*had_it, *within} - found
    return found


def nodes_above(nodes: Iterable[int]) -> set[int]:
    """The works and accounts themselves, those that they stand in, and those that they have it from."""
    found: set[int] = set()
    fresh = set(nodes)
    while fresh:
        found |= fresh
        hops = Transmission.objects.filter(child__in=fresh, parent__isnull=False).values_list("parent", flat=True)
        around = Account.objects.filter(node__in=fresh).values_list("work__node", flat=True)
        fresh = {*hops, *around} - found
    return found


def nodes_of(target: Model) -> set[int]:
    """Where a retraction begins; a statement or a promise that is retracted begins at no source."""
    if isinstance(target, Capture):
        return set(Node.objects.filter(work__capture=target).values_list("pk", flat=True))
    return {target.node_id} if isinstance(target, Work | Account) else set()


def would_reach(target: Model) -> set[int]:
    """The statements that a retraction of this would reach now."""
    return statements_of(nodes_below(nodes_of(target)), [target.pk] if isinstance(target, Statement) else [])


def hold(nodes: Iterable[int]) -> None:
    """Nobody writes a statement or a hop under these until the transaction ends."""
    list(Node.objects.select_for_update().filter(pk__in=list(nodes)).order_by("pk").values_list("pk"))


def statements_of(nodes: set[int], more: Iterable[int] = ()) -> set[int]:
    """Statements told by these accounts, and those that were said or nested within them."""
    found: set[int] = set()
    fresh = set(more) | set(Statement.objects.filter(account__node__in=nodes).values_list("pk", flat=True))
    while fresh:
        found |= fresh
        fresh = set(Statement.objects.filter(parent__in=fresh).values_list("pk", flat=True)) - found
    return found


def flag(retraction: Retraction, statements: Iterable[int], by: By) -> int:
    """Write down which statements it reaches; those that it reached before are left as they are. How many are new."""
    known = set(retraction.reached.values_list("statement", flat=True))
    fresh = sorted(set(statements) - known)
    if fresh:
        with writing("record.reach", by, {"statements": len(fresh)}) as written:
            written.named(retraction)
            written.put_all(Reached(retraction=retraction, statement_id=one) for one in fresh)
    return len(fresh)


def flag_below(hop: Transmission, by: By) -> None:
    """What now stands under a source that was retracted before."""
    if hop.parent_id is None:
        return
    above = nodes_above([hop.parent_id])
    below = nodes_below([hop.child_id])
    for retraction in retractions_of(above):
        flag(retraction, statements_of(below), by)


def retractions_of(nodes: set[int]) -> list[Retraction]:
    of_a_work = Q(work__node__in=nodes) | Q(capture__works__node__in=nodes)
    return list(Retraction.objects.filter(of_a_work | Q(account__node__in=nodes)).distinct())


def flag_new(statement: Statement, by: By) -> None:
    """A statement that is written under a source that was retracted, within a statement that was, or instead of one
    that was withdrawn: a correction brings nothing back.
    """
    above = nodes_above([statement.account.node_id])
    within = Q(reached__statement__in=_known(statement.parent_id))
    instead = Q(reached__statement__in=_known(statement.revises_id), kind__in=TAKEN_OFF)
    reached = Retraction.objects.filter(within | instead)
    for retraction in {one.pk: one for one in [*retractions_of(above), *reached]}.values():
        flag(retraction, [statement.pk], by)


def _known(key: int | None) -> list[int]:
    return [key] if key else []
