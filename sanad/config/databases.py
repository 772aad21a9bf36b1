"""The embedded database by default, PostgreSQL where the environment names one."""

from pathlib import Path
from typing import Any

import dj_database_url

# WAL lets families read while officers write; FULL survives a power cut; recursive triggers close the way by which
# INSERT OR REPLACE would rewrite a row past the triggers that keep it. 64 MB of cache instead of 2: a run of 200,000
# payments touches its indexes in any order.
ON_CONNECTING = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; "
    "PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536;"
)
# A transaction that reads and then writes would fail where another wrote meanwhile; IMMEDIATE waits instead.
EMBEDDED = {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": ON_CONNECTING}

# What is asked again and again is planned once: to plan a family's page took PostgreSQL ten times as long as to
# read it.
PREPARED: dict[str, Any] = {"server_side_binding": True, "prepare_threshold": 5}


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings of the database at this address; of the file in the data folder where there is none."""
    if not url:
        url = f"sqlite:///{folder / 'sanad.sqlite3'}"
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found |= {"OPTIONS": dict(EMBEDDED), "TEST": {"NAME": str(folder / "test.sqlite3")}}
    elif found["ENGINE"] == "django.db.backends.postgresql":
        found |= {"ENGINE": "sanad.config.postgresql", "OPTIONS": PREPARED | found.get("OPTIONS", {})}
    return found
