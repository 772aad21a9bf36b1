"""The programmes of a release, in words."""

from sanad.publication.tables.schema import PROGRAMME, Column, Row, Table
from sanad.rulebook.models import Programme

PROGRAMMES = Table(
    "programmes",
    "Programmes",
    "The programmes whose figures are released, each with its issuer and its currency.",
    (
        PROGRAMME,
        Column("title_en", "string", "#activity+name+i_en", "Title in English"),
        Column("title_ar", "string", "#activity+name+i_ar", "Title in Arabic"),
        Column("issuer_en", "string", "#org+name+i_en", "Who issued it, in English"),
        Column("issuer_ar", "string", "#org+name+i_ar", "Who issued it, in Arabic"),
        Column("currency", "string", "#currency", "Its currency (ISO 4217)"),
    ),
    ("programme",),
)


def programme_rows(programmes: list[Programme]) -> list[Row]:
    return [
        {
            "programme": one.key,
            "title_en": one.title.get("en", one.key),
            "title_ar": one.title.get("ar", one.key),
            "issuer_en": one.issuer.get("en", ""),
            "issuer_ar": one.issuer.get("ar", ""),
            "currency": one.currency,
        }
        for one in programmes
    ]
