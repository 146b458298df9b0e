"""Each field says whether it is personal; what is sealed is told by its key and nothing else is."""

from django.apps import apps

from rangkul.base.sealed import SealedText
from rangkul.journey.assessment.personal import FIELDS


def test_every_field_is_declared_and_no_other():
    there = {
        model.__name__: {field.name for field in model._meta.fields}
        for model in apps.get_app_config("assessment").get_models()
    }
    assert {name: set(fields) for name, fields in FIELDS.items()} == there


def test_what_is_sealed_goes_with_its_key():
    for model in apps.get_app_config("assessment").get_models():
        for field in model._meta.fields:
            assert (FIELDS[model.__name__][field.name] == "key") == isinstance(field, SealedText), field
