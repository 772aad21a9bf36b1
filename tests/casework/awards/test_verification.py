import pytest
from django.db import connection

from sanad.casework.awards.models import Award
from sanad.casework.awards.verification import WrongAwards, verify_awards
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, claims, fund_of, issued

pytestmark = pytest.mark.usefixtures("own_database")
DROP = {"sqlite": 'DROP TRIGGER "{name}"', "postgresql": 'DROP TRIGGER "{name}" ON awards_award'}


def without_guards(statement: str) -> None:
    """As somebody with the database's password."""
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            cursor.execute(DROP[connection.vendor].format(name=f"awards_award_kept_{verb}"))
        cursor.execute(statement)


def test_awards_as_they_were_issued_are_sound():
    claims(*[RENTING_WITH_A_WRECK] * 3)
    fund_of(10_000_000)

    issued()

    assert list(verify_awards()) == []


def test_an_award_that_was_raised_by_a_cent_is_found():
    claims(*[RENTING_WITH_A_WRECK] * 3)
    fund_of(10_000_000)
    round_ = issued()
    raised = Award.objects.earliest("pk")

    without_guards("UPDATE awards_award SET net = net + 1 WHERE id = (SELECT min(id) FROM awards_award)")

    assert Award.objects.get(pk=raised.pk).net == raised.net + 1
    assert list(verify_awards()) == [WrongAwards(round_.reference, 3, 3)]
