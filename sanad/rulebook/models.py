"""Programmes, and the versions of their rules that were ever used."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

models.CharField.register_lookup(Length)


class Programme(models.Model):
    """A programme that takes claims. `prefix` begins the number of each of its claims, such as SSP-004117-6."""

    key = models.SlugField(max_length=64, unique=True)
    prefix = models.CharField(max_length=5, unique=True)
    title = models.JSONField()
    issuer = models.JSONField()
    currency = models.CharField(max_length=3)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(prefix__regex=r"^[A-Z]{2,5}$"), name="programme_prefix_is_two_to_five_capitals"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class RuleSet(models.Model):
    """One version of a programme's rules in one reading, whole, named by the hash of its content; never changed."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="rule_sets")
    hash = models.CharField(max_length=64, unique=True)
    reading = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=16)
    text = models.TextField()
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(hash__length=64), name="rule_set_is_named_by_a_hash"),
            models.CheckConstraint(
                condition=Q(status__in=["operative", "draft", "reference"]), name="rule_set_status_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.hash[:8]}"
