"""A database of its own for a test that really commits: kept rows are never deleted, so nothing could be cleaned."""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.db import connections
from psycopg import sql


@contextmanager
def copied_database() -> Iterator[str]:
    """The test database, copied; every connection, also of other threads, goes there. Gives its address."""
    original = connections.settings["default"]["NAME"]
    connections.close_all()
    copy = _copied_on_postgres(original) if _is_on_postgres() else _copied_file(original)
    with _elsewhere(copy) as address:
        yield address


@contextmanager
def empty_database() -> Iterator[str]:
    """A database without a table; otherwise as a copied one."""
    connections.close_all()
    original = connections.settings["default"]["NAME"]
    with _elsewhere(_empty_on_postgres() if _is_on_postgres() else _beside(original)) as address:
        yield address


@contextmanager
def _elsewhere(copy: str) -> Iterator[str]:
    settings = connections.settings["default"]
    original, settings["NAME"] = settings["NAME"], copy
    try:
        yield _address(settings)
    finally:
        connections.close_all()
        settings["NAME"] = original
        _drop_on_postgres(copy) if _is_on_postgres() else _drop_file(copy)


def _is_on_postgres() -> bool:
    return str(connections.settings["default"]["ENGINE"]).endswith("postgresql")


def _beside(original: str) -> str:
    return f"{original}.{uuid.uuid4().hex[:8]}"


def _copied_file(original: str) -> str:
    copy = _beside(original)
    for suffix in ("", "-wal", "-shm"):
        if Path(f"{original}{suffix}").exists():
            shutil.copy(f"{original}{suffix}", f"{copy}{suffix}")
    return copy


def _drop_file(copy: str) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{copy}{suffix}").unlink(missing_ok=True)


def _server() -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(os.environ["SANAD_DATABASE_URL"], autocommit=True)


def _empty_on_postgres() -> str:
    name = f"test_{uuid.uuid4().hex[:12]}"
    with _server() as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return name


def _copied_on_postgres(original: str) -> str:
    copy = f"test_{uuid.uuid4().hex[:12]}"
    with _server() as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(copy), sql.Identifier(original)))
    return copy


def _drop_on_postgres(copy: str) -> None:
    with _server() as server:
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(copy)))


def _address(settings: dict[str, str]) -> str:
    if settings["ENGINE"].endswith("postgresql"):
        return address_of(settings["NAME"])
    return f"sqlite:///{settings['NAME']}"


def address_of(name: str) -> str:
    """Of another database of the same server."""
    return urlsplit(os.environ["SANAD_DATABASE_URL"])._replace(path=f"/{name}").geturl()
