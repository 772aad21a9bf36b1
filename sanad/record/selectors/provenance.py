"""Where a statement stands: its place, the hash of its text and of the bytes, and the line by which it is cited."""

from collections.abc import Collection
from dataclasses import dataclass

from sanad.evidence import keys, storage
from sanad.record.kinds import Rights
from sanad.record.models import Capture, Span, Statement, Work
from sanad.record.refusals import RecordRefused
from sanad.staff.roles import Role

OF_THE_RECORD = (Role.RECORD_KEEPER, Role.AUDITOR)


@dataclass(frozen=True, slots=True)
class Provenance:
    """`citation` names the work, its publisher and day, the place in the text, and the hashes that prove it."""

    span: Span
    text_sha256: str
    capture: Capture
    work: Work
    rec_hash: str

    @property
    def citation(self) -> str:
        work = self.work
        told = [work.title, str(work.publisher or ""), work.published, self.capture.url]
        place = f"{self.span.start}-{self.span.end}"
        proofs = [f"chars {place}", f"text sha256:{self.text_sha256}", f"capture sha256:{self.capture.sha256}"]
        return "; ".join([*filter(None, told), *proofs, f"record:{self.rec_hash}"])


def provenance_of(statement: Statement) -> Provenance:
    span = Span.objects.select_related("layer__capture").get(pk=statement.content_id)
    work = Work.objects.select_related("publisher").get(accounts=statement.account_id)
    return Provenance(span, span.layer.sha256, span.layer.capture, work, statement.rec_hash)


def may_see_bytes(work: Work, roles: Collection[str]) -> bool:
    """Those of the record see every page as it came in; others only what may be shown to all."""
    return work.rights == Rights.PUBLIC or not {*OF_THE_RECORD}.isdisjoint(roles)


def has_bytes_for(provenance: Provenance, roles: Collection[str]) -> bool:
    """Whether the page can still be read as it came in, by somebody with these roles."""
    return provenance.capture.sealed_at is None and may_see_bytes(provenance.work, roles)


def bytes_of(capture: Capture) -> bytes:
    """As they came in. Raises RecordRefused: is_sealed; storage.FileIsMissing, storage.FileIsDamaged."""
    if capture.sealed_at is not None:
        raise RecordRefused("is_sealed", capture=capture.pk)
    return keys.unseal_content(capture.key, storage.fetch(capture.stored))
