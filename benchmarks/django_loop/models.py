"""Claims, awards and their lines as tables; amounts in cents."""

from django.db import models


class Claim(models.Model):
    claim_id = models.CharField(max_length=20, unique=True)
    building_id = models.CharField(max_length=20)
    owner_id = models.CharField(max_length=20)
    household_id = models.CharField(max_length=20)
    damaged_on = models.DateField()
    filed_on = models.DateField()
    damage = models.CharField(max_length=10)
    damaged_share = models.IntegerField()
    floor_area = models.IntegerField()
    zone = models.CharField(max_length=10)
    dwelling_class = models.CharField(max_length=10)
    people = models.IntegerField()
    children = models.IntegerField()
    elderly = models.IntegerField()
    disabled = models.BooleanField()
    tenure = models.CharField(max_length=15)
    title_deed = models.BooleanField(null=True)
    renting = models.BooleanField(null=True)
    owns_other_home = models.BooleanField(null=True)
    contract_signed = models.BooleanField()
    works_inspected = models.BooleanField(null=True)
    monthly_rent = models.BigIntegerField(null=True)
    repair_cost = models.BigIntegerField(null=True)
    insurance_paid = models.BigIntegerField(null=True)
    aid_received = models.BigIntegerField()

    def __str__(self) -> str:
        return self.claim_id


class Rate(models.Model):
    """A dated value by its keys; `amount` is empty where none was published."""

    name = models.CharField(max_length=30)
    key = models.CharField(max_length=30)
    since = models.DateField()
    amount = models.BigIntegerField(null=True)

    class Meta:
        indexes = (models.Index(fields=["name", "key", "since"]),)

    def __str__(self) -> str:
        return f"{self.name} {self.key}"


class Award(models.Model):
    claim = models.OneToOneField(Claim, on_delete=models.PROTECT)
    outcome = models.CharField(max_length=15)
    net = models.BigIntegerField(null=True)
    due_now = models.BigIntegerField(null=True)
    left = models.BigIntegerField(null=True)
    capped = models.BigIntegerField()
    deducted = models.BigIntegerField()
    priority = models.IntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.claim_id} {self.outcome}"


class AwardLine(models.Model):
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="lines")
    name = models.CharField(max_length=15)
    outcome = models.CharField(max_length=15)
    amount = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return self.name
