"""The figures on Lebanon's reconstruction, read from beside the project and never copied into it."""

import csv
import json
from pathlib import Path
from typing import Any

from sanad.record.importers.facts.folder import ReadFolder, read_folder
from sanad.record.importers.facts.plan import plan_of, read_plan
from sanad.record.models import Statement, Work
from sanad.record.services.facts.keeping import keep_facts
from sanad.record.services.facts.kept import Keeping
from tests.record.keeping.pages import by_maya
from tests.shared_data import shared_file

FOLDER = "lebanon-facts"


def folder() -> Path:
    return shared_file(FOLDER)


def read() -> ReadFolder:
    """By the plan that comes with Sanad for a folder of this name."""
    plan = plan_of(folder(), None)
    assert plan is not None
    return read_folder(folder(), read_plan(plan))


def kept() -> Keeping:
    return keep_facts(read(), by_maya())


def in_file(name: str) -> Any:
    return json.loads((folder() / name).read_text("utf-8"))


def lines_of(name: str) -> list[dict[str, str]]:
    with (folder() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def told(keeping: Keeping, table: str) -> list[Statement]:
    """What the rows of a table state, in their order."""
    return list(keeping.tables[table].statements.values())


def sources_of(statement: Statement) -> set[Work]:
    return {hop.parent.work for hop in statement.account.node.hops_in.all()}
