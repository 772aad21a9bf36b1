"""A district of made-up families in the database: claims, people, homes and one issued round, written as sets.

What comes before the round is not measured anywhere and is written as rows; the round is decided and issued by the
engine and the services, so that its awards, reservations and notices are what they would be.
"""

import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from sanad.audit.bulk import advance_ids, insert
from sanad.caseload.making import Asked, make_round
from sanad.casework.awards.models import Round, State
from sanad.casework.claims.models import Claim
from sanad.casework.rounds.issuing import issue
from sanad.casework.rounds.selectors import folder_of
from sanad.evidence.keys import made_key, seal
from sanad.evidence.models import Key
from sanad.funds.models import Part
from sanad.funds.services import confirm_receipt, open_fund, receive_money
from sanad.places.models import Place, PlaceName, Source
from sanad.registry.models import Building, Dwelling, Household, Person, Representation
from sanad.rulebook.models import RuleSet
from sanad.rulebook.reading import load_programme
from sanad.rulebook.reading.canonical import hashed
from sanad.rulebook.services import freeze_rules
from sanad.staff.models import User

AT = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
ON = localdate(AT)
"""Of today: a worker beside the pages would make up for every day since an older round first."""
PROGRAMME = Path(__file__).parents[2] / "programmes" / "demo-southern-suburbs"
HOMES_A_BUILDING = 20
A_CLAIM = 150_000
"""What the fund holds for each claim, in cents: it reaches about every second family."""
RENAMED = """
    copy (
        select printf('BCH-%07d-0', row_number() over ()) as claim_id, * exclude (claim_id)
        from read_parquet('{file}')
    ) to '{out}' (format parquet)
"""
CLAIM_COLUMNS = (
    *("id", "number", "client_id", "programme_id", "household_id", "dwelling_id", "state", "channel", "received_at"),
)


def build_district(number: int, folder: Path) -> Round:
    """So many claims, and the round that decided them, issued."""
    lead, second = _people_of_the_office()
    rules = _rules(lead)
    file = _caseload(number, folder)
    with transaction.atomic():
        _claims(rules, number, lead)
        _fund(rules, number * A_CLAIM, lead, second)
    round_ = _decided(rules, file, number, lead, second)
    issue(round_, AT)
    return round_


def _people_of_the_office() -> tuple[User, User]:
    found = [User.objects.create_user(f"{name}@example.org", name.title()) for name in ("lead", "second")]
    return found[0], found[1]


def _rules(lead: User) -> RuleSet:
    declared = hashed(replace(load_programme(PROGRAMME), status="operative"))
    return freeze_rules(declared=declared, prefix="BCH", at=AT, by=lead)


def _caseload(number: int, folder: Path) -> Path:
    made, renamed = folder / "made.parquet", folder / "claims.parquet"
    command = [
        sys.executable,
        "-m",
        "sanad",
        "generate",
        str(PROGRAMME),
        str(number),
        "--seed",
        "1",
        "--out",
        str(made),
    ]
    subprocess.run(command, check=True, capture_output=True)
    duckdb.execute(RENAMED.format(file=made, out=renamed))
    return renamed


def _claims(rules: RuleSet, number: int, by: User) -> None:
    keys = Key.objects.bulk_create((made_key(AT) for _ in range(number)), 5_000)
    households = Household.objects.bulk_create(
        (Household(reference=f"H-{at:07}", key=key, registered_at=AT) for at, key in enumerate(keys)), 5_000
    )
    _speakers(households, number)
    insert(Claim, CLAIM_COLUMNS, _claim_rows(rules, households, _homes(number)))
    advance_ids(Claim)


def _speakers(households: list[Household], number: int) -> None:
    keys = Key.objects.bulk_create((made_key(AT) for _ in range(number)), 5_000)
    people = Person.objects.bulk_create(
        (Person(reference=f"P-{at:07}", key=key, name=seal(key, f"كريم {at}")) for at, key in enumerate(keys)), 5_000
    )
    pairs = zip(households, people, strict=True)
    Representation.objects.bulk_create(
        (Representation(household=household, person=person, since=ON) for household, person in pairs), 5_000
    )


def _homes(number: int) -> list[Dwelling]:
    source = Source.objects.create(code="bench", title="bench", publisher="bench")
    place = Place.objects.create(code="bench", kind="district", source=source)
    for language, text in (("en", "Hayy al-Rummana"), ("ar", "حي الرمانة")):
        PlaceName.objects.create(place=place, language=language, text=text, is_main=True, source=source)
    buildings = Building.objects.bulk_create(
        (Building(reference=f"B-{at:06}", place=place, label=str(at)) for at in range(-(-number // HOMES_A_BUILDING))),
        5_000,
    )
    return Dwelling.objects.bulk_create(
        (
            Dwelling(reference=f"D-{at:07}", building=buildings[at // HOMES_A_BUILDING], label=str(at))
            for at in range(number)
        ),
        5_000,
    )


def _claim_rows(rules: RuleSet, households: list[Household], homes: list[Dwelling]) -> Iterator[tuple[object, ...]]:
    at = AT.isoformat(sep=" ")
    for place, (household, home) in enumerate(zip(households, homes, strict=True), 1):
        number = f"BCH-{place:07}-0"
        pair = household.pk, home.pk
        yield place, number, f"{place:032x}", rules.programme_id, *pair, "complete", "desk", at


def _fund(rules: RuleSet, amount: int, by: User, second: User) -> None:
    names = {"en": "Cedar Fund", "ar": "صندوق الأرز"}
    fund = open_fund(code="cedar", names=names, currency="USD", programmes=[rules.programme.key], by=by, at=AT)
    part, receipt = Part.objects.get(fund=fund), uuid.uuid4()
    receive_money(id=receipt, part=part, amount=amount, bank_reference="bench", received_on=ON, by=by, at=AT)
    confirm_receipt(receipt=receipt, by=second, at=AT)


def _decided(rules: RuleSet, file: Path, number: int, lead: User, second: User) -> Round:
    """The round as it stands when its issue begins."""
    round_ = Round(programme=rules.programme, number=1, rules=rules, on=ON, asked_by=lead, asked_at=AT)
    funds = file.with_name("funds.csv")
    funds.write_text(f"fund,currency,amount,earmarks\ncedar/general,USD,{number * A_CLAIM // 100},\n", encoding="utf-8")
    Path(settings.ROUNDS_ROOT).mkdir(parents=True, exist_ok=True)
    declared = hashed(replace(load_programme(PROGRAMME), status="operative"))
    made = make_round(Asked(declared, file, ON, folder_of(round_), funds=funds), lambda _step: None)
    totals = made.meta["counts"]["totals"]
    round_.state, round_.claims = State.ISSUING, number
    round_.decided_by, round_.decided_at, round_.issued_by = second, AT, second
    round_.result_hash, round_.seal = made.meta["result_hash"], made.meta["seal"]
    round_.awarded, round_.due_now, round_.reserves = totals["net"], totals["due_now"], totals["allocated"]
    round_.awards = made.meta["counts"]["outcomes"]["award"]
    round_.save()
    return round_
