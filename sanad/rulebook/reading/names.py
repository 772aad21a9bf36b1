"""Which names a programme may give: plain, once only, not taken by the rule language, not sensitive."""

import keyword
import re

from sanad.engine.rules.declared import Where
from sanad.rulebook.reading.caps import shown
from sanad.rulebook.reading.notes import Notes

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)
CODE = re.compile(r"[A-Za-z0-9]+([_.-][A-Za-z0-9]+)*", re.ASCII)
LONGEST_NAME = 60
FUNCTIONS = {
    "share", "round", "min", "max", "abs", "months_between", "days_between", "add_days", "add_months", "year",
    "month", "add_working_days", "next_working_day", "previous_working_day", "working_days_between", "as_of",
    "by_bands", "split", "within", "date", "given", "count", "sum", "any", "all", "first", "before", "rank", "desc",
}  # fmt: skip
RESERVED = FUNCTIONS | {
    "version_date", "round_date", "where", "by", "left_over", "otherwise", "true", "false", "none", "unpublished",
    "awarded", "granted",
}  # fmt: skip
RESULTS = {
    "outcome", "reasons", "currency", "net", "paid", "due_now", "left", "overpaid", "capped", "deducted",
    "values_used", "set_off", "priority", "queue_place", "money_ahead", "allocated", "remarks", "estimated",
}  # fmt: skip
SUFFIXES = ("_outcome", "_allocated", "_id", "_chosen", "_number", "_value", "_place", "_units", "_change")
SENSITIVE = {"religion", "sect", "ethnicity", "opinion", "party", "family_register"}


def check_label(name: str, what: str, where: Where, notes: Notes) -> None:
    """A plain name that no expression reads."""
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        todo = f"Use small Latin letters, digits and single underscores, at most {LONGEST_NAME}: damage_grade."
        notes.problem(where, "bad_name", f"`{shown(name)}` is no name for {what}.", todo)


def check_name(name: str, what: str, where: Where, notes: Notes) -> None:
    """Plain, and not taken by the rule language."""
    check_label(name, what, where, notes)
    if name in RESERVED or keyword.iskeyword(name):
        notes.problem(where, "reserved_name", f"`{name}` is a word of the rule language.", "Choose another name.")


def check_result_name(name: str, what: str, where: Where, notes: Notes) -> None:
    """A name that becomes a column of the awards."""
    check_name(name, what, where, notes)
    if name in RESULTS or name.endswith(SUFFIXES):
        notes.problem(where, "reserved_name", f"`{name}` is a column of the awards.", "Choose another name.")


def check_code(code: str, what: str, where: Where, notes: Notes) -> None:
    if not CODE.fullmatch(code) or len(code) > LONGEST_NAME:
        todo = "Use Latin letters, digits, and _ - . between them."
        notes.problem(where, "bad_code", f"`{shown(code)}` is no code for {what}.", todo)


def check_sensitive(name: str, where: Where, notes: Notes) -> None:
    """What nobody may be asked for, or sorted by: whole words of the name count."""
    for word in sorted(SENSITIVE):
        if f"_{word}_" in f"_{name}_":
            message = f"`{name}` asks for {word.replace('_', ' ')}, which no programme may record."
            notes.problem(where, "sensitive", message, "Leave it out; no award may depend on it.")


class Names:
    """Names of one space; each may be given once."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.given: dict[str, tuple[str, Where]] = {}

    def give(self, name: str, what: str, where: Where) -> None:
        if name in self.given:
            other, first = self.given[name]
            message = f"`{name}` is already the name of {other} (`{first}`)."
            self.notes.problem(where, "doubled_name", message, "Choose another name.")
        else:
            self.given[name] = (what, where)
