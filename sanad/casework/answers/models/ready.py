"""What is kept so that an answer is quick: the order of payment as it stands, why in words, and answers made ready.

All of it can be made again from the books, the awards and the rounds; nothing here is a fact of its own.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sanad.audit.whole import all_whole
from sanad.casework.awards.models import Award, Round
from sanad.casework.claims.models import Claim
from sanad.rulebook.models import Programme


class Followed(models.Model):
    """Up to which position the sealed chain was followed, and when that was sealed: what it touched is marked. There
    is one row.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    position = models.BigIntegerField(default=0)
    sealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(id=1), name="chain_is_followed_once"),
            models.CheckConstraint(condition=Q(position__gte=0), name="followed_position_is_not_negative"),
        ]

    def __str__(self) -> str:
        return str(self.position)


class OrderOfPayment(models.Model):
    """The order of payment of a programme's last issued round, and how far the money at hand reaches in it.

    `of` counts those of the round with a payment due; `reached` is the last place up to which all are paid whole;
    `free` is what may be used in minor units. `parts` has the free money by part of a fund, `outlook` the pledges and
    the time that payments took. It is as of `day` and holds at every later position until it is renewed.
    """

    programme = models.OneToOneField(Programme, primary_key=True, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    position = models.BigIntegerField()
    day = models.DateField()
    of = models.BigIntegerField()
    reached = models.BigIntegerField()
    free = models.BigIntegerField()
    parts = models.JSONField(default=dict)
    outlook = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=all_whole("of", "reached", "free"), name="order_of_payment_is_whole"),
            models.CheckConstraint(
                condition=Q(of__gte=0, reached__gte=0, free__gte=0), name="order_of_payment_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} at {self.position}"


class Turn(models.Model):
    """An award to which something is due that no money stands behind: what is due before it, to it, and what lacks.

    In minor units. `missing` is 0 where the money at hand reaches it.
    """

    award = models.OneToOneField(Award, primary_key=True, on_delete=models.PROTECT, related_name="turn")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    place = models.BigIntegerField()
    due_before = models.BigIntegerField()
    due = models.BigIntegerField()
    missing = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=all_whole("place", "due_before", "due", "missing"), name="turn_is_in_whole_sums"
            ),
            models.CheckConstraint(
                condition=Q(place__gt=0, due_before__gte=0, due__gt=0, missing__gte=0)
                & Q(missing__lte=F("due_before") + F("due")),
                name="no_more_is_missing_than_is_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.award_id}: {self.place}"


class Explained(models.Model):
    """Why an award is as it is, in words of both languages: the award never changes, so it is told once and kept."""

    award = models.OneToOneField(Award, primary_key=True, on_delete=models.PROTECT, related_name="explained")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.award_id)


class Prepared(models.Model):
    """A claim's answer made ready, as of `position`, and current on the day `current_on`; the why is in `explained`.

    `current_on` is empty until it is made and again as soon as an act touches it. `visited_at` says who is made first.
    """

    claim = models.OneToOneField(Claim, primary_key=True, on_delete=models.PROTECT, related_name="prepared")
    position = models.BigIntegerField(default=0)
    current_on = models.DateField(null=True)
    content = models.BinaryField(null=True)
    explained = models.ForeignKey(Explained, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    visited_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(current_on=None) | Q(content__isnull=False), name="what_is_current_was_made"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["current_on", "visited_at"], name="prepared_by_day_and_visit")]

    def __str__(self) -> str:
        return f"{self.claim_id} at {self.position}"
