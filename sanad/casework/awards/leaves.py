"""What of an award stands in the Merkle root of its round."""

import json

Sum = int | None


def leaf(
    number: str,
    version: int,
    outcome: str,
    reasons: str,
    currency: str,
    net: Sum,
    due_now: Sum,
    queue_place: Sum,
    money_ahead: Sum,
) -> bytes:
    """One line of text: the claim's number, the version, the outcome and its sums; `reasons` is a JSON list."""
    codes = ",".join(json.loads(reasons))
    sums = ("" if value is None else str(value) for value in (net, due_now, queue_place, money_ahead))
    return "|".join((number, str(version), outcome, codes, currency, *sums)).encode()
