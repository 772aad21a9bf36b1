"""One fund: its numbers each by itself, its parts, what came in and what left."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from sanad.funds.models import AgreementKind, Fund
from sanad.funds.selectors import Numbers, agreed, bound, numbers_of_fund, outflows_of, receipts_of, receipts_to_confirm
from sanad.web.office.funds.roles import READ, RECORD, fund_within, funds_within
from sanad.web.office.funds.rows import agreement_rows, named, part_rows, receipt_rows
from sanad.web.shared.access import open_to
from sanad.web.shared.drawings import Part
from sanad.web.shared.requests import StaffRequest


@open_to(*READ)
def fund(request: StaffRequest, code: str) -> HttpResponse:
    found = fund_within(request, code, *READ)
    parts = part_rows(found)
    numbers = numbers_of_fund(row.numbers for row in parts)
    told = {"fund": found, "name": named(found.names), "parts": parts, **_numbers(found, numbers), **_moved(found)}
    free = sum(row.numbers.usable for row in parts)
    blocked = [row for row in parts if row.numbers.is_blocked]
    told |= {"free": free, "held_back": numbers.free - free, "blocked": blocked}
    told["may_act"] = found in funds_within(request.reach, *RECORD)
    return render(request, "office/funds/fund.html", told)


def _numbers(found: Fund, numbers: Numbers) -> dict[str, Any]:
    left = numbers.returned + numbers.fees + numbers.lost - numbers.shortfall + max(numbers.exchanged, 0)
    stretches = (
        (numbers.paid, "accent"),
        (numbers.sent, "done"),
        (left, "edge"),
        (numbers.suspense, "halt"),
        (numbers.reserved, "due"),
    )
    return {
        "numbers": numbers,
        "framework": agreed(found, AgreementKind.FRAMEWORK),
        "pledged": agreed(found, AgreementKind.PLEDGE),
        "bound": bound(found),
        "left": left,
        "bar": [Part(size, colour) for size, colour in stretches],
        "whole": sum(size for size, _ in stretches) + numbers.free,
    }


def _moved(found: Fund) -> dict[str, Any]:
    return {
        "agreements": agreement_rows(found),
        "waiting": receipts_to_confirm([found]),
        "receipts": receipt_rows(receipts_of(found)),
        "outflows": outflows_of(found),
    }
