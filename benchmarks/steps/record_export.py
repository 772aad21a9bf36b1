"""An export of many statements: how long it takes and how much memory, and how long its bundle takes to verify.

The database is made new, or an empty one that SANAD_DATABASE_URL names; every statement is shown.
"""

import json
import sys
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from benchmarks.steps.record import A_PAGE, AT, _page  # sets Django up

from django.core.management import call_command  # isort: skip
from sanad.audit.models import Chain  # isort: skip
from sanad.audit.sealing import seal_all  # isort: skip
from sanad.record.exporting.told import Head  # isort: skip
from sanad.record.exporting.verifying import verify_bundle  # isort: skip
from sanad.record.log import By, writing  # isort: skip
from sanad.record.models import Disclosure, Statement  # isort: skip
from sanad.record.services.exports import BUNDLE, export_record  # isort: skip
from sanad.staff.models import User  # isort: skip


def main(statements: int) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    keeper, other = (User.objects.create_user(f"{name}@example.org", name) for name in ("keeper", "other"))
    for number in range(-(-statements // A_PAGE)):
        _page(number, By(keeper, AT))
        _show(By(other, AT))
    seal_all(at=AT)
    before = _memory()
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        began, worked = time.perf_counter(), time.process_time()
        counts = export_record(out=out, on=AT.date(), head=_head)
        taken = {"wall": time.perf_counter() - began, "cpu": time.process_time() - worked}
        bundle = out / BUNDLE
        exported = _memory()
        began = time.process_time()
        findings, counted = verify_bundle(bundle)
        said = {
            "statements": counts.exported,
            "export": taken,
            "memory_before_mb": before,
            "memory_mb": exported,
            "bundle_mb": bundle.stat().st_size / 1e6,
            "verify_cpu": time.process_time() - began,
            "memory_verified_mb": _memory(),
            "findings": len(findings),
            "counted": counted,
        }
    print(json.dumps(said))  # noqa: T201 -- read by the measurer


def _show(by: By) -> None:
    fresh = Statement.objects.filter(disclosures=None)
    with writing("record.disclose", by) as put:
        put.put_all(Disclosure(statement=one, level="public", reason="shown", by=by.user, at=by.at) for one in fresh)


def _head() -> Head:
    chain = Chain.objects.get(pk=1)
    return Head(chain.length, chain.digest)


def _memory() -> float:
    """The most that was in memory so far, in MB."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]))
