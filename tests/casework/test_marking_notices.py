from functools import partial

from sanad.audit.models import Event
from sanad.casework.notices.models import Channel
from sanad.casework.notices.selectors import outbox
from sanad.casework.notices.services import mark_told
from tests.at_once import at_once
from tests.casework.families import AT, maya, received


def test_two_who_mark_the_same_at_once_mark_it_once(own_database: str):
    received()
    keys = list(outbox().values_list("pk", flat=True))
    marks = [partial(mark_told, notices=some, by_way_of=Channel.DESK, by=maya(), at=AT) for some in (keys, keys[::-1])]

    found = at_once(*marks)

    assert sorted(found) == [0, len(keys)]
    assert Event.objects.filter(act="notice.told").count() == 1
