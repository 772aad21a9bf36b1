"""What is wrong with a bank statement is told by file, row and field, in both languages, with what to do."""

import pytest

from sanad.casework.payments.statements.reading import Statement, read_statement
from sanad.casework.payments.statements.sayings import StatementRefused
from tests.casework.bank_statements import TODAY, read, written

GOOD = """statement,2026-06-A
currency,USD
opening,1000.00
closing,"1,250.50"
date,amount,reference,note
2026-06-03,-750.00,RUN-000001-000001,
2026-06-04,1000.50,GIFT,"two
lines, one note"
"""


def refused(text: str, folder) -> list[tuple[str, str]]:
    """Code and place of each problem."""
    with pytest.raises(StatementRefused) as found:
        read(text, folder)
    assert all(one.says["en"] and one.says["ar"] for one in found.value.problems)
    return [(one.code, one.where) for one in found.value.problems]


def sums(statement: Statement) -> list[int]:
    return [statement.opening, *(line.amount for line in statement.lines), statement.closing]


def test_a_statement_is_read_with_its_rows_as_a_spreadsheet_counts_them(tmp_path):
    found = read(GOOD.replace("two\nlines", "two lines"), tmp_path)

    assert (found.bank_id, found.currency, sums(found)) == ("2026-06-A", "USD", [100_000, -75_000, 100_050, 125_050])
    assert [(line.row, line.reference) for line in found.lines] == [(6, "RUN-000001-000001"), (7, "GIFT")]


@pytest.mark.parametrize("dress", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_the_dress_of_the_file_does_not_matter(tmp_path, dress: str, sign: str):
    plain = read(written([(-75_000, "RUN-000001-000001", "x"), (5, "y", "")]), tmp_path)
    text = written([(-75_000, "RUN-000001-000001", "x"), (5, "y", "")]).replace(",", sign)
    (tmp_path / "dressed.csv").write_bytes(text.encode(dress))

    from_dressed = read_bytes(tmp_path / "dressed.csv")

    assert from_dressed.content == plain.content


def read_bytes(path) -> Statement:
    return read_statement(path, TODAY)


def test_sums_and_days_may_be_written_in_the_digits_of_either_script(tmp_path):
    text = GOOD.replace("-750.00", "−٧٥٠٫٠٠").replace("2026-06-03", "٢٠٢٦-٠٦-٠٣").replace("two\nlines", "two lines")

    assert sums(read(text, tmp_path))[1] == -75_000


def test_what_a_statement_says_of_itself_may_stand_in_its_columns(tmp_path):
    text = (
        "statement_id,currency,opening_balance,closing_balance,date,amount,reference,note\n"
        "S-1,USD,10.00,9.00,2026-06-03,-1.00,X,\n"
    )

    found = read(text, tmp_path)

    assert (found.bank_id, found.currency, sums(found)) == ("S-1", "USD", [1_000, -100, 900])


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        ("-750.00", "seven", "bad_amount", "bank.csv: 6: amount"),
        ("-750.00", "-750.001", "more_decimals", "bank.csv: 6: amount"),
        ("-750.00", "-1.500", "more_decimals", "bank.csv: 6: amount"),
        ("-750.00", "-7 5 0", "bad_amount", "bank.csv: 6: amount"),
        ("-750.00", "-9" * 20, "bad_amount", "bank.csv: 6: amount"),
        ("-750.00", "-" + "9" * 20, "too_large", "bank.csv: 6: amount"),
        ("-750.00", "1e3", "bad_amount", "bank.csv: 6: amount"),
        ("-750.00", "NaN", "bad_amount", "bank.csv: 6: amount"),
        ("-750.00", "", "bad_amount", "bank.csv: 6: amount"),
        ("-750.00", "0.00", "zero", "bank.csv: 6: amount"),
        ("2026-06-03", "03/06/2026", "bad_day", "bank.csv: 6: date"),
        ("2026-06-03", "2026-06-31", "bad_day", "bank.csv: 6: date"),
        ("2026-06-03", "2027-06-03", "later_day", "bank.csv: 6: date"),
        ("RUN-000001-000001", "x" * 141, "too_long", "bank.csv: 6: reference"),
        ("currency,USD\n", "", "missing", "bank.csv: currency"),
        ("currency,USD\n", "currency,USD\ncurrency,EUR\n", "twice", "bank.csv: 3: currency"),
        ("opening,1000.00\n", "opening,much\n", "bad_amount", "bank.csv: opening"),
        ("currency,USD\n", "currency,DOLLAR\n", "no_currency", "bank.csv: currency"),
        ("opening,1000.00", "opening,1000.01", "does_not_add_up", "bank.csv: closing"),
        ("date,amount", "when,how much", "no_header", "bank.csv"),
    ],
)
def test_each_problem_says_where_it_is(tmp_path, old: str, new: str, code: str, where: str):
    text = GOOD.replace("two\nlines", "two lines").replace(old, new, 1)

    assert (code, where) in refused(text, tmp_path)


def test_a_statement_without_lines_and_a_file_that_is_none_are_refused(tmp_path):
    head = GOOD.split("2026-06-03")[0]

    assert refused(head.replace('"1,250.50"', "1000.00"), tmp_path) == [("no_lines", "bank.csv")]
    assert refused("", tmp_path)[0][1].startswith("bank.csv")


def test_all_problems_are_told_at_once(tmp_path):
    text = GOOD.replace("two\nlines", "two lines").replace("-750.00", "x").replace("2026-06-04", "y")

    assert {code for code, _ in refused(text, tmp_path)} == {"bad_amount", "bad_day"}
