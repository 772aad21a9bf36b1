"""Commitments held against many payments: a district with its round, then months of payments written as rows.

The payments are written as the services leave them: reserved, sent, and settled by a bank statement with its act; then
so many commitments are linked, to the programme, to lines of it, to sets of a hundred claims, to the fund and to
buildings, and all of them are asked at the last sealed position.
"""

import json
import sys
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, transaction

django.setup()

from benchmarks.steps.district import AT, build_district  # noqa: E402  Django has to be set up first
from sanad.audit.bulk import advance_ids, insert  # noqa: E402
from sanad.audit.models import Event  # noqa: E402
from sanad.audit.sealing import seal_all  # noqa: E402
from sanad.audit.services import record  # noqa: E402
from sanad.casework.allocations.models import Reservation  # noqa: E402
from sanad.casework.awards.models import Award  # noqa: E402
from sanad.casework.claims.models import Claim  # noqa: E402
from sanad.casework.payments.models import (  # noqa: E402
    BankLine,
    BankStatement,
    Payee,
    PayeeAccount,
    Payment,
    PaymentPart,
    PaymentRun,
)
from sanad.casework.payments.services.moving import movement_id  # noqa: E402
from sanad.evidence.keys import new_key  # noqa: E402
from sanad.funds.models import Fund, Part  # noqa: E402
from sanad.ledger.kinds import AccountKind  # noqa: E402
from sanad.ledger.models import Transfer  # noqa: E402
from sanad.ledger.services import open_account  # noqa: E402
from sanad.outcomes.checking import check, standing_links  # noqa: E402
from sanad.outcomes.kinds import Asked, Share  # noqa: E402
from sanad.outcomes.models import ClaimOfSet, ClaimSet, LedgerCheck, Link  # noqa: E402
from sanad.outcomes.position import last_position  # noqa: E402
from sanad.outcomes.verification import verify_outcomes  # noqa: E402
from sanad.record.kinds import Method, Rights, SpeakerStatus, StatementKind, Verbatim, WorkKind  # noqa: E402
from sanad.record.log import By  # noqa: E402
from sanad.record.models import Commitment, Statement  # noqa: E402
from sanad.record.services.captures import NewCapture, NewLayer  # noqa: E402
from sanad.record.services.pages import NewPage, hold_page  # noqa: E402
from sanad.record.services.statements import confirm_statement  # noqa: E402
from sanad.record.spans import At  # noqa: E402
from sanad.record.statement_wanted import NewStatement, Voiced  # noqa: E402
from sanad.registry.models import Building  # noqa: E402
from sanad.staff.models import User  # noqa: E402

A_MONTH, OF_A_SET, LINE = 500_00, 100, "allowance"
TRANSFER = ("id", "event_id", "place", "kind", "debit_account_id", "credit_account_id", "amount", "pending_of_id")
PLAIN = "%Y-%m-%d %H:%M:%S"


