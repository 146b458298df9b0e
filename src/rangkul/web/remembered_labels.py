"""`get_stage_display`: the labels of a field's choices are gathered once, not for each row that says one.

The framework makes a dictionary of all choices each time. A list of cases says forty labels.
"""

from collections.abc import Callable
from functools import partialmethod
from inspect import getattr_static

from django.apps import apps
from django.db.models import Field, Model
from django.utils.encoding import force_str


def remember() -> None:
    """From here on, for each model that is loaded. A label that a model says in a way of its own stays as it is."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            said = f"get_{field.name}_display"
            if field.choices and _is_of_the_framework(getattr_static(model, said)):
                setattr(model, said, _label(field))


def _is_of_the_framework(method: object) -> bool:
    # Bound when the model was made, so that a change of the function itself would come too late.
    return isinstance(method, partialmethod) and method.func is Model._get_FIELD_display


def _label(field: Field) -> Callable[[Model], str]:
    name, labels = field.attname, dict(field.flatchoices)

    def label(row: Model) -> str:
        value = getattr(row, name)
        return force_str(labels.get(value, value), strings_only=True)

    return label
