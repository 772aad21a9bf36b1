"""What makes a saying an undertaking: `tables/promises.yaml` made ready."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sanad.record.proposing.acts import Acts
from sanad.record.proposing.grammars import grammar
from sanad.record.proposing.scanning import Scanner
from sanad.record.proposing.tables import table_of


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase. `is_whole`: the evidence is its clause; `is_to_end`: it goes on to the end of it.

    `is_of_speech`: it counts only in what somebody is said to have said; `is_timed`: only where a time is told with it.
    """

    strength: str
    is_whole: bool
    is_to_end: bool
    is_of_speech: bool
    is_timed: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Undertaking:
    """`strength` by verb of saying; `acts` in the order in which they are looked for; `turns` by the name of a rule."""

    strength: Mapping[str, str]
    turns: Mapping[str, Turn]
    rules: Scanner
    plan: re.Pattern[str]
    ender: re.Pattern[str]
    titles: frozenset[str]
    acts: Acts
    condition: re.Pattern[str]
    due: re.Pattern[str]
    past: re.Pattern[str]
    soon: re.Pattern[str]
    came: Scanner
    was_told: re.Pattern[str]


@cache
def undertaking(language: str) -> Undertaking:
    """For a page in Arabic the rules of both languages, since such pages quote English."""
    told, known = table_of("promises"), grammar(language)
    rules = [(f"turn{number}", rule) for number, rule in enumerate(told["rules"])]
    will = next(rule["of"] for rule in told["rules"] if rule["of"].startswith("(<modal>"))
    return Undertaking(
        strength={verb: strength for strength, verbs in told["verbs"].items() for verb in verbs},
        turns={
            name: Turn(
                rule["strength"],
                rule["whole"],
                rule.get("to_end", False),
                rule.get("in") == "speech",
                rule.get("timed", False),
                rule["confidence"],
            )
            for name, rule in rules
        },
        rules=Scanner([(name, known.pattern(rule["of"])) for name, rule in rules]),
        plan=re.compile("|".join(known.pattern(one) for one in (will, "%future"))),
        ender=re.compile(known.pattern(told["ender"])),
        titles=frozenset(told["titles"]),
        acts=Acts(told["acts"]),
        came=Scanner([("came", known.pattern(one)) for one in told["came"]]),
        **{name: _any(told[name]) for name in ("condition", "due", "past", "soon", "was_told")},
    )


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)
