from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from sanad.audit.models import Event
from sanad.engine.rules.declared import Programme as Declared
from sanad.rulebook.models import Programme, RuleSet
from sanad.rulebook.reading import load_programme
from sanad.rulebook.selectors import built, newest_rules, programme_of
from sanad.rulebook.services import AlreadyFrozen, CurrencyHasChanged, PrefixIsTaken, freeze_rules
from sanad.staff.models import User
from tests.health.tree import ROOT

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def rana() -> User:
    return User.objects.create_user("rana@example.org", "Rana Saab")


@pytest.fixture
def template() -> Declared:
    return load_programme(ROOT / "programmes/template")


def test_frozen_rules_are_the_rules_of_the_folder(rana: User, template: Declared):
    frozen = freeze_rules(declared=template, prefix="TPL", at=AT, by=rana)

    assert programme_of(frozen).hash == template.hash == frozen.hash
    assert built(frozen).declared.id == "template"
    assert newest_rules(frozen.programme) == frozen
    assert Event.objects.get(act="rules.freeze").facts == {"hash": template.hash}


def test_the_same_rules_are_not_frozen_twice(rana: User, template: Declared):
    freeze_rules(declared=template, prefix="TPL", at=AT, by=rana)

    with pytest.raises(AlreadyFrozen):
        freeze_rules(declared=template, prefix="TPL", at=AT, by=rana)

    assert Event.objects.filter(act="rules.freeze").count() == 1


def test_two_programmes_do_not_share_a_prefix(rana: User, template: Declared):
    freeze_rules(declared=template, prefix="TPL", at=AT, by=rana)

    with pytest.raises(PrefixIsTaken):
        freeze_rules(declared=load_programme(ROOT / "programmes/nepal-2015"), prefix="TPL", at=AT, by=rana)

    assert Programme.objects.count() == 1


def test_a_programme_keeps_its_currency(rana: User, template: Declared):
    freeze_rules(declared=template, prefix="TPL", at=AT, by=rana)

    with pytest.raises(CurrencyHasChanged):
        freeze_rules(declared=replace(template, currency="LBP"), prefix="TPL", at=AT, by=rana)


def test_frozen_rules_are_never_changed(rana: User, template: Declared):
    frozen = freeze_rules(declared=template, prefix="TPL", at=AT, by=rana)

    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSet.objects.filter(pk=frozen.pk).update(text="{}")
