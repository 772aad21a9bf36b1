"""A folder of tables, read whole by its plan: what comes in is kept, refused by name or left aside with a reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sanad.record.importers.facts.faults import Fault
from sanad.record.importers.facts.files import RawFile, leaves, read_files
from sanad.record.importers.facts.places import faults_of
from sanad.record.importers.facts.plan import Plan
from sanad.record.importers.facts.rows import ReadTable, read_table
from sanad.record.importers.facts.sources import Sources, read_sources
from sanad.record.importers.facts.told import ToldTable, tell


@dataclass(frozen=True, slots=True)
class ReadFolder:
    """`files` are those of which something is kept. `faults` keep something out, `notices` say what must be
    known of what is kept, `aside` is what is no fact.
    """

    plan: Plan
    files: Sequence[RawFile]
    sources: Sources
    tables: Sequence[ReadTable]
    told: Mapping[str, ToldTable]
    faults: Sequence[Fault]
    notices: Sequence[Fault]
    aside: Sequence[Fault]

    @property
    def kept(self) -> int:
        refused = sum(fault.rows for fault in self.sources.faults)
        return sum(len(one.rows) for one in self.tables) + self.sources.listed - refused

    @property
    def refused(self) -> int:
        return sum(one.rows for one in self.faults)

    @property
    def rows(self) -> int:
        """Of all that the folder holds: rows of the tables and of the list of sources, and places in no table."""
        return self.kept + self.refused + len(self.aside)

    @property
    def is_empty(self) -> bool:
        """No row of a table can be kept, whatever the list of sources holds."""
        return not any(one.rows for one in self.tables)

    def is_sound(self, where: str) -> bool:
        """Whether this question or commitment of the plan was not refused."""
        return not any(fault.row == where and fault.rows == 0 for fault in self.faults)


def read_folder(folder: Path, plan: Plan) -> ReadFolder:
    """Nothing is written. Raises OSError where there is no folder to be read."""
    files, unread = read_files(folder)
    sources = read_sources(plan, files)
    read = [read_table(table, files[table.file], sources.by_id) for table in plan.tables if table.file in files]
    told = {one.table.name: tell(one) for one in read}
    aside, outside = _rest(folder, plan, files)
    faults = [
        *unread,
        *_missing(plan, files, unread),
        *sources.faults,
        *(fault for one in read for fault in one.faults),
        *outside,
        *faults_of(plan, told),
    ]
    notices = [*_looked_up(plan, sources), *(notice for one in read for notice in one.notices)]
    kept = {plan.sources.file, *(one.file.name for one in read if one.rows)}
    held = [files[name] for name in sorted(kept & files.keys())]
    return ReadFolder(plan, held, sources, read, told, faults, notices, aside)


def _looked_up(plan: Plan, sources: Sources) -> Iterator[Fault]:
    """Sources that the list of the folder lacks, and that the plan has from elsewhere."""
    where = plan.sources.more_from or "-"
    more = (one.id for one in sources.by_id.values() if one.looked_up)
    return (Fault("source_looked_up", plan.sources.file, key, facts={"where": where}, rows=0) for key in more)


def _missing(plan: Plan, files: Mapping[str, RawFile], unread: Sequence[Fault]) -> Iterator[Fault]:
    """Files that the plan names and the folder lacks."""
    named = dict.fromkeys([plan.sources.file, *(table.file for table in plan.tables)])
    known = {*files, *(one.file for one in unread)}
    return (Fault("no_file", name, rows=0) for name in named if name not in known)


def _rest(folder: Path, plan: Plan, files: Mapping[str, RawFile]) -> tuple[list[Fault], list[Fault]]:
    """Places of the files that stand in no table: left aside as the plan says, else refused."""
    why = {(one.file, one.at): one.why.model_dump() for one in plan.aside}
    found = [Fault("outside", name, column=path) for name, path in _outside(folder, plan, files)]
    aside = [one for one in found if (one.file, one.column) in why]
    told = [Fault("aside", one.file, column=one.column, facts=why[one.file, one.column]) for one in aside]
    return told, [one for one in found if one not in aside]


def _outside(folder: Path, plan: Plan, files: Mapping[str, RawFile]) -> Iterator[tuple[str, str]]:
    for name, file in files.items():
        if name == plan.sources.file:
            continue
        tables = [table.at for table in plan.tables if table.file == name]
        places = [""] if isinstance(file.content, list) else list(leaves(file.content))
        yield from ((name, place) for place in places if not any(_lies_in(place, table) for table in tables))
    for path in sorted(folder.iterdir()):
        if path.name not in files and path.suffix not in (".json", ".tsv") and path.name != "facts.yaml":
            yield path.name, ""


def _lies_in(place: str, table: str) -> bool:
    return not table or place == table or place.startswith(f"{table}.")
