"""Who keeps the record, and who reads it."""

from sanad.staff.roles import Role

KEEP = (Role.RECORD_KEEPER,)
READ = (*KEEP, Role.AUDITOR, Role.PROGRAMME_LEAD)
