"""A payment run from the fund to the bank's word, by commands at the machine: each step by another person."""

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from django.conf import settings

from sanad.casework.payments.models import BankStatement, Payment, PaymentRun
from sanad.funds.models import Fund
from sanad.staff.models import User
from sanad.staff.roles import Role
from tests.casework.bank_statements import numbers, returns, settles, written
from tests.casework.families import maya, omar
from tests.casework.payments_of_claims import IBAN, rana, with_accounts
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, claims, fund_of, issued
from tests.ops.test_ground import sanad
from tests.web.people import SINCE

pytestmark = pytest.mark.database
FAMILIES = 3


def ghada() -> User:
    """Who lets the officers in; nobody grants a role to themselves."""
    return User.objects.create_user("ghada@example.org", "Ghada Naim")


class Office:
    """Commands of three finance officers, over one database; the keys are those of the tests' own folder."""

    def __init__(self, database: str) -> None:
        self.database = database

    def __call__(self, *arguments: str, by: User) -> CompletedProcess[str]:
        done = sanad(*arguments, "--by", by.email, data=settings.DATA, database=self.database)
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def told(self, *arguments: str, by: User) -> dict[str, Any]:
        """What a command answers to a program."""
        done = self(*arguments, "--json", by=by)
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout)
        return told


@pytest.fixture
def office(own_database: str) -> Office:
    administrator = ghada()
    for officer in (maya(), omar(), rana()):
        officer.assignments.create(role=Role.FINANCE_OFFICER, since=SINCE, granted_by=administrator)
    return Office(own_database)


def reserved_by_a_fund() -> Fund:
    """Families with money set aside and an account; the fund has not said yet from which account it pays."""
    fund = fund_of(1_000_000_00)
    families = claims(*[RENTING_WITH_A_WRECK] * FAMILIES)
    issued()
    with_accounts(families)
    return fund


def released_by_three(office: Office) -> str:
    """The reference of a run that Maya prepared, Omar approved and Rana released."""
    fund = reserved_by_a_fund()
    office("fund", "account", fund.code, "--holder", "Cedar Fund", "--number", IBAN, by=omar())
    run = office.told("pay", "prepare", fund.code, by=maya())["run"]
    sum_ = f"{PaymentRun.objects.get().total / 100:.2f}"
    office("pay", "approve", run, "--sum", sum_, by=omar())
    office("pay", "release", run, "--sum", sum_, by=rana())
    return str(run)


def test_a_run_goes_from_the_fund_to_the_banks_word(office: Office, tmp_path: Path):
    fund = reserved_by_a_fund()
    whole = numbers(fund).reserved
    account = ("fund", "account", fund.code, "--holder", "Cedar Fund", "--number", IBAN, "--bank", "AUDBLBBX")

    unnamed = office("pay", "prepare", fund.code, by=maya())
    named = office(*account, by=omar())
    prepared = office.told("pay", "prepare", fund.code, by=maya())
    run, sum_ = prepared["run"], f"{prepared['total'] / 100:.2f}"
    by_herself = office("pay", "approve", run, "--sum", sum_, by=maya())
    wrong_sum = office("pay", "approve", run, "--sum", "1.00", by=omar())
    no_sum = office("pay", "approve", run, "--sum", "much", by=omar())
    approved = office.told("pay", "approve", run, "--sum", sum_, by=omar())
    too_early = office("pay", "sent", run, by=rana())
    released = office.told("pay", "release", run, "--sum", sum_, by=rana())
    first = office.told("pay", "export", run, "--out", str(tmp_path / "first"), by=rana())
    second = office.told("pay", "export", run, "--out", str(tmp_path / "second"), by=rana())
    sent = office("pay", "sent", run, "--lang", "ar", by=rana())

    assert (unnamed.returncode, named.returncode) == (1, 0), unnamed.stderr + named.stderr
    assert (prepared["payments"], prepared["total"], prepared["left_out"]) == (FAMILIES, whole, 0)
    assert [one.returncode for one in (by_herself, wrong_sum, no_sum, too_early)] == [1, 1, 2, 1]
    assert [one["state"] for one in (approved, released, first)] == ["approved", "released", "released"]
    assert first["hashes"] == second["hashes"]
    for file in ("xml", "csv"):
        one, other = ((tmp_path / folder / f"{run}.{file}").read_bytes() for folder in ("first", "second"))
        assert one == other
    assert (sent.returncode, run in sent.stdout) == (0, True)
    assert (numbers(fund).sent, numbers(fund).reserved) == (whole, 0)


