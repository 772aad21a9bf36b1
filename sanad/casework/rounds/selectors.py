"""Reading rounds: which wait, which claims they decide, where their files lie."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from sanad.casework.awards.models import Round, State
from sanad.casework.claims.models import Claim
from sanad.casework.claims.models import State as ClaimState
from sanad.registry.models import Recusal
from sanad.rulebook.models import Programme
from sanad.staff.models import User

DECIDED_ON = (ClaimState.RECEIVED, ClaimState.COMPLETE)
OPEN = (State.ASKED, State.FROZEN, State.SIMULATED, State.APPROVED, State.ISSUING)
FOR_THE_WORKER = (State.ASKED, State.FROZEN, State.ISSUING)


def claims_to_decide(programme: Programme) -> QuerySet[Claim]:
    """Every claim of the programme that is neither held nor withdrawn."""
    return Claim.objects.filter(programme=programme, state__in=DECIDED_ON)


def claims_left_out(programme: Programme) -> dict[str, int]:
    """How many claims a round leaves out, by their state: they are counted on its page."""
    rows = Claim.objects.filter(programme=programme).exclude(state__in=DECIDED_ON)
    return dict(rows.values_list("state").annotate(Count("pk")).order_by("state"))


def open_round_of(programme: Programme) -> Round | None:
    return Round.objects.filter(programme=programme, state__in=OPEN).first()


def files_touching(user: User, programme: Programme) -> int:
    """How many claims of the programme are of the person's own household, kin or building."""
    ties = Recusal.objects.filter(user=user)
    touched = Q(household__in=ties.filter(building=None).values("household"))
    touched |= Q(dwelling__building__in=ties.filter(household=None).values("building"))
    return claims_to_decide(programme).filter(touched).count()


def waiting_for_the_worker(now: datetime) -> QuerySet[Round]:
    """Rounds of which the next step is nobody's yet, or whose worker has not been heard of."""
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    return Round.objects.filter(free, state__in=FOR_THE_WORKER).order_by("pk")


def folder_of(round_: Round) -> Path:
    """Where the decided round lies as files."""
    return Path(settings.ROUNDS_ROOT) / round_.folder


def input_of(round_: Round) -> Path:
    """Where the frozen facts lie until the round is simulated; afterwards they are in its folder."""
    return Path(settings.ROUNDS_ROOT) / f"{round_.folder}.input"
