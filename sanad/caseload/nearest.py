"""The nearest known name, for people who mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_SHOWN = 30


def nearest(wrong: str, known: Iterable[str]) -> dict[str, str]:
    """`nearest` and `nearest_ar`: the sentence in English and Arabic."""
    names = sorted(known)
    near = get_close_matches(wrong[:60], names, n=1, cutoff=0.6)
    if near:
        return {"nearest": f"Did you mean `{near[0]}`?", "nearest_ar": f"هل تقصد `{near[0]}`؟"}
    shown = ", ".join(names[:MOST_SHOWN]) or "-"
    return {"nearest": f"Known here: {shown}.", "nearest_ar": f"المعروف هنا: {shown}."}
