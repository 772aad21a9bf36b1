from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from sanad.ops.acting import acting
from sanad.ops.record_facts_telling import Written, tell_read
from sanad.ops.record_facts_words import says
from sanad.ops.stopping import FAILED, Hearer
from sanad.record.importers.facts.folder import ReadFolder
from sanad.record.log import By
from sanad.record.refusals import RecordRefused
from sanad.record.services.facts.keeping import keep_facts
from sanad.staff.roles import Role


class Command(BaseCommand):
    help = "Take in tables of facts."
    requires_system_checks = ()
    stealth_options = ("hearer", "folder", "read", "by")

    def handle(self, *_args: str, hearer: Hearer, folder: Path, read: ReadFolder, by: str, **_options: Any) -> None:
        keeper = acting(by, Role.RECORD_KEEPER, hearer)
        try:
            keeping = keep_facts(read, By(keeper, datetime.now(UTC)))
        except RecordRefused as refused:
            hearer.stop(refused.code, says("refused_by_the_record", code=refused.code), FAILED)
        tell_read(hearer, folder, read, Written(keeping.counts(keeping.made), keeping.counts(keeping.known)))
