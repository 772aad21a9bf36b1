"""The money of a worked case: `fund:`, an amount, or `funds:`, each with its name and earmarks."""

from sanad.engine.rules.declared import Programme
from sanad.engine.rules.funds import BadEarmark, Fund, read_fund
from sanad.engine.rules.problems import Problem, ProgrammeRefused, quoted
from sanad.engine.rules.ruleset import RuleSet
from sanad.rulebook.reading.case_results import minor
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.notes import did_you_mean
from sanad.rulebook.reading.worked import CaseFund

FUND_KEYS = ("name", "amount", "earmarks")
ONLY = "fund"
"""What the one fund is called that a case gives as an amount alone."""


def read_funds(entry: Entry, programme: Programme) -> tuple[CaseFund, ...] | None:
    """None where the case names no money: it then shows what would be due."""
    if programme.order is None and (entry.has("fund") or entry.has("funds")):
        key = "funds" if entry.has("funds") else "fund"
        message = f"The case has `{key}`, and the programme has no `order.yaml`."
        entry.notes.problem(entry.where(key), "no_order", message, f"Write `order.yaml`, or leave out `{key}`.")
    if not entry.has("funds"):
        if not entry.has("fund"):
            return None
        return (CaseFund(ONLY, minor(entry, "fund", programme.currency), "", entry.where("fund")),)
    if entry.has("fund"):
        message = "`fund` and `funds` stand side by side."
        entry.notes.problem(entry.where("fund"), "two_funds", message, "Keep one of them.")
    listed = list(entry.listed("funds", FUND_KEYS))
    names = [inner.text("name") for inner in listed]
    for place, inner in enumerate(listed):
        if names[place] in names[:place]:
            message = f"The fund `{names[place]}` stands twice."
            entry.notes.problem(inner.where("name"), "doubled_name", message, "Give it another name.")
    return tuple(_fund(inner, programme) for inner in listed)


def names_of(funds: tuple[CaseFund, ...] | None) -> list[str]:
    return [fund.name for fund in funds or ()]


def _fund(entry: Entry, programme: Programme) -> CaseFund:
    amount = minor(entry, "amount", programme.currency)
    if amount < 0:
        entry.wrong("amount", "an amount of 0 or more")
    return CaseFund(entry.text("name"), amount, entry.text("earmarks", ""), entry.where())


def typed_funds(rules: RuleSet, funds: tuple[CaseFund, ...] | None) -> list[Fund] | None:
    """The funds with their earmarks as conditions. Raises ProgrammeRefused where an earmark cannot be read."""
    return None if funds is None else [_typed(rules, fund) for fund in funds]


def _typed(rules: RuleSet, fund: CaseFund) -> Fund:
    try:
        return read_fund(rules, fund.name, fund.amount, fund.earmarks)
    except BadEarmark as error:
        raise ProgrammeRefused([_refused(fund, error)]) from error


def _refused(fund: CaseFund, error: BadEarmark) -> Problem:
    if error.code == "thing":
        message = f"The earmark of `{fund.name}` names `{error.name}`, which gives a thing: funds pay no things."
        todo = f"Name lines that bring money: {quoted(error.known)}." if error.known else "Leave `line=` out."
        return Problem(fund.where, "earmark_of_thing", message, todo)
    message = f"The earmark of `{fund.name}` cannot be read at `{error.name}`."
    todo = did_you_mean(error.name, error.known) if error.known else "Write `zone=north|south; line=rent`."
    return Problem(fund.where, "bad_earmark", message, todo)
