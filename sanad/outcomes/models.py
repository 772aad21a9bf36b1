"""What a commitment is about in the other half of the house, and what ledger and works showed of it at a position."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from sanad.outcomes.kinds import Asked, Because, Share
from sanad.record.kinds import Came
from sanad.record.ledger_column import Held
from sanad.record.models.checks import exactly_one, filled, hashed, known

PLACES = ("programme", "claim_set", "fund", "building", "halt")


def _of(place: str, **more: object) -> Q:
    """Of this one thing and of nothing else."""
    return Q(**{f"{one}__isnull": one != place for one in PLACES}, **more)


OF_CLAIMS = _of("programme", agreement=None, after=None) | _of("claim_set", agreement=None, after=None)
OF_FUND = _of("fund", line="", after=None)
OF_BUILDING = _of("building", line="", agreement=None, after=None)
OF_HALT = _of("halt", line="", agreement=None, after__gte=0)
ASKS_WHAT_IT_IS_ABOUT = (
    (Q(asks=Asked.PAID_TO_CLAIMS) & OF_CLAIMS)
    | (Q(asks=Asked.PAID_FROM_FUND, agreement=None) & OF_FUND)
    | (Q(asks=Asked.RECEIVED_BY_FUND) & OF_FUND)
    | (Q(asks=Asked.WORKS_ON_BUILDING) & OF_BUILDING)
    | (Q(asks=Asked.HALT_REVIEWED) & OF_HALT)
)


class ClaimSet(models.Model):
    """Claims that are meant together, written down once: `root` is the Merkle root of their numbers, in their order."""

    title = models.CharField(max_length=200)
    count = models.IntegerField()
    root = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            filled("title", "claim_set_has_a_title"),
            hashed("root", "claim_set_has_a_root"),
            CheckConstraint(condition=Q(count__gt=0), name="claim_set_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.title


class ClaimOfSet(models.Model):
    """One claim of a set."""

    claim_set = models.ForeignKey(ClaimSet, on_delete=models.PROTECT, related_name="members", db_index=False)
    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints: ClassVar = [UniqueConstraint(fields=["claim_set", "claim"], name="claim_is_once_in_a_set")]

    def __str__(self) -> str:
        return f"{self.claim_set_id}: {self.claim_id}"


class Link(models.Model):
    """A person's word that a commitment, or a sum that somebody states, is about this programme, set of claims, fund or
    building, or about the review of a halt; `note` says why. Taken back, it stays with the day on which it was.

    `after`: of a review, the number of the act that named it.
    """

    commitment = models.ForeignKey("record.Commitment", null=True, on_delete=models.PROTECT, related_name="links")
    figure = models.ForeignKey("record.Figure", null=True, on_delete=models.PROTECT, related_name="links")
    asks = models.CharField(max_length=32, choices=Asked)
    programme = models.ForeignKey("rulebook.Programme", null=True, on_delete=models.PROTECT, related_name="+")
    line = models.CharField(max_length=64, blank=True)
    claim_set = models.ForeignKey(ClaimSet, null=True, on_delete=models.PROTECT, related_name="links")
    fund = models.ForeignKey("funds.Fund", null=True, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey("funds.Agreement", null=True, on_delete=models.PROTECT, related_name="+")
    building = models.ForeignKey("registry.Building", null=True, on_delete=models.PROTECT, related_name="+")
    halt = models.ForeignKey("works.Halt", null=True, on_delete=models.PROTECT, related_name="+")
    after = models.BigIntegerField(null=True)
    share = models.CharField(max_length=8, choices=Share, default=Share.IN_ALL)
    note = models.CharField(max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            exactly_one("commitment", "figure", name="link_is_of_a_commitment_or_a_sum"),
            known("asks", Asked, "link_asks_a_known_query"),
            known("share", Share, "link_says_for_whom_the_sum_is"),
            filled("note", "link_says_why"),
            CheckConstraint(condition=ASKS_WHAT_IT_IS_ABOUT, name="link_asks_what_it_is_about"),
            CheckConstraint(
                condition=Q(share=Share.IN_ALL) | Q(asks=Asked.PAID_TO_CLAIMS), name="only_claims_are_asked_each"
            ),
            CheckConstraint(
                condition=Q(ended_by=None, ended_at=None) | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="link_ends_by_somebody",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["commitment"], condition=Q(ended_at=None), name="link_that_stands"),
        ]

    def __str__(self) -> str:
        return f"{self.asks} {self.pk}"


class LedgerCheck(models.Model):
    """One asking of the ledger or the works, at a sealed position: what was named, what was found, and how both stand.

    `digest` is over all that was found, so that the same query at the same position can be held against it byte by
    byte; `event` is the act, with the Merkle root of the digests of all its checks. `is_made_up` marks a demo's
    ledger; such a check is in no public count. Never changed.
    """

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="checks", db_index=False)
    event = models.ForeignKey("audit.Event", on_delete=models.PROTECT, related_name="+")
    query = models.CharField(max_length=32, choices=Asked)
    version = models.SmallIntegerField()
    parameters = models.JSONField()
    position = models.BigIntegerField()
    position_hash = models.CharField(max_length=64)
    expected = models.JSONField()
    observed = models.JSONField()
    held = models.CharField(max_length=12, choices=Held)
    came = models.CharField(max_length=12, choices=Came)
    because = models.CharField(max_length=24, choices=Because)
    digest = models.CharField(max_length=64)
    is_made_up = models.BooleanField()
    ran_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["link", "position", "version"], name="link_is_checked_once_at_a_position"),
            known("query", Asked, "check_asks_a_known_query"),
            known("held", Held, "check_stands_in_a_known_way"),
            known("came", Came, "check_came_out_in_a_known_way"),
            known("because", Because, "check_has_a_reason"),
            hashed("digest", "check_has_a_digest"),
            hashed("position_hash", "check_names_the_seal_of_its_position"),
            CheckConstraint(condition=Q(position__gt=0) & Q(version__gt=0), name="check_is_at_a_position"),
        ]

    def __str__(self) -> str:
        return f"{self.link_id} at {self.position}"


class Voice(models.Model):
    """An office, or a donor, as the agent of the record that speaks for it."""

    code = models.CharField(max_length=80, unique=True)
    agent = models.OneToOneField("record.Agent", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [filled("code", "voice_is_of_an_office")]

    def __str__(self) -> str:
        return self.code


class Recorded(models.Model):
    """What an act said in public, as it stands in the record, with what was promised in it. Once for each act."""

    event = models.OneToOneField("audit.Event", on_delete=models.PROTECT, related_name="+")
    statement = models.OneToOneField("record.Statement", on_delete=models.PROTECT, related_name="+")
    commitment = models.OneToOneField("record.Commitment", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.event_id}"
