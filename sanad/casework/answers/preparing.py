"""Making answers ready, many at once: those who looked last first."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from sanad.audit.models import Event
from sanad.casework.answers.explained import explain_awards, packed
from sanad.casework.answers.following.following import acts_of
from sanad.casework.answers.following.touching import touched_by
from sanad.casework.answers.keeping import kept
from sanad.casework.answers.models import Explained, Followed, Prepared
from sanad.casework.answers.selectors.reading import Moment, of_claims, read
from sanad.casework.answers.selectors.standing import standing_of
from sanad.casework.answers.selectors.turns import Orders
from sanad.casework.answers.told import Answer
from sanad.casework.claims.models import Claim
from sanad.rulebook.models import Programme

AT_ONCE, NOTED_AFTER = 500, timedelta(minutes=1)


def prepare(*, at: datetime, most: int = AT_ONCE, only_seen: bool = False) -> int:
    """Make so many answers ready that are not current, or only of those whose families looked; how many were made.

    Whoever is killed here has written an answer or none. One that an act touches meanwhile stays to be made.
    """
    day = localdate(at)
    waiting = _waiting(day, most, only_seen=only_seen)
    followed = Followed.objects.filter(pk=1).first()
    if not waiting or followed is None or followed.sealed_at is None:
        return 0
    claims = list(of_claims(Claim.objects.filter(pk__in=waiting)))
    orders = Orders(claim.programme_id for claim in claims)
    if not orders.are_of(day):
        return 0
    explain(claims)
    answers = read(claims, orders, Moment(followed.position, followed.sealed_at, day))
    return _write(claims, answers, followed.position, day)


def visited(*, claim: Claim, before: datetime | None, at: datetime) -> None:
    """The family looked: its answer is made ready before those of others. Who looked less than a minute `before` is
    not noted again.
    """
    if before is None or before < at - NOTED_AFTER:
        Prepared.objects.filter(pk=claim.pk).update(visited_at=at)


def explain(claims: Sequence[Claim]) -> None:
    """Tell why the awards that stand are as they are, and keep it; each once."""
    stand = standing_of([claim.pk for claim in claims])
    new = [award.pk for award in stand.values() if award.words is None]
    rows = [Explained(award_id=award, content=packed(told)) for award, told in explain_awards(new)]
    Explained.objects.bulk_create(rows, AT_ONCE, ignore_conflicts=True)


def _waiting(day: date, most: int, *, only_seen: bool) -> list[int]:
    """Claims whose answer is not current, who looked last first."""
    old = Prepared.objects.filter(Q(current_on=None) | Q(current_on__lt=day))
    seen = list(old.exclude(visited_at=None).order_by("-visited_at").values_list("pk", flat=True)[:most])
    if only_seen or len(seen) == most:
        return seen
    never = old.filter(visited_at=None).values_list("pk", flat=True)
    return seen + list(never[: most - len(seen)])


@transaction.atomic
def _write(claims: Sequence[Claim], answers: Sequence[Answer], position: int, day: date) -> int:
    """Those that no act, sealed or not, has touched while they were read."""
    Followed.objects.select_for_update().get(pk=1)
    touched = _touched(claims, position)
    explained = dict(_explained(claims))
    rows = [
        Prepared(
            claim=claim, position=position, current_on=day, content=kept(answer), explained_id=explained.get(claim.pk)
        )
        for claim, answer in zip(claims, answers, strict=True)
        if claim.pk not in touched
    ]
    Prepared.objects.bulk_update(rows, ["position", "current_on", "content", "explained"], AT_ONCE)
    return len(rows)


def _explained(claims: Sequence[Claim]) -> QuerySet[Explained, tuple[int, int]]:
    """By claim, the award that stands, where it is explained."""
    stand = Explained.objects.filter(award__claim__in=[claim.pk for claim in claims], award__superseded_by=None)
    return stand.values_list("award__claim_id", "pk")


def _touched(claims: Iterable[Claim], position: int) -> set[int]:
    since = Event.objects.filter(Q(number__gt=position) | Q(number=None))
    touched = touched_by(acts_of(since))
    own = Claim.objects.filter(pk__in=[claim.pk for claim in claims])
    found = {pk for claims in touched.claims for pk in own.filter(claims).values_list("pk", flat=True)}
    if touched.programmes is not None:
        found |= set(
            own.filter(programme__in=Programme.objects.filter(touched.programmes)).values_list("pk", flat=True)
        )
    return found
