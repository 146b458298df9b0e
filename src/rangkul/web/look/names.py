"""`{{ case.number }}`: the names of a page are found as the framework finds them, sooner where that is plain.

A case asks for a thousand names. For each step of each the framework tries an index first and catches the refusal, and
for a name that nobody gave it lists all that there is and writes a line that nobody reads. What is found, called and
passed over is the same: a test asks both ways and compares.
"""

from inspect import signature
from typing import Any

from django.template import base
from django.template.context import BaseContext


class Name(base.Variable):
    def _resolve_lookup(self, context: BaseContext) -> Any:
        if not isinstance(context, BaseContext):
            # Some tags of others ask with a dictionary.
            return super()._resolve_lookup(context)
        nothing = context.template.engine.string_if_invalid if context.template else ""
        try:
            found = _given(context, self.lookups[0])
            if callable(found):
                found = _called(found, nothing)
            for step in self.lookups[1:]:
                found = _further(found, step)
                if callable(found):
                    found = _called(found, nothing)
        except Exception as error:
            if getattr(error, "silent_variable_failure", False):
                return nothing
            raise
        return found


def _given(context: BaseContext, name: str) -> Any:
    for values in reversed(context.dicts):
        if name in values:
            return values[name]
    raise base.VariableDoesNotExist("Nobody gave %s to this page.", (name,))


def _further(value: Any, step: str) -> Any:
    """A key, else an attribute, else a place in a list."""
    kind = type(value)
    if hasattr(kind, "__getitem__"):
        try:
            return value[step]
        except (TypeError, AttributeError, KeyError, ValueError, IndexError):
            if kind is dict and not hasattr(kind, step) and not step.isdigit():
                raise base.VariableDoesNotExist("%s is not among what was given.", (step,)) from None
    try:
        return getattr(value, step)
    except (TypeError, AttributeError):
        # It is there, and fails of its own.
        if step in dir(value):
            raise
    try:
        return value[int(step)]
    except (IndexError, ValueError, KeyError, TypeError):
        raise base.VariableDoesNotExist("%s has no %s.", (kind.__name__, step)) from None


def _called(value: Any, nothing: str) -> Any:
    """A function is called; one that changes something, or wants to be given something, is passed over."""
    if getattr(value, "do_not_call_in_templates", False):
        return value
    if getattr(value, "alters_data", False):
        return nothing
    try:
        return value()
    except TypeError:
        if _wants_nothing(value):
            raise
        return nothing


def _wants_nothing(value: Any) -> bool:
    try:
        signature(value).bind()
    except (TypeError, ValueError):
        return False
    return True


def find_sooner() -> None:
    """From here on the templates that are read know their names this way."""
    base.Variable = Name
