"""`sanad fund`: opens funds and their earmarks; money comes in through the office, by two persons."""

from datetime import datetime
from typing import Annotated

import typer

from sanad.ops.ground import run
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import Hearer

app = typer.Typer(no_args_is_help=True, help="Funds: what money is for. Money itself comes in through the office.")
By = Annotated[str, typer.Option("--by", metavar="EMAIL", help="The finance officer who does it.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@app.command("open")
def open_(
    code: Annotated[str, typer.Argument(help="Short code of the fund, such as cedar.")],
    by: By,
    ar: Annotated[str, typer.Option(help="Its name in Arabic.")],
    en: Annotated[str, typer.Option(help="Its name in English.")],
    currency: Annotated[str, typer.Option(help="Its currency, such as USD.")],
    programme: Annotated[list[str], typer.Option(help="A programme that it may pay for; again for another.")],
    lang: Spoken = Language.en,
) -> None:
    """Open a fund in one currency for one or more programmes."""
    told = {"code": code, "names": {"ar": ar, "en": en}, "currency": currency, "programmes": programme}
    run("set_up_fund", Hearer(lang), by=by, opened=told, earmarked=None)


@app.command()
def earmark(
    fund: Annotated[str, typer.Argument(help="Code of the fund.")],
    code: Annotated[str, typer.Argument(help="Short code of the part, such as shelter.")],
    by: By,
    area: Annotated[str, typer.Option(help="Code of the place that it is for; none: any.")] = "",
    line: Annotated[str, typer.Option(help="Lines of awards, such as `shelter|repair`; none: any.")] = "",
    since: Day = None,
    until: Day = None,
    lang: Spoken = Language.en,
) -> None:
    """Open a part of a fund that may be used only for an area, for lines of awards or in a period."""
    period = {"since": since.date() if since else None, "until": until.date() if until else None}
    told = {"fund": fund, "code": code, "area": area, "line": line, **period}
    run("set_up_fund", Hearer(lang), by=by, opened=None, earmarked=told)


@app.command()
def account(
    fund: Annotated[str, typer.Argument(help="Code of the fund.")],
    by: By,
    holder: Annotated[str, typer.Option(help="Holder of the fund's own account, as its bank has the name.")],
    number: Annotated[str, typer.Option(help="Its number; the IBAN where there is one.")],
    bank: Annotated[str, typer.Option(help="Code of the bank of 8 or 11 signs; none: left out.")] = "",
    lang: Spoken = Language.en,
) -> None:
    """Name the fund's own account, from which its payments leave."""
    told = {"fund": fund, "holder": holder, "number": number, "bank": bank}
    run("set_how_a_fund_pays", Hearer(lang), by=by, account=told, persons=None)


@app.command()
def persons(
    fund: Annotated[str, typer.Argument(help="Code of the fund.")],
    by: By,
    above: Annotated[str, typer.Option(help="A third person releases runs above this sum; none: two are enough.")] = "",
    lang: Spoken = Language.en,
) -> None:
    """Ask for a third person who releases payment runs above a sum, or for two persons only."""
    run("set_how_a_fund_pays", Hearer(lang), by=by, account=None, persons={"fund": fund, "above": above})
