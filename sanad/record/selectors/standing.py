"""What still stands of what was confirmed: not corrected by another row, and not withdrawn by us."""

from django.db.models import Exists, OuterRef, QuerySet

from sanad.record.kinds import Why
from sanad.record.models import Commitment, Reached, Retraction, Statement


def standing_statements() -> QuerySet[Statement]:
    withdrawn = Reached.objects.filter(statement=OuterRef("pk"), retraction__kind=Why.WITHDRAWN_BY_US)
    return Statement.objects.filter(revised_by=None).exclude(Exists(withdrawn))


def standing_commitments() -> QuerySet[Commitment]:
    withdrawn = Retraction.objects.filter(commitment=OuterRef("pk"), kind=Why.WITHDRAWN_BY_US)
    return Commitment.objects.filter(revised_by=None).exclude(Exists(withdrawn))
