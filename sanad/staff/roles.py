"""The roles of those who work with Sanad."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may do; where and for which programme stands in the assignment."""

    CASEWORKER = "caseworker", _("Caseworker")
    ASSESSOR = "assessor", _("Assessor")
    ENGINEER = "engineer", _("Engineer")
    SAFETY_OFFICER = "safety_officer", _("Safety officer")
    FINANCE_OFFICER = "finance_officer", _("Finance officer")
    PROGRAMME_LEAD = "programme_lead", _("Programme lead")
    RECORD_KEEPER = "record_keeper", _("Record keeper")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")
