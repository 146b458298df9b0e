"""What a field's choice is called: the same for every field of the house, in the reader's language each time."""

import pytest
from django.apps import apps
from django.db.models import Field
from django.utils import translation

from rangkul.journey.cases.models import Case

FIELDS = [
    (model, field)
    for model in apps.get_models()
    for field in model._meta.concrete_fields
    if field.choices and model.__module__.startswith("rangkul.")
]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_choice_of_every_field_is_called_what_its_field_says(language):
    assert len(FIELDS) > 100
    with translation.override(language):
        for model, field in FIELDS:
            for value, label in field.flatchoices:
                row = model(**{field.attname: value})
                assert getattr(row, f"get_{field.name}_display")() == str(label), (model, field.name, value)


def test_what_is_no_choice_is_said_as_it_is():
    assert Case(stage="belum ada").get_stage_display() == "belum ada"
    assert Case(stage=None).get_stage_display() is None


def test_the_choices_are_gathered_once(monkeypatch):
    """The framework's own way would look through them again for each row."""
    monkeypatch.setattr(Field, "flatchoices", property(lambda field: pytest.fail(f"{field} was gathered again")))
    assert {getattr(model(), f"get_{field.name}_display")() for model, field in FIELDS}
