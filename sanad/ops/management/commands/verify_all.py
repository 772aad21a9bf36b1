import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import typer
from django.conf import settings
from django.core.management import BaseCommand

from sanad.audit.checkpoints import signing_key
from sanad.audit.models import Chain, Event
from sanad.audit.verification import verify_chain
from sanad.casework.awards.models import Round, State
from sanad.casework.awards.verification import verify_awards
from sanad.casework.payments.verification import verify_payments
from sanad.ledger.verification import verify_books
from sanad.ops.ground_words import say, says
from sanad.ops.record_findings import says_of_the_record, says_of_witnesses
from sanad.ops.stopping import FAILED, Hearer
from sanad.publication.verification import verify_releases
from sanad.record.verification import verify_record
from sanad.witnesses.verification import verify_witnesses


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was sealed; `what` is where and how, `says` the sentence in each language."""

    code: str
    what: dict[str, Any]
    says: dict[str, str]


class Command(BaseCommand):
    help = "Name everything that is not as it was sealed."
    requires_system_checks = ()
    stealth_options = ("hearer",)

    def handle(self, *_args: str, hearer: Hearer, **_options: Any) -> None:
        findings = [
            *_of_the_chain(),
            *_of_the_books(),
            *_of_the_awards(),
            *_of_the_payments(),
            *_of_the_releases(),
            *_of_the_record(),
            *_of_the_witnesses(),
        ]
        if hearer.as_json:
            listed = [{"code": one.code, **one.what, "says": one.says} for one in findings]
            found = {"sound": not findings, **_counts(), "findings": listed}
            typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        else:
            _tell(findings, hearer)
        if findings:
            raise typer.Exit(FAILED)


def _of_the_chain() -> Iterator[Finding]:
    key = signing_key(settings.MASTER_KEY).public_key()
    for one in verify_chain(now=datetime.now(UTC), checkpoints=settings.CHECKPOINTS_ROOT, key=key):
        what = {"first": one.first, "last": one.last, "where": one.where}
        yield Finding(one.code, what, says(one.code, **what))


def _of_the_books() -> Iterator[Finding]:
    for one in verify_books():
        what = {"where": one.where, "found": one.found, "expected": one.expected}
        yield Finding(f"books_{one.code}", what, says("books", code=one.code, **what))


def _of_the_awards() -> Iterator[Finding]:
    for one in verify_awards():
        what = {"round": one.round, "found": one.found, "issued": one.issued}
        yield Finding("awards", what, says("awards", **what))


def _of_the_payments() -> Iterator[Finding]:
    for one in verify_payments():
        what = {"fund": one.fund, "what": one.what, "found": one.found, "expected": one.expected}
        yield Finding("payments", what, says("payments_differ", **what))


def _of_the_releases() -> Iterator[Finding]:
    for one in verify_releases():
        what = {"release": one.release, "file": one.file}
        yield Finding("release", what, says("release_altered", **what))


def _of_the_record() -> Iterator[Finding]:
    for one in verify_record():
        yield Finding(f"record_{one.code}", {"what": one.what}, says_of_the_record(one.code, one.what))


def _of_the_witnesses() -> Iterator[Finding]:
    for one in verify_witnesses():
        yield Finding(f"witnesses_{one.code}", {"what": one.what}, says_of_witnesses(one.code, one.what))


def _counts() -> dict[str, int]:
    head = Chain.objects.filter(pk=1).first()
    issued = Round.objects.filter(state=State.ISSUED).count()
    return {"events": Event.objects.count(), "position": head.length if head else 0, "issued_rounds": issued}


def _tell(findings: list[Finding], hearer: Hearer) -> None:
    if not findings:
        counts = {name: f"{count:,}" for name, count in _counts().items()}
        typer.echo(say(hearer.lang, "sound", **counts))
        return
    typer.echo(say(hearer.lang, "unsound", count=len(findings)))
    for finding in findings:
        typer.echo(f"  {finding.says[hearer.lang]}")
