from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.casework.claims.models import Claim


class WhyEnded(models.TextChoices):
    """Why a decision ends an allowance; the family reads the sentence of WORDS."""

    LIVES_IN_OWN_HOME = "lives_in_own_home", _("The family lives in a home of its own again")
    PAID_ELSEWHERE = "paid_elsewhere", _("Another programme pays the same allowance")
    FAMILY_ASKED = "family_asked", _("The family asked for it")

    @property
    def words(self) -> dict[str, str]:
        english, arabic = WORDS[self.value]
        return {"en": english, "ar": arabic}


WORDS: dict[str, tuple[str, str]] = {
    "lives_in_own_home": ("you live in a home of your own again", "تسكنون من جديد مسكنًا لكم"),
    "paid_elsewhere": ("another programme pays you the same allowance", "يدفع لكم برنامج آخر البدل نفسه"),
    "family_asked": ("you asked for it", "أنتم طلبتم ذلك"),
}


class EndingState(models.TextChoices):
    PROPOSED = "proposed", _("Waits for a second person")
    APPROVED = "approved", _("Decided")
    REFUSED = "refused", _("Not decided")


class LineEnding(models.Model):
    """A decision of two persons that a line, such as the shelter allowance, ends on a day to come.

    The decision becomes a fact of the claim, which the rules read; `note` is for the office, under the household's key.
    """

    id = models.UUIDField(primary_key=True)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="line_endings")
    line = models.CharField(max_length=64)
    ends_on = models.DateField()
    why = models.CharField(max_length=32, choices=WhyEnded)
    note = models.BinaryField()
    state = models.CharField(max_length=16, choices=EndingState, default=EndingState.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["claim", "line"], condition=Q(state="proposed"), name="one_ending_of_a_line_waits"
            ),
            models.CheckConstraint(condition=Q(why__in=WhyEnded.values), name="ending_has_a_reason"),
            models.CheckConstraint(condition=~Q(decided_by=F("proposed_by")), name="ending_is_decided_by_another"),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by=None, decided_at=None)
                | Q(state__in=["approved", "refused"], decided_by__isnull=False, decided_at__isnull=False),
                name="ending_is_decided_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.line} {self.ends_on}"
