"""What was said: by whom, to whom, in which words, in which order."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.audit.whole import all_whole
from sanad.record.kinds import (
    IN_MARKS,
    NOBODY,
    Basis,
    Bound,
    Order,
    SpeakerStatus,
    SpeechRole,
    StatementKind,
    Verbatim,
)
from sanad.record.models.checks import dated, exactly_one, hashed, known


class Statement(models.Model):
    """One thing said, thought, promised or told, at one place of a held text; confirmed by a person.

    It is never changed: a correction is another row that `revises` this one. It never says that something is true.
    `cue` is the word that attributes it, `manner` how it was said (whispered), `narrative_no` its place in the telling,
    which is not the order in which things happened. `iterated` is said again and again to many.
    """

    account = models.ForeignKey("record.Account", on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=12, choices=StatementKind)
    speaker = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="said")
    speaker_status = models.CharField(max_length=16, choices=SpeakerStatus)
    speaker_evidence = models.ForeignKey("record.Span", null=True, on_delete=models.PROTECT, related_name="+")
    speaker_note = models.TextField(blank=True)
    content = models.ForeignKey("record.Span", on_delete=models.PROTECT, related_name="statements")
    verbatim = models.CharField(max_length=20, choices=Verbatim)
    recording = models.ForeignKey("record.TextLayer", null=True, on_delete=models.PROTECT, related_name="+")
    is_labelled = models.BooleanField(default=False)
    cue = models.ForeignKey("record.Span", null=True, on_delete=models.PROTECT, related_name="+")
    manner = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)
    when = models.CharField(max_length=32, blank=True)
    when_basis = models.CharField(max_length=8, choices=Basis, blank=True)
    narrative_no = models.IntegerField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    iterated = models.BooleanField(default=False)
    event = models.ForeignKey("record.Event", null=True, on_delete=models.PROTECT, related_name="statements")
    revises = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="revised_by")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()
    rec_hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            known("kind", StatementKind, "statement_kind_is_known"),
            known("verbatim", Verbatim, "statement_verbatim_is_known"),
            dated("when", "statement_day_is_edtf"),
            hashed("rec_hash", "statement_has_its_hash"),
            CheckConstraint(
                condition=Q(speaker=None, speaker_status__in=[*NOBODY])
                | Q(
                    speaker__isnull=False,
                    speaker_status__in=[one for one in SpeakerStatus.values if one not in NOBODY],
                ),
                name="statement_without_a_speaker_says_so",
            ),
            CheckConstraint(
                condition=Q(speaker=None) | Q(speaker_evidence__isnull=False) | ~Q(speaker_note=""),
                name="statement_speaker_has_evidence_or_a_note",
            ),
            CheckConstraint(
                condition=~Q(kind__in=[StatementKind.DIRECT, StatementKind.NESTED]) | Q(verbatim__in=[*IN_MARKS]),
                name="statement_in_marks_is_verbatim",
            ),
            CheckConstraint(
                condition=Q(verbatim=Verbatim.RECORDING_CHECKED, recording__isnull=False)
                | (~Q(verbatim=Verbatim.RECORDING_CHECKED) & Q(recording=None)),
                name="statement_checked_by_ear_has_its_recording",
            ),
            CheckConstraint(
                condition=~Q(kind=StatementKind.NESTED) | Q(parent__isnull=False), name="statement_nested_has_a_parent"
            ),
            CheckConstraint(
                condition=Q(when="", when_basis="") | (~Q(when="") & Q(when_basis__in=Basis.values)),
                name="statement_day_is_stated_or_concluded",
            ),
            CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="statement_is_not_its_own_parent"),
            CheckConstraint(condition=Q(revises=None) | ~Q(revises=F("id")), name="statement_does_not_revise_itself"),
            CheckConstraint(condition=Q(narrative_no__gt=0), name="statement_has_its_place_in_the_telling"),
        ]
        indexes: ClassVar = [models.Index(fields=["account", "narrative_no"], name="statement_told_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class StatementRole(models.Model):
    """Who was spoken to, overheard it, passed it on, is spoken of, or was not to know."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="roles")
    agent = models.ForeignKey("record.Agent", on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=10, choices=SpeechRole)
    span = models.ForeignKey("record.Span", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            known("role", SpeechRole, "speech_role_is_known"),
            UniqueConstraint(fields=["statement", "agent", "role"], name="speech_role_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.agent_id} {self.role}"


class StatementPart(models.Model):
    """A part of a statement in which another voice speaks than in the rest: two voices in one pair of marks.

    `speaker` is empty where nobody can tell. The parts of a statement cover its content without a gap or an overlap.
    """

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="parts")
    span = models.ForeignKey("record.Span", on_delete=models.PROTECT, related_name="+")
    ordinal = models.IntegerField()
    speaker = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="parts_said")

    class Meta:
        constraints: ClassVar = [
            UniqueConstraint(fields=["statement", "ordinal"], name="statement_part_has_its_place"),
            UniqueConstraint(fields=["statement", "span"], name="statement_part_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}/{self.ordinal}"


class Place(models.Model):
    """A statement's rank in the order of what happened, as far as anybody says; it grows along *before*."""

    statement = models.OneToOneField(Statement, primary_key=True, on_delete=models.PROTECT, related_name="order_place")
    rank = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [CheckConstraint(condition=Q(rank__gte=0), name="place_rank_is_not_negative")]

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.rank}"


class EventOrder(models.Model):
    """`first` was said before `then`, is answered by it, or at the same time; apart from the order of telling."""

    first = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="later")
    then = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="earlier")
    relation = models.CharField(max_length=10, choices=Order)
    basis = models.CharField(max_length=8, choices=Basis)
    evidence = models.ForeignKey("record.Span", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            known("relation", Order, "order_relation_is_known"),
            CheckConstraint(condition=~Q(first=F("then")), name="order_is_of_two"),
            CheckConstraint(
                condition=Q(basis=Basis.STATED, evidence__isnull=False) | (Q(basis=Basis.INFERRED) & ~Q(why="")),
                name="order_is_stated_or_says_why_it_is_concluded",
            ),
            UniqueConstraint(fields=["first", "then", "relation"], name="order_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.relation} {self.then_id}"


class Reaction(models.Model):
    """What a statement answers or speaks against: another statement, an account, or an event."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="reactions")
    to_statement = models.ForeignKey(Statement, null=True, on_delete=models.PROTECT, related_name="reactions_to")
    to_account = models.ForeignKey("record.Account", null=True, on_delete=models.PROTECT, related_name="reactions_to")
    to_event = models.ForeignKey("record.Event", null=True, on_delete=models.PROTECT, related_name="reactions_to")

    class Meta:
        constraints: ClassVar = [
            exactly_one("to_statement", "to_account", "to_event", name="reaction_is_to_one_thing"),
            CheckConstraint(
                condition=Q(to_statement=None) | ~Q(to_statement=F("statement")), name="reaction_is_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} reacts"


class Figure(models.Model):
    """A sum as somebody states it: minor units, bound and purpose. It is a claim, and never touches the ledger."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="figures")
    span = models.ForeignKey("record.Span", on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    bound = models.CharField(max_length=10, choices=Bound)
    purpose = models.CharField(max_length=300)
    payer = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="+")
    payee = models.ForeignKey("record.Agent", null=True, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            known("bound", Bound, "figure_bound_is_known"),
            CheckConstraint(condition=all_whole("amount"), name="figure_is_in_whole_minor_units"),
            CheckConstraint(condition=Q(amount__gte=0), name="figure_is_not_negative"),
            CheckConstraint(condition=Q(currency__regex=r"^[A-Z]{3}$"), name="figure_names_its_currency"),
            CheckConstraint(condition=~Q(purpose=""), name="figure_says_what_it_is_for"),
            UniqueConstraint(fields=["statement", "span"], name="figure_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.bound} {self.amount} {self.currency}"