def main(payments: int, commitments: int) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    claims = min(payments, 100_000)
    with TemporaryDirectory() as folder:
        build_district(claims, Path(folder))
    lead = User.objects.get(email="lead@example.org")
    began = time.perf_counter()
    with transaction.atomic():
        for month in range(-(-payments // claims)):
            _paid_month(month, lead)
        _promised(commitments, By(lead, AT))
    seal_all(at=AT)
    written, began = time.perf_counter() - began, time.perf_counter()
    checks = check(standing_links(), last_position(), at=AT)
    asked, began = time.perf_counter() - began, time.perf_counter()
    findings = list(verify_outcomes())
    said = {
        "database": connection.vendor,
        "payments": Payment.objects.count(),
        "checks": len(checks),
        "written": written,
        "asked": asked,
        "verified": time.perf_counter() - began,
        "findings": len(findings),
        "held": {one: LedgerCheck.objects.filter(held=one).count() for one in ("agrees", "partly", "cannot_tell")},
        "decide": {"wall": 0.0},
    }
    print(json.dumps(said))  # noqa: T201 -- read by the measurer


def _paid_month(month: int, by: User) -> None:
    """Every claim is paid once: reserved and sent by one act, settled by a statement and its act."""
    fund, part = Fund.objects.get(), Part.objects.get()
    held = part.account_id
    sent, paid = (open_account(currency="USD", name="cedar/general", kind=kind) for kind in PAID)
    awards = dict(Award.objects.values_list("claim", "pk"))
    accounts = _accounts(by)
    run = _run(month, fund, len(awards), by)
    statement = BankStatement.objects.create(
        fund=fund, bank_id=f"M{month}", content=f"{month:064}", opening=0, closing=0, counts={}, key=new_key(AT),
        imported_by=by, imported_at=AT,
    )  # fmt: skip
    reserve = record(act="bench.reserve", on=f"run:{run.reference}", by=by, at=AT)
    settle = record(act="bank.book", on=f"statement:{statement.pk}", by=by, at=AT)
    first = month * len(awards) + 1
    rows = [(first + at, claim, award) for at, (claim, award) in enumerate(sorted(awards.items()))]
    promises = {pk: uuid.UUID(int=(month + 1) << 64 | pk) for pk, _, _ in rows}
    insert(
        Transfer,
        TRANSFER,
        ((promises[pk].hex, reserve.pk, pk, "pending", held, sent, A_MONTH, None) for pk, _, _ in rows),
    )
    insert(
        Reservation,
        ("award_id", "line", "part_id", "attempt", "amount", "place", "transfer_id"),
        ((award, LINE, part.pk, month + 2, A_MONTH, pk, promises[pk].hex) for pk, _, award in rows),
    )
    reservations = dict(Reservation.objects.filter(attempt=month + 2, line=LINE).values_list("award", "pk"))
    insert(Payment, PAYMENT, (_payment(pk, claim, run, accounts) for pk, claim, _ in rows))
    insert(
        PaymentPart,
        PART,
        (
            (pk, pk, reservations[award], claim, LINE, part.pk, promises[pk].hex, A_MONTH, 0, False)
            for pk, claim, award in rows
        ),
    )
    day = date(2026, month % 12 + 1, 5)
    insert(
        BankLine,
        ("statement_id", "row", "day", "amount", "state", "why", "undecided", "from_sent", "payment_id"),
        ((statement.pk, pk, day, -A_MONTH, "settled", "", 0, 0, pk) for pk, _, _ in rows),
    )
    insert(Transfer, TRANSFER, _settled(rows, statement, settle, sent, paid))
    for model in (Payment, PaymentPart):
        advance_ids(model)


PAID = (AccountKind.SENT, AccountKind.PAID)
PAYMENT = (
    *("id", "run_id", "reference", "payee_id", "account_id", "amount", "state"),
    *("sent_at", "settled_on", "return_code"),
)
PART = (
    *("id", "payment_id", "reservation_id", "claim_id", "line", "part_id"),
    *("transfer_id", "amount", "came_back", "is_open"),
)


def _settled(rows: list[Any], statement: BankStatement, act: Event, sent: str, paid: str) -> Iterator[tuple[Any, ...]]:
    for pk, _, _ in rows:
        own = movement_id(f"{statement.pk}:{pk}", pk)
        yield own.hex, act.pk, pk, "direct", sent, paid, A_MONTH, None


def _payment(pk: int, claim: int, run: PaymentRun, accounts: dict[int, tuple[int, str]]) -> tuple[Any, ...]:
    payee, account = accounts[claim]
    when = AT.astimezone(UTC).strftime(PLAIN)
    return pk, run.pk, f"P-{pk}", payee, account, A_MONTH, "settled", when, AT.date(), ""


def _accounts(by: User) -> dict[int, tuple[int, str]]:
    """By claim, the household's payee and its account; made once."""
    households = dict(Claim.objects.values_list("household", "pk"))
    if not Payee.objects.exists():
        key, when = new_key(AT), AT.astimezone(UTC).strftime(PLAIN)
        insert(Payee, ("household_id", "organisation", "key_id"), ((one, "", key.pk.hex) for one in households))
        payees = Payee.objects.values_list("pk", flat=True)
        columns = ("id", "payee_id", "kind", "bank", "holder", "number", "proposed_by_id", "proposed_at")
        insert(
            PayeeAccount,
            columns,
            ((uuid.UUID(int=one).hex, one, "desk", "", b"-", b"-", by.pk, when) for one in payees),
        )
    found = Payee.objects.values_list("household", "pk")
    return {households[household]: (pk, uuid.UUID(int=pk).hex) for household, pk in found}


def _run(month: int, fund: Fund, payments: int, by: User) -> PaymentRun:
    second = User.objects.get(email="second@example.org")
    return PaymentRun.objects.create(
        client_id=uuid.uuid4(), reference=f"R-{month}", fund=fund, state="sent", payments=payments,
        total=payments * A_MONTH, needs_third=False, holder="Cedar Fund", account_number="ACC0", prepared_by=by,
        prepared_at=AT, approved_by=second, approved_at=AT, released_by=second, released_at=AT, exported_by=second,
        exported_at=AT, xml_hash="0" * 64, sent_by=second, sent_at=AT,
    )  # fmt: skip


def _promised(number: int, by: By) -> None:
    """Commitments on one statement: four in ten to a set of claims, three to the programme, two to buildings."""
    statement = _said(by)
    columns = {"act": "pay", "strength": "promise", "due_kind": "none", "currency": "USD", "bound": "exact"}
    made = Commitment.objects.bulk_create(
        Commitment(
            text=f"promise {at}", amount=A_MONTH * (1 + at % 20), evidence=statement, confirmed_by=by.user,
            confirmed_at=by.at, **columns,
        )
        for at in range(number)
    )  # fmt: skip
    claims, buildings = list(Claim.objects.values_list("pk", flat=True)), list(Building.objects.all())
    programme, fund = Claim.objects.select_related("programme")[0].programme, Fund.objects.get()
    links = []
    for at, one in enumerate(made):
        own: dict[str, Any] = {"commitment": one, "note": "bench", "made_by": by.user, "made_at": by.at}
        kind = at % 10
        if kind < 4:
            own |= {"asks": Asked.PAID_TO_CLAIMS, "claim_set": _set(at, claims, by), "share": Share.EACH}
        elif kind < 7:
            share = Share.EACH if at % 2 else Share.IN_ALL
            own |= {"asks": Asked.PAID_TO_CLAIMS, "programme": programme, "line": LINE, "share": share}
        elif kind < 9:
            own |= {"asks": Asked.WORKS_ON_BUILDING, "building": buildings[at % len(buildings)]}
        else:
            own |= {"asks": Asked.PAID_FROM_FUND, "fund": fund}
        links.append(Link(**own))
    Link.objects.bulk_create(links)


def _set(at: int, claims: list[int], by: By) -> ClaimSet:
    made = ClaimSet.objects.create(title=f"Set {at}", count=OF_A_SET, root=f"{at:064x}", made_by=by.user, made_at=by.at)
    own = {claims[(at * 7_919 + each) % len(claims)] for each in range(OF_A_SET)}
    ClaimOfSet.objects.bulk_create(ClaimOfSet(claim_set=made, claim_id=claim) for claim in own)
    return made


def _said(by: By) -> Statement:
    text = "Promise\n\nThe council met.\n\n“We will pay the families,” Huda said.\n"
    new = NewPage(
        NewCapture(text.encode(), "text/plain", Method.PASTE, datetime.now(UTC)),
        NewLayer(text, "plain text", "1", "en"),
        WorkKind.NEWS_ARTICLE,
        Rights.PUBLIC,
    )
    layer, _ = hold_page(new, by)
    account = layer.capture.works.get().accounts.get()
    start = text.index("“")
    content = At(layer, start, text.index("”") + 1)
    voice = Voiced(SpeakerStatus.UNKNOWN)
    wanted = NewStatement(account, StatementKind.DIRECT, voice, content, Verbatim.PRINTED_IN_MARKS)
    return confirm_statement(wanted, by)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
