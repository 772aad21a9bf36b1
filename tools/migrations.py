"""`python -m tools.migrations` writes the constraints of a first migration into the tables that they belong to.

Django adds each constraint in a step of its own, for which it builds every model anew (and SQLite copies the table): of
a fresh installation that was most of the time. What comes out is the same database, made at once.
"""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import django
from django.apps import apps
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel, Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.writer import MigrationWriter

ROOT = Path(__file__).parents[1]
FIRST = "0001_initial"
KINDS: dict[type[Operation], tuple[str, str]] = {
    AddConstraint: ("constraints", "constraint"),
    AddIndex: ("indexes", "index"),
}


def folded(operations: list[Operation]) -> list[Operation]:
    """The same steps with each constraint and index in its table, as far as its fields are there from the start."""
    tables = {step.name_lower: step for step in operations if isinstance(step, CreateModel)}
    later: dict[str, list[str]] = {}
    for step in operations:
        if isinstance(step, AddField):
            later.setdefault(step.model_name_lower, []).append(step.name)
    kept = []
    for step in operations:
        option, name = KINDS.get(type(step), ("", ""))
        table = tables.get(step.model_name_lower) if isinstance(step, AddConstraint | AddIndex) else None
        if table is None or _reads(getattr(step, name), later.get(table.name_lower, [])):
            kept.append(step)
        else:
            table.options.setdefault(option, []).append(getattr(step, name))
    return kept


def _reads(rule: object, fields: list[str]) -> bool:
    told = repr(rule)
    return any(repr(field) in told or f"{field}__" in told or f"{field}_id" in told for field in fields)


def write(app: str) -> Path | None:
    """Fold the first migration of an app; its path where that changed anything."""
    module = import_module(f"{apps.get_app_config(app).name}.migrations.{FIRST}")
    migration: Migration = module.Migration(FIRST, app)
    before = len(migration.operations)
    migration.operations = folded(migration.operations)
    if len(migration.operations) == before:
        return None
    path = Path(str(module.__file__))
    path.write_text(MigrationWriter(migration).as_string(), encoding="utf-8")
    return path


def main() -> None:
    django.setup()
    ours = [config for config in apps.get_app_configs() if ROOT in Path(config.path).parents]
    having = [config.label for config in ours if (Path(config.path) / "migrations" / f"{FIRST}.py").exists()]
    paths = [path for label in having if (path := write(label))]
    if paths:
        subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", *paths], check=True)
    for path in paths:
        sys.stdout.write(f"folded {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
