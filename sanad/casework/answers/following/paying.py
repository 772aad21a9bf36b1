"""How long payments took from money to account."""

from sanad.engine.forecast import PayTime
from sanad.rulebook.models import Programme


def pay_time(_programme: Programme) -> PayTime | None:
    """Nothing was paid before the first run."""
    return None
