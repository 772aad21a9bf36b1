"""A stored round, opened to explain one claim: its facts with its group's, its row of awards, what was paid."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb

from sanad.caseload.rounds import AWARDS, BAD_ROWS, CLAIMS, PAID, PROGRAMME, RoundRefused, read_round
from sanad.engine.rules.building import build
from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.records import Record, Stated, link
from sanad.engine.rules.ruleset import RuleSet
from sanad.rulebook.reading import load_canonical
from sanad.sheets.sql import fill, name

Row = dict[str, Any]
NUMBERS = "select file_row_number from read_parquet(?, file_row_number = true) where {tests}"
ROWS = """
    select {columns} from read_parquet(?, file_row_number = true)
    where file_row_number in ({places})
"""
EVERY = "* exclude (file_row_number)"
ANSWER = "columns('^(claim_id|outcome|net|due_now|priority|queue_place|money_ahead|allocated|.*_place)$')"
Payment = tuple[str, int, date | None]
"""Line, amount in minor units, day."""


class NoSuchClaim(RoundRefused):
    pass


@dataclass
class StoredRound:
    folder: Path
    meta: Mapping[str, Any]
    rules: RuleSet
    connection: duckdb.DuckDBPyConnection

    @property
    def on(self) -> date:
        return date.fromisoformat(self.meta["on"])

    def claim(self, claim_id: str) -> tuple[Record, Row]:
        """The claim, linked with every thing that its groups reach, and its answer: outcome, sums and place.

        The answer is part of its row of awards; lines and reasons are decided again. Raises NoSuchClaim.
        """
        awards = self._rows(AWARDS, "claim_id", [claim_id], ANSWER)
        if not awards:
            raise self._unknown(claim_id)
        return self.claims([claim_id])[claim_id], awards[0]

    def claims(self, claim_ids: Sequence[str]) -> dict[str, Record]:
        """Those of these claims that are in the round, by id, linked with every thing that their groups reach."""
        stated = self._around(claim_ids)
        records = link(self.rules.levels, {level: things.values() for level, things in stated.items()})
        return {claim: records[CLAIM][claim] for claim in claim_ids if claim in records[CLAIM]}

    def first_claim(self, outcome: str) -> str | None:
        """The first claim, by id, with this outcome."""
        table = self.connection.read_parquet(str(self.folder / AWARDS))
        wanted = duckdb.ColumnExpression("outcome") == duckdb.ConstantExpression(outcome)
        found = table.filter(wanted).select("claim_id").order("claim_id").limit(1).fetchall()
        return str(found[0][0]) if found else None

    def first_unreached(self) -> str | None:
        """The first claim in the queue that is owed money now and was given none of the fund; None without a fund."""
        table = self.connection.read_parquet(str(self.folder / AWARDS))
        if "allocated" not in table.columns:
            return None
        beyond = (duckdb.ColumnExpression("due_now") > 0) & (duckdb.ColumnExpression("allocated") == 0)
        found = table.filter(beyond).select("claim_id", "queue_place").order("queue_place").limit(1).fetchall()
        return str(found[0][0]) if found else None

    def paid_of(self, claim_id: str) -> list[Payment]:
        """What the claim was paid before the round, in the order of the days."""
        if not (self.folder / PAID).exists():
            return []
        rows = self._rows(PAID, "claim_id", [claim_id])
        return sorted(((row["line"], row["amount"], row["paid_on"]) for row in rows), key=lambda row: str(row[2]))

    def payments_of(self, claims: Iterable[str]) -> dict[str, dict[str, int]]:
        """What was paid before the round in minor units, by claim and line."""
        if not (self.folder / PAID).exists():
            return {}
        sums: dict[str, dict[str, int]] = {}
        for row in self._rows(PAID, "claim_id", claims):
            lines = sums.setdefault(row["claim_id"], {})
            lines[row["line"]] = lines.get(row["line"], 0) + row["amount"]
        return sums

    def rows_of(self, file: str, claim_id: str) -> list[Row]:
        """The claim's rows of one of the round's files."""
        return self._rows(file, "claim_id", [claim_id])

    def _rows(self, file: str, column: str, ids: Iterable[str], columns: str = EVERY) -> list[Row]:
        return self._rows_of_any(file, {column: ids}, columns)

    def _rows_of_any(self, file: str, ids: Mapping[str, Iterable[str]], columns: str = EVERY) -> list[Row]:
        """The rows of which any of these columns holds one of its ids."""
        asked = {column: listed for column, ids_of in ids.items() if (listed := list(ids_of))}
        if not asked:
            return []
        # The numbers of the rows first: the other columns are then read only where the rows lie.
        tests = " or ".join(_is_one_of(column, listed) for column, listed in asked.items())
        values = [str(self.folder / file), *chain.from_iterable(asked.values())]
        numbers = self.connection.execute(fill(NUMBERS, tests=tests), values).fetchall()
        if not numbers:
            return []
        statement = fill(ROWS, columns=columns, places=_places(numbers))
        rows = self.connection.execute(statement, [values[0], *(row[0] for row in numbers)])
        names = [column[0] for column in rows.description or ()]
        return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]

    def _around(self, claim_ids: Sequence[str]) -> dict[str, dict[str, Stated]]:
        """Everything that their groups reach: the claims of a house, their households, as far as the rules read."""
        rows = {(CLAIM, row["claim_id"]): row for row in self._rows(CLAIMS, "claim_id", claim_ids)}
        asked: set[tuple[str, str]] = set()
        for _ in range(self.rules.group_depth()):
            near = {
                (owner, row[f"{owner}_id"]) for owner in self._owners for row in rows.values() if f"{owner}_id" in row
            }
            if near <= asked:
                break
            for member in self._members:
                found = self._rows_of_any(_file(member), self._within(member, near - asked))
                rows |= {(member, row[f"{member}_id"]): row for row in found}
            asked |= near
        stated: dict[str, dict[str, Stated]] = {level: {} for level in self.rules.levels.above}
        for (level, _), row in rows.items():
            self._state(stated, level, row)
        self._add_members(stated)
        return stated

    @cached_property
    def _owners(self) -> tuple[str, ...]:
        """The levels of which a rule asks for the members."""
        return tuple(sorted({owner for owner, _ in self.rules.group_pairs()}))

    @cached_property
    def _members(self) -> tuple[str, ...]:
        """The levels that a rule asks for, claims before all: those that have a file in the round."""
        members = {member for _, member in self.rules.group_pairs() if (self.folder / _file(member)).exists()}
        return (CLAIM, *sorted(members - {CLAIM}))

    def _within(self, member: str, things: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        """Of these things those that members of the level may lie within, by the column of their id."""
        ids: dict[str, list[str]] = {}
        for level, own in things:
            if level in self.rules.levels.above[member]:
                ids.setdefault(f"{level}_id", []).append(own)
        return ids

    def _add_members(self, stated: dict[str, dict[str, Stated]]) -> None:
        """The members of other levels, from their own files: persons of the households, dwellings of the buildings."""
        pairs = {(owner, member) for owner, member in self.rules.group_pairs() if member != CLAIM}
        for owner, member in sorted(pairs, key=lambda pair: len(self.rules.levels.above[pair[1]])):
            if member in self._members and stated[owner]:
                for row in self._rows(_file(member), f"{owner}_id", stated[owner]):
                    self._state(stated, member, row)

    def _state(self, stated: dict[str, dict[str, Stated]], level: str, row: Row) -> None:
        """The thing of a row and the things above it that the row repeats."""
        within = {known.name: known.within for known in self.rules.levels.declared}
        for known in (level, *self.rules.levels.above[level]):
            own = row[f"{known}_id"]
            facts = {
                name: row[name]
                for name, field in self.rules.fields.items()
                if field.level == known and row.get(name) is not None
            }
            ids = {outer: row[f"{outer}_id"] for outer in within[known]}
            stated[known].setdefault(own, Stated(own, ids, facts))

    def _unknown(self, claim_id: str) -> NoSuchClaim:
        table = self.connection.read_parquet(str(self.folder / AWARDS))
        distance = duckdb.FunctionExpression(
            "levenshtein", duckdb.ColumnExpression("claim_id"), duckdb.ConstantExpression(claim_id)
        )
        near = table.select("claim_id", distance.alias("far")).order("far, claim_id").limit(3).fetchall()
        names = ", ".join(str(row[0]) for row in near)
        english, arabic = f"The round has no claim {claim_id}.", f"ليس في الجولة طلب برقم {claim_id}."
        if near:
            english, arabic = f"{english} The nearest are: {names}.", f"{arabic} أقرب الأرقام: {names}."
        bad = int(self.meta["input"]["bad_rows"])
        if bad:
            english += f" Rows of the file that were not decided: {bad:,}. They are listed in {BAD_ROWS}."
            arabic += f" صفوف لم يُبتّ فيها من الملف: {bad:,}، وهي مسرودة في {BAD_ROWS}."
        return NoSuchClaim(english, arabic)


def open_round(folder: Path) -> StoredRound:
    """Raises RoundRefused where the folder is no round."""
    meta = read_round(folder)
    programme = load_canonical((folder / PROGRAMME).read_text(encoding="utf-8"))
    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false")
    connection.execute("set parquet_metadata_cache = true")
    return StoredRound(folder, meta, build(programme), connection)


def _file(level: str) -> str:
    return CLAIMS if level == CLAIM else f"level_{level}.parquet"


def _is_one_of(column: str, ids: Sequence[str]) -> str:
    return f"{name(column)} in ({_places(ids)})"


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)
