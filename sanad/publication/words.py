"""What tables and numbers of a release are called on every page that shows them."""

from django.utils.translation import gettext_lazy as _

TABLES = {
    "programmes": _("Programmes"),
    "figures": _("The eight numbers"),
    "waiting": _("Families waiting"),
    "waiting-times": _("Waiting times"),
    "halts": _("Halts"),
    "rounds": _("Rounds"),
    "funds": _("Funds"),
    "share-kept": _("The share kept"),
    "commitments": _("Promises made in public"),
}
NUMBERS = {
    "need": _("Need"),
    "framework": _("Framework"),
    "pledged": _("Pledged"),
    "received": _("Received"),
    "reserved": _("Reserved"),
    "paid": _("Paid"),
    "confirmed": _("Received by families"),
    "built": _("Homes finished"),
    "on_its_way": _("On its way to families"),
    "unconfirmed": _("Paid, receipt not verified"),
    "unfunded": _("Due and unfunded"),
    "homes": _("Homes with a claim"),
}
