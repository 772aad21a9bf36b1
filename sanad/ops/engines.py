"""The engines that a command may be told to use."""

from collections.abc import Iterable
from enum import StrEnum

from sanad.ops.later import later
from sanad.ops.stopping import Hearer

lacking, refused = later("sanad.caseload.spark_sessions:lacking"), later("sanad.caseload.problems:refused")


class Engine(StrEnum):
    """What can decide a round."""

    duckdb = "duckdb"
    spark = "spark"


def refuse_missing(engines: Iterable[Engine], hearer: Hearer) -> None:
    """Ends the command where one of the engines cannot run here."""
    for engine in engines:
        code = lacking() if engine is Engine.spark else None
        if code:
            hearer.stop(code, refused(code).says)
