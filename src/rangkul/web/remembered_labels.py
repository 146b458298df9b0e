"""`get_stage_display`: the labels of a field's choices are gathered once, not for each row that says one.

The framework makes a dictionary of all choices each time. A list of cases says forty labels.
"""

from typing import Any

from django.db.models import Field, Model
from django.utils.encoding import force_str


def remember() -> None:
    Model._get_FIELD_display = _label


def _label(row: Model, field: Field) -> Any:
    value = getattr(row, field.attname)
    labels = field.__dict__.get("_labels_by_value")
    if labels is None:
        labels = field.__dict__["_labels_by_value"] = dict(field.flatchoices)
    return force_str(labels.get(value, value), strings_only=True)
