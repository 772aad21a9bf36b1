"""The loop: read a claim, decide it, save its award and its lines in one transaction, go on to the next."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction

from benchmarks.django_loop.deciding import Decided, Decision
from benchmarks.django_loop.models import Award, AwardLine, Claim, Rate
from benchmarks.django_loop.rates import Rates, store_rates
from benchmarks.measuring import Stopwatch
from benchmarks.programmes_here import rules_of


class Command(BaseCommand):
    help = "Decide the claims of a file, one at a time, and say how long it took."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("claims", type=Path)
        parser.add_argument("number", type=int)
        parser.add_argument("on", type=date.fromisoformat)
        parser.add_argument("out", type=Path)

    def handle(self, *, claims: Path, number: int, on: date, out: Path, **_: Any) -> None:
        make_tables()
        store_rates(rules_of("speed-alone"))
        store_claims(pq.read_table(claims).slice(0, number))
        watch = Stopwatch()
        with watch.running():
            decide_all(on)
        write_awards(out)
        self.stdout.write(json.dumps({"decide": watch.seconds()}))


def make_tables() -> None:
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        for model in (Claim, Rate, Award, AwardLine):
            editor.create_model(model)


def store_claims(claims: pa.Table) -> None:
    Claim.objects.bulk_create([Claim(**row) for row in claims.to_pylist()], batch_size=1_000)


def decide_all(on: date) -> None:
    rates = Rates()
    for claim in Claim.objects.order_by("claim_id").iterator():
        save(claim, Decision(claim, rates, on).decide())


@transaction.atomic
def save(claim: Claim, decided: Decided) -> None:
    lines = decided.lines.values()
    award = Award.objects.create(
        claim=claim,
        outcome=decided.outcome,
        net=decided.net,
        due_now=decided.due_now,
        left=decided.left,
        capped=sum(line.asked - line.amount - line.taken for line in lines),
        deducted=sum(line.taken for line in lines),
        priority=decided.priority,
    )
    AwardLine.objects.bulk_create(
        AwardLine(award=award, name=name, outcome=line.outcome, amount=line.shown)
        for name, line in decided.lines.items()
    )


def write_awards(out: Path) -> None:
    rows = [_row(award) for award in Award.objects.select_related("claim").prefetch_related("lines")]
    pq.write_table(pa.Table.from_pylist(rows), out)


def _row(award: Award) -> dict[str, Any]:
    row: dict[str, Any] = {"claim_id": award.claim.claim_id}
    for column in ("outcome", "net", "due_now", "left", "capped", "deducted", "priority"):
        row[column] = getattr(award, column)
    for line in award.lines.all():
        row |= {line.name: line.amount, f"{line.name}_outcome": line.outcome}
    return row
