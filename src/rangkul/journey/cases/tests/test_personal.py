"""Every field says whether it is personal; what is sealed says "key" and nothing else does."""

import pytest
from django.apps import apps

from rangkul.base.sealed import SealedText
from rangkul.journey.cases.personal import FIELDS


@pytest.mark.parametrize("model", list(apps.get_app_config("cases").get_models()), ids=lambda model: model.__name__)
def test_every_field_is_declared(model):
    fields = {field.name: field for field in model._meta.fields}
    assert FIELDS[model.__name__].keys() == fields.keys()
    sealed = {name for name, field in fields.items() if isinstance(field, SealedText)}
    assert {name for name, how in FIELDS[model.__name__].items() if how == "key"} == sealed
