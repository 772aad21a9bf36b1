"""`sanad pay`: payment runs, step by step, each by a member of the staff who holds the role for it."""

from pathlib import Path
from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer

app = typer.Typer(no_args_is_help=True, help="Payment runs: prepared, approved, released, exported, marked as sent.")
By = Annotated[str, typer.Option("--by", metavar="EMAIL", help="The finance officer who does it.")]
Run = Annotated[str, typer.Argument(metavar="RUN", help="The run, such as RUN-000007.")]
Sum = Annotated[str, typer.Option("--sum", help="The sum of the run, typed again, such as 12600.00.")]
Fund = Annotated[str, typer.Option("--fund", metavar="CODE", help="The fund; none: the only one of this currency.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be booked, and write nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")]


@app.command()
def prepare(
    fund: Annotated[str, typer.Argument(help="Code of the fund.")],
    by: By,
    up_to: Annotated[str, typer.Option(help="Pay no more than this sum; none: all that is due.")] = "",
    lang: Spoken = Language.en,
    as_json: AsJson = False,
) -> None:
    """Take what is set aside and due into a run, in the order of payment."""
    run("pay_out", Hearer(lang, as_json), verb="prepare", by=by, told={"fund": fund, "up_to": up_to})


@app.command()
def approve(reference: Run, sum_: Sum, by: By, lang: Spoken = Language.en, as_json: AsJson = False) -> None:
    """Approve a run that another person prepared."""
    run("pay_out", Hearer(lang, as_json), verb="approve", by=by, told={"run": reference, "sum": sum_})


@app.command()
def release(reference: Run, sum_: Sum, by: By, lang: Spoken = Language.en, as_json: AsJson = False) -> None:
    """Release an approved run; above the fund's sum by a third person."""
    run("pay_out", Hearer(lang, as_json), verb="release", by=by, told={"run": reference, "sum": sum_})


@app.command()
def export(
    reference: Run,
    out: Annotated[Path, typer.Option(help="The folder for the files.")],
    by: By,
    lang: Spoken = Language.en,
    as_json: AsJson = False,
) -> None:
    """Write the files for the bank: ISO 20022 pain.001.001.09 and CSV, the same bytes each time."""
    run("pay_out", Hearer(lang, as_json), verb="export", by=by, told={"run": reference, "out": out})


@app.command()
def sent(reference: Run, by: By, lang: Spoken = Language.en, as_json: AsJson = False) -> None:
    """Mark a run as sent once the bank has its file; its families are told."""
    run("pay_out", Hearer(lang, as_json), verb="sent", by=by, told={"run": reference})


@app.command()
def drop(
    reference: Run,
    reason: Annotated[str, typer.Option(help="Why it is not paid.")],
    by: By,
    lang: Spoken = Language.en,
    as_json: AsJson = False,
) -> None:
    """Drop a run that was not sent; its money stays set aside."""
    run("pay_out", Hearer(lang, as_json), verb="drop", by=by, told={"run": reference, "reason": reason})


@app.command("import-bank")
def import_bank(
    path: Annotated[Path, typer.Argument(help="The bank statement as CSV (docs/runbooks/payment-run.md).")],
    by: By,
    fund: Fund = "",
    dry_run: DryRun = False,
    lang: Spoken = Language.en,
    as_json: AsJson = False,
) -> None:
    """Take in a bank statement: payments settled and sent back, all else in suspense."""
    run("take_in_statement", Hearer(lang, as_json), path=path, by=by, fund=fund, dry_run=dry_run)
