import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.casework.claims.models import Level, Statement
from sanad.casework.claims.selectors import facts_now, fields_asked, statements_of, versions_seen
from sanad.casework.claims.services import FactsHaveChanged, FactsRefused, Stated, state_facts, state_facts_of
from tests.casework.families import AT, maya, new_claim, omar, programme, received

pytestmark = pytest.mark.django_db


def test_a_later_statement_adds_corrects_and_takes_back():
    claim = received(new_claim(facts={"dwelling": {"damage": "partial", "repair_estimate": 500}})).claim

    state_facts_of(
        claim=claim,
        facts={"dwelling": {"damage": "destroyed", "repair_estimate": None}, "claim": {"contract_signed": "yes"}},
        source="assessment:V-000001",
        at=AT,
        by=omar(),
    )

    now = facts_now(claim)
    assert now["dwelling"][claim.dwelling.reference] == {"damage": "destroyed"}
    assert now["claim"][claim.number]["contract_signed"] is True
    assert [(one.level, one.version, one.source) for one in statements_of(claim)] == [
        ("dwelling", 1, "family"),
        ("dwelling", 2, "assessment:V-000001"),
        ("claim", 1, "assessment:V-000001"),
    ]


def test_nobody_writes_over_what_somebody_else_just_stated():
    claim = received().claim
    seen = versions_seen(claim)
    state_facts_of(claim=claim, facts={"dwelling": {"damage": "none"}}, source="desk", at=AT, by=maya(), seen=seen)

    with pytest.raises(FactsHaveChanged) as refusal:
        state_facts_of(
            claim=claim, facts={"dwelling": {"damage": "partial"}}, source="desk", at=AT, by=omar(), seen=seen
        )

    assert refusal.value.statement
    assert refusal.value.statement.stated_by == maya()
    assert facts_now(claim)["dwelling"][claim.dwelling.reference] == {"damage": "none"}


def test_a_statement_is_never_changed_or_deleted():
    received(new_claim(facts={"dwelling": {"damage": "partial"}}))

    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.update(facts={})
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.all().delete()


def test_two_statements_of_one_version_cannot_stand():
    received(new_claim(facts={"dwelling": {"damage": "partial"}}))
    standing = Statement.objects.get()

    standing.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        standing.save(force_insert=True)


@pytest.mark.parametrize(
    ("level", "facts", "code"),
    [
        ("dwelling", {"damage": "Partial"}, "no_option"),
        ("dwelling", {"damage": ["partial"]}, "no_option"),
        ("household", {"people": "31"}, "out_of_range"),
        ("household", {"people": "2.5"}, "not_whole"),
        ("household", {"people": {"$gt": 0}}, "not_whole"),
        ("household", {"renting": "perhaps"}, "not_yes_or_no"),
        ("claim", {"filed_on": "31/12/2026"}, "not_a_day"),
        ("claim", {"filed_on": "2026-02-30"}, "not_a_day"),
        ("claim", {"filed_on": "2031-01-01"}, "out_of_range"),
        ("claim", {"damage": "partial"}, "unknown_field"),
    ],
)
def test_a_value_that_the_field_cannot_have_is_refused_by_name(level: str, facts: dict[str, object], code: str):
    claim = received().claim

    with pytest.raises(FactsRefused) as refusal:
        state_facts_of(claim=claim, facts={level: facts}, source="desk", at=AT, by=maya())

    (found,) = refusal.value.problems
    assert (found.code, found.where) == (code, f"{level}.{next(iter(facts))}")
    assert found.says["en"]
    assert found.says["ar"]


def test_one_bad_fact_keeps_back_all_that_came_with_it():
    claim = received().claim

    with pytest.raises(FactsRefused):
        state_facts_of(
            claim=claim,
            facts={"dwelling": {"damage": "none"}, "household": {"people": 0}},
            source="x",
            at=AT,
            by=maya(),
        )

    assert not Statement.objects.exists()


def test_many_statements_are_one_event_with_their_root():
    claims = [received(new_claim()).claim]

    state_facts(
        programme=programme(),
        stated=[Stated(Level.DWELLING, claim.dwelling.reference, {"damage": "none"}) for claim in claims],
        source="survey",
        at=AT,
        by=maya(),
    )

    assert Event.objects.get(act="facts.state").rows == 1


def test_a_form_asks_what_the_programme_asks_of_the_family():
    assert [field.name for field in fields_asked(programme(), "family")] == ["people", "renting"]
