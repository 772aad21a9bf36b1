"""Awards in kind: things and rights instead of money."""

from dataclasses import dataclass

from sanad.engine.rules.declared.plain import Expression, Words


@dataclass(frozen=True, slots=True)
class Thing:
    """What a line gives instead of money: a certificate, a plot, a repair. Those of one `kind` share a queue.

    Its number is the line's `amount`, in `unit` with so many decimals. `value` is money for information only.
    """

    kind: str
    label: Words
    unit: str
    decimals: int = 0
    value: Expression | None = None
