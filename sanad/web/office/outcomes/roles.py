"""Who says what a commitment is about, and who reads what came of it."""

from sanad.staff.roles import Role

LINK = (Role.RECORD_KEEPER, Role.PROGRAMME_LEAD)
READ = (*LINK, Role.FINANCE_OFFICER, Role.AUDITOR)
