"""A worked case that is a series of days: facts change, payments and errors happen, and each day is a round."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from sanad.engine.rules.declared import Programme
from sanad.rulebook.reading.case_facts import FactReader
from sanad.rulebook.reading.case_funds import names_of, read_funds
from sanad.rulebook.reading.case_members import check_members
from sanad.rulebook.reading.case_payments import (
    ERROR_KEYS,
    PAID_KEYS,
    read_error,
    read_payment,
    refuse_later,
    refuse_reversed,
)
from sanad.rulebook.reading.case_results import DAY_KEYS as EXPECTED_KEYS
from sanad.rulebook.reading.case_results import read_expected
from sanad.rulebook.reading.case_things import Given
from sanad.rulebook.reading.entry import Entry
from sanad.rulebook.reading.worked import Case, CasePayment, Pays

DAY_KEYS = ("on", "facts", "claims", "members", "paid", "errors", "fund", "funds", "pays", "expect")
OF_A_DAY = ("on", "fund", "funds", "expect")
PAYS: tuple[Pays, ...] = get_args(Pays)


class SeriesReader:
    def __init__(self, programme: Programme, facts: FactReader, reading: str, entry: Entry) -> None:
        self.programme, self.reading, self.entry = programme, reading, entry
        self.given = Given(facts, entry.notes)
        self.paid: list[CasePayment] = []

    def days(self) -> Iterator[Case]:
        """Each day as a case of its own, with all that was stated by then."""
        for key in OF_A_DAY:
            if self.entry.has(key):
                message = f"`{key}` stands beside `days`."
                self.entry.notes.problem(self.entry.where(key), "beside_days", message, f"Write `{key}` in each day.")
        self.given.add(self.entry, needs_claims=False)
        self.paid = self.payments(self.entry, None)
        before, does_pay = date.min, False
        for entry in self.entry.listed("days", DAY_KEYS, required=True):
            on = entry.day("on", required=True) or before
            self.refuse_earlier(entry, on, before)
            day = self.day(entry, on)
            yield day
            if not does_pay:
                refuse_reversed(entry, day.paid)
            before, does_pay = on, does_pay or bool(day.pays)

    def day(self, entry: Entry, on: date) -> Case:
        self.given.restate(entry)
        self.given.add(entry, needs_claims=not self.given.claims())
        self.paid += self.payments(entry, on)
        refuse_later(entry, self.paid, on)
        claims, members = things = self.given.things()
        check_members(self.programme, things, entry.notes)
        return Case(
            id=f"{self.entry.text('id')} {on}",
            title=self.entry.words("title"),
            on=on,
            reading=self.reading,
            claims=claims,
            members=members,
            paid=tuple(self.paid),
            funds=(funds := read_funds(entry, self.programme)),
            expect=read_expected(entry, self.programme, self.given.claims(), names_of(funds), EXPECTED_KEYS),
            where=entry.where(),
            series=self.entry.text("id"),
            pays=self.pays(entry),
        )

    def payments(self, entry: Entry, on: date | None) -> list[CasePayment]:
        """Of the day, or each of its own where they stand before the first."""
        claims = self.given.claims()
        paid = [read_payment(inner, self.programme, claims, on) for inner in entry.listed("paid", PAID_KEYS)]
        errors = entry.listed("errors", ERROR_KEYS) if on else ()
        return [*paid, *(read_error(inner, self.programme, claims, on or date.min) for inner in errors)]

    def pays(self, entry: Entry) -> Pays:
        pays = entry.one_of("pays", PAYS, "")
        if pays == "allocated" and not (entry.has("fund") or entry.has("funds")):
            message = "Nothing can be allocated: the day has no `fund`."
            entry.notes.problem(entry.where("pays"), "no_fund", message, "Add `fund:`, or write `pays: due`.")
        return pays

    def refuse_earlier(self, entry: Entry, on: date, before: date) -> None:
        if on <= before and entry.has("on"):
            message = f"The day {on} does not come after {before}."
            entry.notes.problem(entry.where("on"), "days_out_of_order", message, "Write the days in their order.")
