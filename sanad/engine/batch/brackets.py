"""Brackets that Ibis leaves out: it writes `NOT (x) IS NULL` for "whether `NOT x` is absent", and an engine reads the
whole as "x is there". Each engine's compiler takes these ways of writing before Ibis's own.
"""

from typing import Any, ClassVar

from ibis.backends.sql.compilers.base import SQLGlotCompiler
from sqlglot import exp

_LOOSE = (exp.Not, exp.In, exp.Between)
"""What binds less tightly than an operator beside it may: Ibis puts brackets around the others by itself."""


class Bracketed:
    """Mixed into a compiler of Ibis, before it."""

    __slots__ = ()
    SQLGLOT_NEEDS_PARENS: ClassVar[Any] = SQLGlotCompiler.SQLGLOT_NEEDS_PARENS | set(_LOOSE)

    def visit_IsNull(self, op: Any, *, arg: Any) -> Any:  # noqa: N802 -- Ibis finds these by their names
        return _whole(arg).is_(exp.null())

    def visit_NotNull(self, op: Any, *, arg: Any) -> Any:  # noqa: N802
        return _whole(arg).is_(exp.not_(exp.null()))

    def visit_InValues(self, op: Any, *, value: Any, options: Any) -> Any:  # noqa: N802
        return _whole(value).isin(*options)


def _whole(part: Any) -> Any:
    return exp.paren(part, copy=False) if isinstance(part, (exp.Binary, *_LOOSE)) else part
