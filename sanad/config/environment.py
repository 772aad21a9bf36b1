"""What the environment says: the only place that reads it. Every variable is named in docs/settings.md."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def text(name: str, default: str = "") -> str:
    return os.environ.get(f"SANAD_{name}", default)


def is_on(name: str) -> bool:
    return text(name).lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A list, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """A whole number of 0 or more. Raises ImproperlyConfigured."""
    given = text(name)
    if given and not given.isdecimal():
        raise ImproperlyConfigured(f"SANAD_{name} is a whole number, such as 1.")
    return int(given) if given else default


def weekdays(name: str, default: str) -> frozenset[int]:
    """Days of the week by their English names, as numbers from Monday = 1. Raises ImproperlyConfigured."""
    given = [word.lower() for word in words(name, default)]
    unknown = [word for word in given if word not in WEEKDAYS]
    if unknown or len(set(given)) == len(WEEKDAYS):
        raise ImproperlyConfigured(
            f"SANAD_{name} names days of the week, such as friday,saturday, and not all of them."
        )
    return frozenset(WEEKDAYS.index(word) + 1 for word in given)


def data_folder() -> Path:
    """Where the embedded database, the keys and the files lie."""
    return Path(text("DATA", "sanad-data")).resolve()


def secret(name: str, *, production: bool) -> str:
    """The secret of the environment, or one made once and kept in the data folder, readable by its owner only.

    In production nothing is made silently: a second server would make another one.
    """
    given = text(name)
    if given:
        return given
    if production:
        raise ImproperlyConfigured(f"Set SANAD_{name}: in production no secret is made by itself (docs/settings.md).")
    return _kept(data_folder() / "keys" / name.lower().replace("_", "-"))


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(made := secrets.token_urlsafe(48))
    return made
