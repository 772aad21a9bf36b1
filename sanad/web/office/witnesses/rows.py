"""What was lodged, as a list shows it: without a word of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from sanad.witnesses.models import Consent, Lodged, Use
from sanad.witnesses.selectors import repeats


@dataclass(frozen=True, slots=True)
class Row:
    """`families` is None where fewer than ten were given the same answer; `state` is one of the look's five."""

    lodged: Lodged
    families: int | None
    state: str
    words: str


def rows_of(lodged: Sequence[Lodged]) -> list[Row]:
    families = repeats(lodged)
    agreed = Consent.objects.filter(use=Use.STATEMENT, withdrawn_at=None, identity__lodged__in=lodged)
    may = set(agreed.values_list("identity", flat=True))
    return [Row(one, families.get(one.pk), *stands(one, one.identity_id in may)) for one in lodged]


def stands(lodged: Lodged, is_agreed: bool) -> tuple[str, str]:
    withdrawal = getattr(lodged.identity, "withdrawal", None)
    if withdrawal:
        return ("unknown", gettext("Taken back")) if withdrawal.done_at else ("danger", gettext("Asked back"))
    if hasattr(lodged, "taken_up"):
        return "done", gettext("In the record")
    return ("due", gettext("May be taken up")) if is_agreed else ("unknown", gettext("Only counted"))
