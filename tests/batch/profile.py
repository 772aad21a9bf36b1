"""How the random tests of the batch run: a seed of their own, printed at the end, and never the same twice.

`SANAD_SEED=12345 pytest tests/batch` runs them again as they ran.
"""

import os
import secrets

from hypothesis import HealthCheck, Phase, seed, settings

SEED = int(os.environ.setdefault("SANAD_SEED", str(secrets.randbelow(2**32))))
EXAMPLES = int(os.environ.get("SANAD_EXAMPLES", "30"))

settings.register_profile(
    "batch",
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=False,
    print_blob=True,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def at_random(test):
    """Run a test on random rule sets under the profile, from the printed seed."""
    return _under(test, EXAMPLES)


def at_random_seldom(test):
    """For what decides each population more than once: a third as many, since to write the queries takes seconds."""
    return _under(test, max(1, EXAMPLES // 3))


def _under(test, examples: int):
    return seed(SEED)(settings(settings.get_profile("batch"), max_examples=examples)(test))
