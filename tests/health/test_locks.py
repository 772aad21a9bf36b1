import re
import tomllib
from pathlib import Path

import pytest

from tests.health.tree import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
# A host, an option, a direct file, a path.
ADDRESS = re.compile(r"://|^\s*-|\s@\s|(^|\s)/\w|\w:\\", re.MULTILINE)


def pins(lock: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in PINNED.findall(lock.read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    return found


def without_comments_and_hashes(lock: Path) -> str:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith(("#", "--hash=sha256:")))


def test_there_is_a_lock_for_each_job():
    assert {lock.name for lock in LOCKS} == {"bootstrap.txt", "dev.txt", "bench.txt", "spark.txt"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: Path):
    assert ADDRESS.findall(without_comments_and_hashes(lock)) == []
    assert "://" not in lock.read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_its_hashes(lock: Path):
    entries = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8").strip())

    unhashed = [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]

    assert len(entries) >= len(pins(lock)) > 0
    assert unhashed == []


def test_the_benchmark_lock_holds_the_development_lock():
    development, benchmark = pins(ROOT / "requirements/dev.txt"), pins(ROOT / "requirements/bench.txt")

    different = {name for name, versions in development.items() if benchmark.get(name) != versions}

    assert different == set()


def test_the_lock_of_spark_is_of_the_extra_and_touches_no_other_lock():
    asked = (ROOT / "requirements/spark.in").read_text(encoding="utf-8").split()
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]

    shared = pins(ROOT / "requirements/spark.txt").keys() & pins(ROOT / "requirements/bench.txt").keys()

    assert asked == extra["spark"]
    assert shared == set()
