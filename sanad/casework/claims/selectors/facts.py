"""Reading facts: what stands now, of one claim or of a whole caseload."""

import json
from collections.abc import Mapping

from django.db.models import Max, Q, QuerySet

from sanad.casework.claims.checking import Kept
from sanad.casework.claims.declared import declared_of, fields_asked, fields_of
from sanad.casework.claims.models import Claim, Level, Statement
from sanad.casework.claims.selectors.registered import add_registered
from sanad.casework.claims.subjects import ids_of, subjects_of
from sanad.engine.rules.declared import Level as DeclaredLevel
from sanad.engine.rules.fields import TypedField
from sanad.evidence.keys import unseal_if_kept
from sanad.rulebook.models import Programme

__all__ = ["facts_now", "facts_of", "fields_asked", "missing_facts", "statements_of", "texts_of", "versions_seen"]

Row = dict[str, Kept]
AT_ONCE = 20_000


def facts_of(claims: QuerySet[Claim]) -> dict[str, list[Row]]:
    """What stands of these claims of one programme: by level, a row for each thing, with its ids and its facts.

    As `sanad.caseload` reads a folder of files: columns by bare field name, `<level>_id` of the levels around;
    decimals and days as exact text. A fact that nobody stated has no column in its row. Free texts are left out.
    """
    first = claims.select_related("programme").first()
    if first is None:
        return {}
    plain = Claim.objects.filter(pk__in=claims.order_by().values("pk"))
    levels = declared_of(first.programme).levels
    return {level.name: _rows(plain, level, first.programme) for level in levels}


def _rows(claims: QuerySet[Claim], declared: DeclaredLevel, programme: Programme) -> list[Row]:
    level = Level(declared.name)
    rows = ids_of(claims, level, declared.within)
    by_subject = {str(row[f"{level}_id"]): row for row in rows}
    told = Statement.objects.filter(programme=programme, level=level, subject__in=subjects_of(claims, level))
    statements = told.order_by("version").values_list("subject", "facts")
    for subject, facts in statements.iterator(AT_ONCE):
        by_subject[subject].update(facts)
    add_registered(claims, level, by_subject, fields_of(programme))
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def facts_now(claim: Claim) -> dict[str, dict[str, Row]]:
    """What stands of one claim: by level and reference, the facts by field."""
    found = facts_of(Claim.objects.filter(pk=claim.pk))
    return {level: {str(row[f"{level}_id"]): _facts(row) for row in rows} for level, rows in found.items()}


def missing_facts(claim: Claim) -> list[TypedField]:
    """Fields that the programme requires and nobody has stated for the claim."""
    now = facts_now(claim)
    required = [field for field in fields_of(claim.programme).values() if field.declared.required]
    return [
        field
        for field in required
        if field.declared.default is None and any(field.name not in facts for facts in now[field.level].values())
    ]


def statements_of(claim: Claim) -> QuerySet[Statement]:
    """Every statement about what the claim is about, oldest first, with its author."""
    one = Claim.objects.filter(pk=claim.pk)
    about = Q(pk__in=())
    for level in Level:
        about |= Q(level=level, subject__in=subjects_of(one, level))
    return Statement.objects.filter(about, programme=claim.programme).select_related("stated_by").order_by("id")


def texts_of(claim: Claim) -> Mapping[str, str]:
    """The free texts that stand, by field: for the eyes of those who handle the claim."""
    texts: dict[str, str] = {}
    for statement in statements_of(claim).exclude(texts=None):
        texts.update(json.loads(unseal_if_kept(claim.household.key, statement.texts) or "{}"))
    return texts


def versions_seen(claim: Claim) -> dict[str, int]:
    """By level, the version that a form shows: given back with the form, so that nobody writes over another."""
    rows = statements_of(claim).exclude(level=Level.PERSON).order_by().values_list("level").annotate(Max("version"))
    return dict(rows)


def _facts(row: Row) -> Row:
    return {name: value for name, value in row.items() if not name.endswith("_id")}
