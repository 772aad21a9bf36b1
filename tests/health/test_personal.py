"""Every column that could tell something of a person is declared, in one place."""

from django.apps import apps
from django.db.models import BinaryField, CharField, Field, JSONField, TextField

from sanad.config.personal import NOTHING_PERSONAL, PERSONAL, PRINTED

SHORT = 64
"""A column of text that is no longer holds a code, a reference or a label."""


def columns() -> dict[str, Field]:
    models = [model for model in apps.get_models() if model.__module__.startswith("sanad.")]
    fields = [field for model in models for field in model._meta.concrete_fields]
    return {f"{field.model._meta.label}.{field.name}": field for field in fields}


def could_tell(field: Field) -> bool:
    if isinstance(field, BinaryField | TextField | JSONField):
        return True
    return isinstance(field, CharField) and not field.choices and (field.max_length or SHORT + 1) > SHORT


def test_every_column_that_could_hold_free_text_says_what_it_holds():
    open_ones = {name for name, field in columns().items() if could_tell(field)}

    undeclared = open_ones - PERSONAL.keys() - NOTHING_PERSONAL.keys() - PRINTED.keys()

    assert open_ones
    assert undeclared == set(), "declare them in sanad/config/personal.py"


def test_nothing_is_declared_that_is_not_there_or_twice():
    declared = [*PERSONAL, *NOTHING_PERSONAL, *PRINTED]

    assert set(declared) - columns().keys() == set()
    assert len(declared) == len(set(declared))


def test_only_the_record_holds_what_was_printed():
    assert {name.partition(".")[0] for name in PRINTED} == {"record"}


def test_what_is_sealed_is_no_text_in_the_database():
    found = columns()

    readable = [name for name, told in PERSONAL.items() if told.is_sealed and not isinstance(found[name], BinaryField)]

    assert readable == []


def test_every_personal_column_has_its_purpose_and_its_end():
    assert all(told.purpose and told.kept_until for told in PERSONAL.values())
