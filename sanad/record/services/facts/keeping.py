"""A folder of tables becomes part of the record in one act: all of what was not refused, and each thing once."""

from django.db import IntegrityError, transaction

from sanad.record.importers.facts.folder import ReadFolder
from sanad.record.kinds import Method
from sanad.record.log import By
from sanad.record.models import Capture
from sanad.record.refusals import RecordRefused
from sanad.record.services.captures import NewCapture, keep_capture
from sanad.record.services.facts.kept import Keeping
from sanad.record.services.facts.sources import cite_sources
from sanad.record.services.facts.tables import state_rows
from sanad.record.services.facts.texts import hold_tables
from sanad.record.services.facts.told_twice import ask, commit


def keep_facts(read: ReadFolder, by: By) -> Keeping:
    """The same folder twice adds nothing. Raises RecordRefused: no_facts, is_sealed, does_not_stand (the database
    names what does not hold)."""
    if read.is_empty:
        raise RecordRefused("no_facts")
    keeping = Keeping(read, by)
    try:
        with transaction.atomic():
            _keep(keeping)
    except IntegrityError as refused:
        raise RecordRefused("does_not_stand", says=str(refused)) from refused
    return keeping


def _keep(keeping: Keeping) -> None:
    read = keeping.read
    _hold_files(keeping)
    cite_sources(keeping)
    for file in read.files:
        for one, table in hold_tables(keeping, file):
            keeping.tables[one.table.name] = table
            state_rows(keeping, table, one)
    # A commitment states its place with the sums in it, and a version of a question may rest on the same place.
    for number, commitment in enumerate(read.plan.commitments, start=1):
        if read.is_sound(f"commitments {number}"):
            commit(keeping, commitment)
    for number, question in enumerate(read.plan.questions, start=1):
        if read.is_sound(f"questions {number}"):
            ask(keeping, question)


def _hold_files(keeping: Keeping) -> None:
    """The files as they came. Of two who bring the same folder at once one waits here, and then finds all that the
    other wrote."""
    for file in keeping.read.files:
        new = NewCapture(file.raw, file.media_type, Method.UPLOAD, keeping.by.at)
        capture, is_new = keep_capture(new, keeping.by)
        keeping.count("files", capture, is_new=is_new)
        keeping.files[file.name] = capture
    held = [one.pk for one in keeping.files.values()]
    list(Capture.objects.select_for_update().filter(pk__in=held).order_by("pk").values_list("pk"))
