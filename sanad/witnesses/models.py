"""Who protected witnesses are, what families lodged, and what became of it.

The record knows its witnesses by pseudonyms and has no key to any table here: only from this side are the two joined.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from sanad.evidence.models import Key
from sanad.record.models.checks import dated, hashed, known

PROTECT = models.PROTECT


class Identity(models.Model):
    """A protected witness. Whatever tells who it is lies under a key of its own, and within that under the key of
    this store; without a name there is nothing of it at all.

    `case` is the number of a claim. `agent` is how the record knows the witness, once it does.
    """

    reference = models.CharField(max_length=16, unique=True)
    key = models.OneToOneField(Key, on_delete=PROTECT, related_name="+")
    name = models.BinaryField(null=True)
    aliases = models.BinaryField(null=True)
    contact = models.BinaryField(null=True)
    case = models.BinaryField(null=True)
    agent = models.OneToOneField("record.Agent", null=True, on_delete=PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(reference__regex=r"^W-[0-9]{6}$"), name="witness_is_named_by_a_number"),
            CheckConstraint(
                condition=Q(name__isnull=False) | Q(name=None, aliases=None, contact=None, case=None),
                name="witness_without_a_name_leaves_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Teller(models.TextChoices):
    """Who told it to the family."""

    OFFICE = "office", _("An office of the state or of the town")
    ORGANISATION = "organisation", _("An organisation or a committee")
    PERSON = "person", _("A person")
    UNKNOWN = "unknown", _("We do not know who")


class How(models.TextChoices):
    IN_PERSON = "in_person", _("Face to face")
    TELEPHONE = "telephone", _("By telephone")
    MESSAGE = "message", _("By a message or a letter")
    MEETING = "meeting", _("At a meeting")


class Lodged(models.Model):
    """What a family was told, as it says. Its words, who told it and where lie under the witness's key."""

    reference = models.CharField(max_length=16, unique=True)
    client_id = models.UUIDField(unique=True)
    identity = models.OneToOneField(Identity, on_delete=PROTECT, related_name="lodged")
    words = models.BinaryField()
    teller = models.CharField(max_length=16, choices=Teller)
    teller_words = models.BinaryField(null=True)
    how = models.CharField(max_length=16, choices=How)
    place = models.BinaryField(null=True)
    when = models.CharField(max_length=32, blank=True)
    lodged_at = models.DateTimeField()
    lodged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(reference__regex=r"^L-[0-9]{6}$"), name="lodged_is_named_by_a_number"),
            known("teller", Teller, "lodged_teller_is_known"),
            known("how", How, "lodged_way_is_known"),
            dated("when", "lodged_day_is_edtf"),
            CheckConstraint(
                condition=Q(teller=Teller.UNKNOWN, teller_words=None)
                | (~Q(teller=Teller.UNKNOWN) & Q(teller_words__isnull=False)),
                name="lodged_says_who_told_it_or_that_nobody_knows",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Trace(models.Model):
    """By which equal answers to several families are counted without reading any: keyed digests of the words and of
    the household. Deleted when the witness withdraws.
    """

    lodged = models.OneToOneField(Lodged, on_delete=PROTECT, related_name="trace")
    words = models.CharField(max_length=64)
    household = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            hashed("words", "trace_of_words_is_a_digest"),
            hashed("household", "trace_of_a_household_is_a_digest"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["words", "household"], name="trace_counted"),
            models.Index(fields=["household", "id"], name="trace_of_a_household"),
        ]

    def __str__(self) -> str:
        return self.words[:8]


class Use(models.TextChoices):
    """What a witness agrees to."""

    STATEMENT = "statement", _("It may become a statement in the record, under another name")
    CONTACT = "contact", _("We may ask about it")


class Consent(models.Model):
    identity = models.ForeignKey(Identity, on_delete=PROTECT, related_name="consents")
    use = models.CharField(max_length=16, choices=Use)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            known("use", Use, "consent_use_is_known"),
            CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_is_withdrawn_after_it_was_given",
            ),
            UniqueConstraint(
                fields=["identity", "use"], condition=Q(withdrawn_at=None), name="consent_to_a_use_stands_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.identity_id} {self.use}"


class TakenUp(models.Model):
    """What was lodged became a statement of a protected witness."""

    lodged = models.OneToOneField(Lodged, on_delete=PROTECT, related_name="taken_up")
    statement = models.OneToOneField("record.Statement", on_delete=PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.lodged_id}: {self.statement_id}"


class Withdrawal(models.Model):
    """A witness takes everything back. Asked by the family where nobody asked it for them (`asked_by` is empty).

    A family does it alone as long as nothing is in the record; afterwards `done_by` is the member of staff in whose
    name the record takes it back.
    """

    identity = models.OneToOneField(Identity, on_delete=PROTECT, related_name="withdrawal")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(
                condition=Q(done_at=None, done_by=None) | Q(done_at__gte=F("asked_at")),
                name="withdrawal_is_done_after_it_was_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.identity_id} {self.done_at or 'asked'}"


class Purpose(models.TextChoices):
    """Why somebody has to know who a witness is."""

    DANGER = "danger", _("The witness is in danger and has to be warned")
    ASK_BACK = "ask_back", _("The witness agreed to be asked")
    COURT = "court", _("A court orders it")


class Look(models.Model):
    """One person asks to see who a witness is, and another allows it; each time the name is shown is an act."""

    identity = models.ForeignKey(Identity, on_delete=PROTECT, related_name="looks")
    purpose = models.CharField(max_length=16, choices=Purpose)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=PROTECT, related_name="+")
    allowed_at = models.DateTimeField(null=True)
    allowed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            known("purpose", Purpose, "look_purpose_is_known"),
            CheckConstraint(
                condition=Q(allowed_at=None, allowed_by=None)
                | Q(allowed_at__gte=F("asked_at"), allowed_by__isnull=False),
                name="look_is_allowed_whole",
            ),
            CheckConstraint(condition=Q(allowed_by=None) | ~Q(allowed_by=F("asked_by")), name="look_takes_two_persons"),
        ]

    def __str__(self) -> str:
        return f"{self.identity_id} {self.purpose}"
