"""The closed lists of the words in which an outcome is told."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Asked(TextChoices):
    """What a check asks of the ledger or of the works; `queries/` holds one module for each."""

    PAID_TO_CLAIMS = "paid_to_claims", _("What was paid to the families, as the bank says")
    PAID_FROM_FUND = "paid_from_fund", _("What the fund paid, as the bank says")
    RECEIVED_BY_FUND = "received_by_fund", _("What arrived for the fund")
    WORKS_ON_BUILDING = "works_on_building", _("Which works on the building are certified")
    HALT_REVIEWED = "halt_reviewed", _("When the halt was looked at again")


class Share(TextChoices):
    """Whether the sum that was named is for all together or for each claim."""

    IN_ALL = "in_all", _("In all")
    EACH = "each", _("For each claim")


class Counted(TextChoices):
    """What a number of a check counts."""

    SUM = "sum", _("Sum")
    SUM_EACH = "sum_each", _("Sum for each claim")
    CLAIMS = "claims", _("Claims")
    CLAIMS_REACHED = "claims_reached", _("Claims that got all of it")
    CLAIMS_BEGUN = "claims_begun", _("Claims that got something")
    ORDERS = "orders", _("Works that were ordered")
    ORDERS_FINISHED = "orders_finished", _("Works that are finished")
    STAGES = "stages", _("Stages of the works")
    STAGES_CERTIFIED = "stages_certified", _("Stages that are certified")
    REVIEWS = "reviews", _("Reviews")


class Because(TextChoices):
    """Why a check ended as it did; every check has one of these reasons."""

    REACHED = "reached", _("All that was named is there.")
    REACHED_LATE = "reached_late", _("All that was named is there; it came after the day for which it was named.")
    BEGUN = "begun", _("Part of what was named is there.")
    OVERDUE = "overdue", _("Nothing of it is there, and the day for which it was named has passed.")
    OVERDUE_AND_BEGUN = "overdue_and_begun", _("Part of it is there; the day for which it was named has passed.")
    STANDS_STILL = "stands_still", _("The works stand still by a halt that is open.")
    MORE = "more", _("More is there than was named.")
    LESS = "less", _("Less is there than was named.")
    NOT_DUE = "not_due", _("Nothing of it is there yet; no day for which it was named has passed.")
    NO_SUM = "no_sum", _("The words name no sum against which the ledger could be held.")
    OTHER_CURRENCY = "other_currency", _("The words name another currency than the ledger's.")
    NOBODY_YET = "nobody_yet", _("No claim is meant by it yet, so that nobody can say.")
    SEEN = "seen", _("It was looked at again in time.")
    SEEN_LATE = "seen_late", _("It was looked at again, after the day for which that was named.")
    NOT_SEEN = "not_seen", _("It was not looked at again, and the day for which that was named has passed.")
    NO_WORKS = "no_works", _("No works were ordered there, so that nobody can say.")
