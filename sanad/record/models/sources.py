"""Where it comes from: works, the tellings in them, and how a telling went from one to the next."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.record.kinds import Authenticity, Holding, Hop, Rights, SourceKind, WorkKind
from sanad.record.models.checks import dated, filled, known


class Node(models.Model):
    """A work or an account as a link of chains. `rank` grows along every hop, so that no chain can run in a circle."""

    kind = models.CharField(max_length=8, choices=SourceKind)
    rank = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            known("kind", SourceKind, "node_kind_is_known"),
            CheckConstraint(condition=Q(rank__gte=0), name="node_rank_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Work(models.Model):
    """Something published, recorded or written. One that is only cited has no capture: we know it from others, and
    `url` is the address that they give.
    """

    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="work")
    kind = models.CharField(max_length=16, choices=WorkKind)
    title = models.TextField()
    publisher = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="published")
    published = models.CharField(max_length=32, blank=True)
    language = models.CharField(max_length=8, blank=True)
    url = models.TextField(blank=True)
    holding = models.CharField(max_length=10, choices=Holding)
    capture = models.ForeignKey("record.Capture", null=True, on_delete=models.PROTECT, related_name="works")
    segment = models.ForeignKey("record.Segment", null=True, on_delete=models.PROTECT, related_name="works")
    rights = models.CharField(max_length=10, choices=Rights)
    authenticity = models.CharField(max_length=10, choices=Authenticity, default=Authenticity.UNVERIFIED)
    authenticity_by = models.ForeignKey("record.Statement", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            known("kind", WorkKind, "work_kind_is_known"),
            known("rights", Rights, "work_rights_are_known"),
            filled("title", "work_has_a_title"),
            dated("published", "work_day_is_edtf"),
            CheckConstraint(
                condition=Q(holding=Holding.HELD, capture__isnull=False)
                | Q(holding=Holding.CITED_ONLY, capture=None, segment=None),
                name="work_is_held_or_only_cited",
            ),
            CheckConstraint(
                condition=Q(authenticity=Authenticity.UNVERIFIED, authenticity_by=None)
                | Q(authenticity__in=[Authenticity.VERIFIED, Authenticity.DISPUTED], authenticity_by__isnull=False),
                name="work_authenticity_has_its_statement",
            ),
            UniqueConstraint(fields=["segment"], name="work_is_one_part_of_a_capture"),
        ]

    def __str__(self) -> str:
        return self.title


class Account(models.Model):
    """One telling within a work; `narrator` tells it, `about` is what it tells of. A work may hold several."""

    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="account")
    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="accounts")
    narrator = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="narrated")
    about = models.ForeignKey("record.Event", null=True, on_delete=models.PROTECT, related_name="accounts")
    label = models.CharField(max_length=200)
    language = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints: ClassVar = [
            filled("label", "account_has_a_label"),
            UniqueConstraint(fields=["work", "label"], name="account_is_told_once_in_a_work"),
        ]

    def __str__(self) -> str:
        return self.label


class Transmission(models.Model):
    """One hop: `child` has it from `parent`, or, at the beginning of a chain, from `event` or from a source not known.

    A hop that no text states carries who concluded it, when and why. What may have been lost on the way is flagged.
    """

    child = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="hops_in")
    parent = models.ForeignKey(Node, null=True, on_delete=models.PROTECT, related_name="hops_out")
    event = models.ForeignKey("record.Event", null=True, on_delete=models.PROTECT, related_name="witnessed")
    kind = models.CharField(max_length=12, choices=Hop)
    agent = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="passed_on")
    when = models.CharField(max_length=32, blank=True)
    is_stated = models.BooleanField()
    evidence = models.ForeignKey("record.Span", null=True, on_delete=models.PROTECT, related_name="+")
    inferred_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    inferred_at = models.DateTimeField(null=True)
    why = models.TextField(blank=True)
    is_translation = models.BooleanField(default=False)
    is_abridged = models.BooleanField(default=False)
    is_anonymous = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            known("kind", Hop, "hop_kind_is_known"),
            dated("when", "hop_day_is_edtf"),
            CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("child")), name="hop_is_not_from_itself"),
            CheckConstraint(condition=Q(parent=None) | Q(event=None), name="hop_begins_at_one_place"),
            CheckConstraint(
                condition=Q(is_stated=True, evidence__isnull=False, inferred_by=None, inferred_at=None, why="")
                | (Q(is_stated=False, inferred_by__isnull=False, inferred_at__isnull=False) & ~Q(why="")),
                name="hop_is_stated_or_says_why_it_is_concluded",
            ),
            UniqueConstraint(fields=["child", "parent", "kind"], name="hop_is_written_once"),
            UniqueConstraint(fields=["child", "kind"], condition=Q(parent=None), name="beginning_is_written_once"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} <- {self.parent_id} {self.kind}"
