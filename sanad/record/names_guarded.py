"""Who else is protected than those whom the record itself hides, for whatever is made public of it.

Whoever keeps further names (`sanad.witnesses`) says here how they are found in a text; nobody who asks learns a name.
Where the record is installed alone nobody does, and its own rules stand by themselves.
"""

from collections.abc import Callable

from django.utils.module_loading import import_string

from sanad.record.exporting.names import NamesFound, no_names

Finder = Callable[[], NamesFound]
"""Made anew for each publication, since names are added and withdrawn."""

_finders: list[Finder | str] = []


def guard_names_by(finder: Finder | str) -> None:
    """Once, when the applications are ready; by its dotted path where it cannot be imported yet."""
    _finders[:] = [finder]


def names_guarded() -> NamesFound:
    if not _finders:
        return no_names
    finder = _finders[0]
    made: Finder = import_string(finder) if isinstance(finder, str) else finder
    return made()
