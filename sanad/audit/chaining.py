"""The digest of an event, which holds the digest of the one before it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

NOTHING_BEFORE = hashlib.sha256(b"sanad audit chain 1").hexdigest()
"""What stands for the digest before the first event."""


@dataclass(frozen=True, slots=True)
class Content:
    """All of an event that its digest holds, besides its number and what was before."""

    at: datetime
    act: str
    on: str
    by: int | None
    facts: Mapping[str, Any]
    rows: int | None
    root: str


def digest_of(number: int, content: Content, before: str) -> str:
    """SHA-256 over one line of JSON: sorted keys, no spaces, time in UTC. docs/audit-chain.md says it for others."""
    line = {
        "number": number,
        "before": before,
        "at": content.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "act": content.act,
        "on": content.on,
        "by": content.by,
        "facts": content.facts,
        "rows": content.rows,
        "root": content.root,
    }
    text = json.dumps(line, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
