import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import typer
from django.conf import settings
from django.core.management import BaseCommand

from sanad.audit.checkpoints import signing_key
from sanad.audit.models import Chain, Event
from sanad.audit.verification import Finding, verify_chain
from sanad.ops.ground_words import say, says
from sanad.ops.stopping import FAILED, Hearer


class Command(BaseCommand):
    help = "Name everything that is not as it was sealed."
    requires_system_checks = ()
    stealth_options = ("hearer",)

    def handle(self, *_args: str, hearer: Hearer, **_options: Any) -> None:
        key = signing_key(settings.MASTER_KEY).public_key()
        now = datetime.now(UTC)
        findings = list(verify_chain(now=now, checkpoints=settings.CHECKPOINTS_ROOT, key=key))
        if hearer.as_json:
            typer.echo(json.dumps(_as_data(findings), ensure_ascii=False, indent=2))
        else:
            _tell(findings, hearer)
        if findings:
            raise typer.Exit(FAILED)


def _counts() -> dict[str, int]:
    head = Chain.objects.filter(pk=1).first()
    return {"events": Event.objects.count(), "position": head.length if head else 0}


def _as_data(findings: list[Finding]) -> dict[str, Any]:
    listed = [asdict(finding) | {"says": _sentence(finding)} for finding in findings]
    return {"sound": not findings, **_counts(), "findings": listed}


def _sentence(finding: Finding) -> dict[str, str]:
    return says(finding.code, first=finding.first, last=finding.last, where=finding.where)


def _tell(findings: list[Finding], hearer: Hearer) -> None:
    if not findings:
        counts = {name: f"{count:,}" for name, count in _counts().items()}
        typer.echo(say(hearer.lang, "sound", **counts))
        return
    typer.echo(say(hearer.lang, "unsound", count=len(findings)))
    for finding in findings:
        typer.echo(f"  {_sentence(finding)[hearer.lang]}")
