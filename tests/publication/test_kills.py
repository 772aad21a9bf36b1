"""A publisher that is killed at any moment leaves the last release standing, and the next one is published."""

import os
from pathlib import Path
from random import Random
from typing import Any

from sanad.audit.models import Event
from sanad.publication.models import Release
from sanad.publication.selectors import folder_of, newest
from sanad.publication.verification import verify_releases
from tests.killing import worker
from tests.publication.releases import decided_families

KILLS = int(os.environ.get("SANAD_KILLS", "12"))
LONGEST = 0.8
SCRIPT = Path(__file__).parent / "killed_publisher.py"


def test_a_killed_publisher_leaves_the_last_release_standing(own_database: str, monkeypatch: Any, settings: Any):
    decided_families(12)
    dice = Random(7)
    monkeypatch.setenv("SANAD_TEST_RELEASES", str(settings.RELEASES_ROOT))

    killed = 0
    with worker(SCRIPT, own_database) as publisher:
        publisher.run()
        while killed < KILLS:
            before = newest()
            killed += publisher.killed(dice, LONGEST)
            assert list(verify_releases()) == []
            assert before is not None
            assert folder_of(before).is_dir()
        publisher.run()

    numbers = sorted(Release.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert Event.objects.filter(act="release.publish").count() == len(numbers)
    assert list(verify_releases()) == []
