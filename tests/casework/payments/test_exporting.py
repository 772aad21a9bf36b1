"""The files for the bank: valid, the same each time, and nothing in doubt when their making dies."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import sepaxml
import xmlschema

from sanad.casework.payments.exporting import pain, table
from sanad.casework.payments.exporting.orders import Head, Order
from sanad.casework.payments.models import PaymentRun
from sanad.casework.payments.refusals import FileDiffers
from sanad.casework.payments.services import confirm_account, contents, export_run, exporting, mark_sent, write_files
from sanad.funds.services import name_account
from tests.casework.families import omar
from tests.casework.payments_of_claims import IBAN, payments, proposed, rana, released, reserved
from tests.casework.rounds_of_claims import LATER

NAMES = {"p": pain.NAMESPACE}
WEDNESDAY = LATER


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    """The official schema, as sepaxml ships it."""
    return xmlschema.XMLSchema(Path(sepaxml.__file__).parent / "schemas/pain.001.001.09.xsd")


def head(total: int, payments: int, currency: str = "USD", **changed: object) -> Head:
    given = {"holder": "Cedar Fund", "number": IBAN, "bank": "AUDBLBBX"} | changed
    return Head("RUN-000007", WEDNESDAY, payments, total, currency, **given)


def order(at: int = 1, amount: int = 100_00, **changed: object) -> Order:
    given = {"holder": "سميرة حداد", "kind": "bank", "number": "ACC1", "bank": ""} | changed
    return Order(f"RUN-000007-{at:06}", given["holder"], given["kind"], given["number"], given["bank"], amount)


def document(head: Head, *orders: Order) -> str:
    return "".join(pain.written(head, orders))


def texts(xml: str, name: str) -> list[str]:
    return [found.text for found in ElementTree.fromstring(xml).iterfind(f".//p:{name}", NAMES)]


@pytest.mark.parametrize("kind", ["bank", "wallet", "desk"])
@pytest.mark.parametrize("number", [IBAN, "ACC1", "96171000000"])
@pytest.mark.parametrize("bank", ["", "AUDBLBBX", "AUDBLBBXXXX"])
def test_every_way_to_be_paid_is_valid_by_the_official_schema(schema, kind: str, number: str, bank: str):
    xml = document(head(100_00, 1, bank=bank), order(kind=kind, number=number, bank=bank))

    schema.validate(xml)


@pytest.mark.parametrize(
    ("currency", "minor", "told"), [("USD", 1_05, "1.05"), ("JPY", 105, "105"), ("KWD", 1_005, "1.005")]
)
def test_a_sum_has_the_decimals_of_its_currency(schema, currency: str, minor: int, told: str):
    xml = document(head(minor, 1, currency), order(amount=minor))

    schema.validate(xml)
    assert texts(xml, "InstdAmt") == [told]


def test_a_name_with_the_signs_of_xml_stays_the_name(schema):
    name = "Haddad & <Sons> \"'"
    xml = document(head(100_00, 1, holder=name), order(holder=name))

    schema.validate(xml)
    assert set(texts(xml, "Nm")) == {name}


def test_the_file_is_built_as_the_one_of_another_writer(schema):
    other = sepaxml.SepaTransfer(
        {"name": "Cedar Fund", "IBAN": IBAN, "batch": True, "currency": "EUR"}, "pain.001.001.09"
    )
    paid = {"name": "Samira", "IBAN": IBAN, "amount": 100_00, "execution_date": WEDNESDAY.date(), "description": "x"}
    other.add_payment(paid | {"endtoend_id": "RUN-000007-000001"})
    theirs = ElementTree.fromstring(other.export(validate=True))
    ours = ElementTree.fromstring(document(head(100_00, 1, "EUR"), order(number=IBAN)))

    for name in ("NbOfTxs", "CtrlSum", "PmtMtd", "InstdAmt", "EndToEndId"):
        found = [one.text for one in ours.iterfind(f".//p:{name}", NAMES)]
        assert found == [one.text for one in theirs.iterfind(f".//p:{name}", NAMES)], name


@pytest.mark.usefixtures("own_database")
def test_a_run_becomes_a_valid_file_whose_sums_are_those_of_the_run(schema):
    fund, _ = reserved(3)
    run = released(fund)
    export_run(run=run, by=rana(), at=LATER)

    xml = b"".join(contents(run, "xml")).decode()

    schema.validate(xml)
    assert texts(xml, "MsgId") == [run.reference]
    assert texts(xml, "EndToEndId") == [one.reference for one in payments(run)]
    assert {Decimal(text) * 100 for text in texts(xml, "CtrlSum")} == {Decimal(run.total)}
    assert sum(Decimal(text) * 100 for text in texts(xml, "InstdAmt")) == run.total
    assert texts(xml, "CreDtTm") == ["2026-06-01T09:00:00Z"]
    assert all(len(text) <= 35 for text in [*texts(xml, "MsgId"), *texts(xml, "EndToEndId")])


@pytest.mark.usefixtures("own_database")
def test_the_same_bytes_come_out_whatever_changes_after_the_release():
    fund, families = reserved(2)
    run = released(fund)
    first = export_run(run=run, by=rana(), at=LATER)
    confirm_account(account=proposed(families[0], "ACC999", "Somebody Else").pk, by=omar(), at=LATER)
    name_account(fund=fund, holder="Other", number="ACC1", bank="", by=omar(), at=LATER)

    later = LATER + timedelta(days=9)
    again = [export_run(run=PaymentRun.objects.get(), by=omar(), at=later) for _ in range(3)]
    mark_sent(run=PaymentRun.objects.get(), by=rana(), at=later)
    afterwards = export_run(run=PaymentRun.objects.get(), by=omar(), at=later)

    assert [*again, afterwards] == [first] * 4
    assert (PaymentRun.objects.get().exported_by, PaymentRun.objects.get().exported_at) == (rana(), LATER)


class DiedHere(Exception):
    """The power failed."""


@pytest.mark.usefixtures("own_database")
@pytest.mark.parametrize("dies_at", ["export_run", "replace"])
def test_an_export_that_dies_between_file_and_database_leaves_nothing_in_doubt(dies_at: str, tmp_path, monkeypatch):
    fund, _ = reserved(2)
    run = released(fund)

    def die(*_given: object, **_named: object) -> None:
        raise DiedHere

    with monkeypatch.context() as patched:
        patched.setattr(exporting if dies_at == "export_run" else Path, dies_at, die)
        with pytest.raises(DiedHere):
            write_files(run=run, folder=tmp_path, by=rana(), at=LATER)
    assert list(tmp_path.glob("RUN*")) == []

    paths = write_files(run=PaymentRun.objects.get(), folder=tmp_path, by=rana(), at=LATER)

    run = PaymentRun.objects.get()
    assert [path.name for path in paths] == [f"{run.reference}.xml", f"{run.reference}.csv"]
    assert list(tmp_path.glob(".*")) == []
    assert export_run(run=run, by=rana(), at=LATER) == {"xml": run.xml_hash, "csv": run.csv_hash}
    assert paths[0].read_bytes() == b"".join(contents(run, "xml"))


@pytest.mark.usefixtures("own_database")
def test_a_file_that_would_be_another_is_refused():
    fund, _ = reserved(1)
    run = released(fund)
    export_run(run=run, by=rana(), at=LATER)
    PaymentRun.objects.update(holder="Somebody Else")

    with pytest.raises(FileDiffers):
        export_run(run=PaymentRun.objects.get(), by=rana(), at=LATER)


def read(head: Head, *orders: Order) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(table.written(head, orders)), newline="")))


def test_the_table_says_the_same_as_the_file():
    (row,) = read(head(100_05, 1), order(amount=100_05, number=IBAN, bank="AUDBLBBX"))

    assert row == {
        "run": "RUN-000007",
        "reference": "RUN-000007-000001",
        "holder": "سميرة حداد",
        "kind": "bank",
        "account": IBAN,
        "bank": "AUDBLBBX",
        "amount": "100.05",
        "currency": "USD",
    }


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\0=", " ="])
def test_no_cell_of_the_table_is_a_formula(sign: str):
    (row,) = read(head(1, 1), order(holder=f'{sign}HYPERLINK("x")'))

    assert not re.match(r"[\s\0]*[=+\-@]", row["holder"])
    assert "\0" not in row["holder"]


def test_a_name_with_quotes_commas_and_line_ends_stays_one_cell():
    (row,) = read(head(1, 1), order(holder='Haddad, "Sons"\nBeirut'))

    assert row["holder"] == 'Haddad, "Sons"\nBeirut'
