"""The family's page under load, while officers write: served as `sanad serve` does, by two processes and a worker.

Families drawn from all of the district come again and again. Live: nothing is made ready for them. Prepared: it was.
The database is the embedded one, made new, or an empty one that SANAD_DATABASE_URL names.
"""

import json
import os
import random
import secrets
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import django
import psutil
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.middleware.csrf import CSRF_SECRET_LENGTH

from sanad.ops.lean import without_pandas

without_pandas()
django.setup()

from django.http import HttpResponse  # noqa: E402  Django has to be set up before its models are loaded
from django.utils.timezone import localdate  # noqa: E402

from benchmarks.steps.district import build_district  # noqa: E402
from benchmarks.steps.loading import HEADERS, load  # noqa: E402
from sanad.casework.answers.models import Prepared  # noqa: E402
from sanad.casework.answers.services import follow, prepare  # noqa: E402
from sanad.casework.claims.models import Claim, Receipt, Why  # noqa: E402
from sanad.casework.claims.services import hold_claim, release_claim  # noqa: E402
from sanad.casework.claims.services.papers import write_receipts  # noqa: E402
from sanad.casework.claims.services.steps import StepNotAllowed  # noqa: E402
from sanad.staff.models import User  # noqa: E402
from sanad.web.family.sessions import begin_session  # noqa: E402

FAMILIES, SECONDS = 2_000, 20
A_WRITE_EACH = 0.2
Made = dict[str, float]
Server = subprocess.Popen[bytes]


def now() -> datetime:
    return datetime.now(UTC)


def main(claims: int, folder: Path) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    build_district(claims, folder)
    chance = random.Random(7)
    families = list(Claim.objects.filter(pk__in=chance.sample(range(1, claims + 1), min(FAMILIES, claims // 4))))
    cookies = sessions(families, folder)
    made = made_ready(families)
    connection.close()
    ways = {}
    with served(folder) as (server, address):
        ways["prepared"] = measured(server, address, cookies, claims)
        Prepared.objects.filter(pk__in=[claim.pk for claim in families]).delete()
        ways["live"] = measured(server, address, cookies, claims)
    said = {"database": connection.vendor, "claims": claims, "ways": ways, "made": made, "decide": {"wall": 0.0}}
    print(json.dumps(said))  # noqa: T201 -- read by the measurer


def sessions(families: Sequence[Claim], folder: Path) -> Path:
    """The cookies of each family's browser, as after signing in."""
    write_receipts(families, now(), None)
    lines = []
    for receipt in Receipt.objects.filter(claim__in=families):
        response = HttpResponse()
        begin_session(response, receipt, now())
        response.set_cookie(settings.CSRF_COOKIE_NAME, secrets.token_hex(CSRF_SECRET_LENGTH // 2))
        lines.append("; ".join(f"{name}={one.value}" for name, one in response.cookies.items()))
    file = folder / "cookies.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def made_ready(families: Sequence[Claim]) -> Made:
    """What the worker does: the order of payment, then the answers of these families, told for the first time and
    then once more without telling why anew; answers a second.
    """
    begun = time.perf_counter()
    follow(at=now(), day=localdate(now()))
    order = time.perf_counter() - begun
    keys = [claim.pk for claim in families]
    told = _prepared(keys)
    return {"order": order, "told": told, "again": _prepared(keys)}


def _prepared(keys: list[int]) -> float:
    Prepared.objects.filter(pk__in=keys).update(visited_at=now(), current_on=None)
    begun, made = time.perf_counter(), 0
    while some := prepare(at=now(), most=min(500, len(keys) - made)) if made < len(keys) else 0:
        made += some
    return made / (time.perf_counter() - begun)


@contextmanager
def served(folder: Path) -> Iterator[tuple[Server, str]]:
    """The sites, until the block ends, and the address of the family's page."""
    port = free_port()
    command = [sys.executable, "-m", "sanad", "serve", "--port", str(port), "--processes", "2"]
    with (folder / "serve.log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait(port)
            yield server, f"http://127.0.0.1:{port}/family/claim/"
        finally:
            server.terminate()
            server.wait(timeout=60)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def _wait(port: int) -> None:
    for _ in range(120):
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/family/"):
            return
        time.sleep(0.5)
    raise TimeoutError("the site does not answer")


def measured(server: Server, address: str, cookies: Path, claims: int) -> dict[str, Any]:
    """After every family has looked once, while an officer writes five times a second."""
    for cookie in cookies.read_text("utf-8").split("\n")[:-1]:
        with urllib.request.urlopen(urllib.request.Request(address, headers=HEADERS | {"Cookie": cookie})):
            pass
    load(address, cookies, 5)
    busy, stop = os.getloadavg()[0], threading.Event()
    officer = threading.Thread(target=write, args=(stop, claims))
    officer.start()
    before = _processor_seconds(server)
    found = load(address, cookies, SECONDS)
    spent = _processor_seconds(server) - before
    stop.set()
    officer.join()
    return found | {
        "a_second": found["pages"] / found["seconds"],
        "cpu": 1_000 * spent / max(1, found["pages"]),
        "busy": busy,
    }


def write(stop: threading.Event, claims: int) -> None:
    """Holds and releases claims, five acts a second."""
    by, chance = User.objects.get(email="lead@example.org"), random.Random(11)
    while not stop.wait(A_WRITE_EACH):
        claim = Claim.objects.select_related("household", "dwelling__building").get(pk=chance.randint(1, claims))
        review = localdate(now()) + timedelta(days=30)
        try:
            hold_claim(claim=claim, why=Why.PAPERS_AWAITED, body="The council", review_on=review, by=by, at=now())
        except StepNotAllowed:
            release_claim(claim=claim, by=by, at=now())
    connection.close()


def _processor_seconds(server: Server) -> float:
    """Of the server with its processes and its worker, and of PostgreSQL's for this database."""
    own = psutil.Process(server.pid)
    name = f" {connection.settings_dict['NAME']} "
    ours = {own, *own.children(recursive=True)}
    at_work = [one for one in psutil.process_iter(["cmdline"]) if name in " ".join(one.info["cmdline"] or ())]
    postgres = set(at_work) if connection.vendor == "postgresql" else set()
    total = 0.0
    for process in ours | postgres:
        with suppress(psutil.Error):
            times = process.cpu_times()
            total += times.user + times.system
    return total


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
