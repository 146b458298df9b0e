"""Every field says whether it is personal."""

import pytest
from django.apps import apps

from rangkul.base.sealed import SealedText
from rangkul.entry.intake.personal import FIELDS

MODELS = list(apps.get_app_config("intake").get_models())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_each_field_is_declared(model):
    declared = FIELDS[model.__name__]
    undeclared = {field.name for field in model._meta.fields} - set(declared)
    assert not undeclared, f"say in personal.py how these are scrubbed, or why they are kept: {undeclared}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_declaration_is_stale(model):
    assert not set(FIELDS[model.__name__]) - {field.name for field in model._meta.fields} - {"key", "request"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_is_sealed_goes_with_its_key(model):
    sealed = {field.name for field in model._meta.fields if isinstance(field, SealedText)}
    assert sealed == {name for name, how in FIELDS[model.__name__].items() if how == "key"}
