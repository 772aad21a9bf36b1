"""What came in: bytes as they were, the texts made of them, their parts, and places in a text."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.record.kinds import Method, SegmentKind
from sanad.record.models.checks import filled, hashed, known


class Capture(models.Model):
    """A page as it came in. The bytes lie encrypted under a key of their own; `stored` is the hash of what lies there.

    `custody_prev_hash` is the SHA-256 of what it was taken out of, such as a WARC, or of the capture of the same
    address before it. Sealing destroys the key: the hash stays, the bytes can never be read again.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    key = models.OneToOneField("evidence.Key", on_delete=models.PROTECT, related_name="+")
    stored = models.CharField(max_length=64)
    media_type = models.CharField(max_length=64)
    byte_len = models.BigIntegerField()
    url = models.TextField(blank=True)
    retrieved_at = models.DateTimeField()
    retrieved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=12, choices=Method)
    http_meta = models.JSONField(default=dict)
    custody_prev_hash = models.CharField(max_length=64, blank=True)
    timestamp_proofs = models.JSONField(default=list)
    sealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            hashed("sha256", "capture_is_named_by_its_hash"),
            hashed("stored", "capture_names_what_is_stored"),
            known("method", Method, "capture_method_is_known"),
            CheckConstraint(condition=Q(byte_len__gt=0), name="capture_is_not_empty"),
            CheckConstraint(
                condition=Q(custody_prev_hash="") | Q(custody_prev_hash__regex=r"^[0-9a-f]{64}$"),
                name="capture_names_what_it_was_taken_from",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["url", "id"], name="capture_url")]

    def __str__(self) -> str:
        return self.sha256[:12]


class TextLayer(models.Model):
    """A text made of a capture, or of another layer, by a named producer. Places in it count code points.

    `text` is empty only after the capture was sealed.
    """

    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="layers")
    made_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="made_into")
    text = models.TextField(null=True)  # noqa: DJ001  absent is sealed; an empty text is no text layer
    sha256 = models.CharField(max_length=64)
    length = models.BigIntegerField()
    producer = models.CharField(max_length=64)
    producer_version = models.CharField(max_length=32)
    params = models.JSONField(default=dict)
    language = models.CharField(max_length=8)
    made_at = models.DateTimeField()
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaces")

    class Meta:
        constraints: ClassVar = [
            hashed("sha256", "layer_is_named_by_its_hash"),
            filled("producer", "layer_names_its_producer"),
            CheckConstraint(condition=Q(text=None) | ~Q(text=""), name="layer_has_text"),
            CheckConstraint(condition=Q(length__gt=0), name="layer_says_how_long_it_is"),
            CheckConstraint(
                condition=Q(replaced_by=None) | ~Q(replaced_by=F("id")), name="layer_is_not_replaced_by_itself"
            ),
            UniqueConstraint(
                fields=["capture", "sha256", "producer", "producer_version"], name="layer_is_made_once_by_a_producer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.capture_id}/{self.producer}"


class Segment(models.Model):
    """A part of a text: an article and what stands in it (`within`), or a part of a recording with its times."""

    layer = models.ForeignKey(TextLayer, on_delete=models.PROTECT, related_name="segments")
    within = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=10, choices=SegmentKind)
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    ordinal = models.IntegerField()
    duplicate_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="duplicates")
    from_ms = models.BigIntegerField(null=True)
    to_ms = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            known("kind", SegmentKind, "segment_kind_is_known"),
            CheckConstraint(condition=Q(start__gte=0, end__gt=F("start")), name="segment_ends_after_it_begins"),
            CheckConstraint(
                condition=Q(from_ms=None, to_ms=None) | Q(from_ms__gte=0, to_ms__gte=F("from_ms")),
                name="segment_of_a_recording_has_both_times",
            ),
            UniqueConstraint(fields=["layer", "kind", "start", "end"], name="segment_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}-{self.end}"


class Span(models.Model):
    """A place in a text, by two selectors: where it stands, and what stands there with 32 signs on each side."""

    layer = models.ForeignKey(TextLayer, on_delete=models.PROTECT, related_name="spans")
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    exact = models.TextField(null=True)  # noqa: DJ001  absent is sealed
    prefix = models.CharField(max_length=32, null=True, blank=True)  # noqa: DJ001
    suffix = models.CharField(max_length=32, null=True, blank=True)  # noqa: DJ001

    class Meta:
        constraints: ClassVar = [
            CheckConstraint(condition=Q(start__gte=0, end__gt=F("start")), name="span_ends_after_it_begins"),
            CheckConstraint(
                condition=Q(exact=None, prefix=None, suffix=None)
                | Q(exact__isnull=False, prefix__isnull=False, suffix__isnull=False),
                name="span_is_whole_or_sealed",
            ),
            UniqueConstraint(fields=["layer", "start", "end"], name="span_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"
