"""The made-up families whose codes the demo wrote down beside its database, for the demo's door."""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COLUMNS = ("claim", "code", "secret", "story")
STORIES: dict[str, str | Promise] = {
    "months": _("Four months of the allowance were paid, and then nothing"),
    "propped": _("The building was propped up, and the works stand still"),
    "returned": _("A payment came back from the bank"),
    "no_account": _("Owed money, and has not said where to be paid"),
    "waiting": _("Waits in the queue, and nothing was paid yet"),
    "refused": _("Refused, with the reason and what would change it"),
    "deferred": _("Deferred until a fact is known"),
    "referred": _("Two families have claimed one home"),
    "incomplete": _("Facts are missing"),
    "held": _("The claim is held"),
    "": _("Drawn at random"),
}


@dataclass(frozen=True, slots=True)
class Family:
    """A made-up family with what it types to sign in, and what happened to it."""

    number: str
    code: str
    story: str | Promise


def families_file() -> Path:
    return Path(settings.DATA) / "demo-families.csv"


def families() -> list[Family]:
    """None where the file was taken away."""
    path = families_file()
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Family(row["claim"], row["code"], STORIES[row.get("story") or ""]) for row in rows]
