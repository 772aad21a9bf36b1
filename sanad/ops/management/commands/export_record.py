import base64
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typer
from django.conf import settings
from django.core.management import BaseCommand
from django.utils.timezone import localdate

from sanad.audit.chaining import NOTHING_BEFORE
from sanad.audit.checkpoints import Checkpoint, signed, signing_key
from sanad.audit.made_up import is_made_up
from sanad.audit.models import Chain
from sanad.audit.sealing import seal_all
from sanad.ops.record_export_words import reason_in, say, says
from sanad.ops.stopping import FAILED, Hearer
from sanad.record.exporting.guard import NamesWouldLeave
from sanad.record.exporting.told import Counts, Head
from sanad.record.refusals import RecordRefused
from sanad.record.services.exports import export_record
from sanad.witnesses.scanning import scanner

SHOWN = 20
"""Places of names that a person is shown at once; `--json` has all of them."""


class Command(BaseCommand):
    help = "Write what may leave the record."
    requires_system_checks = ()
    stealth_options = ("hearer", "out", "on")

    def handle(self, *_args: str, hearer: Hearer, out: Path, on: str, **_options: Any) -> None:
        day = _day(on, hearer)
        seal_all(at=datetime.now(UTC))
        try:
            counts = export_record(out=out, on=day, head=_head, names_found=scanner())
        except RecordRefused as refused:
            hearer.stop(refused.code, says(refused.code, **refused.facts))
        except NamesWouldLeave as refused:
            _refuse(hearer, refused)
        except OSError as error:
            hearer.stop("cannot_write", says("cannot_write", out=out, error=error.strerror or error), FAILED)
        _tell(hearer, out, day, counts)


def _day(on: str, hearer: Hearer) -> date:
    """A day that is still to come would open what is closed until then."""
    today = localdate()
    try:
        day = date.fromisoformat(on) if on else today
    except ValueError:
        hearer.stop("not_a_day", says("not_a_day", on=on))
    if day > today:
        hearer.stop("not_a_day", says("not_a_day", on=on))
    return day


def _head() -> Head:
    chain = Chain.objects.filter(pk=1).first() or Chain(length=0, digest=NOTHING_BEFORE)
    key = signing_key(settings.MASTER_KEY)
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    return Head(chain.length, chain.digest, signed(Checkpoint(chain.length, chain.digest), key), public)


def _refuse(hearer: Hearer, refused: NamesWouldLeave) -> None:
    """Where a name stands, and never which."""
    places = refused.places if hearer.as_json else refused.places[:SHOWN]
    more = len(refused.places) - len(places)
    listed = "".join(f"\n  {place}" for place in places) + (f"\n  + {more}" if more else "")
    told = says("names_would_leave", count=len(refused.places))
    hearer.stop("names_would_leave", {lang: f"{words}{listed}" for lang, words in told.items()}, FAILED)


def _tell(hearer: Hearer, out: Path, day: date, counts: Counts) -> None:
    if hearer.as_json:
        told = {
            "folder": str(out),
            "on": day.isoformat(),
            "made_up": is_made_up(),
            "confirmed": counts.confirmed,
            "exported": counts.exported,
            "held_back": dict(counts.held_back),
            "texts_held_back": counts.texts_held_back,
            "questions_held_back": counts.questions_held_back,
            "commitments_held_back": counts.commitments_held_back,
        }
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    gaps = {
        "exported": counts.exported,
        "confirmed": counts.confirmed,
        "rest": sum(counts.held_back.values()),
        "texts": counts.texts_held_back,
        "questions": counts.questions_held_back,
        "commitments": counts.commitments_held_back,
    }
    typer.echo(say(hearer.lang, "exported", out=out, **{name: f"{count:,}" for name, count in gaps.items()}))
    for reason, count in counts.held_back.items():
        typer.echo(f"  {reason_in(reason, hearer.lang)}: {count:,}")
    if is_made_up():
        typer.echo(say(hearer.lang, "made_up"))