def test_a_bank_statement_is_shown_first_and_taken_in_once(office: Office, tmp_path: Path):
    run = released_by_three(office)
    office("pay", "export", run, "--out", str(tmp_path), by=rana())
    office("pay", "sent", run, by=rana())
    paid, came_back, _ = Payment.objects.order_by("pk")
    file = tmp_path / "bank.csv"
    file.write_text(written([settles(paid), settles(came_back), returns(came_back), (-500, "X", "")]), encoding="utf-8")

    would = office.told("import", "bank-statement", str(file), "--dry-run", by=rana())
    untouched = BankStatement.objects.count()
    taken = office.told("import", "bank-statement", str(file), by=rana())
    again = office.told("pay", "import-bank", str(file), by=rana())
    unknown = office("import", "bank-statement", str(tmp_path / "none.csv"), by=rana())
    broken = tmp_path / "broken.csv"
    broken.write_text(written([settles(paid)], id="2026-06-B", off=1), encoding="utf-8")
    wrong = office("import", "bank-statement", str(broken), "--lang", "ar", by=rana())

    assert untouched == 0
    assert {name: would[name] for name in ("settled", "returned", "suspense")} == {
        name: taken[name] for name in ("settled", "returned", "suspense")
    }
    assert (taken["is_new"], again["is_new"]) == (True, False)
    assert [one.state for one in Payment.objects.order_by("pk")] == ["settled", "returned", "sent"]
    assert [unknown.returncode, wrong.returncode] == [1, 1]
    assert "broken.csv" in wrong.stderr
    assert BankStatement.objects.count() == 1


def test_a_run_that_is_not_paid_is_dropped_and_its_money_stays_set_aside(office: Office):
    fund = reserved_by_a_fund()
    whole = numbers(fund).reserved
    office("fund", "account", fund.code, "--holder", "Cedar Fund", "--number", IBAN, by=omar())
    persons = office("fund", "persons", fund.code, "--above", "100", by=omar())
    too_little = office("pay", "prepare", fund.code, "--up-to", "1", by=maya())
    run = office.told("pay", "prepare", fund.code, "--up-to", "5,000.00", by=maya())["run"]
    nothing_left = office("pay", "prepare", fund.code, "--up-to", "1", "--lang", "ar", by=maya())
    sum_ = f"{PaymentRun.objects.get().total / 100:.2f}"
    office("pay", "approve", run, "--sum", sum_, by=omar())

    by_a_second = office("pay", "release", run, "--sum", sum_, by=omar())
    dropped = office.told("pay", "drop", run, "--reason", "The bank is closed.", by=omar())
    nobody = office("pay", "drop", "RUN-999999", "--reason", "None.", by=omar())

    assert persons.returncode == 0, persons.stderr
    assert (too_little.returncode, nothing_left.returncode) == (1, 1)
    assert "is owed 4,200 USD, and nobody is passed over" in too_little.stderr
    assert "للأول في ترتيب الدفع" in nothing_left.stderr
    assert (by_a_second.returncode, dropped["state"], nobody.returncode) == (1, "dropped", 2)
    assert "RUN-999999" in nobody.stderr
    assert numbers(fund).reserved == whole


def test_a_sum_is_read_as_on_the_pages_or_not_at_all(office: Office):
    fund = fund_of(1_000_000_00)

    for typed in ("5000,50", "1e5", "1_000", "1e999999999", "0", "4,2000"):
        refused = office("pay", "prepare", fund.code, "--up-to", typed, by=maya())

        assert (refused.returncode, "is no sum in USD" in refused.stderr) == (2, True), typed


def test_a_folder_that_cannot_be_written_is_named(office: Office, tmp_path: Path):
    run = released_by_three(office)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")

    refused = office("pay", "export", run, "--out", str(in_the_way), by=rana())

    assert refused.returncode == 1
    assert f"cannot be written into {in_the_way}" in refused.stderr
    assert PaymentRun.objects.get().xml_hash == ""
