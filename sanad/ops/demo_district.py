"""The district of `sanad demo`: an embedded database of its own, then served, or looked at once and stopped."""

import os
from pathlib import Path

from sanad.ops.ground import run
from sanad.ops.stopping import Hearer

FOLDER, SEED = "district", 7


def build(out: Path, homes: int, hearer: Hearer) -> None:
    """Build the made-up district in a new folder; whatever the environment says of another database is left alone."""
    os.environ["SANAD_DATA"] = str((out / FOLDER).resolve())
    for name in ("SANAD_DATABASE_URL", "SANAD_PRODUCTION"):
        os.environ.pop(name, None)
    run("build_demo", hearer, seed=SEED, homes=homes)


def serve(port: int, hearer: Hearer) -> None:
    run("serve_sites", hearer, host="127.0.0.1", port=port, processes=2)


def check(hearer: Hearer) -> None:
    """Serve on a free port, open every start page as every member of the staff, and stop. Exit 1 where one fails."""
    run("check_demo", hearer)
