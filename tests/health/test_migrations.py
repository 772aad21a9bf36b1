"""A fresh database is made in seconds, and is the one that the models describe."""

import ast

import pytest
from django.core.management import call_command

from tests.health.tree import ROOT

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


@pytest.mark.parametrize("path", FIRST, ids=lambda path: path.parts[-3])
def test_constraints_are_made_with_their_tables(path):
    """`python -m tools.migrations` mends it; only what a later step adds to a table may wait for that step."""
    found = steps(path.read_text(encoding="utf-8"))
    filled_later = {model for kind, model in found if kind == "AddField"}

    apart = [model for kind, model in found if kind in DEAR and model not in filled_later]

    assert apart == []
