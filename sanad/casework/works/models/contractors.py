from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Contractor(models.Model):
    """A firm that works on buildings. `code` is its number in the register of firms, or the office's own.

    It is paid as the organisation of its name, so no two have the same.
    """

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=140, unique=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(name=""), name="contractor_is_named")]

    def __str__(self) -> str:
        return self.name
