"""Releases as their readers get them: files of the newest, or of any; nothing but what was released."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from sanad.publication.files.writing import TOLD
from sanad.publication.models import Release


def newest() -> Release | None:
    return Release.objects.order_by("-number").first()


def releases() -> list[Release]:
    """The newest first."""
    return list(Release.objects.select_related("published_by").order_by("-number"))


def folder_of(release: Release) -> Path:
    return Path(settings.RELEASES_ROOT) / release.folder


def told_of(release: Release) -> dict[str, Any]:
    """What the release tells: its tables, what is hidden, what changed. It never changes, so it is read once."""
    return _read(str(folder_of(release)), release.checks)


@lru_cache(maxsize=8)
def _read(folder: str, _checks: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(folder) / TOLD).read_text(encoding="utf-8"))
    return found
