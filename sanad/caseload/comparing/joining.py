"""One table of all claims that either side could read: both answers, and what the claims are grouped by."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from sanad.caseload.comparing.features import Feature
from sanad.caseload.comparing.sides import Side, write_definitions
from sanad.engine.rules.tree import Ref
from sanad.sheets.parquet_sheets import parquet_relation
from sanad.sheets.sql import fill, listed, name, text

COMPARED = "compared"
BAD_ROW = "bad_row"
"""Stands for the outcome on a side that could not read the claim's row."""
KINDS = ("more", "less", "same", "other_money", "only_b", "only_a", "neither")
"""What becomes of a claim from A to B. A claim is decided where it is awarded or refused, else there is no sum yet."""
ANSWER = ("outcome", "reasons", "net", "due_now", "values_used")


def join(connection: duckdb.DuckDBPyConnection, a: Side, b: Side, grouped: Sequence[Feature], work: Path) -> None:
    """Make the table `compared`, one row for each claim that a side could read; `work` takes files for a while."""
    facts = [one for side in (a, b) for one in _facts(side, grouped, work)]
    answers = [
        "coalesce(a.claim_id, b.claim_id) as claim_id",
        *(_column(part, side) for side in (a, b) for part in ANSWER),
        *(f"{_lines(side)} as lines_{side.letter}" for side in (a, b)),
        f"{_kind(a, b)} as kind",
    ]
    groups = [f"{_group(feature)} as {name(column_of(feature))}" for feature in grouped]
    statement = """
        create or replace table {target} as select {columns}
        from (select {answers} from {a} as a full join {b} as b on a.claim_id = b.claim_id) as answers {facts}
    """
    parts = {
        "answers": listed(answers),
        "columns": listed(["answers.*", *groups]),
        "facts": " ".join(
            f"left join {file} as {alias} on {alias}.claim_id = answers.claim_id" for alias, file in facts
        ),
        "a": parquet_relation(a.awards),
        "b": parquet_relation(b.awards),
    }
    connection.execute(fill(statement, target=COMPARED, **parts))


def column_of(feature: Feature) -> str:
    return f"by {feature.name}"


def _column(part: str, side: Side) -> str:
    column = f"{side.letter}.{part}"
    if part == "outcome":
        column = f"coalesce({column}, {text(BAD_ROW)})"
    return f"{column} as {part}_{side.letter}"


def _lines(side: Side) -> str:
    """The outcome of every line, as one text: claims with the same one have the same lines."""
    outcomes = [f"{side.letter}.{name(f'{line.name}_outcome')}" for line in side.rules.lines]
    return fill("concat_ws(' ', {outcomes})", outcomes=listed(outcomes))


def _kind(a: Side, b: Side) -> str:
    """Nothing is less than something in any money; two sums are compared in one money only."""
    statement = """
        case when a.net is null and b.net is null then 'neither'
            when b.net is null then 'only_a' when a.net is null then 'only_b'
            when {apart} and a.net > 0 and b.net > 0 then 'other_money'
            when b.net > a.net then 'more' when b.net < a.net then 'less' else 'same' end
    """
    return fill(statement, apart="true" if a.programme.currency != b.programme.currency else "false")


def _facts(side: Side, grouped: Iterable[Feature], work: Path) -> Iterable[tuple[str, str]]:
    """By alias, the files of this side that hold something to group by."""
    nodes = [feature.nodes[side.letter] for feature in grouped if side.letter in feature.nodes]
    definitions = [node.name for node in nodes if isinstance(node, Ref)]
    if len(definitions) < len(nodes):
        yield f"facts_{side.letter}", parquet_relation(side.claims)
    if definitions:
        file = work / f"definitions_{side.letter}.parquet"
        write_definitions(side, definitions, file)
        yield f"defined_{side.letter}", parquet_relation(file)


def _group(feature: Feature) -> str:
    """The value by side A; by B where A has none or could not read the row."""
    kinds = {letter: "defined" if isinstance(node, Ref) else "facts" for letter, node in feature.nodes.items()}
    values = [f"cast({kind}_{letter}.{name(feature.name)} as varchar)" for letter, kind in sorted(kinds.items())]
    return fill("coalesce({values})", values=listed(values))
