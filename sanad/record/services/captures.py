"""Keeping what came in, and the texts that are made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanad.evidence import keys, storage
from sanad.record.digests import sha256_of
from sanad.record.kinds import Method, ProposalState
from sanad.record.log import By, writing
from sanad.record.models import Capture, Proposal, TextLayer
from sanad.record.refusals import RecordRefused

LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class NewCapture:
    """`taken_from` is the SHA-256 of a container that it was taken out of."""

    content: bytes
    media_type: str
    method: Method
    retrieved_at: datetime
    url: str = ""
    http_meta: Mapping[str, Any] = field(default_factory=dict)
    taken_from: str = ""


@dataclass(frozen=True, slots=True)
class NewLayer:
    text: str
    producer: str
    producer_version: str
    language: str
    params: Mapping[str, Any] = field(default_factory=dict)


def keep_capture(new: NewCapture, by: By) -> tuple[Capture, bool]:
    """Keep the bytes as they are, encrypted; whether they are new to us. The same bytes are kept once.

    A page of an address that was captured before with other bytes is a capture of its own that names the one before.
    Raises RecordRefused: empty, too_large.
    """
    if not new.content or len(new.content) > LARGEST:
        raise RecordRefused("too_large" if new.content else "empty", bytes=len(new.content))
    sha256 = sha256_of(new.content)
    known = Capture.objects.filter(sha256=sha256).first()
    if known:
        return known, False
    try:
        with transaction.atomic():
            return _kept(new, sha256, by), True
    except IntegrityError:
        # Somebody kept the same bytes at this moment.
        return Capture.objects.get(sha256=sha256), False


def _kept(new: NewCapture, sha256: str, by: By) -> Capture:
    key = keys.new_key(by.at)
    stored = storage.store(keys.seal_content(key, new.content))
    before = Capture.objects.filter(url=new.url).order_by("-id").first() if new.url else None
    with writing("record.capture", by, {"bytes": len(new.content)}) as written:
        capture = written.put(
            Capture(
                sha256=sha256,
                key=key,
                stored=stored,
                media_type=new.media_type,
                byte_len=len(new.content),
                url=new.url,
                retrieved_at=new.retrieved_at,
                retrieved_by=by.user,
                method=new.method,
                http_meta=dict(new.http_meta),
                custody_prev_hash=new.taken_from or (before.sha256 if before else ""),
            )
        )
        written.named(capture)
    return capture


def add_layer(
    capture: Capture, new: NewLayer, by: By, *, made_from: TextLayer | None = None, instead_of: TextLayer | None = None
) -> TextLayer:
    """A text made of the capture. `instead_of` is the layer that it replaces: its open proposals become obsolete.

    Raises RecordRefused: empty, not_text, is_sealed, layer_is_replaced.
    """
    if not new.text or "\0" in new.text:
        raise RecordRefused("not_text" if new.text else "empty", capture=capture.pk)
    if Capture.objects.filter(pk=capture.pk, sealed_at__isnull=False).exists():
        raise RecordRefused("is_sealed", capture=capture.pk)
    same = {"capture": capture, "sha256": sha256_of(new.text.encode()), "producer": new.producer}
    known = TextLayer.objects.filter(**same, producer_version=new.producer_version).first()
    if known:
        return known
    with writing("record.layer", by) as written:
        layer = written.put(
            TextLayer(
                **same,
                made_from=made_from,
                text=new.text,
                length=len(new.text),
                producer_version=new.producer_version,
                params=dict(new.params),
                language=new.language,
                made_at=by.at,
            )
        )
        written.named(layer)
        if instead_of:
            _replace(instead_of, layer)
    return layer


def _replace(old: TextLayer, new: TextLayer) -> None:
    if not TextLayer.objects.filter(pk=old.pk, replaced_by=None).update(replaced_by=new):
        raise RecordRefused("layer_is_replaced", layer=old.pk)
    Proposal.objects.filter(layer=old, state=ProposalState.OPEN).update(state=ProposalState.OBSOLETE)
