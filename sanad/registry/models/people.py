from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sanad.evidence.models import Key


class Household(models.Model):
    """People who live together. What families write, and their files, lie under the household's key."""

    reference = models.CharField(max_length=16, unique=True)
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="household")
    registered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(reference=""), name="household_is_named")]

    def __str__(self) -> str:
        return self.reference


class Person(models.Model):
    """One human being; everything that tells who it is lies under the person's own key."""

    reference = models.CharField(max_length=16, unique=True)
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="person")
    name = models.BinaryField()
    latin_name = models.BinaryField(null=True)
    phone = models.BinaryField(null=True)
    birth_year = models.BinaryField(null=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(reference=""), name="person_is_named")]

    def __str__(self) -> str:
        return self.reference


class NameToken(models.Model):
    """A keyed hash of one part of a name, or of a telephone number: finds a person without storing the name.

    Deleted with the person's key.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    token = models.CharField(max_length=32)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["token", "person"], name="token_finds_a_person_once"),
        ]

    def __str__(self) -> str:
        return self.token[:8]


class Membership(models.Model):
    """A person belongs to a household, from a day until a day."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["household", "person"], condition=Q(until=None), name="person_is_in_a_household_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="membership_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.household_id}"


class Representation(models.Model):
    """Who speaks for the household: signs, is paid, is called. One at a time."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="representations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="representations")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["household"], condition=Q(until=None), name="one_person_speaks_for_a_household"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="representation_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.household_id}"
