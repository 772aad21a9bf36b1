"""Who decided what about the record: proposals, retractions, what may be shown, and the log of all rows."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.record.kinds import DECIDED, Level, ProposalKind, ProposalState, Why
from sanad.record.models.checks import exactly_one, filled, hashed, known


class Proposal(models.Model):
    """What a rule reads in a text. It is never public; a person accepts, edits or rejects it.

    `payload` is the proposal as the importer tells it; `became` names the row that was made of it. One whose decision
    was taken back stays as it was decided; another of the same place, which `undoes` it, waits instead.
    """

    layer = models.ForeignKey("record.TextLayer", on_delete=models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=10, choices=ProposalKind)
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    payload = models.JSONField()
    extractor = models.CharField(max_length=32)
    extractor_version = models.CharField(max_length=32)
    rule = models.CharField(max_length=64)
    confidence = models.DecimalField(max_digits=4, decimal_places=3)
    state = models.CharField(max_length=8, choices=ProposalState, default=ProposalState.OPEN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)
    became = models.CharField(max_length=64, blank=True)
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")

    class Meta:
        constraints: ClassVar = [
            known("kind", ProposalKind, "proposal_kind_is_known"),
            filled("rule", "proposal_names_its_rule"),
            CheckConstraint(condition=Q(confidence__gte=0, confidence__lte=1), name="proposal_confidence_is_a_share"),
            CheckConstraint(condition=Q(start__gte=0, end__gt=F("start")), name="proposal_ends_after_it_begins"),
            CheckConstraint(
                condition=Q(state=ProposalState.OPEN, by=None, at=None, became="")
                | Q(state=ProposalState.OBSOLETE, became="")
                | Q(state__in=[*DECIDED], by__isnull=False, at__isnull=False),
                name="proposal_is_decided_by_a_person",
            ),
            CheckConstraint(
                condition=~Q(state__in=[ProposalState.ACCEPTED, ProposalState.EDITED]) | ~Q(became=""),
                name="proposal_accepted_became_something",
            ),
            UniqueConstraint(
                fields=["layer", "kind", "start", "end", "extractor_version"],
                condition=Q(undoes=None),
                name="proposal_is_made_once",
            ),
            CheckConstraint(condition=Q(undoes=None) | ~Q(undoes=F("id")), name="proposal_does_not_undo_itself"),
        ]
        indexes: ClassVar = [models.Index(fields=["layer", "start"], name="proposal_in_the_text")]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}-{self.end}"


class Retraction(models.Model):
    """Something is taken back. It stays where it is, marked, and so is everything that rests on it."""

    capture = models.ForeignKey("record.Capture", null=True, on_delete=models.PROTECT, related_name="retractions")
    work = models.ForeignKey("record.Work", null=True, on_delete=models.PROTECT, related_name="retractions")
    account = models.ForeignKey("record.Account", null=True, on_delete=models.PROTECT, related_name="retractions")
    statement = models.ForeignKey("record.Statement", null=True, on_delete=models.PROTECT, related_name="retractions")
    commitment = models.ForeignKey("record.Commitment", null=True, on_delete=models.PROTECT, related_name="retractions")
    kind = models.CharField(max_length=16, choices=Why)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()
    evidence = models.ForeignKey("record.Span", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            known("kind", Why, "retraction_kind_is_known"),
            filled("reason", "retraction_has_a_reason"),
            exactly_one("capture", "work", "account", "statement", "commitment", name="retraction_is_of_one_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Reached(models.Model):
    """A statement whose chain passes what was retracted."""

    retraction = models.ForeignKey(Retraction, on_delete=models.PROTECT, related_name="reached")
    statement = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="reached_by")

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["retraction", "statement"], name="retraction_reaches_a_statement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.retraction_id}: {self.statement_id}"


class Disclosure(models.Model):
    """What may be shown of an agent or a statement, from now on; the last one counts. Without one nothing is public.

    `legal_note` says by which right a living private person is shown.
    """

    agent = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="disclosures")
    statement = models.ForeignKey("record.Statement", null=True, on_delete=models.PROTECT, related_name="disclosures")
    level = models.CharField(max_length=10, choices=Level)
    until = models.DateField(null=True)
    shown_as = models.CharField(max_length=200, blank=True)
    reason = models.TextField()
    legal_note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            known("level", Level, "disclosure_level_is_known"),
            filled("reason", "disclosure_has_a_reason"),
            exactly_one("agent", "statement", name="disclosure_is_of_one_thing"),
            CheckConstraint(
                condition=Q(level=Level.EMBARGO, until__isnull=False) | (~Q(level=Level.EMBARGO) & Q(until=None)),
                name="disclosure_under_embargo_has_its_day",
            ),
            CheckConstraint(
                condition=(Q(level=Level.PSEUDONYM) & ~Q(shown_as="")) | (~Q(level=Level.PSEUDONYM) & Q(shown_as="")),
                name="disclosure_under_another_name_has_it",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["level", "statement"], name="disclosure_level_statement")]

    def __str__(self) -> str:
        return f"{self.level} {self.pk}"


class Sealing(models.Model):
    """A capture whose key was destroyed: asked for by one person and carried out by another. Hash and log stay."""

    capture = models.OneToOneField("record.Capture", on_delete=models.PROTECT, related_name="sealing")
    reason = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            filled("reason", "sealing_has_a_reason"),
            CheckConstraint(
                condition=Q(done_by=None, done_at=None) | Q(done_by__isnull=False, done_at__isnull=False),
                name="sealing_is_done_whole",
            ),
            CheckConstraint(condition=Q(done_by=None) | ~Q(done_by=F("asked_by")), name="sealing_takes_two_persons"),
        ]

    def __str__(self) -> str:
        return f"{self.capture_id} {self.done_at or 'asked'}"


class LogRow(models.Model):
    """The digest of one row as it was written, by the act that wrote it. The act is sealed into the chain of all acts
    with the Merkle root of its log rows: a row, a log row or an act that is changed later no longer fits.
    """

    event = models.ForeignKey("audit.Event", on_delete=models.PROTECT, related_name="+")
    place = models.IntegerField()
    table = models.CharField(max_length=32)
    row = models.BigIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            hashed("digest", "log_row_is_a_digest"),
            UniqueConstraint(fields=["event", "place"], name="log_row_has_its_place"),
        ]
        indexes: ClassVar = [models.Index(fields=["table", "row", "id"], name="log_row_of_a_row")]

    def __str__(self) -> str:
        return f"{self.table}:{self.row}"
