"""A fresh database is made in seconds, and is the one that the models describe."""

import ast

import pytest
import pytest_django
from django.core.management import call_command

from tests.databases import empty_database
from tests.health.tree import ROOT
from tests.schema import schema_of_house

FIRST = sorted((ROOT / "sanad").rglob("migrations/0001_initial.py"))
DEAR = {"AddConstraint", "AddIndex"}


def steps(text: str) -> list[tuple[str, str]]:
    """The name of each step of a migration with the model that it is about, in their order."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Attribute)]
    given = [(call.func.attr, {word.arg: word.value for word in call.keywords}) for call in named]
    models = [(kind, words.get("model_name", words.get("name"))) for kind, words in given]
    return [(kind, model.value.lower()) for kind, model in models if isinstance(model, ast.Constant)]


@pytest.mark.django_db
def test_the_migrations_describe_the_models():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_migrated_database_is_the_one_that_the_other_tests_use(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
):
    with django_db_blocker.unblock():
        made_at_once = schema_of_house()
        with empty_database():
            call_command("migrate", verbosity=0)
            migrated = schema_of_house()

    assert sorted(migrated ^ made_at_once) == []
    assert any(kind == "trigger" for _, kind, *_ in migrated)


@pytest.mark.parametrize("path", FIRST, ids=lambda path: path.parts[-3])
def test_constraints_are_made_with_their_tables(path):
    """`python -m tools.migrations` mends it; only what a later step adds to a table may wait for that step."""
    found = steps(path.read_text(encoding="utf-8"))
    filled_later = {model for kind, model in found if kind == "AddField"}

    apart = [model for kind, model in found if kind in DEAR and model not in filled_later]

    assert apart == []
