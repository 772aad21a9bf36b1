"""One bar for the whole building of the made-up district; each step takes the part of it that it takes of the time."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from sanad.demo.district import STEPS, Tell
from sanad.ops.district_words import say
from sanad.ops.programme_words import Language

WEIGHTS = {
    "ground": 1, "money": 1, "claims": 20, "visits": 10, "placards": 5, "months": 45, "facts": 2, "round": 11,
    "dangers": 1, "record": 3, "codes": 1,
}  # fmt: skip
"""Of a hundred."""


@contextmanager
def shown_progress(lang: Language) -> Iterator[Tell]:
    """A bar on stderr, so that the answer alone stands on stdout."""
    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=100)

        def tell(step: str, done: int, of: int) -> None:
            before = sum(WEIGHTS[earlier] for earlier in STEPS[: STEPS.index(step)])
            progress.update(task, completed=before + WEIGHTS[step] * done / of, description=say(lang, step))

        yield tell
