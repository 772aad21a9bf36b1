"""A decided round stored in the database: every award with its lines and the one hash over them, then committed.

The database is the embedded one, made new, or an empty one that SANAD_DATABASE_URL names.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import django
import duckdb
from django.core.management import call_command
from django.db import connection, transaction

from sanad.ops.lean import without_pandas

without_pandas()
django.setup()

from benchmarks.measuring import Stopwatch  # noqa: E402  Django has to be set up before its models are loaded
from sanad.audit.bulk import advance_ids, insert  # noqa: E402
from sanad.casework.awards.models import Round  # noqa: E402
from sanad.casework.awards.storing import store_awards  # noqa: E402
from sanad.casework.claims.models import Claim  # noqa: E402
from sanad.evidence.models import Key  # noqa: E402
from sanad.places.models import Place, Source  # noqa: E402
from sanad.registry.models import Building, Dwelling, Household  # noqa: E402
from sanad.rulebook.models import Programme, RuleSet  # noqa: E402
from sanad.staff.models import User  # noqa: E402

AT, ON = datetime(2026, 1, 5, 9, tzinfo=UTC), date(2026, 1, 5)
SIDE = 1_000
"""So many households and so many homes: each of 1,000,000 claims is a pair of its own."""
CLAIM_COLUMNS = (
    *("id", "number", "client_id", "programme_id", "household_id", "dwelling_id", "state", "channel", "received_at"),
)
AWARDS = """
    copy (
        select
            printf('BCH-%07d-0', claim) as claim_id,
            case when claim % 5 = 4 then 'defer' else 'award' end as outcome,
            case when claim % 5 = 4 then ['works_first'] else []::varchar[] end as reasons,
            'USD' as currency,
            case when claim % 5 < 4 then 3300000 + claim % 7 end as net,
            case when claim % 5 < 4 then 650000 end as due_now,
            case when claim % 5 < 4 then claim + 1 end as queue_place,
            case when claim % 5 < 4 then claim * 650000 end as money_ahead,
            case when claim % 5 < 4 then 600000 end as shelter, outcome as shelter_outcome,
            case when claim % 5 < 4 then 300000 end as furniture, outcome as furniture_outcome,
            case when claim % 5 < 4 then 2400000 + claim % 7 end as repair, outcome as repair_outcome
        from range({number}) as numbers(claim)
    ) to '{file}' (format parquet)
"""
DUES = """
    copy (
        select printf('BCH-%07d-0', claim) as claim_id, line, 325000 as due, 0::bigint as paid
        from range({number}) as numbers(claim), (values ('shelter'), ('repair')) as lines(line)
        where claim % 5 < 4
    ) to '{file}' (format parquet)
"""


def main(number: int, folder: Path) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    dues = folder / "dues.parquet"
    duckdb.execute(AWARDS.format(number=number, file=folder / "awards.parquet"))
    duckdb.execute(DUES.format(number=number, file=dues))
    round_ = caseload(number)
    watch = Stopwatch()
    with watch.running(), transaction.atomic():
        rows = store_awards(round_, folder, dues)
    said = {"decide": watch.seconds(), "awards": rows.count, "database": connection.vendor}
    print(json.dumps(said))  # noqa: T201 -- read by the measurer


@transaction.atomic
def caseload(number: int) -> Round:
    """Claims of a programme, written as rows: what comes before the round is not measured here."""
    lead = User.objects.create_user("lead@example.org", "Lead")
    programme = Programme.objects.create(key="bench", prefix="BCH", title={}, issuer={}, currency="USD")
    rules = RuleSet.objects.create(
        programme=programme, hash="0" * 64, status="operative", text="{}", frozen_at=AT, frozen_by=lead
    )
    insert(Claim, CLAIM_COLUMNS, claim_rows(number, programme, households(), homes()))
    advance_ids(Claim)
    return Round.objects.create(programme=programme, number=1, rules=rules, on=ON, asked_by=lead, asked_at=AT)


def claim_rows(
    number: int, programme: Programme, households: list[Household], homes: list[Dwelling]
) -> Iterator[tuple[object, ...]]:
    at = AT.isoformat(sep=" ")
    for claim in range(number):
        pair = households[claim % SIDE].pk, homes[claim // SIDE % SIDE].pk
        yield claim + 1, f"BCH-{claim:07}-0", f"{claim:032x}", programme.pk, *pair, "complete", "desk", at


def households() -> list[Household]:
    keys = Key.objects.bulk_create(Key(wrapped=b"0", made_at=AT) for _ in range(SIDE))
    return Household.objects.bulk_create(
        Household(reference=f"H-{place:06}", key=key, registered_at=AT) for place, key in enumerate(keys)
    )


def homes() -> list[Dwelling]:
    source = Source.objects.create(code="bench", title="bench", publisher="bench")
    place = Place.objects.create(code="bench", kind="district", source=source)
    building = Building.objects.create(reference="B-000001", place=place, label="1")
    return Dwelling.objects.bulk_create(
        Dwelling(reference=f"D-{home:06}", building=building, label=str(home)) for home in range(SIDE)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
