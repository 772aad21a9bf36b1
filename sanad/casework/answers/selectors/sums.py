"""The sums of awards and the payments of claims, as a family is told of them: of many claims in a few readings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields

from django.utils.timezone import localdate

from sanad.audit.built_once import built_once
from sanad.casework.answers.rules import line_label
from sanad.casework.answers.told import LineSum, MoneyTold, PaymentTold
from sanad.casework.awards.models import AwardLine
from sanad.casework.payments.models import Payment, PaymentPart, PaymentState
from sanad.casework.payments.selectors import AwardMoney, LineMoney
from sanad.engine.rules.declared import Programme as Declared

SUMS = tuple(field.name for field in fields(MoneyTold))


_lines = built_once(lambda awards: AwardLine.objects.filter(award__in=awards).order_by("pk"))
_parts = built_once(
    lambda claims: (
        PaymentPart.objects.filter(claim__in=claims)
        .exclude(payment__state=PaymentState.DROPPED)
        .select_related("payment__run__fund")
        .order_by("-payment", "pk")
    )
)


def lines_of(awards: Iterable[int]) -> dict[int, list[AwardLine]]:
    found: dict[int, list[AwardLine]] = defaultdict(list)
    for line in _lines(list(awards)):
        found[line.award_id].append(line)
    return found


def money_told(sums: AwardMoney | LineMoney) -> MoneyTold:
    return MoneyTold(*(getattr(sums, name) for name in SUMS))


def payments_told(claims: Iterable[int], rules: Mapping[int, Declared]) -> dict[int, tuple[PaymentTold, ...]]:
    """By claim, the newest first; of runs that were dropped, none."""
    found: dict[int, dict[int, tuple[Payment, dict[str, int]]]] = defaultdict(dict)
    for one in _parts(list(claims)):
        if one.claim_id is not None:
            _, lines = found[one.claim_id].setdefault(one.payment_id, (one.payment, {}))
            lines[one.line] = lines.get(one.line, 0) + one.amount
    return {
        claim: tuple(_told(payment, lines, rules.get(claim)) for payment, lines in paid.values())
        for claim, paid in found.items()
    }


def _told(payment: Payment, lines: Mapping[str, int], rules: Declared | None) -> PaymentTold:
    return PaymentTold(
        reference=payment.reference,
        amount=sum(lines.values()),
        currency=payment.run.fund.currency,
        lines=tuple(LineSum(line, _label(rules, line), amount) for line, amount in lines.items()),
        state=payment.state,
        sent_on=localdate(payment.sent_at) if payment.sent_at else None,
        settled_on=payment.settled_on,
        returned_on=payment.returned_on,
        confirmed_at=payment.confirmed_at,
        denied_at=payment.denied_at,
    )


def _label(rules: Declared | None, line: str) -> dict[str, str]:
    return line_label(rules, line) if rules else {"en": line, "ar": line}
