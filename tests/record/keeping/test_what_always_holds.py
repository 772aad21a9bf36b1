"""On any text and any graph: places are where they say, parts cover their statement, ranks never come round."""

from functools import partial

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.record.kinds import Hop, Rights, WorkKind
from sanad.record.models import Node, Span, Transmission
from sanad.record.ranking import GoesInACircle, raised
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.reaching import nodes_above, nodes_below
from sanad.record.services.sources import NewHop, NewWork, add_work, pass_on
from sanad.record.spans import At, made_span
from sanad.record.verification import verify_record
from tests.record.keeping.pages import WHEN, by_maya
from tests.record.keeping.refusing import code_of

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.text(SIGNS, min_size=1, max_size=80) | st.text("“”«»‘’ab شمس\u0640\u200f\U0001f3da\n\r\t", min_size=1)


class Undone(Exception):
    """Leaves a transaction without its rows."""


def undone(act):
    """One example in a transaction that leaves nothing behind."""
    try:
        with transaction.atomic():
            act()
            raise Undone
    except Undone:
        pass


@pytest.mark.django_db
@QUICK
@given(TEXTS, st.data())
def test_a_place_is_where_it_says_on_both_databases(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shift = data.draw(st.integers(-2, 2).filter(bool))

    def act():
        by = by_maya()
        capture, _ = keep_capture(NewCapture(text.encode(), "text/plain", "paste", WHEN), by)
        layer = add_layer(capture, NewLayer(text, "plain text", "1", "en"), by)
        made = made_span(At(layer, start, end))
        made.save()
        assert Span.objects.get(pk=made.pk).exact == text[start:end]
        moved = Span(layer=layer, start=start + shift, end=end + shift, exact=made.exact, prefix=made.prefix)
        moved.suffix = made.suffix
        stands = text[max(0, start + shift) : end + shift] == made.exact and start + shift >= 0
        if not stands:
            with pytest.raises(IntegrityError), transaction.atomic():
                moved.save()

    undone(act)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_ranks_take_every_edge_but_those_that_close_a_circle(edges):
    ranks, kept = dict.fromkeys(range(8), 0), []

    def later(things):
        wanted = set(things)
        return [(one, other, ranks[other]) for one, other in kept if one in wanted]

    for one, other in edges:
        closes = one == other or one in below(other, kept)
        try:
            ranks |= raised(one, ranks[one], other, ranks[other], later)
        except GoesInACircle:
            assert closes
        else:
            assert not closes
            kept.append((one, other))
        assert all(ranks[first] < ranks[then] for first, then in kept)


def below(one, edges):
    found, fresh = set(), {one}
    while fresh:
        found |= fresh
        fresh = {then for first, then in edges if first in fresh} - found
    return found


@pytest.mark.django_db
@QUICK
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_chains_take_every_hop_but_those_that_close_a_circle(edges):
    def act():
        by, kept = by_maya(), []
        works = [add_work(NewWork(WorkKind.RECORDING, f"tape {one}", Rights.CLOSED), by) for one in range(5)]
        for one, other in edges:
            if (one, other) in kept:
                continue
            hop = NewHop(Hop.QUOTED, works[one], why="named")
            if one in below(other, kept):
                assert code_of(partial(pass_on, works[other], hop, by)) == "goes_in_a_circle"
            else:
                pass_on(works[other], hop, by)
                kept.append((one, other))
        assert Transmission.objects.count() == len(kept)
        for one, work in enumerate(works):
            assert nodes_below([work.node_id]) == {works[found].node_id for found in below(one, kept)}
            up = {works[found].node_id for found in range(5) if one in below(found, kept)}
            assert nodes_above([work.node_id]) == up
        assert Node.objects.count() == len(works)
        assert list(verify_record()) == []

    undone(act)
