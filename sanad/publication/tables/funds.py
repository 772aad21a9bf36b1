"""The funds: what donors said and gave, and what left for no family. What families got stands in the figures."""

from sanad.funds.models import AgreementKind, Fund
from sanad.funds.selectors import agreed, numbers_of_fund, numbers_of_parts
from sanad.publication.series import Draft
from sanad.publication.tables.figures import written
from sanad.publication.tables.schema import AS_OF, Column, Row, Table

FUNDS = Table(
    "funds",
    "Funds",
    "What donors said and gave to each fund, and what left it for no family. Reserved and paid are told of programmes: "
    "a fund's own, beside its free money, would tell of single payments.",
    (
        Column("fund", "string", "#org+fund+code", "Code of the fund"),
        Column("fund_en", "string", "#org+fund+name+i_en", "Its name in English"),
        Column("fund_ar", "string", "#org+fund+name+i_ar", "Its name in Arabic"),
        Column("currency", "string", "#currency", "Its currency (ISO 4217)"),
        Column("programmes", "string", "#activity+code+list", "Programmes that it may pay for, separated by spaces"),
        *(
            Column(name, "number", f"#value+{name}", f"{about}; empty where nobody said anything")
            for name, about in (
                ("framework", "How much donors say may be agreed"),
                ("pledged", "How much donors said they will give"),
                ("received", "How much arrived and was confirmed"),
                ("returned", "How much went back to donors"),
                ("fees", "Bank charges"),
                ("lost", "Lost outside"),
            )
        ),
        AS_OF,
    ),
    ("fund",),
)


def fund_rows(draft: Draft) -> list[Row]:
    return [_row(fund, draft) for fund in Fund.objects.order_by("code")]


def _row(fund: Fund, draft: Draft) -> Row:
    numbers = numbers_of_fund(numbers_of_parts(fund.parts.all()).values())
    said = {"framework": agreed(fund, AgreementKind.FRAMEWORK), "pledged": agreed(fund, AgreementKind.PLEDGE)}
    gone = {name: getattr(numbers, name) for name in ("received", "returned", "fees", "lost")}
    return {
        "fund": fund.code,
        "fund_en": fund.names.get("en", fund.code),
        "fund_ar": fund.names.get("ar", fund.code),
        "currency": fund.currency,
        "programmes": " ".join(fund.programmes.order_by("programme").values_list("programme", flat=True)),
        **{
            name: None if amount is None else written(amount, fund.currency)
            for name, amount in {**said, **gone}.items()
        },
        "as_of": draft.on,
    }
