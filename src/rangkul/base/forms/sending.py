"""How a page hands what was typed to a verb: once, and with every refusal shown where it belongs."""

from collections.abc import Callable
from typing import Any, cast

from django.http import QueryDict

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.forms.kit import RangkulForm, refuse
from rangkul.base.idempotency import once, scope_of
from rangkul.base.seen import Overtaken


def send(form: RangkulForm, by: Asker, what: str, verb: Callable[[dict[str, Any]], Any]) -> bool:
    """Run `verb` with the cleaned words, once for the form's key. False when the form or the domain says no.

    What was typed stays on the form. `what` names the page, so that a key is not accepted elsewhere.
    """
    if not form.is_valid():
        return False
    words = {name: value for name, value in form.cleaned_data.items() if name != "once"}
    try:
        once(form.once_key, scope_of(by, what), lambda: {"id": str(verb(words).pk)})
    except Refused as error:
        refuse(form, error)
        if isinstance(error, Overtaken):
            data = cast("QueryDict", form.data).copy()
            data[form.add_prefix("seen")] = error.seen
            form.data = data
        return False
    return True
