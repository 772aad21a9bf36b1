"""The database as one file, and back: SQLite by VACUUM INTO, PostgreSQL by its own tools."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

FILES = {"sqlite": "sanad.sqlite3", "postgresql": "sanad.dump"}


class ToolFailed(Exception):
    def __init__(self, tool: str, error: str) -> None:
        super().__init__(tool, error)
        self.tool, self.error = tool, error


def dump_database(folder: Path) -> Path:
    """One consistent copy, while others read and write. Raises ToolFailed."""
    file = folder / FILES[connection.vendor]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(file)])
    else:
        _run("pg_dump", "--format=custom", "--file", str(file), _named())
    return file


def load_database(file: Path) -> None:
    """Into the empty database of the settings. Raises ToolFailed."""
    if connection.vendor == "sqlite":
        name = connection.settings_dict["NAME"]
        connection.close()
        shutil.copyfile(file, name)
    else:
        _run("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--dbname", _named(), str(file))


def has_tables() -> bool:
    return bool(connection.introspection.table_names())


def _named() -> str:
    """The database as PostgreSQL's tools are told it; its password goes by the environment."""
    given = connection.get_connection_params()
    parts = {key: given.get(key) for key in ("host", "port", "user", "dbname")}
    return " ".join(f"{key}='{value}'" for key, value in parts.items() if value)


def _run(tool: str, *arguments: str) -> None:
    environment: dict[str, Any] = dict(os.environ)
    if connection.settings_dict["PASSWORD"]:
        environment["PGPASSWORD"] = connection.settings_dict["PASSWORD"]
    try:
        subprocess.run([tool, *arguments], env=environment, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise ToolFailed(tool, "not installed") from error
    except subprocess.CalledProcessError as error:
        raise ToolFailed(tool, error.stderr.strip()) from error
